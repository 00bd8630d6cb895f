package dev.stillwater.ui;

import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.model.Attribute;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// An attribute of several lines; leaving the field or Ctrl+Enter commits.
final class LongTextField extends AttributeField<String> {
  private final GrowingText input = new GrowingText();
  private String loaded = "";

  LongTextField(Attribute<String> attribute, Commits commits) {
    super(attribute, commits);
    input.setId("input-" + attribute.key());
    input.setAccessibleText(attribute.label());
    input.setPromptText("none");
    input
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (!is) {
            settle();
          }
        });
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !input.getText().equals(loaded)) {
            input.setText(loaded);
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            settle();
            event.consume();
          }
        });
    arrange(input, true);
  }

  @Override
  void settle() {
    String typed = input.getText().strip();
    if (!typed.equals(loaded.strip())) {
      loaded = input.getText();
      set(typed.isEmpty() ? null : typed);
    }
  }

  @Override
  void display(@Nullable Field<String> before, Field<String> now) {
    boolean same = before != null && before.target().equals(now.target());
    boolean typing = same && input.isFocused() && !input.getText().equals(loaded);
    loaded = now.shown() instanceof Shown.Known<String> known ? known.value() : "";
    input.setPromptText(now.shown() instanceof Shown.Mixed<String> ? "mixed" : "none");
    if (!typing && !input.getText().equals(loaded)) {
      input.setText(loaded);
    }
  }

  @Override
  void focus() {
    input.requestFocus();
    input.end();
  }

  /// A text area as high as its text, within bounds.
  static final class GrowingText extends TextArea {
    private static final double PADDING = 9;
    private static final double SIDES = 18;
    private static final double HIGHEST = 180;
    private static final double SMALLEST = 26;

    private final Text measure = new Text();

    GrowingText() {
      setWrapText(true);
      getStyleClass().addAll("sw-field", "sw-long-text");
      measure.textProperty().bind(textProperty());
      measure.fontProperty().bind(fontProperty());
      textProperty().addListener((of, was, is) -> requestLayout());
      // A skin made while styles are applied is not styled itself until something changes.
      skinProperty()
          .addListener((of, was, is) -> Platform.runLater(() -> getStyleClass().add("sw-skinned")));
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      measure.setWrappingWidth(Math.max(40, (width > 0 ? width : 240) - SIDES));
      return Math.clamp(
          Math.ceil(measure.getLayoutBounds().getHeight()) + PADDING, SMALLEST, HIGHEST);
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }
  }
}
