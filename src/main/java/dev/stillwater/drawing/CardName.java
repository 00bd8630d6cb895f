package dev.stillwater.drawing;

import java.util.List;

/// A name in the room that a card has for it: on one line, in smaller letters, or on two lines; cut
/// only where even that is too short.
final class CardName {
  private CardName() {}

  /// The lines of a name, the first of which may be in another typeface than [Typeface#NAME].
  ///
  /// @param lines one or two
  record Lines(List<String> lines, Typeface typeface) {}

  static Lines of(String name, double room) {
    String text = VisibleText.of(name);
    for (Typeface typeface : List.of(Typeface.NAME, Typeface.SMALL_NAME)) {
      if (TextMetrics.width(text, typeface) <= room) {
        return new Lines(List.of(text), typeface);
      }
    }
    int end = split(text, room);
    String first = text.substring(0, end).stripTrailing();
    String rest = text.substring(end).stripLeading();
    return end == 0 || rest.isEmpty()
        ? new Lines(List.of(TextMetrics.cut(text, Typeface.NAME, room)), Typeface.NAME)
        : new Lines(
            List.of(first, TextMetrics.cut(rest, Typeface.SMALL_NAME, room)), Typeface.SMALL_NAME);
  }

  /// Where the second line begins: behind the last word that fits into the first, or within a word
  /// that alone is too long.
  private static int split(String text, double room) {
    int fits = 0;
    int word = 0;
    for (int i = 0; i < text.length(); ) {
      int next = i + Character.charCount(text.codePointAt(i));
      if (TextMetrics.width(text.substring(0, next).stripTrailing(), Typeface.SMALL_NAME) > room) {
        break;
      }
      fits = TextMetrics.boundary(text, next);
      if (endsWord(text, next)) {
        word = next;
      }
      i = next;
    }
    return word > 0 ? word : fits;
  }

  private static boolean endsWord(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    return " -_./:".indexOf(before) >= 0
        || Character.isLowerCase(before) && Character.isUpperCase(after);
  }
}
