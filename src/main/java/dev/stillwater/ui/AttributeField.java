package dev.stillwater.ui;

import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.editor.Spelling;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Document;
import dev.stillwater.model.Parsed;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One attribute in the inspector: its label, a control, where its value comes from, a button that
/// makes it unknown again, and below it what is wrong with what was typed.
///
/// A field is made once for an attribute and shows one element after the other.
abstract class AttributeField<T> {
  static final PseudoClass UNDECLARED = PseudoClass.getPseudoClass("undeclared");
  static final PseudoClass MIXED = PseudoClass.getPseudoClass("mixed");
  static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  static final PseudoClass ASSUMED = PseudoClass.getPseudoClass("assumed");

  /// Where changes go.
  @FunctionalInterface
  interface Commits {
    /// @param merge joins this step with the one before that has the same key; null for never
    void commit(String label, UnaryOperator<Document> change, @Nullable String merge);
  }

  private final Attribute<T> attribute;
  private final Commits commits;
  private final Label label = new Label();
  private final Label origin = new Label();
  private final Label error = new Label();
  private final Label note = new Label();
  private final Button clear = new Button();
  private final StackPane trailing = new StackPane(origin, clear);
  private final VBox view = new VBox();
  private @Nullable Field<T> field;

  AttributeField(Attribute<T> attribute, Commits commits) {
    this.attribute = attribute;
    this.commits = commits;
    label.setText(attribute.label());
    label.setWrapText(true);
    label.getStyleClass().add("sw-field-label");
    origin.getStyleClass().add("sw-origin");
    error.getStyleClass().add("sw-field-error");
    error.setWrapText(true);
    error.setManaged(false);
    error.setVisible(false);
    note.getStyleClass().add("sw-field-note");
    note.setWrapText(true);
    note.setManaged(false);
    note.setVisible(false);
    clear.getStyleClass().add("sw-clear");
    clear.setGraphic(Icons.of("fth-x"));
    clear.setFocusTraversable(false);
    clear.setVisible(false);
    clear.setTooltip(tip("Make it unknown again"));
    clear.setAccessibleText("Make " + attribute.label() + " unknown again");
    clear.setOnAction(event -> set(null));
    StackPane.setAlignment(origin, Pos.CENTER_LEFT);
    StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
    trailing.getStyleClass().add("sw-field-trailing");
    view.getStyleClass().add("sw-field-row");
    view.setId("field-" + attribute.key());
    String hint = Spelling.hint(attribute.type());
    label.setTooltip(
        tip(attribute.help() + "\n" + attribute.key() + (hint.isEmpty() ? "" : " · " + hint)));
    ObservableValue<Boolean> hover = view.hoverProperty();
    hover.addListener((of, was, is) -> showClear());
  }

  static Tooltip tip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setShowDelay(Duration.millis(400));
    tip.setWrapText(true);
    tip.setMaxWidth(320);
    return tip;
  }

  /// Puts label, control and origin in one line, or the control below both.
  final void arrange(Node control, boolean below) {
    Node line;
    if (below) {
      HBox.setHgrow(label, Priority.ALWAYS);
      label.getStyleClass().add("sw-field-label-wide");
      HBox top = new HBox(label, trailing);
      top.getStyleClass().add("sw-field-line");
      line = new VBox(top, control);
    } else {
      HBox.setHgrow(control, Priority.ALWAYS);
      HBox row = new HBox(label, control, trailing);
      row.getStyleClass().add("sw-field-line");
      line = row;
    }
    view.getChildren().setAll(line, note, error);
  }

  final Node view() {
    return view;
  }

  final Attribute<T> attribute() {
    return attribute;
  }

  final Field<T> field() {
    return Objects.requireNonNull(field, attribute.key());
  }

  /// Shows another state of the same attribute.
  final void show(Field<?> next) {
    if (next.attribute() != attribute) {
      throw new IllegalArgumentException(next.attribute() + " in the field of " + attribute);
    }
    @SuppressWarnings("unchecked")
    Field<T> typed = (Field<T>) next;
    Field<T> before = field;
    if (typed.equals(before)) {
      return;
    }
    field = typed;
    display(before, typed);
    origin.setText(
        switch (typed.shown()) {
          case Shown.Known<T> known -> known.origin().word();
          case Shown.Undeclared<T> u -> "";
          case Shown.Mixed<T> m -> "";
        });
    showClear();
  }

  /// Says where the value comes from, to whoever rests on the word for it.
  final void explain(String sentence) {
    Tooltip tip = origin.getTooltip();
    if (tip == null) {
      origin.setTooltip(tip(sentence));
    } else if (!tip.getText().equals(sentence)) {
      tip.setText(sentence);
    }
    origin.setAccessibleText(sentence);
  }

  private void showClear() {
    Field<T> shown = field;
    boolean declared =
        shown != null
            && (shown.shown() instanceof Shown.Mixed<T>
                || (shown.shown() instanceof Shown.Known<T> known
                    && known.origin() == dev.stillwater.editor.Inspection.Origin.DECLARED));
    boolean visible = declared && view.isHover();
    clear.setVisible(visible);
    origin.setVisible(!visible);
  }

  /// Brings the control up to date.
  ///
  /// @param before what it showed until now; null at first
  abstract void display(@Nullable Field<T> before, Field<T> now);

  /// Takes over what was typed and not yet committed; before the field shows something else.
  void settle() {}

  /// Gives the control the keyboard.
  abstract void focus();

  final void set(@Nullable T value) {
    set(value, null);
  }

  final void set(@Nullable T value, @Nullable String merge) {
    complain(null);
    Field<T> target = field();
    commits.commit(target.label(value == null), document -> target.write(document, value), merge);
  }

  /// Says something more about the value; empty for nothing.
  final void note(String text) {
    note.setText(text);
    note.setManaged(!text.isEmpty());
    note.setVisible(!text.isEmpty());
  }

  /// Says what is wrong with what was typed; null when nothing is.
  final void complain(@Nullable String reason) {
    error.setText(reason == null ? "" : reason);
    error.setManaged(reason != null);
    error.setVisible(reason != null);
    view.pseudoClassStateChanged(INVALID, reason != null);
  }

  /// The reason of a refusal as a sentence.
  static String sentence(Parsed.Bad<?> bad) {
    String reason = bad.reason();
    return reason.isEmpty()
        ? reason
        : Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
