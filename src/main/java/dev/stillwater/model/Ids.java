package dev.stillwater.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The spelling of ids: 1 to 100 characters out of letters, digits and `. _ - > :`.
public final class Ids {
  private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}._>:-]{1,100}");

  private Ids() {}

  public static boolean legal(String id) {
    return LEGAL.matcher(id).matches();
  }

  /// An id made of a name for people: `Order service` becomes `order-service`.
  public static String of(String name) {
    String plain =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}._:-]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > 100 ? plain.substring(0, 100) : plain;
    return cut.isEmpty() ? "component" : cut;
  }
}
