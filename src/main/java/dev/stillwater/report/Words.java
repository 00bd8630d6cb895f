package dev.stillwater.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The headings of a report in one language: the bundle `words.properties`, and one with the code
/// of the language for each other. What a rule says is English in all of them.
public final class Words {
  private static final String BUNDLE = "dev.stillwater.report.words";

  /// The machine's own language must not creep in.
  private static final ResourceBundle.Control PLAIN =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /// The codes of all languages, the usual one first.
  public static final List<String> LANGUAGES = List.of("en", "de");

  public static final Words ENGLISH = new Words("en");

  private final String language;
  private final ResourceBundle bundle;

  private Words(String language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle(BUNDLE, Locale.of(language), PLAIN);
  }

  /// The headings of a language by its code, `de`; empty where there are none.
  public static Optional<Words> find(String language) {
    return LANGUAGES.contains(language) ? Optional.of(new Words(language)) : Optional.empty();
  }

  String language() {
    return language;
  }

  /// @throws java.util.MissingResourceException when no such heading exists
  String of(String key) {
    return bundle.getString(key);
  }

  /// Several headings at once, as those of a table; an empty key is an empty heading.
  String[] heads(String... keys) {
    String[] result = new String[keys.length];
    for (int i = 0; i < keys.length; i++) {
      result[i] = keys[i].isEmpty() ? "" : of(keys[i]);
    }
    return result;
  }
}
