package dev.stillwater.io;

import java.util.Locale;

/// The half of [SyntaxCheck] that reads texts, numbers and words, and says what is odd about them.
abstract class ScalarCheck {
  /// Why the text is no JSON.
  record Fault(int offset, Place place, String message, String advice) {}

  /// Ends the check; never leaves this class.
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Fault fault;

    private Found(Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }
  }

  static final String CUT_OFF =
      "It was probably cut off while it was saved or copied: take it from version control, from a"
          + " backup or from the one who sent it.";

  final SourceText text;

  /// The offset of the next character.
  int at;

  ScalarCheck(SourceText text) {
    this.text = text;
  }

  /// Where in the structure the next character stands.
  abstract Place place();

  void literal(char c) {
    if (!isWord(c)) {
      throw switch (c) {
        case ',' -> fault(at, "a value is missing in front of this comma", "Write the value.");
        case '}', ']' -> fault(at, "a value is missing in front of " + c, "Write the value.");
        case '.' -> fault(at, "a number begins with a digit", "Write 0 in front of the point.");
        case '+' -> fault(at, "a number has no plus sign in front", "Remove the plus sign.");
        default -> odd("a value");
      };
    }
    String word = word();
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      at += word.length();
      return;
    }
    if (at + word.length() == text.length && isBegun(word)) {
      throw fault(text.length, "the file ends inside the word " + word, CUT_OFF);
    }
    String small = word.toLowerCase(Locale.ROOT);
    throw switch (small) {
      case "nan", "infinity" ->
          fault(
              at,
              word + " is no number that a file can hold",
              "Leave the field out: what is absent is unknown. Durations without end are"
                  + " \"none\".");
      case "true", "false", "null" ->
          fault(
              at, "expected " + small + " in small letters, found " + word, "Write " + small + ".");
      case "none", "nil", "undefined" ->
          fault(
              at,
              word + " is no value in JSON",
              "Leave the field out: what is absent is unknown. Durations without end are"
                  + " \"none\".");
      default ->
          fault(at, "the word " + word + " stands without quotes", "Write \"" + word + "\".");
    };
  }

  private static boolean isBegun(String word) {
    return "true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word);
  }

  void number() {
    int start = at;
    if (text.charAt(at) == '-') {
      at++;
      if (isWord(text.charAt(at))) {
        throw fault(
            start,
            "-" + word() + " is no number that a file can hold",
            "Leave the field out: what is absent is unknown.");
      }
    }
    int digits = at;
    if (!digits("a minus sign")) {
      throw fault(start, "a minus sign stands without a number", "Write the number behind it.");
    }
    if (at - digits > 1 && text.charAt(digits) == '0') {
      throw fault(
          start,
          "the number " + text.substring(start, Math.min(at, start + 40)) + " begins with 0",
          "Remove the zeros in front.");
    }
    if (text.charAt(at) == '.') {
      at++;
      if (!digits("the point")) {
        throw fault(start, "a digit is missing behind the point", "Write a digit behind it.");
      }
    }
    if (text.charAt(at) == 'e' || text.charAt(at) == 'E') {
      at++;
      if (text.charAt(at) == '+' || text.charAt(at) == '-') {
        at++;
      }
      if (!digits("e")) {
        throw fault(start, "a digit is missing behind e", "Write the exponent, as in 1e6.");
      }
    }
    if (at - start > JsonInput.MOST_DIGITS) {
      throw fault(
          start,
          String.format(
              Locale.ROOT,
              "a number has %,d characters; at most %,d are read",
              at - start,
              JsonInput.MOST_DIGITS),
          "Write it shorter, for instance as 1e6.");
    }
    char next = text.charAt(at);
    if (at < text.length && !isSpace(next) && next != ',' && next != '}' && next != ']') {
      int end = at;
      while (end < text.length && end - start < 40 && isWordPart(text.charAt(end))) {
        end++;
      }
      String whole = text.substring(start, Math.max(end, at + 1));
      throw fault(
          start,
          whole + " is no number",
          "Put texts and durations in double quotes: \"" + whole + "\".");
    }
  }

  boolean digits(String behind) {
    int start = at;
    while (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == text.length && at == start) {
      throw fault(at, "the file ends behind " + behind + " of a number", CUT_OFF);
    }
    return at > start;
  }

  String string(int most, String noun) {
    int start = at;
    StringBuilder string = new StringBuilder();
    int characters = 0;
    at++;
    while (true) {
      if (at >= text.length) {
        throw fault(at, "the file ends inside the text that begins in " + text.at(start), CUT_OFF);
      }
      char c = text.charAt(at);
      if (c == '"') {
        break;
      }
      if (c == '\n' || c == '\r') {
        throw fault(
            start,
            "the text that begins here does not end in its line",
            "Put the closing quote behind it; a line break inside a text is \\n.");
      }
      if (c < 0x20) {
        throw fault(
            at,
            "a control character stands in a text",
            "Remove it, or write " + (c == '\t' ? "\\t." : Visible.escape(c) + "."));
      }
      char read = c == '\\' ? escape(start) : c;
      if (characters < JsonInput.MOST_KEY_CHARACTERS) {
        string.append(read);
      }
      characters++;
      at++;
    }
    at++;
    if (characters > most) {
      throw fault(
          start,
          String.format(
              Locale.ROOT, "%s has %,d characters; at most %,d are read", noun, characters, most),
          "Shorten it, or put it in a file of its own and its address in \"url\".");
    }
    return string.toString();
  }

  /// Reads an escape up to its last character, and gives what it stands for.
  char escape(int start) {
    at++;
    if (at >= text.length) {
      throw fault(at, "the file ends inside the text that begins in " + text.at(start), CUT_OFF);
    }
    char c = text.charAt(at);
    if (c == 'u') {
      for (int i = 0; i < 4; i++) {
        at++;
        if (at >= text.length) {
          throw fault(
              at, "the file ends inside the text that begins in " + text.at(start), CUT_OFF);
        }
        if (Character.digit(text.charAt(at), 16) < 0 || text.charAt(at) > 'f') {
          throw fault(
              at,
              "expected four hexadecimal digits behind \\u, found " + here(),
              "Write \\u and four digits, as in \\u00e9, or the character itself.");
        }
      }
      return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
    }
    int known = "\"\\/bfnrt".indexOf(c);
    if (known < 0) {
      throw fault(at - 1, "\\" + c + " means nothing in JSON", "Write \\\\ for one backslash.");
    }
    return "\"\\/\b\f\n\r\t".charAt(known);
  }

  RuntimeException odd(String expected) {
    char c = text.charAt(at);
    if (c == '/' || c == '#') {
      return fault(
          at,
          "expected " + expected + ", found a comment",
          "JSON has no comments: put the remark into \"notes\" or remove it.");
    }
    if (c == '\'' || c == '\u201c' || c == '\u201d' || c == '\u201e' || c == '\u2018') {
      return fault(
          at, "expected " + expected + ", found " + c, "Use straight double quotes: \"…\".");
    }
    return fault(
        at, "expected " + expected + ", found " + here(), "Remove it, or write the value.");
  }

  /// What stands at this point, shortly.
  String here() {
    if (at >= text.length) {
      return "the end of the file";
    }
    char c = text.charAt(at);
    if (isWord(c)) {
      return word();
    }
    if (c == '"') {
      int end = at + 1;
      while (end < text.length
          && end - at < 30
          && text.charAt(end) != '"'
          && text.charAt(end) >= 32) {
        end++;
      }
      return text.substring(at, Math.min(end + 1, text.length));
    }
    if (Character.isHighSurrogate(c) && at + 1 < text.length) {
      return text.substring(at, at + 2);
    }
    return String.valueOf(c);
  }

  String word() {
    int end = at;
    while (end < text.length && end - at < 40 && isWordPart(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  static boolean isWord(char c) {
    return Character.isLetter(c) || c == '_' || c == '$';
  }

  static boolean isWordPart(char c) {
    return isWord(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '>';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  void space() {
    while (isSpace(text.charAt(at))) {
      at++;
    }
  }

  RuntimeException fault(int offset, String message, String advice) {
    return new Found(new Fault(offset, place(), message, advice));
  }
}
