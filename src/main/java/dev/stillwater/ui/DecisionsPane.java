package dev.stillwater.ui;

import dev.stillwater.editor.DecisionRows;
import dev.stillwater.editor.DecisionRows.Row;
import dev.stillwater.editor.DecisionWords;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.ReviewedFinding;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every decision of the design with what became of it, those that need somebody first.
final class DecisionsPane {
  private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

  private final Workspace workspace;
  private final Deciding deciding;
  private final Consumer<String> show;
  private final Parent view;

  @FXML private ListView<Row> list;
  @FXML private VBox empty;

  /// @param show goes to a finding by its key
  DecisionsPane(Workspace workspace, Deciding deciding, Consumer<String> show) {
    this.workspace = workspace;
    this.deciding = deciding;
    this.show = show;
    this.view = Views.load("decisions", this);
    workspace.onChange(this::changed);
    fill(workspace.state());
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    list.setCellFactory(of -> new Cell());
    list.setOnKeyPressed(event -> {
      Row row = list.getSelectionModel().getSelectedItem();
      if (row == null) {
        return;
      }
      if (event.getCode() == KeyCode.ENTER) {
        row.finding().ifPresent(found -> show.accept(found.key()));
        event.consume();
      } else if (event.getCode() == KeyCode.DELETE) {
        deciding.reopen(row.decision().target());
        event.consume();
      }
    });
  }

  private void changed(EditorState before, EditorState after) {
    if (EditorState.differs(before.review(), after.review())) {
      fill(after);
    }
  }

  private void fill(EditorState state) {
    List<Row> rows = state.review().map(it -> DecisionRows.of(it).rows()).orElse(List.of());
    if (!list.getItems().equals(rows)) {
      list.getItems().setAll(rows);
    }
    list.setVisible(!rows.isEmpty());
    empty.setVisible(rows.isEmpty());
  }

  private final class Cell extends ListCell<Row> {
    private final Label state = new Label();
    private final Hyperlink target = new Hyperlink();
    private final Label kind = new Label();
    private final Label reason = new Label();
    private final Label circumstances = new Label();
    private final Label why = new Label();
    private final Button again = new Button("Decide again…");
    private final Button reopen = new Button("Reopen");
    private final VBox words = new VBox(new HBox(8, target, kind, circumstances), reason, why);
    private final HBox line = new HBox(state, words, again, reopen);

    Cell() {
      state.getStyleClass().add("sw-decision-state");
      state.setMinWidth(92);
      target.setMnemonicParsing(false);
      target.getStyleClass().add("sw-question-element");
      kind.getStyleClass().add("sw-tag");
      circumstances.getStyleClass().add("sw-small");
      reason.setWrapText(true);
      why.setWrapText(true);
      why.getStyleClass().add("sw-decision-why");
      HBox.setHgrow(words, Priority.ALWAYS);
      words.setSpacing(2);
      words.setMinWidth(0);
      for (Button button : List.of(again, reopen)) {
        button.getStyleClass().add("sw-small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
      }
      line.getStyleClass().add("sw-decision-row");
      target.setOnAction(event -> found(this::goTo));
      again.setOnAction(event -> found(this::again));
      reopen.setOnAction(event -> {
        if (getItem() != null) {
          deciding.reopen(getItem().decision().target());
        }
      });
      setPrefWidth(0);
    }

    private void found(Consumer<ReviewedFinding> then) {
      if (getItem() != null) {
        getItem().finding().ifPresent(then);
      }
    }

    private void goTo(ReviewedFinding found) {
      show.accept(found.key());
    }

    private void again(ReviewedFinding found) {
      Row row = getItem();
      DecisionKind how =
          row == null
              ? DecisionKind.ACCEPTED
              : row.decision()
                  .attributes()
                  .get(DecisionAttributes.KIND)
                  .orElse(DecisionKind.ACCEPTED);
      deciding.decide(found, how);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      if (row == null || isEmpty) {
        setGraphic(null);
        return;
      }
      DecisionStatus status = row.status();
      state.setText(DecisionWords.state(status));
      line.pseudoClassStateChanged(ATTENTION, status.needsAttention());
      target.setText(row.decision().target().replace("REL-", ""));
      kind.setText(DecisionWords.state(row.decision()));
      circumstances.setText(DecisionWords.circumstances(row.decision()));
      reason.setText(DecisionWords.reason(row.decision()));
      String text = DecisionWords.why(status);
      why.setText(text);
      why.setVisible(!text.isEmpty());
      why.setManaged(!text.isEmpty());
      again.setVisible(status.needsAttention() && row.finding().isPresent());
      again.setManaged(again.isVisible());
      reopen.setText(status.state() == DecisionStatus.State.HOLDS ? "Reopen" : "Remove");
      setAccessibleText(
          row.decision().target() + ", " + kind.getText() + ", " + state.getText() + ". " + text);
      setGraphic(line);
    }
  }
}
