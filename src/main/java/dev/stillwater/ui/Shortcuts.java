package dev.stillwater.ui;

import java.util.Locale;
import javafx.scene.input.KeyEvent;

/// How shortcuts are shown: `Ctrl+Z`, on a Mac `⌘Z`.
final class Shortcuts {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

  private Shortcuts() {}

  static String show(String keys) {
    String named =
        keys.replace("Equals", "+")
            .replace("Minus", "-")
            .replace("Back_Space", "Backspace")
            .replace("Digit", "")
            .replace("Comma", ",")
            .replace("PAGE_DOWN", "Page Down")
            .replace("PAGE_UP", "Page Up");
    return MAC
        ? named.replace("Shortcut+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥")
        : named.replace("Shortcut", "Ctrl");
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
