package dev.stillwater.model;

import java.util.List;

/// What can be declared of a simulation scenario, of its loads and of its faults, in the order of
/// the file.
public final class ScenarioAttributes {
  private static final String GENERAL = "General";

  /// How the load of an entry link changes.
  public enum LoadShape implements Word {
    STEADY,
    SPIKE,
    RAMP,
    BURST
  }

  /// What goes wrong.
  public enum FaultKind implements Word {
    CRASH,
    SLOW,
    ERROR,
    CAPACITY,
    PARTITION,
    CACHE_FLUSH
  }

  private static final Attribute<Timespan> AT =
      Attribute.of("at", new ValueType.Duration(true), GENERAL, "At", "When it begins.");
  private static final Attribute<Timespan> FOR =
      Attribute.of("for", new ValueType.Duration(false), GENERAL, "For", "How long it lasts.");
  private static final Attribute<Double> FACTOR =
      Attribute.of(
          "factor",
          new ValueType.Real(Quantity.FACTOR, 0, 1e9),
          GENERAL,
          "Factor",
          "How many times as much, or as slow.");

  public static final AttributeTable LOAD =
      AttributeTable.of(
          Attribute.of(
              "link",
              new ValueType.Reference(ValueType.Reference.Target.LINK),
              GENERAL,
              "Link",
              "The entry link."),
          Attribute.of(
              "shape", new ValueType.Choice<>(LoadShape.class), GENERAL, "Shape", "Its course."),
          AT,
          FOR,
          FACTOR,
          Attribute.of(
              "rate",
              new ValueType.Real(Quantity.RATE, 0, 1e12),
              GENERAL,
              "Rate",
              "Requests per second."),
          Attribute.of(
              "count",
              new ValueType.Whole(0, 1_000_000_000),
              GENERAL,
              "Count",
              "Requests in all."));

  public static final AttributeTable FAULT =
      AttributeTable.of(
          AT,
          FOR,
          reference("component", ValueType.Reference.Target.COMPONENT),
          reference("link", ValueType.Reference.Target.LINK),
          Attribute.of("zone", new ValueType.Text(false), GENERAL, "Zone", "The zone."),
          Attribute.of(
              "how", new ValueType.Choice<>(FaultKind.class), GENERAL, "How", "What goes wrong."),
          FACTOR,
          Attribute.of(
              "share",
              new ValueType.Real(Quantity.FRACTION, 0, 1),
              GENERAL,
              "Share",
              "The part that is concerned."));

  public static final Attribute<Timespan> DURATION =
      Attribute.of(
          "duration", new ValueType.Duration(false), GENERAL, "Duration", "Simulated time.");
  public static final Attribute<Timespan> WARMUP =
      Attribute.of(
          "warmup", new ValueType.Duration(true), GENERAL, "Warm-up", "Time that is not counted.");
  public static final Attribute<Integer> SEED =
      Attribute.of(
          "seed",
          new ValueType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
          GENERAL,
          "Seed",
          "The start of the random numbers.");
  public static final Attribute<List<Attributes>> LOADS =
      Attribute.of("load", new ValueType.Entries(LOAD), GENERAL, "Load", "What comes in.");
  public static final Attribute<List<Attributes>> FAULTS =
      Attribute.of("faults", new ValueType.Entries(FAULT), GENERAL, "Faults", "What goes wrong.");

  public static final AttributeTable TABLE =
      AttributeTable.of(DURATION, WARMUP, SEED, LOADS, FAULTS);

  private ScenarioAttributes() {}

  private static Attribute<String> reference(String key, ValueType.Reference.Target target) {
    return Attribute.of(
        key, new ValueType.Reference(target), GENERAL, "What", "The element concerned.");
  }
}
