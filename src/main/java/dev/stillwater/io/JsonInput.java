package dev.stillwater.io;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// The tokens of one JSON text with their offsets, within limits. What is no JSON at all ends the
/// reading with an exception of the parser; a key that stands twice or a number beyond all bounds
/// is noted and reading goes on.
final class JsonInput {
  static final int MOST_DEPTH = 100;
  static final int MOST_DIGITS = 1_000;
  static final int MOST_CHARACTERS = 16_000_000;
  static final int MOST_KEY_CHARACTERS = 10_000;

  /// The largest design to be opened, 20,000 components with 200,000 links, has some 4 million.
  static final int MOST_TOKENS = 6_000_000;

  /// Of all lists of elements together.
  static final int MOST_ELEMENTS = 300_000;

  /// Of one object or list inside an element, or of the layout: these are held in memory to find
  /// what stands twice.
  static final int MOST_FIELDS = 100_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxTokenCount(MOST_TOKENS)
                  .maxNumberLength(MOST_DIGITS)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxNameLength(MOST_KEY_CHARACTERS)
                  .build())
          // A table of all names ever seen is no gain for few names and a target for many.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  /// Ends the reading of a text that the parser alone would go on with.
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int offset;

    /// Whether what stands before is fault enough; otherwise the syntax is looked at again.
    final boolean clear;

    private Stopped(int offset, boolean clear, String message) {
      super(message, null, false, false);
      this.offset = offset;
      this.clear = clear;
    }

    /// More of something than can be.
    static Stopped limit(int offset, int most, String noun) {
      return new Stopped(
          offset, true, String.format(Locale.ROOT, "there are more than %,d %s", most, noun));
    }

    /// No value, or another one behind it.
    static Stopped notOneValue(int offset) {
      return new Stopped(offset, false, "expected one design, and nothing behind it");
    }
  }

  final SourceText text;
  final Problems problems;
  private final JsonParser parser;
  private final int base;

  JsonInput(SourceText text, Problems problems) {
    this(text, problems, 0);
  }

  /// Reads the one value that begins at an offset.
  JsonInput(SourceText text, Problems problems, int base) {
    this.text = text;
    this.problems = problems;
    this.base = base;
    this.parser =
        FACTORY.createParser(ObjectReadContext.empty(), text.chars, base, text.length - base);
  }

  /// Moves to the next token; false at the end of the text.
  boolean next() {
    return parser.nextToken() != null;
  }

  boolean at(JsonToken token) {
    return parser.currentToken() == token;
  }

  /// Moves on inside a list; false when the list has ended.
  boolean nextEntry() {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /// Where the current token begins.
  int offset() {
    return base + (int) parser.currentTokenLocation().getCharOffset();
  }

  /// Whether reading ended because the text holds too much.
  boolean isFull() {
    return parser.currentTokenCount() > MOST_TOKENS;
  }

  /// How far the text was read.
  int reached() {
    return base + (int) parser.currentLocation().getCharOffset();
  }

  /// The text of a string or key.
  String string() {
    return parser.getString();
  }

  /// Goes through the fields of the object that begins here. The consumer finds the value as the
  /// current token and leaves at its last one. Of a key that stands twice the first value counts,
  /// and the second is an error.
  void fields(Scope scope, String tail, Consumer<String> each) {
    Map<String, Integer> seen = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int offset = offset();
      Integer first = seen.putIfAbsent(key, offset);
      parser.nextToken();
      if (first != null) {
        problems.error(
            offset,
            scope,
            Place.join(tail, key),
            "the key stands here for the second time; the first is in " + text.at(first),
            "Keep one of the two: most readers take the last without a word.");
        skip();
      } else if (seen.size() > MOST_FIELDS) {
        throw Stopped.limit(offset, MOST_FIELDS, "fields in one object");
      } else {
        each.accept(key);
      }
    }
  }

  /// Passes over the value that begins here.
  void skip() {
    parser.skipChildren();
  }

  /// The current scalar as `String`, `Boolean` or `BigDecimal`; empty for null, for a container and
  /// for a number beyond all bounds.
  Optional<Object> scalar() {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Optional.of(parser.getString());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString()).map(n -> n);
      default -> Optional.empty();
    };
  }

  static Optional<BigDecimal> number(String spelled) {
    try {
      return Optional.of(new BigDecimal(spelled));
    } catch (NumberFormatException e) {
      // Jackson has seen that these are digits: the exponent is beyond 32 bits.
      return Optional.empty();
    }
  }

  /// What stands here, for a message: `null`, `a list`, `"mail"`.
  String found() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "\"" + cut(parser.getString()) + "\"";
      default -> cut(parser.getString());
    };
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= 60
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 57)) + "…";
  }

  /// Copies the value that begins here to JSON text on one line: spelled as numbers were, with one
  /// space behind each colon and comma.
  String copy(Scope scope, String tail) {
    StringBuilder result = new StringBuilder();
    copy(scope, tail, result);
    return result.toString();
  }

  private void copy(Scope scope, String tail, StringBuilder into) {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        into.append('{');
        int start = into.length();
        fields(
            scope,
            tail,
            key -> {
              into.append(into.length() == start ? "" : ", ");
              JsonText.string(key, into);
              into.append(": ");
              copy(scope, Place.join(tail, key), into);
            });
        into.append('}');
      }
      case START_ARRAY -> {
        into.append('[');
        for (int i = 0; nextEntry(); i++) {
          into.append(i == 0 ? "" : ", ");
          copy(scope, tail + "[" + i + "]", into);
        }
        into.append(']');
      }
      case VALUE_STRING -> JsonText.string(checked(scope, tail), into);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> into.append(finite(scope, tail));
      default -> into.append(parser.getString());
    }
  }

  private String finite(Scope scope, String tail) {
    String spelled = parser.getString();
    if (spelled.length() > 300 || spelled.indexOf('e') >= 0 || spelled.indexOf('E') >= 0) {
      if (number(spelled).filter(JsonInput::isFinite).isEmpty()) {
        problems.error(
            offset(),
            scope,
            tail,
            "expected a number up to 1.8e308, found " + cut(spelled),
            "Correct the number; a number for \"without end\" does not exist in JSON.");
      }
    }
    return spelled;
  }

  /// Converting a number of a thousand digits takes long; mostly its size says enough.
  private static boolean isFinite(BigDecimal number) {
    long exponent = (long) number.precision() - number.scale() - 1;
    return exponent < 308 || (exponent == 308 && Double.isFinite(number.doubleValue()));
  }

  /// The current string; half a character in it is worth a warning.
  String checked(Scope scope, String tail) {
    String string = parser.getString();
    for (int i = 0; i < string.length() && !problems.isFull(); i++) {
      if (Character.isSurrogate(string.charAt(i)) && Visible.halved(string, i)) {
        problems.warning(
            offset(),
            scope,
            tail,
            "the text holds " + Visible.escape(string.charAt(i)) + ", half a character",
            "It is kept as it is; other programs may show a box or refuse it.");
        break;
      }
    }
    return string;
  }
}
