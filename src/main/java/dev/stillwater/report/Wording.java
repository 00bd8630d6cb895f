package dev.stillwater.report;

import dev.stillwater.drawing.VisibleText;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Adjustment;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// How reports put values into words, beside [dev.stillwater.model.Figures].
public final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private Wording() {}

  /// Text from anywhere on one line, with everything visible that would hide or reorder it.
  public static String line(String text) {
    return VisibleText.of(trimmed(text).replaceAll("\\R", " ").replace('\t', ' '));
  }

  /// Without space of any width at its ends: next to such Markdown's stars are no emphasis.
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /// A name on one line; one that shows nothing is said to be blank.
  static String name(String name) {
    String line = line(name);
    return line.isBlank() ? "(blank)" : line;
  }

  /// Why a finding does not count that a rules file switched off.
  static String switchedOff(Adjustment adjustment) {
    return line("switched off by " + adjustment.source() + ": " + adjustment.reason());
  }

  /// Text of our own in which a number and its unit stay on one line.
  static String tied(String text) {
    return text.replaceAll("(?<=\\d) (?=(?:ms|s|min|h|d|%)(?![A-Za-z0-9]))", "\u00a0");
  }

  /// A declared length of time in its own unit: `6 s`, `30 min`.
  static String declared(Timespan timespan) {
    return timespan.isUnlimited()
        ? "unlimited"
        : timespan.text().replaceFirst("([a-z]+)$", " $1").replaceFirst(" m$", " min");
  }

  /// The first few of some words: `a, b and 3 more`.
  static String list(List<String> words, int most) {
    if (words.size() <= most) {
      return String.join(", ", words);
    }
    return String.join(", ", words.subList(0, most)) + " and " + (words.size() - most) + " more";
  }

  /// A day in words: `22 Nov 2026`.
  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
