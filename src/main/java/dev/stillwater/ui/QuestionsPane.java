package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.review.Review;
import dev.stillwater.rules.Question;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What could not be judged because something is undeclared: each question with its answers, one
/// click writes one down.
public final class QuestionsPane {
  private final Workspace workspace;
  private final Consumer<String> reveal;
  private final Parent view;
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");

  @FXML private ListView<Question> list;
  @FXML private VBox empty;
  @FXML private Label emptyText;

  /// @param reveal brings an element of the drawing into view
  public QuestionsPane(Workspace workspace, Consumer<String> reveal) {
    this.workspace = workspace;
    this.reveal = reveal;
    this.view = Views.load("questions", this);
    workspace.onChange(this::changed);
    fill(workspace.state());
  }

  public Parent view() {
    return view;
  }

  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  @FXML
  private void initialize() {
    list.setCellFactory(of -> new Cell());
  }

  private void changed(EditorState before, EditorState after) {
    if (EditorState.differs(before.review(), after.review())) {
      fill(after);
    }
  }

  private void fill(EditorState state) {
    List<Question> questions = state.review().map(Review::questions).orElse(List.of());
    if (!list.getItems().equals(questions)) {
      list.getItems().setAll(questions);
    }
    count.set(questions.size());
    list.setVisible(!questions.isEmpty());
    empty.setVisible(questions.isEmpty());
    emptyText.setText(
        state.design().components().isEmpty()
            ? "Questions appear when something that matters is not declared."
            : "Everything that the rules wanted to know is declared.");
  }

  private void answer(Question.Answer answer) {
    workspace.apply(answer.edit());
  }

  private void goTo(Question question) {
    Design design = workspace.state().design();
    String element = question.element();
    if (design.components().contains(element)) {
      workspace.select(Selection.component(element));
    } else if (design.links().contains(element)) {
      workspace.select(Selection.link(element));
    } else if (design.journeys().contains(element)) {
      workspace.select(Selection.journey(element));
    } else {
      return;
    }
    reveal.accept(element);
  }

  private final class Cell extends ListCell<Question> {
    private final Hyperlink element = new Hyperlink();
    private final Label text = new Label();
    private final Label rule = new Label();
    private final HBox answers = new HBox();
    private final HBox line = new HBox(element, text, answers, rule);

    Cell() {
      element.getStyleClass().add("sw-question-element");
      element.setMnemonicParsing(false);
      element.setOnAction(event -> {
        if (getItem() != null) {
          goTo(getItem());
        }
      });
      text.getStyleClass().add("sw-question-text");
      text.setWrapText(true);
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      rule.getStyleClass().add("sw-finding-rule");
      answers.getStyleClass().add("sw-question-answers");
      answers.setMinWidth(Region.USE_PREF_SIZE);
      line.getStyleClass().add("sw-question-row");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Question question, boolean isEmpty) {
      super.updateItem(question, isEmpty);
      if (question == null || isEmpty) {
        setGraphic(null);
        return;
      }
      element.setText(question.element());
      text.setText(Typography.typeset(question.text()));
      rule.setText(question.key().split("@", 2)[0].replace("REL-", ""));
      answers
          .getChildren()
          .setAll(
              question.answers().stream()
                  .map(answer -> {
                    Button button = new Button(answer.title());
                    button.setMnemonicParsing(false);
                    button.getStyleClass().add("sw-small-button");
                    button.setMinWidth(Region.USE_PREF_SIZE);
                    button.setTooltip(AttributeField.tip(answer.edit().title()));
                    button.setOnAction(event -> answer(answer));
                    return button;
                  })
                  .toList());
      setGraphic(line);
    }
  }
}
