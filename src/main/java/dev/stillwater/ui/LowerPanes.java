package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Effects;
import dev.stillwater.editor.Planning;
import dev.stillwater.editor.TrialComparison;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.DecisionKind;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Tab;

/// The panes below the drawing, each in its tab.
final class LowerPanes {
  private final Bench bench;
  private final Workspace workspace;
  private final MainWindow window;
  private final Reading reading;
  private final Deciding deciding;
  private final FindingsPane findings;
  private final HistoryPane history;
  private final TrialComparison comparing;
  private final Planning planning;

  /// @param explain shows the page of a rule
  LowerPanes(
      Bench bench,
      OpenDesigns designs,
      SavedVersions versions,
      Reading reading,
      Consumer<String> explain) {
    this.bench = bench;
    this.workspace = bench.workspace();
    this.window = bench.window();
    this.reading = reading;
    Engines engines = bench.engines();
    this.deciding =
        new Deciding(workspace, bench.modal(), reading, engines.today(), bench.toasts()::show);
    this.findings = findings(explain);
    this.comparing =
        new TrialComparison(
            workspace, engines::compare, engines.background(), engines.foreground(), bench::failed);
    this.planning =
        new Planning(
            workspace, engines::plan, engines.aside(), engines.foreground(), bench::failed);
    this.history =
        new HistoryPane(
            workspace,
            ZoneId.systemDefault(),
            versions::all,
            version -> versions.compare(Optional.of(version)),
            versions::restore);
    addTabs();
    addPlan();
    TrendPane trend =
        new TrendPane(
            workspace,
            new SnapshotsBeside(bench.safe()),
            designs.files()::file,
            engines::snapshot,
            bench.toasts()::show);
    window.addTab("trend", "Trend", trend.view());
    TablePane tables = new TablePane(workspace);
    whenShown(window.addTab("table", "Table", tables.view()), tables::watch);
    whenShown(window.addTab("history", "History", history.view()), history::watch);
    workspace.onChange(this::drilled);
  }

  private FindingsPane findings(Consumer<String> explain) {
    Engines engines = bench.engines();
    Effects effects =
        new Effects(engines.measure(), engines.background(), engines.foreground(), bench::failed);
    return new FindingsPane(workspace, effects, bench.canvas()::reveal, explain, reading, deciding);
  }

  private static void whenShown(Tab tab, Consumer<Boolean> told) {
    tab.selectedProperty().addListener((of, was, is) -> told.accept(is));
  }

  private void addTabs() {
    Engines engines = bench.engines();
    CanvasView canvas = bench.canvas();
    TabTitles titles = new TabTitles(workspace);
    titles.findings(window.addTab("findings", "Findings", findings.view()));
    window.setTabTools(findings.tools());
    RipplePane ripple = new RipplePane(workspace, () -> bench.preferences().get().reducedMotion());
    window.addTab("ripple", "Ripple", ripple.view());
    titles.journeys(
        window.addTab("journeys", "Journeys", new JourneysPane(workspace, canvas::goTo).view()));
    ImpactPane impact =
        new ImpactPane(
            workspace,
            new FailureSource(engines),
            engines.background(),
            engines.foreground(),
            bench::failed);
    whenShown(window.addTab("impact", "Impact", impact.view()), impact::setShown);
    QuestionsPane questions = new QuestionsPane(workspace, canvas::goTo);
    titles.questions(window.addTab("questions", "Questions", questions.view()));
    DecisionsPane decisions = new DecisionsPane(workspace, deciding, this::showFinding);
    titles.decisions(window.addTab("decisions", "Decisions", decisions.view()));
  }

  /// The plan; in its place what a trial changes, as long as there is one.
  private void addPlan() {
    PlanPane plan = new PlanPane(workspace, planning);
    TrialPane trial = new TrialPane(workspace, comparing, this::showFinding);
    Tab tab = window.addTab("plan", "Plan", plan.view());
    workspace.onChange((before, after) -> {
      if (EditorState.differs(before.trial(), after.trial())) {
        boolean trying = after.trial().isPresent();
        tab.setContent(trying ? trial.view() : plan.view());
        tab.setText(trying ? "Trying" : "Plan");
        if (trying) {
          window.showTab("plan");
        }
      }
    });
  }

  private void drilled(EditorState before, EditorState after) {
    if (before.drill().isEmpty() && after.drill().isPresent() && !window.showsTab("impact")) {
      window.showTab("ripple");
    }
  }

  /// What is tried, beside what is open.
  TrialComparison comparing() {
    return comparing;
  }

  /// What is known by now of versions, again.
  void refreshHistory() {
    history.refresh();
  }

  void showFinding(String key) {
    window.showTab("findings");
    findings.select(key);
  }

  /// Goes to a finding and leaves the selection alone, so that what stands on the right stays.
  void openFinding(String key) {
    window.showTab("findings");
    workspace.focus(Optional.of(key));
  }

  /// Shows the best fix of a finding as a ghost.
  void previewBestFix(String key) {
    showFinding(key);
    findings.previewBest();
  }

  void applyBestFix() {
    findings.applyBest();
  }

  /// @param step forward when positive, else back
  void nextFinding(int step) {
    window.showTab("findings");
    if (step > 0) {
      findings.next();
    } else {
      findings.previous();
    }
  }

  void decide(DecisionKind kind) {
    window.showTab("findings");
    deciding.decideFocused(kind);
  }

  void reopen() {
    deciding.reopenFocused();
  }

  void unread() {
    deciding.unreadFocused();
  }

  void readAll() {
    findings.readAll();
  }

  void plan() {
    window.showTab("plan");
    if (workspace.state().trial().isEmpty() && !planning.isRunning()) {
      planning.start();
    }
  }
}
