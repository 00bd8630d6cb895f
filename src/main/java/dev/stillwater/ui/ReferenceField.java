package dev.stillwater.ui;

import dev.stillwater.editor.Fuzzy;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Parsed;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// An attribute that names another element or a preset: typed with suggestions, and refused when
/// nothing has that name.
final class ReferenceField extends TypedField<String> {
  private static final int MOST = 12;

  /// Something that can be named.
  ///
  /// @param title what it is, for people
  record Suggestion(String id, String title) {
    private String text() {
      return title.isEmpty() || title.equals(id) ? id : id + "   " + title;
    }
  }

  private final Supplier<List<Suggestion>> suggestions;
  private final ContextMenu menu = new ContextMenu();

  ReferenceField(
      Attribute<String> attribute, Commits commits, Supplier<List<Suggestion>> suggestions) {
    super(attribute, commits);
    this.suggestions = suggestions;
    menu.getStyleClass().add("sw-suggestions");
    input().getStyleClass().add("sw-reference");
    input().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> suggest(""));
    input()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.DOWN && !menu.isShowing()) {
                suggest("");
                event.consume();
              }
            });
    input()
        .textProperty()
        .addListener((of, was, is) -> {
          if (input().isFocused() && !is.isBlank()) {
            suggest(is);
          } else {
            menu.hide();
          }
        });
    input()
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (!is) {
            menu.hide();
          }
        });
  }

  private void suggest(String typed) {
    List<Suggestion> found = Fuzzy.find(typed, suggestions.get(), Suggestion::text);
    boolean exact = found.size() == 1 && found.getFirst().id().equals(typed);
    if (found.isEmpty() || exact || input().getScene() == null) {
      menu.hide();
      return;
    }
    menu.getItems().setAll(found.stream().limit(MOST).map(this::item).toList());
    if (!menu.isShowing()) {
      menu.show(input(), Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(Suggestion suggestion) {
    MenuItem item = new MenuItem(suggestion.text());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> {
      input().setText(suggestion.id());
      settle();
      menu.hide();
    });
    return item;
  }

  @Override
  Parsed<String> read(String typed) {
    String id = typed.strip();
    return suggestions.get().stream().anyMatch(suggestion -> suggestion.id().equals(id))
        ? Parsed.ok(id)
        : Parsed.bad(
            "expected " + attribute().type().expectation() + ", there is no \"" + id + "\"");
  }
}
