package dev.stillwater.ui;

import java.util.Locale;

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
            .replace("Digit", "");
    return MAC
        ? named.replace("Shortcut+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥")
        : named.replace("Shortcut", "Ctrl");
  }
}
