package dev.stillwater.rules.own;

import java.util.List;
import java.util.Optional;

/// An expression as it was written, before its names have a meaning. Printed, it reads back as the
/// same expression.
///
/// Every form has `at`, the offset in the text that problems are reported at.
sealed interface Expression {
  int at();

  /// A number with its unit: `250ms`.
  record Number(String spelled, int at) implements Expression {}

  /// A text in quotes.
  record Text(String text, int at) implements Expression {}

  /// An attribute, also of a neighbour, or a word of a closed set: `from.kind`, `load-balancer`.
  record Name(List<String> steps, int at) implements Expression {}

  /// `[service, worker]`.
  record Listing(List<Expression> items, int at) implements Expression {}

  /// `not of`.
  record Not(Expression of, int at) implements Expression {}

  /// `a and b and c`, or the same with `or`.
  record Logic(boolean isAnd, List<Expression> parts, int at) implements Expression {}

  /// `left op right`, where the operator is one of [Parser#COMPARISONS].
  record Compare(Expression left, String operator, Expression right, int at)
      implements Expression {}

  /// `of is unknown`, `of is declared`, and their opposites.
  record Is(Expression of, String what, int at) implements Expression {}

  /// `left + right`, and the same with `-`, `*` and `/`.
  record Arithmetic(Expression left, char operator, Expression right, int at)
      implements Expression {}

  /// `-of`.
  record Negative(Expression of, int at) implements Expression {}

  /// `any(out, body)`; without a body in `count(out)`.
  record Quantified(String function, Name set, Optional<Expression> body, int at)
      implements Expression {}

  /// How tightly it binds: what stands in a tighter place needs parentheses.
  private int level() {
    return switch (this) {
      case Logic logic -> logic.isAnd ? 2 : 1;
      case Not not -> 3;
      case Compare compare -> 4;
      case Is is -> 4;
      case Arithmetic arithmetic -> binding(arithmetic.operator);
      case Negative negative -> 7;
      case Number number -> 8;
      case Text text -> 8;
      case Name name -> 8;
      case Listing listing -> 8;
      case Quantified quantified -> 8;
    };
  }

  private static int binding(char operator) {
    return operator == '+' || operator == '-' ? 5 : 6;
  }

  /// As it stands in a place that binds as tightly as this level.
  private static String in(int level, Expression part) {
    return part.level() < level ? "(" + part.print() + ")" : part.print();
  }

  /// The expression in its one spelling.
  default String print() {
    return switch (this) {
      case Number number -> number.spelled;
      case Text text -> "\"" + text.text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case Name name -> String.join(".", name.steps);
      case Listing listing ->
          "[" + String.join(", ", listing.items.stream().map(item -> in(5, item)).toList()) + "]";
      case Not not -> "not " + in(3, not.of);
      case Logic logic ->
          String.join(
              logic.isAnd ? " and " : " or ",
              logic.parts.stream().map(part -> in(logic.isAnd ? 3 : 2, part)).toList());
      case Compare compare ->
          in(5, compare.left) + " " + compare.operator + " " + in(5, compare.right);
      case Is is -> in(5, is.of) + " is " + is.what;
      case Arithmetic arithmetic ->
          in(binding(arithmetic.operator), arithmetic.left)
              + " "
              + arithmetic.operator
              + " "
              + in(binding(arithmetic.operator) + 1, arithmetic.right);
      case Negative negative -> "-" + in(7, negative.of);
      case Quantified quantified ->
          quantified.function
              + "("
              + quantified.set.print()
              + quantified.body.map(body -> ", " + body.print()).orElse("")
              + ")";
    };
  }
}
