package dev.stillwater.ui;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Progress;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.editor.Action;
import dev.stillwater.editor.Analyst;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Effects;
import dev.stillwater.editor.Planning;
import dev.stillwater.editor.Tabs;
import dev.stillwater.editor.TrialComparison;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocalHistory;
import dev.stillwater.io.ReadResult;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.review.Review;
import dev.stillwater.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One window's worth of everything, put together: the workspace, what judges it, the panes that
/// show it, and the commands that only a window can do.
final class Workbench {
  private static final String SHELL =
      Objects.requireNonNull(Workbench.class.getResource("shell.css")).toExternalForm();

  private static final String DOCUMENTS =
      Objects.requireNonNull(Workbench.class.getResource("documents.css")).toExternalForm();

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
  private final TabStrip documents;
  private final MainWindow window;
  private final CanvasPainter painter;
  private final CanvasView canvas;
  private final Lenses lenses;
  private final InspectorPane inspector;
  private final FailPane failPane;
  private final RipplePane ripplePane;
  private final FindingsPane findings;
  private final QuestionsPane questions;
  private final Reading reading;
  private final Deciding deciding;
  private final HistoryPane history;
  private final TablePane tables;
  private final FindBar find;
  private final Planning planning;
  private final Toasts toasts = new Toasts();
  private final Menu recent = new Menu("Open recent");

  /// With the shortcuts that we gave them.
  private final List<Action> ours;

  private final Actions actions;
  private final Exports exports;
  private final Arranging arranging;
  private final Library library;
  private final ArrangeActions arrangeActions;
  private final CommandPalette palette;
  private final Modal modal;
  private Preferences preferences;
  private Consumer<String> titles = title -> {};
  private Optional<Safety> safety = Optional.empty();
  private Optional<Path> settingsFile = Optional.empty();
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
    this.engines = engines;
    this.dialogs = dialogs;
    this.preferences = preferences;
    this.remember = remember;
    this.close = close;
    this.workspace = engines.workspace(Document.of(Design.empty("Untitled")));
    this.window = new MainWindow(workspace);
    this.painter =
        new CanvasPainter(
            workspace.state(), engines.presets(), engines.aside(), engines.foreground());
    this.canvas = new CanvasView(workspace, painter);
    this.files =
        new DesignFiles(
            workspace, engines.inForce(), safe, dialogs, toasts::show, this::opened, this::settle);
    this.documents = new TabStrip(files.tabs(), this::showTab, this::closeTab);
    this.inspector = new InspectorPane(workspace, this::derivedRate);
    this.failPane = new FailPane(workspace);
    this.ripplePane = new RipplePane(workspace, preferences.reducedMotion());
    Effects effects =
        new Effects(
            engines.measure(), engines.background(), engines.foreground(), this::analysisFailed);
    this.modal = new Modal(window.view());
    this.deciding = new Deciding(workspace, modal, reading, engines.today(), toasts::show);
    this.findings =
        new FindingsPane(workspace, effects, canvas::reveal, this::explain, reading, deciding);
    this.questions = new QuestionsPane(workspace, canvas::goTo);
    PaletteView kinds = new PaletteView(workspace, Glyphs::of, new CanvasDrop(workspace, canvas));
    JourneysStrip journeys = new JourneysStrip(workspace, () -> window.showTab("findings"));
    TrialComparison comparing =
        new TrialComparison(
            workspace,
            engines::compare,
            engines.background(),
            engines.foreground(),
            this::analysisFailed);
    TryBar tryBar = new TryBar(workspace, comparing, () -> window.showTab("plan"));
    this.lenses = new Lenses(workspace, painter, engines, toasts::show);
    window.setPanes(
        kinds.view(),
        new StackPane(canvas, lenses.view()),
        inspector.view(),
        new VBox(tryBar.view(), journeys.view()));
    TabTitles tabs = new TabTitles(workspace);
    tabs.findings(window.addTab("findings", "Findings", findings.view()));
    window.setTabTools(findings.tools());
    window.addTab("ripple", "Ripple", ripplePane.view());
    tabs.journeys(
        window.addTab("journeys", "Journeys", new JourneysPane(workspace, canvas::goTo).view()));
    ImpactPane impact =
        new ImpactPane(
            workspace,
            new FailureSource(engines),
            engines.background(),
            engines.foreground(),
            this::analysisFailed);
    Tab impactTab = window.addTab("impact", "Impact", impact.view());
    impactTab.selectedProperty().addListener((of, was, is) -> impact.setShown(is));
    tabs.questions(window.addTab("questions", "Questions", questions.view()));
    DecisionsPane decisions = new DecisionsPane(workspace, deciding, this::showFinding);
    tabs.decisions(window.addTab("decisions", "Decisions", decisions.view()));
    this.planning =
        new Planning(
            workspace, engines::plan, engines.aside(), engines.foreground(), this::analysisFailed);
    PlanPane plan = new PlanPane(workspace, planning);
    TrialPane trial = new TrialPane(workspace, comparing, this::showFinding);
    Tab planTab = window.addTab("plan", "Plan", plan.view());
    workspace.onChange((before, after) -> {
      if (EditorState.differs(before.trial(), after.trial())) {
        boolean trying = after.trial().isPresent();
        planTab.setContent(trying ? trial.view() : plan.view());
        planTab.setText(trying ? "Trying" : "Plan");
        if (trying) {
          window.showTab("plan");
        }
      }
    });
    TrendPane trend =
        new TrendPane(
            workspace, new SnapshotsBeside(safe), files::file, engines::snapshot, toasts::show);
    window.addTab("trend", "Trend", trend.view());
    this.history =
        new HistoryPane(
            workspace,
            ZoneId.systemDefault(),
            () -> safety.map(Safety::versions).orElse(List.of()),
            this::compare,
            this::restore);
    this.tables = new TablePane(workspace);
    Tab tableTab = window.addTab("table", "Table", tables.view());
    tableTab.selectedProperty().addListener((of, was, is) -> tables.watch(is));
    this.find = new FindBar(workspace, canvas::goTo, canvas::requestFocus);
    window.addOverDrawing(find.view());
    Tab historyTab = window.addTab("history", "History", history.view());
    historyTab.selectedProperty().addListener((of, was, is) -> history.watch(is));
    this.arranging =
        new Arranging(workspace, engines, preferences.reducedMotion(), toasts::show, canvas::fit);
    this.arrangeActions = new ArrangeActions(workspace, arranging);
    this.ours =
        ActionList.of(workspace, canvas, new Commands(), toasts::show)
            .and(lenses.actions())
            .and(arrangeActions.all())
            .all();
    this.actions = new Actions(preferences.options().keys().applied(ours));
    this.library =
        new Library(
            this,
            engines,
            failPane.view(),
            this::openFinding,
            toasts::show,
            () -> showRight(workspace.state()));
    dialogs.over(modal);
    window.setDocuments(documents.view());
    files.tabs().onChange(this::showTitle);
    this.exports = new Exports(this, engines, safe, window.view(), toasts::show);
    this.palette = new CommandPalette(modal, actions::all, workspace, canvas::reveal);
    window.setActions(actions.all(), recent);
    window.setTools(actions, commandField());
    window.view().getChildren().add(toasts.view());
    workspace.onChange(this::changed);
    Analyst analyst =
        new Analyst(
            workspace,
            this::judge,
            engines.turns(),
            engines.background(),
            engines.foreground(),
            this::analysisFailed);
    engines.inForce().onChange(analyst::again);
    refillRecent();
    window.refresh();
  }

  private Review judge(Document document, Progress work) {
    return engines.judge(
        document,
        new PercentShown(
            work,
            engines.nanos(),
            engines.foreground(),
            percent -> window.setAnalysis("analysing … " + percent)));
  }

  /// Keeps edits and versions from now on.
  void keepSafe(Safekeeping keeping) {
    Safety made = new Safety(keeping, workspace, files, engines.foreground(), toasts::show);
    files.onSaved((path, content) ->
        made.saved(path, content, () -> engines.foreground().execute(history::refresh)));
    safety = Optional.of(made);
  }

  /// A version of the local history as a document.
  private Optional<Document> document(LocalHistory.Version version) {
    Optional<Document> read =
        safety
            .flatMap(kept -> kept.content(version))
            .flatMap(content ->
                DesignJson.read(content, version.file().toString(), engines.presets())
                        instanceof ReadResult.Opened opened
                    ? Optional.of(opened.document())
                    : Optional.empty());
    if (read.isEmpty()) {
      toasts.show("This version is gone or damaged.");
    }
    return read;
  }

  private void restore(LocalHistory.Version version) {
    document(version)
        .ifPresent(document -> {
          settle();
          workspace.commit("Restore a saved version", document);
          toasts.show("Restored; undo brings back what was there");
        });
  }

  private void compare(LocalHistory.Version version) {
    counterparts().show(Optional.of(version));
  }

  private void showViews() {
    Consumer<Node> leave =
        node -> {
          window.view().getChildren().remove(node);
          canvas.requestFocus();
        };
    ViewsView[] shown = new ViewsView[1];
    shown[0] =
        new ViewsView(workspace, theme(), exports::picture, () -> leave.accept(shown[0].node()));
    window.view().getChildren().add(shown[0].node());
    shown[0].focus();
  }

  private Counterparts counterparts() {
    return new Counterparts(
        files,
        engines.presets(),
        theme(),
        () -> safety.map(Safety::versions).orElse(List.of()),
        this::document,
        dialogs,
        window.view(),
        this::focusCanvas);
  }

  Optional<Safety> safety() {
    return safety;
  }

  Parent view() {
    return window.view();
  }

  Modal modal() {
    return modal;
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
    // The tabs of the lower pane would take these keys for themselves.
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && event.isControlDown() && !modal.isShowing()) {
            showTab(files.tabs().beside(event.isShiftDown() ? -1 : 1).number());
            event.consume();
          }
        });
  }

  private void dress(Scene scene) {
    (preferences.isDark() ? Looks.DARK : Looks.LIGHT).dress(scene);
    scene.getStylesheets().removeIf(sheet -> sheet.startsWith(DATA));
    for (String sheet : List.of(SHELL, DOCUMENTS)) {
      if (!scene.getStylesheets().contains(sheet)) {
        scene.getStylesheets().add(sheet);
      }
    }
    scene.getStylesheets().add(DATA + encoded(theme().css()));
    painter.setTheme(theme());
    painter.showGrid(preferences.options().grid());
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
      // Once the panes have their sizes, the drawing has another one.
      Platform.runLater(this::fit);
    }
    safety.ifPresent(kept ->
        kept.recover(
            modal,
            () -> {
              hideGallery();
              canvas.fit();
            }));
  }

  /// Opens files in tabs of their own.
  void openAll(List<Path> paths) {
    for (Path path : paths) {
      if (!isTrying() && files.open(path)) {
        hideGallery();
        canvas.fit();
        canvas.requestFocus();
      }
    }
  }

  void openFresh(Document document) {
    files.openFresh(document);
    hideGallery();
    showTitle();
    canvas.fit();
  }

  /// Takes over what is still being typed, so that it belongs to what is in front now.
  private void settle() {
    inspector.settle();
    Scene scene = window.view().getScene();
    if (scene != null
        && scene.getFocusOwner() instanceof Node owner
        && "rename".equals(owner.getId())) {
      canvas.requestFocus();
    }
  }

  private void showTab(int number) {
    if (number != files.tabs().front().number()) {
      canvas.requestFocus();
      files.show(number);
      hideGallery();
    }
  }

  private void closeTab(int number) {
    boolean isFront = number == files.tabs().front().number();
    if (!(isFront && isTrying()) && files.close(number)) {
      canvas.requestFocus();
      if (files.tabs().all().size() == 1 && !galleryMayClose()) {
        showGallery();
      }
    }
  }

  void openEmpty() {
    openFresh(Document.of(Design.empty("Untitled").withSettings(preferences.options().settings())));
  }

  void fit() {
    canvas.applyCss();
    canvas.layout();
    canvas.fit();
  }

  /// Gives an attribute of what is selected the keyboard.
  void editAttribute(String key) {
    inspector.edit(key);
  }

  boolean mayClose() {
    files.tabs().all().stream()
        .filter(tab -> tab.state().trial().isPresent())
        .findFirst()
        .ifPresent(tab -> showTab(tab.number()));
    return !isTrying() && files.mayLeave();
  }

  /// Whether something is tried: then nothing is saved or left, because nobody has said which of
  /// the two designs is meant.
  private boolean isTrying() {
    boolean trying = workspace.state().trial().isPresent();
    if (trying) {
      toasts.show("Something is being tried. Keep or drop it first.");
      window.showTab("plan");
    }
    return trying;
  }

  /// The window is closed for good.
  void closed() {
    safety.ifPresent(Safety::end);
  }

  void remember(double width, double height, boolean maximized) {
    reading.write();
    List<Path> open = new ArrayList<>();
    int front = -1;
    for (Tabs.Tab<OpenFile> tab : files.tabs().all()) {
      if (tab.file().path().isPresent()) {
        if (tab.number() == files.tabs().front().number()) {
          front = open.size();
        }
        open.add(tab.file().path().get());
      }
    }
    Preferences sized =
        maximized
            ? preferences.withWindow(preferences.width(), preferences.height(), true)
            : preferences.withWindow(width, height, false);
    update(
        sized.with(sized.options().withWindow(open, front, window.dividers(), window.shownTab())));
  }

  /// The files that were open when the window was closed, and how its panes stood.
  void resume() {
    Options options = preferences.options();
    window.arrange(options.dividers(), options.pane());
    List<Path> there = options.open().stream().filter(Files::isRegularFile).toList();
    begin(there);
    if (options.front() >= 0 && options.front() < options.open().size()) {
      Path front = options.open().get(options.front());
      files.tabs().find(tab -> tab.file().isAt(front)).ifPresent(tab -> showTab(tab.number()));
    }
  }

  /// What was set up takes effect.
  private void change(UnaryOperator<Preferences> change) {
    Preferences before = preferences;
    update(change.apply(before));
    if (before.isDark() != preferences.isDark()) {
      dress(window.view().getScene());
    }
    painter.showGrid(preferences.options().grid());
  }

  /// Shows hints to whoever has not seen them.
  void showHints() {
    HintCard hints =
        new HintCard(
            workspace,
            preferences.options().dismissed(),
            hint -> update(preferences.with(preferences.options().dismissing(hint))));
    window.addOverDrawing(hints.view());
    StackPane.setAlignment(hints.view(), Pos.BOTTOM_LEFT);
  }

  /// Where settings are kept, for people to know.
  void settingsIn(Path file) {
    settingsFile = Optional.of(file);
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
    safety.ifPresent(kept -> kept.visited(path));
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
      if (after.drill().isPresent() && !window.showsTab("impact")) {
        window.showTab("ripple");
      }
    }
    showRight(after);
  }

  /// What stands on the right: the story of an outage, the facts of a failure, or what can be
  /// declared of the selection.
  private void showRight(EditorState state) {
    window.showInspector(
        library.replay().wants(state)
            ? library.replay().view()
            : state.drill().isPresent() ? failPane.view() : inspector.view());
  }

  /// Goes to a finding and leaves the selection alone, so that what stands on the right stays.
  private void openFinding(String key) {
    window.showTab("findings");
    workspace.focus(Optional.of(key));
  }

  private void showTitle() {
    documents.refresh();
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

  void showGallery() {
    if (!window.view().getChildren().contains(library.gallery())) {
      window.view().getChildren().add(library.gallery());
    }
    library.showGallery(preferences.recent(), galleryMayClose());
  }

  private boolean galleryMayClose() {
    return files.file().isPresent() || !workspace.state().design().components().isEmpty();
  }

  void hideGallery() {
    window.view().getChildren().remove(library.gallery());
    canvas.requestFocus();
  }

  /// Which of the open documents is in front.
  int front() {
    return files.tabs().front().number();
  }

  /// The gallery, the replays and the templates of one's own.
  Library library() {
    return library;
  }

  /// Paints what the gallery would paint bit by bit.
  void paintGallery() {
    library.paintAll();
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

  private void showFinding(String key) {
    window.showTab("findings");
    findings.select(key);
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
      new RuleDialog(modal, rules, target -> {}, id -> library.seenIn(id, modal::close)).show(rule);
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
    public void saveAsTemplate() {
      library.saveAsTemplate();
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
      return !isTrying() && files.save();
    }

    @Override
    public boolean saveAs() {
      return !isTrying() && files.saveAs();
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
    public void views() {
      settle();
      showViews();
    }

    @Override
    public void settings() {
      new SettingsDialog(modal, ours, () -> preferences, Workbench.this::change, settingsFile)
          .show();
    }

    @Override
    public void copyPicture() {
      exports.copyPicture();
    }

    @Override
    public void print() {
      exports.print();
    }

    @Override
    public void find() {
      find.show();
    }

    @Override
    public void compare() {
      settle();
      counterparts().show(Optional.empty());
    }

    @Override
    public void closeTab() {
      Workbench.this.closeTab(files.tabs().front().number());
    }

    @Override
    public void besideTab(int steps) {
      Workbench.this.showTab(files.tabs().beside(steps).number());
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
      library.repaint();
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

    @Override
    public void decide(DecisionKind kind) {
      window.showTab("findings");
      deciding.decideFocused(kind);
    }

    @Override
    public void reopen() {
      deciding.reopenFocused();
    }

    @Override
    public void plan() {
      window.showTab("plan");
      if (workspace.state().trial().isEmpty() && !planning.isRunning()) {
        planning.start();
      }
    }

    @Override
    public void unread() {
      deciding.unreadFocused();
    }

    @Override
    public void readAll() {
      findings.readAll();
    }
  }
}
