package dev.stillwater.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// What somebody probably meant: the known word that a mistyped one is nearest to, by the fewest
/// letters added, dropped, changed or swapped (optimal string alignment).
public final class Spelling {
  /// Comparing with more words takes longer than the hint is worth.
  private static final int MOST_WORDS = 2_000;

  private static final int LONGEST = 60;

  private Spelling() {}

  /// The nearest known word, when it is near enough to be meant; of equally near ones the first.
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST || known.size() > MOST_WORDS) {
      return Optional.empty();
    }
    String plain = plain(word);
    String best = "";
    int least = 1 + (plain.length() + 1) / 3;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - word.length()) > least + 2
          || candidate.length() > LONGEST) {
        continue;
      }
      int distance = distance(plain, plain(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() || best.equals(word) ? Optional.empty() : Optional.of(best);
  }

  /// Case and separators are what people mistype most; they count nothing.
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(row[j - 1], last[j]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}
