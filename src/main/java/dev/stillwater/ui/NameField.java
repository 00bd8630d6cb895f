package dev.stillwater.ui;

import dev.stillwater.editor.Box;
import dev.stillwater.editor.Editing;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Viewport;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Component;
import dev.stillwater.model.Document;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text field over a card in which its component is renamed: Enter takes the name, Esc the old
/// one.
final class NameField {
  private static final double HEIGHT = 28;

  private final Workspace workspace;
  private final Runnable done;
  private final TextField field = new TextField();
  private Optional<String> component = Optional.empty();

  /// @param done is run when the field goes away
  NameField(Workspace workspace, Runnable done) {
    this.workspace = workspace;
    this.done = done;
    field.setId("rename");
    field.getStyleClass().add("sw-rename");
    field.setManaged(false);
    field.setVisible(false);
    field.setAccessibleText("New name");
    field.setOnAction(event -> commit());
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (!is) {
            commit();
          }
        });
  }

  Node node() {
    return field;
  }

  void begin(String id) {
    Optional<Component> found = workspace.state().design().components().find(id);
    if (found.isEmpty()) {
      return;
    }
    component = Optional.of(id);
    field.setText(found.get().name());
    field.setVisible(true);
    layOut();
    field.requestFocus();
    field.selectAll();
  }

  void layOut() {
    component
        .flatMap(id -> workspace.state().shown().layout().of(id))
        .ifPresent(at -> {
          Viewport viewport = workspace.state().viewport();
          Box card = Box.card(at);
          Point left = viewport.toScreen(new Point(card.x(), card.center().y()));
          double width = Math.max(140, card.width() * viewport.zoom());
          field.resizeRelocate(
              Math.round(left.x()), Math.round(left.y() - HEIGHT / 2), width, HEIGHT);
        });
  }

  /// Takes what is typed, if anything is being typed.
  void commit() {
    if (component.isEmpty()) {
      return;
    }
    String id = component.get();
    String name = field.getText().strip();
    end();
    if (name.isEmpty() || workspace.state().design().components().find(id).isEmpty()) {
      return;
    }
    if (name.equals(workspace.state().design().components().get(id).name())) {
      return;
    }
    Document renamed = Editing.rename(workspace.state().document(), id, name);
    workspace.commit("Rename " + id + " to " + name, renamed);
    workspace.state().design().components().stream()
        .filter(c -> c.name().equals(name))
        .reduce((first, second) -> second)
        .ifPresent(c -> workspace.select(Selection.component(c.id())));
  }

  private void end() {
    component = Optional.empty();
    field.setVisible(false);
    done.run();
  }
}
