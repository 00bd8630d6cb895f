package dev.stillwater.ui;

import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Origin;
import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.editor.Inspection.Target;
import dev.stillwater.editor.Spelling;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.ValueType;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// An attribute that is typed: a text, a number with its unit, a duration, a list of names.
///
/// Enter and leaving the field commit; Esc brings back what was there. What cannot be read stays
/// where it was typed, with the reason below, also when another element is shown in between.
class TypedField<T> extends AttributeField<T> {
  private final TextField input = new TextField();
  private final Map<Target, String> drafts = new HashMap<>();
  private String loaded = "";

  TypedField(Attribute<T> attribute, Commits commits) {
    super(attribute, commits);
    input.getStyleClass().add("sw-field");
    input.setId("input-" + attribute.key());
    input.setAccessibleText(attribute.label());
    input.setOnAction(event -> commitAndStay());
    input
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (!is) {
            settle();
          }
        });
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    arrange(input, false);
  }

  final TextField input() {
    return input;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isDirty()) {
      drafts.remove(field().target());
      complain(null);
      load(loaded);
      event.consume();
    } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      step(event.getCode() == KeyCode.UP ? 1 : -1, event);
    }
  }

  /// Whole numbers go up and down with the arrow keys; steps that follow each other are one.
  private void step(int by, KeyEvent event) {
    if (!(attribute().type() instanceof ValueType.Whole whole)
        || !(attribute().type().parse(input.getText()) instanceof Parsed.Ok<T> ok)
        || !(ok.value() instanceof Integer number)) {
      return;
    }
    event.consume();
    int next = Math.clamp((long) number + by, whole.least(), whole.most());
    if (attribute().type().parse(Integer.toString(next)) instanceof Parsed.Ok<T> stepped) {
      set(stepped.value(), "step " + attribute().key() + " of " + field().target().name());
      input.end();
    }
  }

  private boolean isDirty() {
    return !input.getText().equals(loaded);
  }

  private void commitAndStay() {
    settle();
    input.selectAll();
  }

  @Override
  final void settle() {
    if (!isDirty()) {
      return;
    }
    String typed = input.getText();
    if (typed.isBlank()) {
      drafts.remove(field().target());
      boolean declared =
          !(field().shown() instanceof Shown.Known<T> known) || known.origin() == Origin.DECLARED;
      load(loaded);
      if (declared) {
        set(null);
      }
      return;
    }
    switch (read(typed)) {
      case Parsed.Ok<T> ok -> {
        drafts.remove(field().target());
        loaded = typed;
        set(ok.value());
        reload();
      }
      case Parsed.Bad<T> bad -> {
        drafts.put(field().target(), typed);
        complain(sentence(bad));
      }
    }
  }

  /// Reads what was typed.
  Parsed<T> read(String typed) {
    return attribute().type().parse(typed);
  }

  @Override
  final void display(@Nullable Field<T> before, Field<T> now) {
    boolean same = before != null && before.target().equals(now.target());
    boolean keep = same && isDirty() && (input.isFocused() || drafts.containsKey(now.target()));
    if (keep) {
      loaded = text(now);
    } else {
      complain(null);
      load(text(now));
      String draft = drafts.get(now.target());
      if (draft != null) {
        input.setText(draft);
        if (read(draft) instanceof Parsed.Bad<T> bad) {
          complain(sentence(bad));
        }
      }
    }
    boolean undeclared = now.shown() instanceof Shown.Undeclared<T>;
    boolean mixed = now.shown() instanceof Shown.Mixed<T>;
    input.setPromptText(mixed ? "mixed" : undeclared ? "not declared" : "");
    input.pseudoClassStateChanged(UNDECLARED, undeclared);
    input.pseudoClassStateChanged(MIXED, mixed);
    input.pseudoClassStateChanged(
        ASSUMED, now.shown() instanceof Shown.Known<T> known && known.origin() != Origin.DECLARED);
  }

  /// The spelling of the value that holds now, whatever was typed to get there.
  private void reload() {
    load(text(field()));
  }

  private void load(String text) {
    loaded = text;
    if (!input.getText().equals(text)) {
      input.setText(text);
      if (input.isFocused()) {
        input.end();
      } else {
        input.home();
      }
    }
  }

  private String text(Field<T> field) {
    return field.shown() instanceof Shown.Known<T> known
        ? Spelling.of(attribute(), known.value())
        : "";
  }

  @Override
  final void focus() {
    input.requestFocus();
    input.selectAll();
  }
}
