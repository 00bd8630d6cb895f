package dev.stillwater.rules.own;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question about several neighbours at once: whether any or all meet a condition, how many do,
/// and the sum, least or greatest of a number.
record Gathering(Type type, Members term) {
  /// What the members come to.
  @FunctionalInterface
  interface Members {
    Value of(World world, List<Thing> members);
  }

  /// @param each compiles what is asked of each member
  static Gathering of(Expression.Quantified quantified, Sort of, Compiler each) {
    String function = quantified.function();
    Optional<Expression> body = quantified.body();
    if (body.isEmpty()) {
      if (function.equals("count")) {
        return new Gathering(
            new Type.Amount(Unit.PLAIN), (world, members) -> new Value.Amount(members.size()));
      }
      throw new Fault(
          quantified.at(),
          function + " needs to know what to ask of each " + of.word(),
          "Write " + function + "(" + quantified.set().print() + ", …).");
    }
    Compiler.Meaning meaning = each.compile(body.get());
    boolean condition = List.of("any", "all", "count").contains(function);
    if (condition != meaning.type() instanceof Type.Truth
        || !condition && !(meaning.type() instanceof Type.Amount)) {
      throw new Fault(
          body.get().at(),
          function
              + " needs "
              + (condition ? "something that is true or false" : "a number")
              + " of each "
              + of.word()
              + ", found "
              + meaning.type().noun(),
          condition ? "Compare it with a value." : "Name a number, as in rate or hold.");
    }
    Term term = meaning.term();
    return switch (function) {
      case "any" ->
          new Gathering(meaning.type(), (world, members) -> some(term, true, world, members));
      case "all" ->
          new Gathering(meaning.type(), (world, members) -> some(term, false, world, members));
      case "count" ->
          new Gathering(
              new Type.Amount(Unit.PLAIN), (world, members) -> count(term, world, members));
      default ->
          new Gathering(meaning.type(), (world, members) -> folded(function, term, world, members));
    };
  }

  /// *Any* is true as soon as one member is true, *all* is false as soon as one is false; else what
  /// is unknown of one is unknown of them together.
  private static Value some(Term term, boolean decisive, World world, List<Thing> members) {
    Value result = Value.of(!decisive);
    for (Thing member : members) {
      Value value = term.of(world, member);
      if (decisive ? value.isTrue() : value.isFalse()) {
        return value;
      }
      result = value.isKnown() ? result : value;
    }
    return result;
  }

  private static Value count(Term term, World world, List<Thing> members) {
    int count = 0;
    for (Thing member : members) {
      Value value = term.of(world, member);
      if (!value.isKnown()) {
        return value;
      }
      count += value.isTrue() ? 1 : 0;
    }
    return new Value.Amount(count);
  }

  /// The sum of nothing is 0; the least and the greatest of nothing are unknown.
  private static Value folded(String function, Term term, World world, List<Thing> members) {
    @Nullable Double result = function.equals("sum") ? Double.valueOf(0) : null;
    for (Thing member : members) {
      if (!(term.of(world, member) instanceof Value.Amount amount)) {
        return Value.UNKNOWN;
      }
      double number = amount.number();
      if (result == null) {
        result = number;
      } else {
        result =
            switch (function) {
              case "sum" -> result + number;
              case "min" -> Math.min(result, number);
              default -> Math.max(result, number);
            };
      }
    }
    return result == null ? Value.UNKNOWN : Value.of((double) result);
  }
}
