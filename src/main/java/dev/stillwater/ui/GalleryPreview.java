package dev.stillwater.ui;

import dev.stillwater.editor.Assessment;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Parsed;
import dev.stillwater.rules.Severity;
import dev.stillwater.templates.CounterExample;
import dev.stillwater.templates.Parameter;
import dev.stillwater.templates.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A look at one design of the gallery: what it shows, what is found in it, the same system without
/// its pattern beside it, and what it asks for when it is opened.
final class GalleryPreview {
  private static final double WIDTH = 270;
  private static final double HEIGHT = 176;

  /// What a person can do with the design.
  interface Choices {
    void open(Template template, Document document);

    void insert(Document document);

    /// Judges a document, and tells when that is done.
    void assess(Document document, Consumer<Assessment> told);

    void showRule(String rule);
  }

  private final BiFunction<Document, Dimension2D, Node> painter;
  private final Choices choices;
  private final Parent view;
  private final ToggleGroup side = new ToggleGroup();
  private final Map<String, Assessment> known = new HashMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private @Nullable Template template;

  @FXML private ScrollPane scroll;
  @FXML private StackPane picture;
  @FXML private HBox sides;
  @FXML private ToggleButton with;
  @FXML private ToggleButton without;
  @FXML private Label title;
  @FXML private HBox badges;
  @FXML private Label description;
  @FXML private Label look;
  @FXML private GridPane figures;
  @FXML private Label rulesTitle;
  @FXML private FlowPane rules;
  @FXML private Label formTitle;
  @FXML private VBox form;
  @FXML private Button open;
  @FXML private Button insert;

  /// What is typed for a parameter.
  private record Answer(Parameter parameter, TextField field, Label problem) {}

  /// @param painter paints a document in a size
  GalleryPreview(BiFunction<Document, Dimension2D, Node> painter, Choices choices) {
    this.painter = painter;
    this.choices = choices;
    this.view = Views.load("gallery-preview", this);
    view.setVisible(false);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    with.setToggleGroup(side);
    without.setToggleGroup(side);
    side.selectedToggleProperty()
        .addListener((of, was, is) -> {
          if (is == null) {
            side.selectToggle(was);
          } else if (template instanceof Template shown) {
            showSide(shown);
          }
        });
    open.setOnAction(event -> open());
    insert.setOnAction(event -> document().ifPresent(choices::insert));
  }

  void setInsertable(boolean insertable) {
    insert.setVisible(insertable);
    insert.setManaged(insertable);
  }

  void show(Template next) {
    if (next.equals(template)) {
      return;
    }
    template = next;
    view.setVisible(true);
    scroll.setVvalue(0);
    title.setText(next.title());
    badges.getChildren().setAll(GalleryCard.badge(next.kind()));
    show(sides, next.counterExample().isPresent());
    next.counterExample().ifPresent(other -> without.setText("Without " + other.without()));
    side.selectToggle(with);
    showSide(next);
    showRules(next);
    showForm(next);
  }

  /// Paints again, in the colours that hold now.
  void repaint() {
    if (template instanceof Template shown) {
      showSide(shown);
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private boolean isWithout() {
    return side.getSelectedToggle() == without
        && template instanceof Template shown
        && shown.counterExample().isPresent();
  }

  private void showSide(Template shown) {
    Document document = plain(shown);
    picture.getChildren().setAll(painter.apply(document, new Dimension2D(WIDTH, HEIGHT)));
    description.setText(document.design().description());
    Optional<CounterExample> other = shown.counterExample().filter(it -> isWithout());
    look.setText(other.map(it -> "Look: " + it.look()).orElse(""));
    show(look, other.isPresent());
    boolean incident = shown.kind() == Template.Kind.INCIDENT;
    open.setText(
        incident
            ? "Open and replay"
            : other.map(it -> "Open it without " + it.without()).orElse("Open"));
    judge(shown);
  }

  private static Document plain(Template shown, boolean other) {
    return other
        ? shown.counterExample().map(CounterExample::document).orElseGet(shown::document)
        : shown.document();
  }

  private Document plain(Template shown) {
    return plain(shown, isWithout());
  }

  private void judge(Template shown) {
    showFigures(shown);
    judge(shown, shown.name(), shown.document());
    shown
        .counterExample()
        .ifPresent(other -> judge(shown, shown.name() + " without", other.document()));
  }

  private void judge(Template shown, String key, Document document) {
    if (!known.containsKey(key)) {
      choices.assess(
          document,
          assessment -> {
            known.put(key, assessment);
            if (shown.equals(template)) {
              showFigures(shown);
            }
          });
    }
  }

  /// What is found in it, and beside it what is found without its pattern.
  private void showFigures(Template shown) {
    figures.getChildren().clear();
    Assessment here = known.get(shown.name());
    Assessment there = known.get(shown.name() + " without");
    boolean both = shown.counterExample().isPresent();
    int column = both ? 1 : 0;
    if (both) {
      figures.add(head("As it is"), 1, 0);
      figures.add(head("Without"), 2, 0);
    }
    figures.add(word("Findings"), 0, 1);
    figures.add(counts(here), Math.max(1, column), 1);
    figures.add(word("One failure stops"), 0, 2);
    figures.add(risk(here), Math.max(1, column), 2);
    if (both) {
      figures.add(counts(there), 2, 1);
      figures.add(risk(there), 2, 2);
    }
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sw-secondary");
    return label;
  }

  private static Label word(String text) {
    Label label = head(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Node counts(@Nullable Assessment assessment) {
    HBox row = new HBox();
    row.getStyleClass().add("sw-gallery-counts");
    if (assessment == null) {
      row.getChildren().add(new Label("…"));
    } else if (assessment.present().isEmpty()) {
      row.getChildren().add(new Label("none"));
    } else {
      for (Severity severity : assessment.present()) {
        Label mark = new Label();
        mark.getStyleClass().add("sw-gallery-mark");
        FindingCell.mark(mark, severity);
        mark.setText(severity.mark() + " " + assessment.count(severity));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.setTooltip(AttributeField.tip(assessment.count(severity) + " " + severity.word()));
        row.getChildren().add(mark);
      }
    }
    return row;
  }

  private static Node risk(@Nullable Assessment assessment) {
    Label label = new Label(assessment == null ? "…" : assessment.risk());
    label.setWrapText(true);
    return label;
  }

  private void showRules(Template shown) {
    rules.getChildren().clear();
    for (String rule : shown.shows()) {
      Button chip = new Button(rule.replace("REL-", ""));
      chip.getStyleClass().addAll("sw-gallery-chip", "sw-gallery-rule-chip");
      chip.setTooltip(AttributeField.tip("Show all designs about " + rule));
      chip.setOnAction(event -> choices.showRule(rule));
      rules.getChildren().add(chip);
    }
    show(rulesTitle, !shown.shows().isEmpty());
    show(rules, !shown.shows().isEmpty());
  }

  private void showForm(Template shown) {
    answers.clear();
    form.getChildren().clear();
    boolean asks =
        switch (shown.kind()) {
          case REFERENCE -> true;
          case COUNTER_EXAMPLE, EXAMPLE -> !shown.parameters().isEmpty();
          case INCIDENT -> false;
        };
    show(formTitle, asks);
    show(form, asks);
    if (!asks) {
      return;
    }
    Design design = shown.document().design();
    for (Parameter parameter : shown.questions()) {
      Label name = new Label(parameter.title());
      name.getStyleClass().add("sw-secondary");
      TextField field = new TextField(parameter.shown(design));
      field.setId("parameter-" + parameter.name());
      field.setTooltip(AttributeField.tip("Expects " + parameter.expectation(design)));
      field.setAccessibleText(parameter.title());
      field.setOnAction(event -> open());
      Label problem = new Label();
      problem.getStyleClass().add("sw-gallery-problem");
      problem.setWrapText(true);
      problem.setMinHeight(Region.USE_PREF_SIZE);
      show(problem, false);
      field.textProperty().addListener((of, was, is) -> show(problem, false));
      VBox question = new VBox(name, field, problem);
      question.getStyleClass().add("sw-gallery-question");
      form.getChildren().add(question);
      answers.add(new Answer(parameter, field, problem));
    }
  }

  /// Opens what is shown, fitted to what is typed.
  void open() {
    Template shown = template;
    if (shown != null) {
      document().ifPresent(document -> choices.open(shown, document));
    }
  }

  /// What is shown, with what was typed; empty while something typed is no value, which is said
  /// below it.
  private Optional<Document> document() {
    Template shown = template;
    if (shown == null) {
      return Optional.empty();
    }
    Document plain = plain(shown);
    Design design = plain.design();
    boolean changed = false;
    for (Answer answer : answers) {
      String typed = answer.field().getText();
      if (!typed.equals(answer.parameter().shown(shown.document().design()))) {
        changed = true;
        switch (answer.parameter().set(design, typed)) {
          case Parsed.Ok<Design>(Design next) -> design = next;
          case Parsed.Bad<Design>(String reason) -> {
            answer
                .problem()
                .setText(
                    reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + reason.substring(1)
                        + ".");
            show(answer.problem(), true);
            answer.field().requestFocus();
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(changed ? plain.withDesign(design) : plain);
  }
}
