package dev.stillwater.ui;

import dev.stillwater.model.Figures;
import dev.stillwater.report.Chapter;
import dev.stillwater.report.Verdict;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.PlanStep;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The first page of the report as it will be exported, and the formats to export it in. The
/// numbers come from the same chapter that the formats write.
final class ReportView {
  private static final int MOST_STEPS = 5;

  private final Chapter chapter;
  private final StackPane view = new StackPane();

  /// @param drawing the drawing as a node of a given width
  /// @param export writes the report in a format: `html`, `md`, `json`
  ReportView(
      Chapter chapter,
      int rules,
      DoubleFunction<Node> drawing,
      Consumer<String> export,
      Runnable close) {
    this.chapter = chapter;
    VBox page = new VBox(head(rules), cards(), plan(), picture(drawing));
    page.getStyleClass().add("sw-report-page");
    page.setMaxWidth(940);
    StackPane desk = new StackPane(page);
    desk.getStyleClass().add("sw-report-desk");
    ScrollPane scroll = new ScrollPane(desk);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("sw-plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox all = new VBox(bar(export, close), scroll);
    all.getStyleClass().add("sw-report");
    view.getChildren().setAll(all);
    view.setId("report");
  }

  Parent view() {
    return view;
  }

  private HBox bar(Consumer<String> export, Runnable close) {
    Label title = new Label("Export review");
    title.getStyleClass().add("sw-heading");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox bar = new HBox(title, spring);
    bar.getStyleClass().add("sw-report-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().add(button("Markdown", "md", export, false));
    bar.getChildren().add(button("JSON", "json", export, false));
    bar.getChildren().add(button("HTML page", "html", export, true));
    Button end = new Button("Close");
    end.setId("report-close");
    end.setCancelButton(true);
    end.setOnAction(event -> close.run());
    bar.getChildren().add(end);
    return bar;
  }

  private static Button button(
      String text, String format, Consumer<String> export, boolean primary) {
    Button button = new Button(text);
    button.setId("export-" + format);
    if (primary) {
      button.getStyleClass().add("sw-primary");
    }
    button.setOnAction(event -> export.accept(format));
    return button;
  }

  private VBox head(int rules) {
    Label kind = new Label("Reliability review");
    kind.getStyleClass().add("sw-secondary");
    Label stamp = new Label("design " + chapter.hash().substring(0, 8) + " · " + chapter.day());
    stamp.getStyleClass().add("sw-secondary");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Label name = new Label(chapter.title());
    name.getStyleClass().add("sw-report-title");
    var design = chapter.review().document().design();
    Label counts =
        new Label(
            Figures.count(design.components().size(), "component")
                + ", "
                + Figures.count(design.links().size(), "link")
                + ", "
                + Figures.count(design.journeys().size(), "journey")
                + ". Reviewed against AWS Well-Architected REL04 and "
                + Figures.count(rules, "rule")
                + ".");
    counts.getStyleClass().add("sw-report-lead");
    return new VBox(6, new HBox(kind, spring, stamp), name, counts);
  }

  private HBox cards() {
    Verdict verdict = Verdict.of(chapter.review());
    Map<Severity, Integer> summary = chapter.review().summary();
    VBox first = card("Verdict", verdict.grade().title(), verdict.sentence());
    first.getStyleClass().add("sw-report-" + verdict.grade().name().toLowerCase(Locale.ROOT));
    HBox.setHgrow(first, Priority.ALWAYS);
    first.setPrefWidth(280);
    VBox findings =
        card(
            "Findings",
            summary.get(Severity.CRITICAL) + " ◆  " + summary.get(Severity.HIGH) + " ▲",
            summary.get(Severity.MEDIUM)
                + " ●  "
                + summary.get(Severity.LOW)
                + " ○  "
                + summary.get(Severity.INFO)
                + " ·");
    Optional<JourneyVerdict.Stopper> loss =
        chapter.review().journeys().stream()
            .flatMap(journey -> journey.stoppedBy().stream())
            .min(Comparator.comparingDouble(JourneyVerdict.Stopper::t));
    VBox firstLoss =
        card(
            "First loss",
            loss.map(stopper -> Figures.moment(stopper.t())).orElse("none"),
            loss.map(stopper ->
                    stopper.component()
                        + " ("
                        + stopper.how().label().toLowerCase(Locale.ROOT)
                        + ") after "
                        + Figures.moment(stopper.t()))
                .orElse("no part alone stops a journey"));
    int open = chapter.review().questions().size();
    VBox questions =
        card(
            "Open questions",
            Integer.toString(open),
            open == 0 ? "everything needed is declared" : "answers may change the verdict");
    HBox row = new HBox(12, first, findings, firstLoss, questions);
    for (Node node : List.of(findings, firstLoss, questions)) {
      ((VBox) node).setPrefWidth(190);
    }
    return row;
  }

  private static VBox card(String title, String figure, String words) {
    Label head = new Label(title);
    head.getStyleClass().add("sw-secondary");
    Label value = new Label(figure);
    value.getStyleClass().add("sw-report-figure");
    Label text = new Label(words);
    text.setWrapText(true);
    text.getStyleClass().add("sw-secondary");
    VBox card = new VBox(3, head, value, text);
    card.getStyleClass().add("sw-report-card");
    return card;
  }

  private VBox plan() {
    Label title = new Label("Do these first");
    title.getStyleClass().add("sw-heading");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("sw-report-plan");
    ColumnConstraints number = new ColumnConstraints(22);
    ColumnConstraints change = new ColumnConstraints();
    change.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints()
        .addAll(number, change, column(120), column(150), column(100), column(80));
    String[] heads = {"", "Change", "Ways to lose", "Worst latency", "Findings gone", "Effort"};
    for (int i = 0; i < heads.length; i++) {
      Label head = new Label(heads[i]);
      head.getStyleClass().add("sw-secondary");
      grid.add(head, i, 0);
    }
    List<PlanStep> steps = chapter.plan();
    int row = 1;
    for (PlanStep step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
      grid.add(new Label(Integer.toString(row)), 0, row);
      grid.add(change(step), 1, row);
      grid.add(
          beforeAfter(Integer.toString(step.waysBefore()), Integer.toString(step.waysAfter())),
          2,
          row);
      grid.add(
          beforeAfter(Figures.time(step.latencyBefore()), Figures.time(step.latencyAfter())),
          3,
          row);
      grid.add(new Label(Integer.toString(step.gone())), 4, row);
      grid.add(new Label(step.effort().word()), 5, row);
      for (Node node : grid.getChildren()) {
        GridPane.setValignment(node, VPos.TOP);
      }
      row++;
    }
    if (steps.isEmpty()) {
      grid.add(new Label("Nothing that a change of the design would mend."), 1, row);
    }
    VBox box = new VBox(10, title, grid);
    box.getStyleClass().add("sw-report-section");
    return box;
  }

  private static ColumnConstraints column(double width) {
    ColumnConstraints column = new ColumnConstraints(width);
    column.setHalignment(HPos.LEFT);
    return column;
  }

  private static VBox change(PlanStep step) {
    List<String> titles = new ArrayList<>();
    step.recommendations().forEach(recommendation -> titles.add(recommendation.title()));
    Label what = new Label(String.join("; ", titles));
    what.setWrapText(true);
    what.getStyleClass().add("sw-strong");
    Label cost = new Label(step.tradeOff());
    cost.setWrapText(true);
    cost.getStyleClass().add("sw-secondary");
    VBox box = new VBox(2, what, cost);
    box.getStyleClass().add("sw-report-change");
    return box;
  }

  private static Node beforeAfter(String before, String after) {
    if (before.equals(after)) {
      return new Label(after);
    }
    Text old = new Text(before);
    old.getStyleClass().add("sw-before");
    Text now = new Text(" → " + after);
    now.getStyleClass().add("sw-after");
    return new TextFlow(old, now);
  }

  private VBox picture(DoubleFunction<Node> drawing) {
    Label title = new Label("The design");
    title.getStyleClass().add("sw-heading");
    VBox box = new VBox(10, title, drawing.apply(844));
    box.getStyleClass().add("sw-report-section");
    return box;
  }
}
