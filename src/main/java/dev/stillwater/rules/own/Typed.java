package dev.stillwater.rules.own;

import java.util.List;

/// An expression that was read and found to make sense for one sort of things.
///
/// @param source the expression in its one spelling
/// @param parts the names and questions in it that are asked of the thing itself, each once, to
///   show what they come to
record Typed(Type type, Term term, String source, List<Part> parts) {
  /// A name in an expression, with what it comes to.
  record Part(String source, Type type, Term term) {}

  /// Reads an expression that is to be true or false.
  ///
  /// @throws Fault where it is none
  static Typed condition(String text, Sort sort) {
    Expression expression = Parser.parse(text);
    Typed typed = of(expression, sort);
    if (!(typed.type instanceof Type.Truth)) {
      throw new Fault(
          0,
          "expected something that is true or false, found " + typed.type.noun(),
          "Compare it with a value, as in timeout > 2s.");
    }
    return typed;
  }

  /// Reads an expression of any type.
  ///
  /// @throws Fault where it is none
  static Typed value(String text, Sort sort) {
    return of(Parser.parse(text), sort);
  }

  private static Typed of(Expression expression, Sort sort) {
    Compiler compiler = new Compiler(sort);
    Compiler.Meaning meaning = compiler.compile(expression);
    return new Typed(meaning.type(), meaning.term(), expression.print(), compiler.parts());
  }
}
