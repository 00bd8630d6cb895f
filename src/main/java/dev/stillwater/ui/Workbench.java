package dev.stillwater.ui;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.editor.Action;
import dev.stillwater.editor.Analyst;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Effects;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;

/// One window's worth of everything, put together: the workspace, what judges it, the panes that
/// show it, and the commands that only a window can do.
final class Workbench {
  private static final String SHELL =
      Objects.requireNonNull(Workbench.class.getResource("shell.css")).toExternalForm();

  /// The colours of the drawing as a style sheet, so that no colour is written down twice.
  private static final String DATA = "data:text/css;base64,";

  private static final List<ShortcutsDialog.Gesture> GESTURES =
      List.of(
          new ShortcutsDialog.Gesture("Drag from an edge", "link to another component"),
          new ShortcutsDialog.Gesture("Drag from an edge to nothing", "make the other end too"),
          new ShortcutsDialog.Gesture("Double click", "rename"),
          new ShortcutsDialog.Gesture("Shift+click", "add to the selection"),
          new ShortcutsDialog.Gesture("Alt+drag", "leave grid and alignment"),
          new ShortcutsDialog.Gesture("Wheel", "pan"),
          new ShortcutsDialog.Gesture("Shortcut+wheel", "zoom at the pointer"),
          new ShortcutsDialog.Gesture("Space+drag", "pan"));

  private final Engines engines;
  private final Dialogs dialogs;
  private final Consumer<Preferences> remember;
  private final Runnable close;
  private final Workspace workspace;
  private final DesignFiles files;
  private final MainWindow window;
  private final CanvasPainter painter;
  private final CanvasView canvas;
  private final Lenses lenses;
  private final InspectorPane inspector;
  private final FailPane failPane;
  private final RipplePane ripplePane;
  private final FindingsPane findings;
  private final QuestionsPane questions;
  private final Toasts toasts = new Toasts();
  private final Menu recent = new Menu("Open recent");
  private final Actions actions;
  private final Exports exports;
  private final Arranging arranging;
  private final ArrangeActions arrangeActions;
  private final Gallery gallery;
  private final CommandPalette palette;
  private final Modal modal;
  private Preferences preferences;
  private Consumer<String> titles = title -> {};
  private boolean presenting;
  private long analysisStarted;

  /// @param remember writes preferences; whether that worked
  /// @param close closes the window
  Workbench(
      Engines engines,
      SafeFile safe,
      Dialogs dialogs,
      Preferences preferences,
      Consumer<Preferences> remember,
      Runnable close) {
    this.engines = engines;
    this.dialogs = dialogs;
    this.preferences = preferences;
    this.remember = remember;
    this.close = close;
    this.workspace = engines.workspace(Document.of(Design.empty("Untitled")));
    this.window = new MainWindow(workspace);
    this.painter = new CanvasPainter(workspace.state(), engines.presets());
    this.canvas = new CanvasView(workspace, painter);
    this.files =
        new DesignFiles(workspace, engines.inForce(), safe, dialogs, toasts::show, this::opened);
    this.inspector = new InspectorPane(workspace, this::derivedRate);
    this.failPane = new FailPane(workspace);
    this.ripplePane = new RipplePane(workspace, preferences.reducedMotion());
    Effects effects =
        new Effects(
            engines.measure(), engines.background(), engines.foreground(), this::analysisFailed);
    this.findings = new FindingsPane(workspace, effects, canvas::reveal, this::explain);
    this.questions = new QuestionsPane(workspace, canvas::goTo);
    PaletteView kinds = new PaletteView(workspace, Glyphs::of, new CanvasDrop(workspace, canvas));
    JourneysStrip journeys = new JourneysStrip(workspace, () -> window.showTab("findings"));
    this.lenses = new Lenses(workspace, painter, engines, toasts::show);
    window.setPanes(
        kinds.view(), new StackPane(canvas, lenses.view()), inspector.view(), journeys.view());
    TabTitles tabs = new TabTitles(workspace);
    tabs.findings(window.addTab("findings", "Findings", findings.view()));
    window.setTabTools(findings.tools());
    window.addTab("ripple", "Ripple", ripplePane.view());
    tabs.journeys(
        window.addTab("journeys", "Journeys", new JourneysPane(workspace, canvas::goTo).view()));
    tabs.questions(window.addTab("questions", "Questions", questions.view()));
    Actions listed = ActionList.of(workspace, canvas, new Commands(), toasts::show);
    this.modal = new Modal(window.view());
    this.exports = new Exports(this, engines, safe, window.view(), toasts::show);
    this.arranging =
        new Arranging(workspace, engines, preferences.reducedMotion(), toasts::show, canvas::fit);
    this.arrangeActions = new ArrangeActions(workspace, arranging);
    this.gallery = gallery();
    this.actions = listed.and(lenses.actions()).and(arrangeActions.all());
    this.palette = new CommandPalette(modal, actions::all, workspace, canvas::reveal);
    window.setActions(actions.all(), recent);
    window.setTools(actions, commandField());
    window.view().getChildren().add(toasts.view());
    workspace.onChange(this::changed);
    Analyst analyst =
        new Analyst(
            workspace,
            engines::judge,
            engines.background(),
            engines.foreground(),
            this::analysisFailed);
    engines.inForce().onChange(analyst::again);
    refillRecent();
    window.refresh();
  }

  Parent view() {
    return window.view();
  }

  Workspace workspace() {
    return workspace;
  }

  Actions actions() {
    return actions;
  }

  DesignFiles files() {
    return files;
  }

  Preferences preferences() {
    return preferences;
  }

  Dialogs dialogs() {
    return dialogs;
  }

  /// Gives the scene its looks and its shortcuts.
  void attach(Scene scene) {
    dress(scene);
    for (Action action : actions.all()) {
      if (action.local()) {
        CanvasKeys.bind(canvas, action);
      } else {
        action
            .alternative()
            .map(KeyCombination::valueOf)
            .ifPresent(keys ->
                scene
                    .getAccelerators()
                    .put(
                        keys,
                        () -> {
                          if (action.enabled().getAsBoolean()) {
                            action.run().run();
                          }
                        }));
      }
    }
    DroppedFiles.accept(scene, this::openAll);
  }

  private void dress(Scene scene) {
    (preferences.isDark() ? Looks.DARK : Looks.LIGHT).dress(scene);
    scene.getStylesheets().removeIf(sheet -> sheet.startsWith(DATA));
    if (!scene.getStylesheets().contains(SHELL)) {
      scene.getStylesheets().add(SHELL);
    }
    scene.getStylesheets().add(DATA + encoded(theme().css()));
    painter.setTheme(theme());
    lenses.setTheme(theme());
  }

  private static String encoded(String css) {
    return Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  Theme theme() {
    return preferences.isDark() ? Theme.DARK : Theme.LIGHT;
  }

  void onTitle(Consumer<String> listener) {
    titles = listener;
    showTitle();
  }

  /// Opens what the person asked for, or shows the gallery.
  void begin(List<Path> wanted) {
    if (wanted.isEmpty()) {
      showGallery();
    } else {
      openAll(wanted);
    }
  }

  void openAll(List<Path> paths) {
    // One document at a time: the last of several stays open, the others are among the recent
    // files.
    for (Path path : paths) {
      if (files.open(path)) {
        hideGallery();
        canvas.fit();
        canvas.requestFocus();
      }
    }
  }

  void openFresh(Document document) {
    if (files.openFresh(document)) {
      hideGallery();
      showTitle();
      canvas.fit();
    }
  }

  void openEmpty() {
    openFresh(Document.of(Design.empty("Untitled")));
  }

  void fit() {
    canvas.applyCss();
    canvas.layout();
    canvas.fit();
  }

  boolean mayClose() {
    return files.mayLeave();
  }

  void remember(double width, double height, boolean maximized) {
    update(
        maximized
            ? preferences.withWindow(preferences.width(), preferences.height(), true)
            : preferences.withWindow(width, height, false));
  }

  private void update(Preferences other) {
    preferences = other;
    remember.accept(other);
  }

  /// The file may have changed while another program was in front.
  void lookAtDisk() {
    files.lookAtDisk();
  }

  private void opened(Path path) {
    update(preferences.withRecent(path));
    refillRecent();
    showTitle();
  }

  private void refillRecent() {
    recent.getItems().clear();
    for (Path path : preferences.recent()) {
      MenuItem item = new MenuItem(String.valueOf(path.getFileName()));
      item.setOnAction(event -> openAll(List.of(path)));
      recent.getItems().add(item);
    }
    recent.setDisable(preferences.recent().isEmpty());
  }

  private void changed(EditorState before, EditorState after) {
    if (before.history() != after.history()) {
      showTitle();
    }
    if (before.design() != after.design()) {
      analysisStarted = engines.nanos().getAsLong();
      window.setAnalysis("analysing …");
    }
    if (EditorState.differs(before.review(), after.review()) && after.isReviewed()) {
      double millis = (engines.nanos().getAsLong() - analysisStarted) / 1e6;
      window.setAnalysis(
          millis <= 0 ? "analysed" : "analysed in " + Figures.time(Math.ceil(millis)));
    }
    if (before.drill().isPresent() != after.drill().isPresent()) {
      window.showInspector(after.drill().isPresent() ? failPane.view() : inspector.view());
      if (after.drill().isPresent()) {
        window.showTab("ripple");
      }
    }
  }

  private void showTitle() {
    window.setTitle(files.title());
    window.setSaved(
        workspace.state().history().isDirty()
            ? "changes not saved"
            : files.file().isPresent() ? "saved" : "");
    titles.accept(files.title());
  }

  private void analysisFailed(Throwable cause) {
    window.setAnalysis("analysis failed");
    toasts.show("The analysis failed: " + cause + ". The drawing is not affected.");
  }

  private Gallery gallery() {
    List<Gallery.Entry> entries =
        TemplateCatalog.ALL.stream()
            .map(template ->
                new Gallery.Entry(
                    template.name(),
                    template.title(),
                    template.demonstrates(),
                    switch (template.kind()) {
                      case REFERENCE -> Gallery.Badge.REFERENCE;
                      case COUNTER_EXAMPLE -> Gallery.Badge.COUNTER_EXAMPLE;
                    },
                    template::document))
            .toList();
    return new Gallery(
        entries,
        (document, size) ->
            new Pictures(theme(), engines.presets())
                .of(document, Optional.empty(), size.getWidth(), size.getHeight()),
        new GalleryChoices(this));
  }

  void showGallery() {
    if (!window.view().getChildren().contains(gallery.view())) {
      window.view().getChildren().add(gallery.view());
    }
    gallery.show(preferences.recent(), galleryMayClose());
  }

  private boolean galleryMayClose() {
    return files.file().isPresent() || !workspace.state().design().components().isEmpty();
  }

  void hideGallery() {
    window.view().getChildren().remove(gallery.view());
    canvas.requestFocus();
  }

  /// Paints what the gallery would paint bit by bit.
  void paintGallery() {
    gallery.paintAll();
  }

  /// The requests per second of a link that follow from what is declared before it.
  private Optional<Double> derivedRate(String link) {
    DependencyGraph graph = DependencyGraph.of(workspace.state().design(), engines.presets());
    Load load = Load.of(graph);
    return graph.edgesOf(link).stream().findFirst().map(load::rate).filter(rate -> rate > 0);
  }

  private Button commandField() {
    Label keys = new Label(Shortcuts.show("Shortcut+K"));
    keys.getStyleClass().add("sw-command-keys");
    Button button = new Button("Search or run a command", keys);
    button.setId("command-field");
    button.getStyleClass().add("sw-command-field");
    button.setOnAction(event -> palette.show());
    return button;
  }

  /// Shows the best fix of a finding as a ghost.
  void previewBestFix(String key) {
    window.showTab("findings");
    findings.select(key);
    findings.previewBest();
  }

  void applyBestFix() {
    findings.applyBest();
  }

  void showReport() {
    exports.report();
  }

  byte[] reviewHtml() {
    return exports.html();
  }

  void focusCanvas() {
    canvas.requestFocus();
  }

  private void explain(String rule) {
    RuleSet rules = engines.inForce().rules();
    // The rule of a finding that is still shown may just have gone from its file.
    if (rules.find(rule).isPresent()) {
      new RuleDialog(modal, rules, target -> {}).show(rule);
    } else {
      toasts.show("The rules files have no rule " + rule + " any more.");
    }
  }

  /// What menus and shortcuts ask of the window.
  private final class Commands implements ActionList.WindowCommands {
    @Override
    public void gallery() {
      showGallery();
    }

    @Override
    public void newDesign() {
      openEmpty();
    }

    @Override
    public void openFiles() {
      openAll(dialogs.chooseDesigns());
    }

    @Override
    public boolean save() {
      return files.save();
    }

    @Override
    public boolean saveAs() {
      return files.saveAs();
    }

    @Override
    public void exportReview() {
      exports.report();
    }

    @Override
    public void exportPicture() {
      exports.picture();
    }

    @Override
    public void close() {
      if (mayClose()) {
        close.run();
      }
    }

    @Override
    public void arrange() {
      arranging.arrange(Arrangement.USUAL);
    }

    @Override
    public void palette() {
      palette.show();
    }

    @Override
    public void shortcuts() {
      new ShortcutsDialog(modal, actions::all, GESTURES).show();
    }

    @Override
    public void about() {
      AboutDialog.show(modal);
    }

    @Override
    public void toggleTheme() {
      update(preferences.withTheme(preferences.isDark() ? "light" : "dark"));
      dress(window.view().getScene());
    }

    @Override
    public void toggleBottom() {
      window.toggleBottom();
    }

    @Override
    public void present() {
      presenting = !presenting;
      window.present(presenting);
      Platform.runLater(canvas::fit);
    }

    @Override
    public void showTab(String id) {
      window.showTab(id);
    }

    @Override
    public void nextFinding(int step) {
      window.showTab("findings");
      if (step > 0) {
        findings.next();
      } else {
        findings.previous();
      }
    }
  }
}
