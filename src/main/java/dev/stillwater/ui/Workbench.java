package dev.stillwater.ui;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.Action;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.rules.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One window's worth of everything, put together: the workspace, what judges it, the panes that
/// show it, and the commands that only a window can do. Each part does its own duty; this only
/// makes them known to each other, and is what a desktop, a tour and a test hold on to.
final class Workbench implements WindowActions.Parts {
  private final Bench bench;
  private final Reading reading;
  private final OpenDesigns designs;
  private final SavedVersions versions;
  private final LowerPanes panes;
  private final Lenses lenses;
  private final InspectorPane inspector;
  private final FailPane failPane;
  private final WindowLooks looks;
  private final WindowKeys keys;

  /// With the shortcuts that we gave them.
  private final List<Action> ours;

  private Actions actions;
  private final Exports exports;
  private final Library library;
  private final CommandPalette palette;
  private Optional<Path> settingsFile = Optional.empty();

  /// @param remember writes preferences; whether that worked
  /// @param close closes the window
  Workbench(
      Engines engines,
      SafeFile safe,
      Dialogs dialogs,
      Preferences preferences,
      Consumer<Preferences> remember,
      Runnable close) {
    this(engines, safe, dialogs, preferences, remember, Reading.forgetful(safe, ""), close);
  }

  /// @param reading who reviews, and what was looked at
  Workbench(
      Engines engines,
      SafeFile safe,
      Dialogs dialogs,
      Preferences preferences,
      Consumer<Preferences> remember,
      Reading reading,
      Runnable close) {
    this.reading = reading;
    Workspace workspace = engines.workspace(Document.of(Design.empty("Untitled")));
    MainWindow window = new MainWindow(workspace);
    CanvasPainter painter =
        new CanvasPainter(
            workspace.state(), engines.presets(), engines.aside(), engines.foreground());
    CanvasView canvas = new CanvasView(workspace, painter);
    Toasts toasts = new Toasts();
    this.bench =
        new Bench(
            engines,
            safe,
            dialogs,
            new PreferencesInForce(preferences, remember),
            workspace,
            window,
            canvas,
            new Modal(window.view()),
            toasts);
    this.inspector = new InspectorPane(workspace, this::derivedRate);
    this.designs = new OpenDesigns(bench, inspector, this::library);
    this.versions = new SavedVersions(bench, designs);
    this.failPane = new FailPane(workspace);
    this.panes = new LowerPanes(bench, designs, versions, reading, this::explain);
    this.lenses = new Lenses(workspace, painter, engines, toasts::show);
    PaletteView kinds = new PaletteView(workspace, Glyphs::of, new CanvasDrop(workspace, canvas));
    JourneysStrip journeys = new JourneysStrip(workspace, () -> window.showTab("findings"));
    TryBar tryBar = new TryBar(workspace, panes.comparing(), () -> window.showTab("plan"));
    window.setPanes(
        kinds.view(),
        new StackPane(canvas, lenses.view()),
        inspector.view(),
        new VBox(tryBar.view(), journeys.view()));
    FindBar find = new FindBar(workspace, canvas::goTo, canvas::requestFocus);
    window.addOverDrawing(find.view());
    Arranging arranging =
        new Arranging(
            workspace, engines, () -> preferences().reducedMotion(), toasts::show, canvas::fit);
    WindowActions commands =
        new WindowActions(bench, designs, versions, panes, find, arranging, this, close);
    this.ours =
        ActionList.of(workspace, canvas, commands, toasts::show)
            .and(lenses.actions())
            .and(new ArrangeActions(workspace, arranging).all())
            .all();
    this.actions = new Actions(preferences.options().keys().applied(ours));
    this.library =
        new Library(
            this,
            engines,
            failPane.view(),
            panes::openFinding,
            toasts::show,
            () -> showRight(workspace.state()));
    dialogs.over(bench.modal());
    this.exports = new Exports(this, engines, safe, window.view(), toasts::show);
    this.looks = new WindowLooks(bench.preferences(), painter, lenses, library);
    this.keys = new WindowKeys(bench, designs);
    this.palette =
        new CommandPalette(bench.modal(), () -> actions().all(), workspace, canvas::reveal);
    showActions();
    bench.preferences().onChange(this::preferred);
    engines
        .known()
        .onChange(presets -> {
          workspace.use(presets);
          painter.setPresets(presets);
          inspector.again();
          kinds.again();
        });
    window.view().getChildren().add(toasts.view());
    workspace.onChange((before, after) -> showRight(after));
    new AnalysisStatus(bench);
    window.refresh();
  }

  /// Menus and tools with the shortcuts that hold.
  private void showActions() {
    bench.window().setActions(actions.all(), designs.recent());
    bench.window().setTools(actions, commandField());
  }

  /// Shortcuts and presets follow what was chosen at once, as all settings do.
  private void preferred(Preferences before, Preferences after) {
    if (!before.options().keys().equals(after.options().keys())) {
      actions = new Actions(after.options().keys().applied(ours));
      showActions();
      keys.bind(actions);
    }
    if (!before.options().presets().equals(after.options().presets())) {
      bench.engines().known().lookAgain();
    }
  }

  /// Keeps edits and versions from now on.
  void keepSafe(Safekeeping keeping) {
    Safety made = versions.keep(keeping, panes::refreshHistory);
    designs.onVisit(made::visited);
  }

  Optional<Safety> safety() {
    return versions.safety();
  }

  Parent view() {
    return bench.window().view();
  }

  Modal modal() {
    return bench.modal();
  }

  Workspace workspace() {
    return bench.workspace();
  }

  @Override
  public Actions actions() {
    return actions;
  }

  DesignFiles files() {
    return designs.files();
  }

  Preferences preferences() {
    return bench.preferences().get();
  }

  Dialogs dialogs() {
    return bench.dialogs();
  }

  Theme theme() {
    return bench.preferences().theme();
  }

  /// Gives the scene its looks and its shortcuts.
  void attach(Scene scene) {
    looks.dress(scene);
    keys.attach(scene, actions);
    DroppedFiles.accept(scene, this::openAll);
  }

  void onTitle(Consumer<String> listener) {
    designs.onTitle(listener);
  }

  /// Opens what the person asked for, or shows the gallery; then what an earlier window left.
  void begin(List<Path> wanted) {
    designs.begin(wanted);
    versions
        .safety()
        .ifPresent(kept ->
            kept.recover(
                bench.modal(),
                () -> {
                  hideGallery();
                  bench.canvas().fit();
                }));
  }

  /// The files that were open when the window was closed, and how its panes stood.
  void resume() {
    designs.resume(this::begin);
  }

  /// Opens files in tabs of their own.
  void openAll(List<Path> paths) {
    designs.openAll(paths);
  }

  void openFresh(Document document) {
    designs.openFresh(document);
  }

  void openEmpty() {
    designs.openEmpty();
  }

  void fit() {
    designs.fit();
  }

  /// Gives an attribute of what is selected the keyboard.
  void editAttribute(String key) {
    inspector.edit(key);
  }

  boolean mayClose() {
    return designs.mayClose();
  }

  /// The window is closed for good.
  void closed() {
    versions.safety().ifPresent(Safety::end);
  }

  void remember(double width, double height, boolean maximized) {
    reading.write();
    designs.remember(width, height, maximized);
  }

  /// Shows hints to whoever has not seen them.
  void showHints() {
    PreferencesInForce preferences = bench.preferences();
    HintCard hints =
        new HintCard(
            workspace(),
            preferences.options().dismissed(),
            hint -> preferences.change(now -> now.with(now.options().dismissing(hint))));
    bench.window().addOverDrawing(hints.view());
    StackPane.setAlignment(hints.view(), Pos.BOTTOM_LEFT);
  }

  /// Where settings are kept, for people to know.
  void settingsIn(Path file) {
    settingsFile = Optional.of(file);
  }

  @Override
  public void showSettings() {
    PreferencesInForce preferences = bench.preferences();
    new SettingsDialog(bench.modal(), ours, preferences::get, preferences::change, settingsFile)
        .show();
  }

  /// The file may have changed while another program was in front.
  void lookAtDisk() {
    files().lookAtDisk();
  }

  /// What stands on the right: the story of an outage, the facts of a failure, or what can be
  /// declared of the selection.
  private void showRight(EditorState state) {
    bench
        .window()
        .showInspector(
            library.replay().wants(state)
                ? library.replay().view()
                : state.drill().isPresent() ? failPane.view() : inspector.view());
  }

  void showGallery() {
    designs.showGallery();
  }

  void hideGallery() {
    designs.hideGallery();
  }

  /// Which of the open documents is in front.
  int front() {
    return designs.front();
  }

  /// The gallery, the replays and the templates of one's own.
  @Override
  public Library library() {
    return library;
  }

  @Override
  public Exports exports() {
    return exports;
  }

  @Override
  public CommandPalette palette() {
    return palette;
  }

  /// Paints what the gallery would paint bit by bit.
  void paintGallery() {
    library.paintAll();
  }

  /// The requests per second of a link that follow from what is declared before it.
  private Optional<Double> derivedRate(String link) {
    DependencyGraph graph =
        DependencyGraph.of(workspace().state().design(), bench.engines().presets());
    Load load = Load.of(graph);
    return graph.edgesOf(link).stream().findFirst().map(load::rate).filter(rate -> rate > 0);
  }

  private Button commandField() {
    Label shortcut = new Label(Shortcuts.show("Shortcut+K"));
    shortcut.getStyleClass().add("sw-command-keys");
    Button button = new Button("Search or run a command", shortcut);
    button.setId("command-field");
    button.getStyleClass().add("sw-command-field");
    button.setOnAction(event -> palette.show());
    return button;
  }

  /// Shows the best fix of a finding as a ghost.
  void previewBestFix(String key) {
    panes.previewBestFix(key);
  }

  void applyBestFix() {
    panes.applyBestFix();
  }

  void showReport() {
    exports.report();
  }

  byte[] reviewHtml() {
    return exports.html();
  }

  void focusCanvas() {
    bench.canvas().requestFocus();
  }

  private void explain(String rule) {
    RuleSet rules = bench.engines().inForce().rules();
    // The rule of a finding that is still shown may just have gone from its file.
    if (rules.find(rule).isPresent()) {
      new RuleDialog(bench.modal(), rules, target -> {}, id -> library.seenIn(id, modal()::close))
          .show(rule);
    } else {
      bench.toasts().show("The rules files have no rule " + rule + " any more.");
    }
  }
}
