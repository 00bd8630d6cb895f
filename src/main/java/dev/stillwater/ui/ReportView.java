package dev.stillwater.ui;

import dev.stillwater.model.Figures;
import dev.stillwater.report.Chapter;
import dev.stillwater.report.FindingFilter;
import dev.stillwater.report.FirstLoss;
import dev.stillwater.report.Logo;
import dev.stillwater.report.Presentation;
import dev.stillwater.report.ReportFormat;
import dev.stillwater.report.ReportFormats;
import dev.stillwater.report.Verdict;
import dev.stillwater.review.PlanStep;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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

/// The first page of the report as it will be exported, what to choose of it, and the formats to
/// export it in. The numbers come from the same chapter that the formats write.
final class ReportView {
  private static final int MOST_STEPS = 5;

  private final Chapter whole;
  private final int rules;
  private final DoubleFunction<Node> drawing;
  private final ReportChoices choices;
  private final StackPane desk = new StackPane();
  private final StackPane view = new StackPane();
  private Chapter chapter;

  /// Writes the report as it was chosen.
  interface Export {
    /// @param format the name of a format: `html`
    void write(String format, FindingFilter filter, Presentation presentation);
  }

  /// @param drawing the drawing as a node of a given width
  /// @param choosePicture asks for a logo
  ReportView(
      Chapter chapter,
      Presentation usual,
      DoubleFunction<Node> drawing,
      Supplier<Optional<Logo>> choosePicture,
      Export export,
      Runnable close) {
    this.whole = chapter;
    this.chapter = chapter;
    this.rules = chapter.review().rules().size();
    this.drawing = drawing;
    this.choices =
        new ReportChoices(
            chapter.review().document().design(), usual, choosePicture, this::refresh);
    refresh();
    desk.getStyleClass().add("sw-report-desk");
    ScrollPane scroll = new ScrollPane(desk);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("sw-plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox all = new VBox(bar(export, close), choices.view(), scroll);
    all.getStyleClass().add("sw-report");
    view.getChildren().setAll(all);
    view.setId("report");
  }

  Parent view() {
    return view;
  }

  /// Shows the page as it is chosen now.
  private void refresh() {
    chapter = whole.filtered(choices.filter());
    VBox page = new VBox(head(), cards(), plan(), picture(drawing));
    page.getStyleClass().add("sw-report-page");
    page.setMaxWidth(940);
    desk.getChildren().setAll(page);
  }

  private HBox bar(Export export, Runnable close) {
    Label title = new Label("Export review");
    title.getStyleClass().add("sw-heading");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox bar = new HBox(title, spring);
    bar.getStyleClass().add("sw-report-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().add(others(export));
    bar.getChildren().add(button("PDF", "pdf", export, false));
    bar.getChildren().add(button("HTML page", "html", export, true));
    Button end = new Button("Close");
    end.setId("report-close");
    end.setCancelButton(true);
    end.setOnAction(event -> close.run());
    bar.getChildren().add(end);
    return bar;
  }

  private Button button(String text, String format, Export export, boolean primary) {
    Button button = new Button(text);
    button.setId("export-" + format);
    if (primary) {
      button.getStyleClass().add("sw-primary");
    }
    button.setOnAction(event -> write(export, format));
    return button;
  }

  /// The formats that have no button of their own.
  private MenuButton others(Export export) {
    MenuButton button = new MenuButton("Other formats");
    button.setId("export-others");
    for (ReportFormat format : ReportFormats.ALL) {
      if (!List.of("html", "pdf").contains(format.name())) {
        MenuItem item =
            new MenuItem(format.name().toUpperCase(Locale.ROOT) + ": " + format.purpose());
        item.setId("export-" + format.name());
        item.setOnAction(event -> write(export, format.name()));
        button.getItems().add(item);
      }
    }
    return button;
  }

  private void write(Export export, String format) {
    export.write(format, choices.filter(), choices.presentation());
  }

  private VBox head() {
    Label kind = new Label(choices.presentation().heading());
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
                + ". Reviewed against "
                + Figures.count(rules, "rule")
                + ".");
    counts.getStyleClass().add("sw-report-lead");
    return new VBox(6, new HBox(kind, spring, stamp), name, counts);
  }

  private HBox cards() {
    Verdict verdict = Verdict.of(whole.review());
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
    Optional<FirstLoss> loss = FirstLoss.of(chapter);
    VBox firstLoss =
        card(
            "First loss after a slow part",
            loss.map(found -> Figures.moment(found.t())).orElse("none"),
            loss.map(found -> String.join(" → ", found.way()))
                .orElse("no part that answers slowly stops a journey"));
    if (!chapter.filter().isAll()) {
      findings
          .getChildren()
          .add(
              secondary(
                  whole.review().findings().size()
                      - chapter.review().findings().size()
                      + " left out"));
    }
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

  private static Label secondary(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sw-secondary");
    return label;
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
          beforeAfter(
              Integer.toString(step.waysBefore()),
              Integer.toString(step.waysAfter()),
              step.waysAfter() <= step.waysBefore()),
          2,
          row);
      grid.add(
          beforeAfter(
              Figures.time(step.latencyBefore()),
              Figures.time(step.latencyAfter()),
              step.latencyAfter() <= step.latencyBefore()),
          3,
          row);
      grid.add(
          new Label(
              step.gone() + (step.follow().isEmpty() ? "" : ", " + step.follow().size() + " new")),
          4,
          row);
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

  private static Node beforeAfter(String before, String after, boolean better) {
    if (before.equals(after)) {
      return new Label(after);
    }
    Text old = new Text(before);
    old.getStyleClass().add("sw-before");
    Text now = new Text(" → " + after);
    now.getStyleClass().add(better ? "sw-after" : "sw-after-worse");
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
