package dev.stillwater.ui;

import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.Editing;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Viewport;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Component;
import dev.stillwater.model.Document;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text field over a card or a zone's heading in which the name is changed: Enter takes the new
/// one, Esc the old one.
final class NameField {
  private static final double HEIGHT = 28;

  private final Workspace workspace;
  private final Runnable done;
  private final TextField field = new TextField();
  private Optional<String> component = Optional.empty();
  private Optional<String> zone = Optional.empty();

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

  void beginZone(String id) {
    Optional<Zone> found = workspace.state().design().zones().find(id);
    if (found.isEmpty()) {
      return;
    }
    zone = Optional.of(id);
    field.setText(found.get().name());
    field.setVisible(true);
    layOut();
    field.requestFocus();
    field.selectAll();
  }

  void layOut() {
    zone.flatMap(this::frame)
        .ifPresent(box -> {
          Point corner = workspace.state().viewport().toScreen(new Point(box.x(), box.y()));
          field.resizeRelocate(Math.round(corner.x()) + 4, Math.round(corner.y()) + 2, 160, HEIGHT);
        });
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

  private Optional<Box> frame(String id) {
    return ZoneFrames.drawn(workspace.state().shown().design(), workspace.state().shown().layout())
        .stream()
        .filter(frame -> frame.zones().getFirst().id().equals(id))
        .map(frame ->
            new Box(frame.box().x(), frame.box().y(), frame.box().width(), frame.box().height()))
        .findFirst();
  }

  private void commitZone(String id) {
    String name = field.getText().strip();
    end();
    Optional<Zone> found = workspace.state().design().zones().find(id);
    if (!name.isEmpty() && found.isPresent() && !name.equals(found.get().name())) {
      workspace.commit(
          "Rename zone " + id + " to " + name,
          Editing.set(workspace.state().document(), List.of(id), ZoneAttributes.NAME, name));
    }
  }

  /// Takes what is typed, if anything is being typed.
  void commit() {
    if (zone.isPresent()) {
      commitZone(zone.get());
      return;
    }
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
    zone = Optional.empty();
    field.setVisible(false);
    done.run();
  }
}
