package dev.stillwater.ui;

import dev.stillwater.editor.ComparedRow;
import dev.stillwater.editor.FixSummary;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line of a comparison: in what way, how severe, about what, and what is to be said.
final class ComparedCell extends ListCell<ComparedRow> {
  private final Label word = new Label();
  private final Label mark = new Label();
  private final Label name = new Label();
  private final Label text = new Label();
  private final Label rule = new Label();
  private final HBox line = new HBox(word, mark, name, text, rule);
  private final Tooltip tip = AttributeField.tip("");

  ComparedCell() {
    word.getStyleClass().add("sw-compare-word");
    mark.getStyleClass().add("sw-mark");
    mark.setMinWidth(16);
    name.getStyleClass().add("sw-compare-name");
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    rule.getStyleClass().add("sw-finding-rule");
    rule.setMinWidth(Region.USE_PREF_SIZE);
    line.getStyleClass().add("sw-compare-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ComparedRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    if (row == null || isEmpty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    word.setText(row.word());
    word.getStyleClass().removeIf(style -> style.startsWith("sw-trial-"));
    word.getStyleClass().add(turn(row.turn()));
    mark.setText("");
    row.severity().ifPresent(severity -> FindingCell.mark(mark, severity));
    name.setText(Typography.typeset(row.name()));
    text.setText(Typography.typeset(row.text()));
    rule.setText(row.rule());
    tip.setText(name.getText() + (text.getText().isEmpty() ? "" : "\n" + text.getText()));
    setTooltip(tip);
    setAccessibleText(
        row.word()
            + ": "
            + row.severity().map(severity -> severity.word() + ", ").orElse("")
            + name.getText()
            + ", "
            + text.getText());
    setGraphic(line);
  }

  /// The style of better and worse.
  static String turn(FixSummary.Turn turn) {
    return switch (turn) {
      case BETTER -> "sw-trial-better";
      case WORSE -> "sw-trial-worse";
      case SAME -> "sw-trial-same";
    };
  }
}
