package dev.stillwater.model;

/// The thresholds and assumptions of a design: engineering choices, each named, with its default.
public final class Settings {
  public static final Attribute<Double> GREY =
      Attribute.of(
              "grey",
              new ValueType.Real(Quantity.FACTOR, 1, 1e6),
              "Thresholds",
              "Grey factor",
              "How many times slower a grey failure answers.")
          .byDefault(10.0);
  public static final Attribute<Timespan> MTTR =
      Attribute.of(
              "mttr",
              new ValueType.Duration(false),
              "Thresholds",
              "Repair time",
              "How long a repair takes.")
          .byDefault(Timespan.ofSeconds(3600));
  public static final Attribute<Timespan> OUTAGE =
      Attribute.of(
              "outage",
              new ValueType.Duration(false),
              "Thresholds",
              "Outage",
              "The outage after which a backlog must drain in time.")
          .byDefault(Timespan.ofSeconds(3600));
  public static final Attribute<Timespan> CONSUMER_OUTAGE =
      Attribute.of(
              "consumerOutage",
              new ValueType.Duration(false),
              "Thresholds",
              "Consumer outage",
              "The outage of a consumer that a broker must outlast.")
          .byDefault(Timespan.ofSeconds(86400));
  public static final Attribute<Timespan> DETECTION =
      Attribute.of(
              "detection",
              new ValueType.Duration(false),
              "Thresholds",
              "Detection",
              "How long until a balancer removes a dead replica.")
          .byDefault(Timespan.ofSeconds(60));
  public static final Attribute<Double> MIN_SHARE =
      Attribute.of(
              "minShare",
              new ValueType.Real(Quantity.FRACTION, 0, 1),
              "Thresholds",
              "Smallest share",
              "The share of requests below which a callee does not count for response times.")
          .byDefault(0.01);
  public static final Attribute<Integer> CHAIN =
      Attribute.of(
              "chain",
              new ValueType.Whole(1, 1000),
              "Thresholds",
              "Long chain",
              "Synchronous hops that are too many.")
          .byDefault(4);
  public static final Attribute<Double> CHATTY =
      Attribute.of(
              "chatty",
              new ValueType.Real(Quantity.FACTOR, 1, 1e6),
              "Thresholds",
              "Chatty",
              "Calls per request that are too many.")
          .byDefault(10.0);
  public static final Attribute<Double> FLEET_RATIO =
      Attribute.of(
              "fleetRatio",
              new ValueType.Real(Quantity.FACTOR, 1, 1e9),
              "Thresholds",
              "Fleet ratio",
              "How many times larger a fleet may be than what it depends on.")
          .byDefault(50.0);
  public static final Attribute<Integer> MESH =
      Attribute.of(
              "mesh",
              new ValueType.Whole(1, 1_000_000),
              "Thresholds",
              "Mesh",
              "Replicas that are too many for a full mesh.")
          .byDefault(50);
  public static final Attribute<Double> TIMEOUT_RATIO =
      Attribute.of(
              "timeoutRatio",
              new ValueType.Real(Quantity.FACTOR, 1, 1e9),
              "Thresholds",
              "Timeout ratio",
              "How many times the normal response time a timeout may be.")
          .byDefault(100.0);
  public static final Attribute<Double> HEADROOM =
      Attribute.of(
              "headroom",
              new ValueType.Real(Quantity.FRACTION, 0, 1),
              "Thresholds",
              "Headroom",
              "The utilisation that is too high.")
          .byDefault(0.8);
  public static final Attribute<Double> AMPLIFICATION =
      Attribute.of(
              "amplification",
              new ValueType.Real(Quantity.FACTOR, 1, 1e9),
              "Thresholds",
              "Amplification",
              "Attempts per request that are too many.")
          .byDefault(9.0);
  public static final Attribute<Integer> UNBOUNDED_ATTEMPTS =
      Attribute.of(
              "unboundedAttempts",
              new ValueType.Whole(1, 1000),
              "Thresholds",
              "Unbounded attempts",
              "What attempts without end count as.")
          .byDefault(10);
  public static final Attribute<Integer> CONNECTIONS =
      Attribute.of(
              "connections",
              new ValueType.Whole(1, Integer.MAX_VALUE),
              "Thresholds",
              "Connections",
              "Long-lived connections that are many.")
          .byDefault(1000);
  public static final Attribute<Double> STAMPEDE =
      Attribute.of(
              "stampede",
              new ValueType.Real(Quantity.FRACTION, 0, 1),
              "Thresholds",
              "Stampede",
              "The hit ratio from which a cold cache is dangerous.")
          .byDefault(0.9);
  public static final Attribute<Integer> PERIODIC_PAIRS =
      Attribute.of(
              "periodicPairs",
              new ValueType.Whole(1, 1_000_000_000),
              "Thresholds",
              "Periodic pairs",
              "Pairs of replicas on one timer that are too many.")
          .byDefault(10);
  public static final Attribute<Integer> DLQ_RECEIVES =
      Attribute.of(
              "dlqReceives",
              new ValueType.Whole(1, 1000),
              "Thresholds",
              "Receives before dead letter",
              "Fewer are too few.")
          .byDefault(3);
  public static final Attribute<Integer> FUNCTION_RECEIVES =
      Attribute.of(
              "functionReceives",
              new ValueType.Whole(1, 1000),
              "Thresholds",
              "Receives of a function",
              "Fewer are too few.")
          .byDefault(5);
  public static final Attribute<Double> VISIBILITY_FACTOR =
      Attribute.of(
              "visibilityFactor",
              new ValueType.Real(Quantity.FACTOR, 1, 1000),
              "Thresholds",
              "Visibility factor",
              "How many times its work a function should hide a message.")
          .byDefault(6.0);
  public static final Attribute<Double> SNAPSHOT_BUDGET =
      Attribute.of(
              "snapshotBudget",
              new ValueType.Real(Quantity.BYTES, 1, 1e15),
              "Thresholds",
              "Snapshot budget",
              "Bytes per second that full snapshots may take.")
          .byDefault(1_000_000.0);

  public static final AttributeTable TABLE =
      AttributeTable.of(
          GREY,
          MTTR,
          OUTAGE,
          CONSUMER_OUTAGE,
          DETECTION,
          MIN_SHARE,
          CHAIN,
          CHATTY,
          FLEET_RATIO,
          MESH,
          TIMEOUT_RATIO,
          HEADROOM,
          AMPLIFICATION,
          UNBOUNDED_ATTEMPTS,
          CONNECTIONS,
          STAMPEDE,
          PERIODIC_PAIRS,
          DLQ_RECEIVES,
          FUNCTION_RECEIVES,
          VISIBILITY_FACTOR,
          SNAPSHOT_BUDGET);

  private Settings() {}
}
