package dev.stillwater.rules.own;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives the names of an expression their meaning for one sort of things, and sees that only like
/// is compared with like.
final class Compiler {
  /// What an expression means.
  record Meaning(Type type, Term term) {}

  private static final String ONE_LEVEL =
      "Ask about neighbours one level deep; for the neighbours of neighbours write another rule.";

  private final Sort sort;
  private final boolean inside;
  private final Map<String, Typed.Part> parts = new LinkedHashMap<>();

  Compiler(Sort sort) {
    this(sort, false);
  }

  /// @param inside whether this is about the members of a group, where no other group is asked
  private Compiler(Sort sort, boolean inside) {
    this.sort = sort;
    this.inside = inside;
  }

  /// @throws Fault where it makes no sense
  Meaning compile(Expression expression) {
    return switch (expression) {
      case Expression.Number number -> number(number.spelled(), number.at());
      case Expression.Text text -> constant(new Type.Text(), new Value.Text(text.text()));
      case Expression.Name name -> name(name);
      case Expression.Listing listing ->
          throw new Fault(
              listing.at(),
              "a list stands here alone",
              "Write a comparison, as in kind in [a, b].");
      case Expression.Not not -> {
        Term term = truth(not.of());
        yield new Meaning(new Type.Truth(), (world, thing) -> term.of(world, thing).not());
      }
      case Expression.Logic logic -> logic(logic);
      case Expression.Compare compare -> new Comparison(this).compile(compare);
      case Expression.Is is -> state(is);
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expression.Negative negative -> {
        Meaning meaning = amount(negative.of());
        Term term = meaning.term;
        yield new Meaning(
            meaning.type,
            (world, thing) ->
                term.of(world, thing) instanceof Value.Amount amount
                    ? new Value.Amount(-amount.number())
                    : Value.UNKNOWN);
      }
      case Expression.Quantified quantified -> quantified(quantified);
    };
  }

  /// What was asked of the thing itself until now, each once.
  List<Typed.Part> parts() {
    return List.copyOf(parts.values());
  }

  private Meaning asked(Expression part, Meaning meaning) {
    parts.putIfAbsent(part.print(), new Typed.Part(part.print(), meaning.type, meaning.term));
    return meaning;
  }

  /// Whether a part of an expression stands for a value of its own: a name in a comparison may be a
  /// word of a closed set.
  boolean isValue(Expression part) {
    return !(part instanceof Expression.Name name)
        || !(name.steps().size() == 1
            && Vocabulary.of(sort).property(name.steps().getFirst()).isEmpty());
  }

  static Meaning number(String spelled, int at) {
    Unit.Measure measure =
        Unit.parse(spelled)
            .orElseThrow(() ->
                new Fault(
                    at,
                    "`" + spelled + "` is no number with a unit",
                    "Units: " + Unit.KNOWN + "."));
    return constant(new Type.Amount(measure.unit()), new Value.Amount(measure.number()));
  }

  static Meaning constant(Type type, Value value) {
    return new Meaning(type, (world, thing) -> value);
  }

  private Term truth(Expression expression) {
    Meaning meaning = compile(expression);
    if (!(meaning.type instanceof Type.Truth)) {
      throw new Fault(
          expression.at(),
          "expected something that is true or false, found " + meaning.type.noun(),
          "Compare it with a value.");
    }
    return meaning.term;
  }

  private Meaning amount(Expression expression) {
    Meaning meaning = compile(expression);
    if (!(meaning.type instanceof Type.Amount)) {
      throw new Fault(
          expression.at(),
          "expected a number, found " + meaning.type.noun(),
          "Only numbers are added, subtracted, multiplied and divided.");
    }
    return meaning;
  }

  /// False makes *and* false and true makes *or* true, whatever is unknown beside it.
  private Meaning logic(Expression.Logic logic) {
    List<Term> terms = new ArrayList<>();
    logic.parts().forEach(part -> terms.add(truth(part)));
    boolean isAnd = logic.isAnd();
    return new Meaning(
        new Type.Truth(),
        (world, thing) -> {
          Value result = Value.of(isAnd);
          for (Term term : terms) {
            Value value = term.of(world, thing);
            if (isAnd ? value.isFalse() : value.isTrue()) {
              return value;
            }
            result = value.isKnown() ? result : value;
          }
          return result;
        });
  }

  private Meaning state(Expression.Is is) {
    String what = is.what();
    if (what.equals("declared") || what.equals("undeclared")) {
      return declared(is, what.equals("declared"));
    }
    Term term = compile(is.of()).term;
    boolean known = what.equals("known");
    return new Meaning(
        new Type.Truth(), (world, thing) -> Value.of(term.of(world, thing).isKnown() == known));
  }

  private Meaning declared(Expression.Is is, boolean wanted) {
    if (!(is.of() instanceof Expression.Name name)) {
      throw new Fault(
          is.at(), "only an attribute can be declared", "Write `is known` or `is unknown`.");
    }
    Way way = way(name, name.steps().size() - 1);
    Attribute<?> attribute =
        property(name, way)
            .attribute()
            .orElseThrow(() ->
                new Fault(
                    name.at(),
                    name.print() + " is computed and cannot be declared",
                    "Write `is known` or `is unknown`."));
    return new Meaning(
        new Type.Truth(),
        (world, thing) ->
            Value.of(
                way.take(world, thing)
                    .map(end -> Value.of(Vocabulary.isDeclared(end, attribute) == wanted))));
  }

  private Meaning arithmetic(Expression.Arithmetic arithmetic) {
    Meaning left = amount(arithmetic.left());
    Meaning right = amount(arithmetic.right());
    Unit a = ((Type.Amount) left.type).unit();
    Unit b = ((Type.Amount) right.type).unit();
    Optional<Unit> unit =
        switch (arithmetic.operator()) {
          case '*' -> a.times(b);
          case '/' -> a.by(b);
          default -> a.with(b);
        };
    if (unit.isEmpty()) {
      throw new Fault(
          arithmetic.at(),
          a.noun() + " " + arithmetic.operator() + " " + b.noun() + " has no meaning here",
          "Write the unit directly behind a number, as in 250ms, and combine like with like.");
    }
    char operator = arithmetic.operator();
    return new Meaning(
        new Type.Amount(unit.get()),
        (world, thing) ->
            left.term.of(world, thing) instanceof Value.Amount x
                    && right.term.of(world, thing) instanceof Value.Amount y
                ? calculated(x.number(), operator, y.number())
                : Value.UNKNOWN);
  }

  private static Value calculated(double x, char operator, double y) {
    return switch (operator) {
      case '+' -> Value.of(x + y);
      case '-' -> Value.of(x - y);
      case '*' -> Value.of(x * y);
      default -> y == 0 ? Value.UNKNOWN : Value.of(x / y);
    };
  }

  // ---- names

  /// The way along neighbours to the thing that a name is about.
  private record Way(List<Vocabulary.Step> steps, Sort end) {
    Optional<Thing> take(World world, Thing from) {
      Optional<Thing> at = Optional.of(from);
      for (Vocabulary.Step step : steps) {
        at = at.flatMap(thing -> step.take().apply(world, thing));
      }
      return at;
    }
  }

  private Way way(Expression.Name name, int length) {
    List<Vocabulary.Step> steps = new ArrayList<>();
    Sort at = sort;
    for (String word : name.steps().subList(0, length)) {
      Vocabulary names = Vocabulary.of(at);
      Optional<Vocabulary.Step> step = names.step(word);
      if (step.isEmpty()) {
        throw names.group(word).isPresent() ? several(name, word) : unknown(name, word, at);
      }
      steps.add(step.get());
      at = step.get().to();
    }
    return new Way(List.copyOf(steps), at);
  }

  private Vocabulary.Property property(Expression.Name name, Way way) {
    String last = name.steps().getLast();
    Vocabulary names = Vocabulary.of(way.end);
    Optional<Vocabulary.Property> property = names.property(last);
    if (property.isPresent()) {
      return property.get();
    }
    if (names.group(last).isPresent()) {
      throw several(name, last);
    }
    if (names.step(last).isPresent()) {
      throw new Fault(
          name.at(),
          name.print() + " is a " + names.step(last).get().to().word() + ", not a value",
          "Name one of its attributes, as in " + name.print() + ".name.");
    }
    throw unknown(name, last, way.end);
  }

  private static Fault several(Expression.Name name, String group) {
    return new Fault(
        name.at(),
        group + " stands for several things",
        "Write count(" + group + "), or any(" + group + ", …) with what to ask of each.");
  }

  private static Fault unknown(Expression.Name name, String word, Sort of) {
    Vocabulary names = Vocabulary.of(of);
    String message = "a " + of.word() + " has no attribute " + cut(word);
    if (word.contains("-")) {
      return new Fault(name.at(), message, "A minus has spaces around it; texts stand in quotes.");
    }
    return new Fault(
        name.at(),
        message,
        Spelling.nearest(word, names.names())
            .map(meant -> "Did you mean " + meant + "? Texts stand in quotes.")
            .orElse("Texts stand in quotes. Known are: " + String.join(", ", names.names()) + "."));
  }

  private static String cut(String word) {
    return word.length() <= 40 ? word : word.substring(0, 39) + "…";
  }

  private Meaning name(Expression.Name name) {
    if (name.steps().size() == 1 && !isValue(name)) {
      String word = name.steps().getFirst();
      if (word.equals("true") || word.equals("false")) {
        return constant(new Type.Truth(), Value.of(word.equals("true")));
      }
      if (word.equals("unlimited")) {
        throw new Fault(
            name.at(), "unlimited stands here alone", "Compare with it: timeout = unlimited.");
      }
    }
    Way way = way(name, name.steps().size() - 1);
    Vocabulary.Property property = property(name, way);
    return asked(
        name,
        new Meaning(
            property.type(),
            (world, thing) ->
                Value.of(way.take(world, thing).map(end -> property.read().apply(world, end)))));
  }

  // ---- neighbours

  private Meaning quantified(Expression.Quantified quantified) {
    if (inside) {
      throw new Fault(
          quantified.at(),
          quantified.function() + "(…) stands inside of another question about neighbours",
          ONE_LEVEL);
    }
    Expression.Name set = quantified.set();
    Way way = way(set, set.steps().size() - 1);
    Vocabulary names = Vocabulary.of(way.end);
    Vocabulary.Group group =
        names
            .group(set.steps().getLast())
            .orElseThrow(() ->
                new Fault(
                    set.at(),
                    set.print() + " are no neighbours of a " + way.end.word(),
                    "A " + way.end.word() + " has " + String.join(", ", names.groups()) + "."));
    Gathering gathering = Gathering.of(quantified, group.of(), new Compiler(group.of(), true));
    Term ofEnd = (world, end) -> gathering.term().of(world, group.members().apply(world, end));
    Term once =
        way.steps.isEmpty()
            ? ofEnd
            : (world, end) -> world.once(gathering, end, () -> ofEnd.of(world, end));
    return asked(
        quantified,
        new Meaning(
            gathering.type(),
            (world, thing) -> Value.of(way.take(world, thing).map(end -> once.of(world, end)))));
  }
}
