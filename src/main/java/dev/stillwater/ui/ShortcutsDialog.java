package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All shortcuts at a glance, grouped like the menus, and what the mouse can do.
public final class ShortcutsDialog {
  private final Modal modal;
  private final Supplier<List<Action>> actions;
  private final List<Gesture> gestures;
  private final Parent view;

  @FXML private VBox left;
  @FXML private VBox right;
  @FXML private Button close;

  /// Something that the mouse can do.
  ///
  /// @param how with keys in the notation of key combinations: `Shortcut+wheel`
  public record Gesture(String how, String what) {}

  public ShortcutsDialog(Modal modal, Supplier<List<Action>> actions, List<Gesture> gestures) {
    this.modal = modal;
    this.actions = actions;
    this.gestures = List.copyOf(gestures);
    this.view = Views.load("shortcuts", this);
  }

  public void show() {
    fill();
    modal.show(view, Pos.CENTER, close, () -> {});
  }

  @FXML
  private void initialize() {
    close.setOnAction(event -> modal.close());
  }

  private void fill() {
    Map<String, List<Node>> groups = new LinkedHashMap<>();
    for (Action action : actions.get()) {
      if (action.shortcut().isPresent()) {
        groups
            .computeIfAbsent(action.group(), g -> new ArrayList<>())
            .add(row(action.title(), action.shortcut().get(), action.alternative().orElse("")));
      }
    }
    if (!gestures.isEmpty()) {
      groups.put(
          "With the mouse",
          gestures.stream()
              .map(gesture -> (Node) row(capital(gesture.what()), gesture.how(), ""))
              .toList());
    }
    left.getChildren().clear();
    right.getChildren().clear();
    int total = groups.values().stream().mapToInt(List::size).sum() + 2 * groups.size();
    int placed = 0;
    for (Map.Entry<String, List<Node>> group : groups.entrySet()) {
      Label title = new Label(group.getKey());
      title.getStyleClass().add("sw-subtitle");
      VBox box = new VBox(title);
      box.getChildren().addAll(group.getValue());
      box.getStyleClass().add("sw-shortcut-group");
      boolean first = placed == 0 || placed + group.getValue().size() <= (total + 1) / 2;
      (first ? left : right).getChildren().add(box);
      placed += group.getValue().size() + 2;
    }
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static HBox row(String what, String keys, String alternative) {
    Label title = new Label(what.replace("…", ""));
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox caps = new HBox();
    caps.getStyleClass().add("sw-keys");
    caps.getChildren().addAll(KeyCaps.of(keys));
    if (!alternative.isEmpty()) {
      Label or = new Label("or");
      or.getStyleClass().add("sw-small");
      caps.getChildren().add(or);
      caps.getChildren().addAll(KeyCaps.of(alternative));
    }
    HBox row = new HBox(title, caps);
    row.getStyleClass().add("sw-shortcut");
    return row;
  }
}
