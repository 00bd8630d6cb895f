package dev.stillwater.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A shortcut as a row of keys.
final class KeyCaps {
  private KeyCaps() {}

  /// @param combination in the notation of key combinations: `Shortcut+Z`
  static List<Node> of(String combination) {
    String shown = Shortcuts.show(combination);
    List<Node> caps = new ArrayList<>();
    for (String key : shown.split("(?<=.)\\+(?=.)")) {
      Label cap = new Label(key);
      cap.getStyleClass().add("sw-key");
      cap.setMinWidth(Region.USE_PREF_SIZE);
      caps.add(cap);
    }
    return caps;
  }
}
