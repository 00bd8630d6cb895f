package dev.stillwater.cli;

import dev.stillwater.drawing.VisibleText;
import org.jspecify.annotations.Nullable;

/// Text from elsewhere made harmless for a terminal: nothing in it moves the cursor, sets a colour
/// or turns the direction of reading.
final class Safe {
  private Safe() {}

  /// On one line.
  static String line(@Nullable String text) {
    return text == null
        ? ""
        : VisibleText.of(text.strip().replaceAll("\\R", " ").replace('\t', ' '));
  }

  /// With its line breaks.
  static String lines(String text) {
    StringBuilder out = new StringBuilder();
    text.lines().forEach(line -> out.append(VisibleText.of(line)).append('\n'));
    return out.toString().stripTrailing();
  }
}
