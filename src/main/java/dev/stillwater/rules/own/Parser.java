package dev.stillwater.rules.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads an expression by recursive descent, as deep as [#DEEPEST].
///
/// ```
/// or         = and { "or" and }
/// and        = not { "and" not }
/// not        = "not" not | comparison
/// comparison = sum [ COMPARISON sum | "is" STATE ]
/// sum        = product { ("+" | "-") product }
/// product    = negative { ("*" | "/") negative }
/// negative   = "-" negative | primary
/// primary    = NUMBER | TEXT | name | "(" or ")" | "[" sum { "," sum } "]"
///            | FUNCTION "(" name [ "," or ] ")"
/// name       = WORD { "." WORD }
/// ```
final class Parser {
  /// Parentheses and negations inside each other.
  static final int DEEPEST = 40;

  /// Additions, subtractions, multiplications and divisions together.
  static final int MOST_OPERATIONS = 100;

  static final List<String> COMPARISONS =
      List.of(
          "=",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "in",
          "not in",
          "has",
          "contains",
          "startsWith",
          "endsWith");
  static final List<String> STATES = List.of("unknown", "known", "declared", "undeclared");
  static final List<String> FUNCTIONS = List.of("any", "all", "count", "sum", "min", "max");
  private static final Set<String> RESERVED = Set.of("and", "or", "not", "has", "is");

  private final List<Token> tokens;
  private int next;
  private int depth;
  private int operations;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// @throws Fault where the text is no expression
  static Expression parse(String text) {
    Parser parser = new Parser(Lexer.tokens(text));
    if (parser.here().sort() == Token.Sort.END) {
      throw new Fault(0, "expected an expression, found nothing", "Write one, or leave it out.");
    }
    Expression result = parser.or();
    parser.end();
    return result;
  }

  private void end() {
    if (here().sort() == Token.Sort.END) {
      return;
    }
    boolean chained = COMPARISONS.contains(here().text()) && here().sort() != Token.Sort.TEXT;
    throw new Fault(
        here().at(),
        "expected `and`, `or` or the end, found " + here().shown(),
        chained
            ? "Compare two things at a time and join the comparisons with `and`."
            : "Texts stand in quotes; parts are joined with `and` and `or`.");
  }

  private Token here() {
    return tokens.get(next);
  }

  private Token ahead() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  private boolean accept(String sign) {
    boolean found = here().is(sign);
    if (found) {
      next++;
    }
    return found;
  }

  private void expect(String sign, String advice) {
    if (!accept(sign)) {
      throw new Fault(here().at(), "expected `" + sign + "`, found " + here().shown(), advice);
    }
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new Fault(
          here().at(),
          "the expression is nested more than " + DEEPEST + " deep",
          "Make two rules of it.");
    }
  }

  private Expression or() {
    deeper();
    Expression result = logic(false);
    depth--;
    return result;
  }

  private Expression logic(boolean isAnd) {
    int at = here().at();
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(isAnd ? not() : logic(true));
    } while (accept(isAnd ? "and" : "or"));
    return parts.size() == 1 ? parts.getFirst() : new Expression.Logic(isAnd, parts, at);
  }

  private Expression not() {
    int at = here().at();
    if (!accept("not")) {
      return comparison();
    }
    deeper();
    Expression result = new Expression.Not(not(), at);
    depth--;
    return result;
  }

  private Expression comparison() {
    Expression left = sum();
    Token token = here();
    if (accept("is")) {
      return new Expression.Is(left, state(), token.at());
    }
    boolean notIn = token.is("not") && ahead().is("in");
    if (notIn) {
      next += 2;
    } else if (token.sort() != Token.Sort.TEXT && COMPARISONS.contains(token.text())) {
      next++;
    } else {
      return left;
    }
    return new Expression.Compare(left, notIn ? "not in" : token.text(), sum(), token.at());
  }

  private String state() {
    boolean negated = accept("not");
    Token token = here();
    if (token.sort() != Token.Sort.WORD || !STATES.contains(token.text())) {
      throw new Fault(
          token.at(),
          "expected one of " + String.join(", ", STATES) + ", found " + token.shown(),
          "To compare with a value write `=`.");
    }
    next++;
    int index = STATES.indexOf(token.text());
    return STATES.get(negated ? index ^ 1 : index);
  }

  private Expression sum() {
    Expression left = product();
    while (here().is("+") || here().is("-")) {
      Token sign = operation();
      left = new Expression.Arithmetic(left, sign.text().charAt(0), product(), sign.at());
    }
    return left;
  }

  private Token operation() {
    Token sign = tokens.get(next++);
    if (++operations > MOST_OPERATIONS) {
      throw new Fault(
          sign.at(),
          "the expression has more than " + MOST_OPERATIONS + " calculations",
          "Make two rules of it.");
    }
    return sign;
  }

  private Expression product() {
    Expression left = negative();
    while (here().is("*") || here().is("/")) {
      Token sign = operation();
      left = new Expression.Arithmetic(left, sign.text().charAt(0), negative(), sign.at());
    }
    return left;
  }

  private Expression negative() {
    int at = here().at();
    if (!accept("-")) {
      return primary();
    }
    deeper();
    Expression result = new Expression.Negative(negative(), at);
    depth--;
    return result;
  }

  private Expression primary() {
    Token token = here();
    switch (token.sort()) {
      case NUMBER -> {
        next++;
        return new Expression.Number(token.text(), token.at());
      }
      case TEXT -> {
        next++;
        return new Expression.Text(token.text(), token.at());
      }
      case WORD -> {
        if (!RESERVED.contains(token.text())) {
          return FUNCTIONS.contains(token.text()) && ahead().is("(") ? quantified() : name();
        }
      }
      case SIGN -> {
        if (accept("(")) {
          Expression inside = or();
          expect(")", "Close the parenthesis.");
          return inside;
        }
        if (accept("[")) {
          return listing(token.at());
        }
      }
      case END -> {}
    }
    throw new Fault(
        token.at(),
        "expected a value, found " + token.shown(),
        "Write an attribute, a number with its unit, or a text in quotes.");
  }

  private Expression listing(int at) {
    deeper();
    List<Expression> items = new ArrayList<>();
    do {
      items.add(sum());
    } while (accept(","));
    depth--;
    expect("]", "Separate values by commas and close the list.");
    return new Expression.Listing(List.copyOf(items), at);
  }

  private Expression quantified() {
    Token function = tokens.get(next++);
    next++;
    Expression.Name set = name();
    Optional<Expression> body = accept(",") ? Optional.of(or()) : Optional.empty();
    expect(")", "Write " + function.text() + "(out, …): a set, a comma, and what to ask of each.");
    return new Expression.Quantified(function.text(), set, body, function.at());
  }

  private Expression.Name name() {
    int at = here().at();
    List<String> steps = new ArrayList<>();
    do {
      Token token = here();
      if (token.sort() != Token.Sort.WORD) {
        throw new Fault(
            token.at(), "expected a name, found " + token.shown(), "Write one, as in from.kind.");
      }
      steps.add(token.text());
      next++;
    } while (accept("."));
    return new Expression.Name(List.copyOf(steps), at);
  }
}
