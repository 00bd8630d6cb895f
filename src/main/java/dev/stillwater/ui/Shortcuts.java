package dev.stillwater.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/// How shortcuts are shown: `Ctrl+Z`, on a Mac `⌘Z`.
final class Shortcuts {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

  private Shortcuts() {}

  /// What a toolkit listens for.
  ///
  /// @param keys modifiers and the name of a key code, in any case: `Shortcut+Shift+Digit0`. The
  ///   toolkit's own notation calls some keys otherwise, and would wait for a character of that
  ///   name for ever
  /// @throws IllegalArgumentException when there is no such key
  static KeyCombination combination(String keys) {
    List<String> parts = new ArrayList<>(List.of(keys.split("\\+")));
    KeyCode code = KeyCode.valueOf(parts.removeLast().strip().toUpperCase(Locale.ROOT));
    List<Modifier> modifiers = new ArrayList<>();
    for (String part : parts) {
      modifiers.add(
          switch (part.strip().toUpperCase(Locale.ROOT)) {
            case "SHORTCUT" -> KeyCombination.SHORTCUT_DOWN;
            case "CTRL" -> KeyCombination.CONTROL_DOWN;
            case "SHIFT" -> KeyCombination.SHIFT_DOWN;
            case "ALT" -> KeyCombination.ALT_DOWN;
            case "META" -> KeyCombination.META_DOWN;
            default -> throw new IllegalArgumentException("no modifier " + part);
          });
    }
    return new KeyCodeCombination(code, modifiers.toArray(Modifier[]::new));
  }

  /// How people read it: `Ctrl+0`, `Page Down`.
  static String show(String keys) {
    int last = keys.lastIndexOf('+') + 1;
    String named = keys.substring(0, last) + key(keys.substring(last));
    return MAC
        ? named.replace("Shortcut+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥")
        : named.replace("Shortcut", "Ctrl");
  }

  private static String key(String code) {
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "EQUALS", "PLUS" -> "+";
      case "MINUS" -> "-";
      case "COMMA" -> ",";
      case "PERIOD" -> ".";
      case "BACK_SPACE" -> "Backspace";
      case "PAGE_DOWN" -> "Page Down";
      case "PAGE_UP" -> "Page Up";
      default -> code.regionMatches(true, 0, "Digit", 0, 5) ? code.substring(5) : code;
    };
  }

  /// The keys that were pressed, in the notation of key combinations.
  static String pressed(KeyEvent event) {
    String code = event.getCode().name();
    String key = code.startsWith("DIGIT") ? "Digit" + code.substring(5) : code;
    return (event.isShortcutDown() ? "Shortcut+" : "")
        + (event.isAltDown() ? "Alt+" : "")
        + (event.isShiftDown() ? "Shift+" : "")
        + (key.length() == 1 || key.startsWith("Digit")
            ? key
            : key.charAt(0) + key.substring(1).toLowerCase(Locale.ROOT));
  }
}
