package dev.stillwater.templates;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value that a template asks for when it is loaded. What kind of value, and what it is when
/// nobody answers, follow from the design: they are those of the first target.
public final class Parameter {
  /// What every template can be asked for.
  public static final Parameter NAME =
      new Parameter("name", "Name", List.of(Target.DESIGN_NAME), List.of());

  private final String name;
  private final String title;
  private final List<Target> targets;
  private final List<Target> scales;

  /// @param targets what gets the value, at least one
  /// @param scales what changes in the same proportion as the first target
  Parameter(String name, String title, List<Target> targets, List<Target> scales) {
    this.name = name;
    this.title = title;
    this.targets = List.copyOf(targets);
    this.scales = List.copyOf(scales);
  }

  /// How the command line calls it: `rate`.
  public String name() {
    return name;
  }

  /// The question, as a noun: `Orders at peak`.
  public String title() {
    return title;
  }

  /// What is expected, as a noun: `a duration such as 250ms`.
  public String expectation(Design design) {
    return targets
        .getFirst()
        .attribute(design)
        .map(attribute -> attribute.type().expectation())
        .orElse("a text");
  }

  /// What it is when nobody answers, as a person would type it; empty where nothing is declared.
  public String shown(Design design) {
    Target first = targets.getFirst();
    return first.equals(Target.DESIGN_NAME)
        ? design.name()
        : first
            .attribute(design)
            .flatMap(attribute -> shown(first.values(design).orElseThrow(), attribute))
            .orElse("");
  }

  private static <T> Optional<String> shown(Attributes values, Attribute<T> attribute) {
    return values.get(attribute).map(attribute.type()::show);
  }

  /// The design with what a person typed, and with what goes with it; or why that is no value.
  public Parsed<Design> set(Design design, String typed) {
    Parsed<Design> result = Parsed.ok(design);
    for (Target target : targets) {
      result = result.then(current -> set(current, target, typed));
    }
    return result.then(changed -> Parsed.ok(scaled(changed, growth(design, changed))));
  }

  private static Parsed<Design> set(Design design, Target target, String typed) {
    if (target.equals(Target.DESIGN_NAME)) {
      return typed.isBlank()
          ? Parsed.bad("expected a name, found nothing")
          : Parsed.ok(design.withName(typed.strip()));
    }
    Attribute<?> attribute = target.attribute(design).orElse(null);
    return attribute == null
        ? Parsed.bad("the design has no " + target)
        : parsed(target.values(design).orElseThrow(), attribute, typed)
            .then(values -> Parsed.ok(target.with(design, values)));
  }

  private static <T> Parsed<Attributes> parsed(
      Attributes values, Attribute<T> attribute, String typed) {
    return attribute.type().parse(typed).then(value -> Parsed.ok(values.with(attribute, value)));
  }

  /// How many times larger the first target became; 1 where that cannot be said.
  private double growth(Design before, Design after) {
    double growth = number(targets.getFirst(), after) / number(targets.getFirst(), before);
    return Double.isFinite(growth) && growth > 0 ? growth : 1;
  }

  private static double number(Target target, Design design) {
    @Nullable Object value =
        target
            .attribute(design)
            .flatMap(attribute -> target.values(design).orElseThrow().get(attribute))
            .map(Object.class::cast)
            .orElse(null);
    return value instanceof Number number
        ? number.doubleValue()
        : value instanceof Timespan span ? span.millis() : Double.NaN;
  }

  private Design scaled(Design design, double growth) {
    Design result = design;
    if (growth != 1) {
      for (Target target : scales) {
        Attribute<?> attribute = target.attribute(result).orElse(null);
        if (attribute != null) {
          Attributes values = target.values(result).orElseThrow();
          result = target.with(result, scaled(values, attribute, growth));
        }
      }
    }
    return result;
  }

  /// Numbers of things (replicas, shards, calls at once) are rounded up, and never shrink: who
  /// needs two replicas for a zone that fails needs them for few requests, too.
  private static <T> Attributes scaled(Attributes values, Attribute<T> attribute, double growth) {
    ValueType<T> type = attribute.type();
    Object old = values.get(attribute).orElse(null);
    if (old == null) {
      return values;
    }
    @Nullable String grown =
        switch (type) {
          case ValueType.Real real -> {
            double wanted = sixDigits((Double) old * growth);
            yield real.show(Math.clamp(wanted, real.least(), real.most()));
          }
          case ValueType.Whole whole -> {
            int least = (Integer) old;
            double wanted = Math.ceil(sixDigits(least * growth));
            yield whole.show((int) Math.clamp(wanted, least, whole.most()));
          }
          case ValueType.Duration span ->
              span.show(Timespan.ofMillis(((Timespan) old).millis() * growth));
          case ValueType.Text _,
              ValueType.Reference _,
              ValueType.Names _,
              ValueType.Flag _,
              ValueType.Choice<?> _,
              ValueType.Day _,
              ValueType.Entries _ ->
              null;
        };
    return grown != null && type.parse(grown) instanceof Parsed.Ok<T>(T value)
        ? values.with(attribute, value)
        : values;
  }

  /// A third of 100 is 33.3333, and four times 12.5 is 50.
  private static double sixDigits(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(6)).doubleValue();
  }

  /// Everything that it sets or scales, as in files.
  List<Target> touched() {
    return Stream.concat(targets.stream(), scales.stream()).toList();
  }
}
