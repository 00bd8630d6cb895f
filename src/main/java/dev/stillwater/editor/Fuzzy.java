package dev.stillwater.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Finds what somebody means who types a part of it: letters in order, best where they begin words
/// or stand together.
public final class Fuzzy {
  /// What no match scores.
  public static final int NONE = Integer.MIN_VALUE;

  private static final int TOGETHER = 8;
  private static final int WORD_START = 10;
  private static final int FIRST = 6;
  private static final int GAP = -1;
  private static final int LONGEST_GAP = 5;

  private Fuzzy() {}

  /// How well a query fits a text; [#NONE] when its letters do not stand in it in order. Each word
  /// of the query may stand anywhere.
  public static int score(String query, String text) {
    int total = 0;
    for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      int score = scoreWord(word, text);
      if (score == NONE) {
        return NONE;
      }
      total += score;
    }
    return total;
  }

  private static int scoreWord(String word, String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    int best = NONE;
    for (int start = plain.indexOf(firstOf(word));
        start >= 0 && !word.isEmpty();
        start = plain.indexOf(firstOf(word), start + 1)) {
      best = Math.max(best, scoreFrom(word, text, plain, start));
    }
    return word.isEmpty() ? 0 : best;
  }

  private static String firstOf(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1);
  }

  private static int scoreFrom(String word, String text, String plain, int start) {
    int score = start == 0 ? FIRST : 0;
    int at = start;
    int previous = -1;
    for (int i = 0; i < word.length(); i++) {
      at = plain.indexOf(word.charAt(i), i == 0 ? start : previous + 1);
      if (at < 0) {
        return NONE;
      }
      if (previous >= 0) {
        int gap = at - previous - 1;
        score += gap == 0 ? TOGETHER : Math.max(-LONGEST_GAP, gap * GAP);
      }
      if (startsWord(text, at)) {
        score += WORD_START;
      }
      previous = at;
    }
    return score;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1)));
  }

  /// Those that fit, best first; those that fit equally well stay in their order. Everything fits
  /// an empty query.
  public static <T> List<T> find(String query, List<T> among, Function<T, String> text) {
    if (query.isBlank()) {
      return List.copyOf(among);
    }
    record Scored<T>(T item, int score) {}
    return among.stream()
        .map(item -> new Scored<>(item, score(query, text.apply(item))))
        .filter(scored -> scored.score() != NONE)
        .sorted(Comparator.comparingInt((Scored<T> scored) -> scored.score()).reversed())
        .map(Scored::item)
        .toList();
  }
}
