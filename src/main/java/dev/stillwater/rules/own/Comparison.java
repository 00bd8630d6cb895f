package dev.stillwater.rules.own;

import dev.stillwater.model.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Gives comparisons their meaning. The other side says how a word, a text or a bare number is
/// meant: `mode = send`, `payload > "256 KiB"`, `rate > 100`.
final class Comparison {
  /// Numbers that differ by less are equal: 3 × 0.1 is 0.3.
  private static final double CLOSE = 1e-9;

  private final Compiler compiler;

  Comparison(Compiler compiler) {
    this.compiler = compiler;
  }

  Compiler.Meaning compile(Expression.Compare compare) {
    String operator = compare.operator();
    return switch (operator) {
      case "in", "not in" -> membership(compare, operator.equals("not in"));
      case "has" -> has(compare);
      case "contains", "startsWith", "endsWith" -> text(compare);
      default -> values(compare);
    };
  }

  // ---- = != < <= > >=

  private Compiler.Meaning values(Expression.Compare compare) {
    boolean order = !compare.operator().equals("=") && !compare.operator().equals("!=");
    Compiler.Meaning left;
    Compiler.Meaning right;
    if (isBare(compare.left())) {
      right = compiler.compile(compare.right());
      left = meant(compare.left(), right.type());
    } else {
      left = compiler.compile(compare.left());
      right = meant(compare.right(), left.type());
    }
    if (order && !(left.type() instanceof Type.Amount)) {
      throw new Fault(
          compare.at(),
          "`" + compare.operator() + "` compares numbers, found " + left.type().noun(),
          "Write `=` or `!=`.");
    }
    like(compare, left.type(), right.type());
    return new Compiler.Meaning(
        new Type.Truth(), both(left.term(), right.term(), test(compare.operator())));
  }

  /// Whether the other side has to say what it means.
  private boolean isBare(Expression side) {
    return side instanceof Expression.Text
        || side instanceof Expression.Number
        || (side instanceof Expression.Name name && !compiler.isValue(name));
  }

  private Compiler.Meaning meant(Expression side, Type other) {
    return switch (other) {
      case Type.Word word ->
          side instanceof Expression.Name name ? word(name, word) : quoted(side, word);
      case Type.Amount amount -> amount(side, amount.unit());
      case Type.Truth truth -> compiler.compile(side);
      case Type.Text text -> compiler.compile(side);
      case Type.Names names -> compiler.compile(side);
    };
  }

  private Compiler.Meaning quoted(Expression side, Type.Word word) {
    if (side instanceof Expression.Text text) {
      return word(new Expression.Name(List.of(text.text()), text.at()), word);
    }
    return compiler.compile(side);
  }

  private Compiler.Meaning word(Expression.Name name, Type.Word type) {
    String spelled = name.print();
    if (spelled.equals("unknown")) {
      throw new Fault(name.at(), "unknown is no value", "Write `is unknown` or `is known`.");
    }
    if (type.options().contains(spelled)) {
      return Compiler.constant(type, new Value.Text(spelled));
    }
    if (compiler.isValue(name)) {
      return compiler.compile(name);
    }
    throw new Fault(
        name.at(),
        "expected " + type.noun() + ", found " + spelled,
        Spelling.nearest(spelled, type.options())
            .map(meant -> "Did you mean " + meant + "?")
            .orElse("Write one of these words."));
  }

  private Compiler.Meaning amount(Expression side, Unit unit) {
    if (side instanceof Expression.Name name && name.print().equals("unlimited")) {
      return Compiler.constant(new Type.Amount(unit), new Value.Amount(Double.POSITIVE_INFINITY));
    }
    Compiler.Meaning meaning =
        side instanceof Expression.Text text
            ? Compiler.number(text.text(), text.at())
            : compiler.compile(side);
    if (!(side instanceof Expression.Number || side instanceof Expression.Text)
        || !(meaning.type() instanceof Type.Amount found)
        || found.unit() != Unit.PLAIN) {
      return meaning;
    }
    boolean zero = side instanceof Expression.Number number && number.spelled().equals("0");
    if (unit == Unit.TIME && !zero) {
      String number = side instanceof Expression.Number it ? it.spelled() : "2";
      throw new Fault(
          side.at(),
          "expected a duration, found a number without a unit",
          "Write " + number + "ms or " + number + "s.");
    }
    return new Compiler.Meaning(new Type.Amount(unit), meaning.term());
  }

  private static void like(Expression.Compare compare, Type left, Type right) {
    boolean like =
        switch (left) {
          case Type.Truth truth -> right instanceof Type.Truth;
          case Type.Amount a ->
              right instanceof Type.Amount b && a.unit().with(b.unit()).isPresent();
          case Type.Text text -> right instanceof Type.Text;
          case Type.Word word -> word.equals(right);
          case Type.Names names -> false;
        };
    if (!like) {
      throw new Fault(
          compare.at(),
          left.noun() + " cannot be compared with " + right.noun(),
          left instanceof Type.Names
              ? "Write `has`, as in tags has \"pci\"."
              : "Compare like with like; the right side needs to be " + left.noun() + ".");
    }
  }

  private static BiPredicate<Value, Value> test(String operator) {
    return switch (operator) {
      case "=" -> Comparison::same;
      case "!=" -> (a, b) -> !same(a, b);
      case "<" -> (a, b) -> number(a) < number(b) && !same(a, b);
      case "<=" -> (a, b) -> number(a) < number(b) || same(a, b);
      case ">" -> (a, b) -> number(a) > number(b) && !same(a, b);
      default -> (a, b) -> number(a) > number(b) || same(a, b);
    };
  }

  private static double number(Value value) {
    return value instanceof Value.Amount amount ? amount.number() : Double.NaN;
  }

  private static boolean same(Value a, Value b) {
    if (a instanceof Value.Amount x && b instanceof Value.Amount y) {
      double scale = Math.max(Math.abs(x.number()), Math.abs(y.number()));
      return x.number() == y.number()
          || (Double.isFinite(scale) && Math.abs(x.number() - y.number()) <= CLOSE * scale);
    }
    return a.equals(b);
  }

  private static Term both(Term left, Term right, BiPredicate<Value, Value> test) {
    return (world, thing) -> {
      Value a = left.of(world, thing);
      Value b = right.of(world, thing);
      return a.isKnown() && b.isKnown() ? Value.of(test.test(a, b)) : Value.UNKNOWN;
    };
  }

  // ---- in, has, contains

  private Compiler.Meaning membership(Expression.Compare compare, boolean negated) {
    if (!(compare.right() instanceof Expression.Listing listing)) {
      Expression.Compare swapped =
          new Expression.Compare(compare.right(), "has", compare.left(), compare.at());
      Compiler.Meaning found = has(swapped);
      return negated ? opposite(found) : found;
    }
    Compiler.Meaning left = compiler.compile(compare.left());
    List<Term> options = new ArrayList<>();
    for (Expression item : listing.items()) {
      Compiler.Meaning option = meant(item, left.type());
      like(
          new Expression.Compare(compare.left(), "=", item, item.at()), left.type(), option.type());
      options.add(option.term());
    }
    Term value = left.term();
    Compiler.Meaning found =
        new Compiler.Meaning(
            new Type.Truth(),
            (world, thing) -> {
              Value of = value.of(world, thing);
              Value result = Value.FALSE;
              for (Term option : options) {
                Value other = option.of(world, thing);
                if (of.isKnown() && other.isKnown() && same(of, other)) {
                  return Value.TRUE;
                }
                result = of.isKnown() && other.isKnown() ? result : Value.UNKNOWN;
              }
              return result;
            });
    return negated ? opposite(found) : found;
  }

  private static Compiler.Meaning opposite(Compiler.Meaning meaning) {
    Term term = meaning.term();
    return new Compiler.Meaning(meaning.type(), (world, thing) -> term.of(world, thing).not());
  }

  private Compiler.Meaning has(Expression.Compare compare) {
    Compiler.Meaning left = compiler.compile(compare.left());
    if (!(left.type() instanceof Type.Names)) {
      throw new Fault(
          compare.at(),
          "expected a list of texts, found " + left.type().noun(),
          "Lists are tags, zones and path; part of a text is found by `contains`.");
    }
    Term right = text(compare.right(), compare.at());
    return new Compiler.Meaning(
        new Type.Truth(),
        both(
            left.term(),
            right,
            (a, b) ->
                a instanceof Value.Names names
                    && b instanceof Value.Text text
                    && names.names().contains(text.text())));
  }

  private Compiler.Meaning text(Expression.Compare compare) {
    Term left = text(compare.left(), compare.at());
    Term right = text(compare.right(), compare.at());
    BiPredicate<String, String> test =
        switch (compare.operator()) {
          case "contains" -> String::contains;
          case "startsWith" -> String::startsWith;
          default -> String::endsWith;
        };
    return new Compiler.Meaning(
        new Type.Truth(),
        both(
            left,
            right,
            (a, b) ->
                a instanceof Value.Text whole
                    && b instanceof Value.Text part
                    && test.test(whole.text(), part.text())));
  }

  private Term text(Expression side, int at) {
    if (side instanceof Expression.Name name && !compiler.isValue(name)) {
      throw new Fault(
          name.at(),
          "expected a text, found " + name.print(),
          "Write it in quotes: \"" + name.print() + "\".");
    }
    Compiler.Meaning meaning = compiler.compile(side);
    if (!(meaning.type() instanceof Type.Text)) {
      throw new Fault(
          at, "expected a text, found " + meaning.type().noun(), "Write a text in quotes.");
    }
    return meaning.term();
  }
}
