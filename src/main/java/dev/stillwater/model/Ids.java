package dev.stillwater.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The spelling of ids: 1 to 100 characters out of letters, digits and `. _ - > :`.
public final class Ids {
  /// The most characters of an id.
  public static final int LONGEST = 100;

  /// What an id is, as a regular expression.
  public static final String SPELLING = "[\\p{L}\\p{N}._>:-]{1,100}";

  /// What the id of a link is: two ids and the sign between them where the link declares none.
  public static final String LINK_SPELLING = "[\\p{L}\\p{N}._>:-]{1,201}";

  private static final Pattern LEGAL = Pattern.compile(SPELLING);
  private static final Pattern LEGAL_LINK = Pattern.compile(LINK_SPELLING);

  private Ids() {}

  public static boolean legal(String id) {
    return LEGAL.matcher(id).matches();
  }

  /// Whether a link may have this id: one that is made of two legal ids may be longer than others.
  public static boolean legalForLink(String id) {
    return LEGAL_LINK.matcher(id).matches();
  }

  /// An id made of a name for people: `Order service` becomes `order-service`.
  public static String of(String name) {
    String plain =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}._:-]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = cut(plain, LONGEST);
    return cut.isEmpty() ? "component" : cut;
  }

  /// The id with a number behind, as short as ids must be.
  static String numbered(String id, int number) {
    String suffix = "-" + number;
    return cut(id, LONGEST - suffix.length()) + suffix;
  }

  /// The first characters, none of them halved.
  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
