package dev.stillwater.rules.own;

import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into tokens. A hyphen between two letters belongs to the word, as in
/// `load-balancer`; a minus has spaces around it.
final class Lexer {
  /// In characters; what is longer is two rules.
  static final int LONGEST = 2_000;

  private static final String UNITS =
      "Write a unit directly behind the number: " + Unit.KNOWN + ".";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    if (text.length() > LONGEST) {
      throw new Fault(
          LONGEST,
          "the expression has " + text.length() + " characters; at most " + LONGEST + " are read",
          "Make two rules of it.");
    }
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (isDigit(c)) {
        number();
      } else if (isLetter(c)) {
        word();
      } else if (c == '"' || c == '\'') {
        quoted(c);
      } else {
        sign(c);
      }
    }
    tokens.add(new Token(Token.Sort.END, "", text.length()));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private char peek(int offset) {
    return offset < text.length() ? text.charAt(offset) : 0;
  }

  private void number() {
    int start = at;
    while (isDigit(peek(at)) || (peek(at) == '.' && isDigit(peek(at + 1)))) {
      at++;
    }
    while (isLetter(peek(at)) || peek(at) == '%') {
      at++;
    }
    if (peek(at) == '/' && isLetter(peek(at + 1)) && isPerTime(at + 1)) {
      at++;
      while (isLetter(peek(at))) {
        at++;
      }
    }
    String spelled = text.substring(start, at);
    if (Unit.parse(spelled).isEmpty()) {
      throw new Fault(start, "`" + spelled + "` is no number with a unit", UNITS);
    }
    tokens.add(new Token(Token.Sort.NUMBER, spelled, start));
  }

  /// Whether a slash is followed by `s` or `min` alone, as in `50/s`.
  private boolean isPerTime(int from) {
    int end = from;
    while (isLetter(peek(end)) || isDigit(peek(end))) {
      end++;
    }
    String unit = text.substring(from, end);
    return unit.equals("s") || unit.equals("min");
  }

  private void word() {
    int start = at;
    while (isLetter(peek(at)) || isDigit(peek(at)) || (peek(at) == '-' && isLetter(peek(at + 1)))) {
      at++;
    }
    tokens.add(new Token(Token.Sort.WORD, text.substring(start, at), start));
  }

  private void quoted(char quote) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new Fault(
          start, "the text that begins here has no end", "Close it with " + quote + ".");
    }
    at++;
    tokens.add(new Token(Token.Sort.TEXT, value.toString(), start));
  }

  private void sign(char c) {
    String two = at + 1 < text.length() ? text.substring(at, at + 2) : "";
    String sign =
        switch (two) {
          case "<=", ">=", "!=", "==" -> two;
          default -> Character.toString(c);
        };
    if (two.equals("&&") || two.equals("||")) {
      throw new Fault(
          at, "`" + two + "` is not known", "Write `" + (c == '&' ? "and" : "or") + "`.");
    }
    if (sign.length() == 1 && "()[],.+-*/=<>".indexOf(c) < 0) {
      throw new Fault(
          at,
          "the character `" + text.substring(at, text.offsetByCodePoints(at, 1)) + "` is not known",
          c == '!' ? "Write `not`." : "Texts stand in quotes.");
    }
    tokens.add(new Token(Token.Sort.SIGN, sign.equals("==") ? "=" : sign, at));
    at += sign.length();
  }
}
