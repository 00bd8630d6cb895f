package dev.stillwater.model;

/// What can be declared of a link, in the order of the file.
public final class LinkAttributes {
  private static final String INTERACTION = "Interaction";
  private static final String FAILURE = "Failure handling";
  private static final String REPEAT = "Idempotency";
  private static final String LOAD = "Load";
  private static final String GENERAL = "General";

  public static final Attribute<String> DESCRIPTION =
      Attribute.of(
          "description", new ValueType.Text(true), GENERAL, "Description", "What it is for.");
  public static final Attribute<LinkMode> MODE =
      choice(LinkMode.class, "mode", INTERACTION, "Mode", "What travels, and who waits.");
  public static final Attribute<Coupling> COUPLING =
      choice(
          Coupling.class,
          "coupling",
          INTERACTION,
          "Coupling",
          "How tightly both ends share fate; derived from the drawing where absent.");
  public static final Attribute<String> VIA =
      Attribute.of(
          "via",
          new ValueType.Reference(ValueType.Reference.Target.PRESET),
          INTERACTION,
          "Via",
          "The product that stands between without being drawn.");
  public static final Attribute<Need> NEED =
      choice(Need.class, "need", INTERACTION, "Needs", "What the caller needs to go on.")
          .byDefault(Need.UNKNOWN);
  public static final Attribute<Effect> EFFECT =
      choice(Effect.class, "effect", INTERACTION, "Effect", "What a request changes.")
          .byDefault(Effect.READ);
  public static final Attribute<Double> RATE =
      Attribute.of(
          "rate",
          new ValueType.Real(Quantity.RATE, 0, 1e12),
          LOAD,
          "Rate",
          "Requests per second at peak; derived from the caller's inflow where absent.");
  public static final Attribute<Double> CALLS =
      Attribute.of(
              "calls",
              new ValueType.Real(Quantity.FACTOR, 0, 1e6),
              LOAD,
              "Calls per request",
              "How often the caller uses it for one request of its own.")
          .byDefault(1.0);
  public static final Attribute<Timespan> TIMEOUT =
      duration("timeout", FAILURE, "Timeout", "When one attempt is given up.");
  public static final Attribute<Integer> RETRIES =
      Attribute.of(
              "retries",
              new ValueType.Whole(-1, 1_000_000),
              FAILURE,
              "Retries",
              "Attempts after the first; -1 for without end.")
          .byDefault(0);
  public static final Attribute<Backoff> BACKOFF =
      choice(Backoff.class, "backoff", FAILURE, "Backoff", "The wait between attempts.")
          .byDefault(Backoff.NONE);
  public static final Attribute<Boolean> JITTER =
      flag("jitter", FAILURE, "Jitter", "The waits are spread at random.").byDefault(false);
  public static final Attribute<Double> RETRY_BUDGET =
      Attribute.of(
          "retryBudget",
          new ValueType.Real(Quantity.FRACTION, 0, 1),
          FAILURE,
          "Retry budget",
          "The most retries as a fraction of requests.");
  public static final Attribute<Boolean> PROPAGATE_DEADLINE =
      flag("propagateDeadline", FAILURE, "Passes the deadline", "The callee knows when to stop.")
          .byDefault(false);
  public static final Attribute<Timespan> BACKOFF_CAP =
      duration("backoffCap", FAILURE, "Backoff cap", "The longest wait between attempts.")
          .byDefault(Timespan.ofSeconds(20));
  public static final Attribute<Idempotency> IDEMPOTENCY =
      choice(Idempotency.class, "idempotency", REPEAT, "Guarantee", "How repeats are recognised.")
          .byDefault(Idempotency.NONE);
  public static final Attribute<TokenSource> TOKEN_SOURCE =
      choice(TokenSource.class, "tokenSource", REPEAT, "Token from", "Who makes the token.")
          .byDefault(TokenSource.CLIENT);
  public static final Attribute<Timespan> TOKEN_TTL =
      duration("tokenTtl", REPEAT, "Token kept for", "How long a repeat is recognised.");
  public static final Attribute<Boolean> DEDUP_ATOMIC =
      flag("dedupAtomic", REPEAT, "Atomic", "Record and effect are committed together.")
          .byDefault(true);
  public static final Attribute<Dependency> DEPENDENCY =
      choice(Dependency.class, "dependency", FAILURE, "Dependency", "Whether it can do without.")
          .byDefault(Dependency.HARD);
  public static final Attribute<Fallback> FALLBACK =
      choice(Fallback.class, "fallback", FAILURE, "Fallback", "What happens instead.")
          .byDefault(Fallback.NONE);
  public static final Attribute<String> FALLBACK_TO =
      component("fallbackTo", FAILURE, "Falls back to", "The component of the other path.");
  public static final Attribute<Boolean> BREAKER =
      flag("breaker", FAILURE, "Breaker", "Calls stop for a while after failures.")
          .byDefault(false);
  public static final Attribute<Integer> BULKHEAD =
      Attribute.of(
          "bulkhead",
          new ValueType.Whole(1, 100_000_000),
          FAILURE,
          "Bulkhead",
          "The most calls in flight at the same time.");
  public static final Attribute<String> BEHIND_CACHE =
      component("behindCache", LOAD, "Behind cache", "The cache that keeps load away from it.");
  public static final Attribute<Boolean> CLIENT_LB =
      flag("clientLb", INTERACTION, "Balances itself", "The caller spreads calls over replicas.")
          .byDefault(false);
  public static final Attribute<Boolean> OUTBOX =
      flag("outbox", REPEAT, "Outbox", "The message is stored with the change and sent later.")
          .byDefault(false);
  public static final Attribute<Boolean> LOSS_OK =
      flag("lossOk", REPEAT, "Loss is acceptable", "A lost message does no harm.").byDefault(false);
  public static final Attribute<Boolean> ORDERED =
      flag("ordered", REPEAT, "Needs order", "Messages must arrive in order.").byDefault(false);
  public static final Attribute<Boolean> COMPENSATED =
      flag("compensated", REPEAT, "Compensated", "The step can be undone later.").byDefault(false);
  public static final Attribute<Integer> MAX_CONCURRENCY =
      Attribute.of(
          "maxConcurrency",
          new ValueType.Whole(1, 100_000_000),
          LOAD,
          "Most at once",
          "The most messages that the consumer works on at the same time.");
  public static final Attribute<String> DLQ =
      component("dlq", FAILURE, "Dead-letter queue", "Where undeliverable messages go.");
  public static final Attribute<Double> PAYLOAD =
      Attribute.of(
          "payload",
          new ValueType.Real(Quantity.BYTES, 0, 1e15),
          LOAD,
          "Payload",
          "Bytes of the largest request or message.");
  public static final Attribute<WorkShape> SHAPE =
      choice(WorkShape.class, "shape", LOAD, "Work", "Whether work follows what happened.");
  public static final Attribute<Timespan> PERIOD =
      duration("period", LOAD, "Period", "How often it happens.");
  public static final Attribute<Integer> ITEM_COUNT =
      Attribute.of(
          "itemCount",
          new ValueType.Whole(0, Integer.MAX_VALUE),
          LOAD,
          "Items",
          "How many items a snapshot has.");
  public static final Attribute<Rollout> ROLLOUT =
      choice(Rollout.class, "rollout", FAILURE, "Rollout", "How a change travels.");
  public static final Attribute<Integer> CONNECTIONS =
      Attribute.of(
          "connections",
          new ValueType.Whole(0, Integer.MAX_VALUE),
          LOAD,
          "Connections",
          "Connections that are held open for long.");
  public static final Attribute<String> NOTES =
      Attribute.of(
          "notes", new ValueType.Text(true), GENERAL, "Notes", "What reviewers say of it.");
  public static final Attribute<String> URL =
      Attribute.of(
          "url", new ValueType.Text(false), GENERAL, "Link", "A ticket, runbook or decision.");

  public static final AttributeTable TABLE =
      AttributeTable.of(
          DESCRIPTION,
          MODE,
          COUPLING,
          VIA,
          NEED,
          EFFECT,
          RATE,
          CALLS,
          TIMEOUT,
          RETRIES,
          BACKOFF,
          JITTER,
          RETRY_BUDGET,
          PROPAGATE_DEADLINE,
          BACKOFF_CAP,
          IDEMPOTENCY,
          TOKEN_SOURCE,
          TOKEN_TTL,
          DEDUP_ATOMIC,
          DEPENDENCY,
          FALLBACK,
          FALLBACK_TO,
          BREAKER,
          BULKHEAD,
          BEHIND_CACHE,
          CLIENT_LB,
          OUTBOX,
          LOSS_OK,
          ORDERED,
          COMPENSATED,
          MAX_CONCURRENCY,
          DLQ,
          PAYLOAD,
          SHAPE,
          PERIOD,
          ITEM_COUNT,
          ROLLOUT,
          CONNECTIONS,
          NOTES,
          URL);

  private LinkAttributes() {}

  private static Attribute<Boolean> flag(String key, String group, String label, String help) {
    return Attribute.of(key, new ValueType.Flag(), group, label, help);
  }

  private static Attribute<Timespan> duration(String key, String group, String label, String help) {
    return Attribute.of(key, new ValueType.Duration(false), group, label, help);
  }

  private static Attribute<String> component(String key, String group, String label, String help) {
    return Attribute.of(
        key, new ValueType.Reference(ValueType.Reference.Target.COMPONENT), group, label, help);
  }

  private static <E extends Enum<E> & Word> Attribute<E> choice(
      Class<E> type, String key, String group, String label, String help) {
    return Attribute.of(key, new ValueType.Choice<>(type), group, label, help);
  }
}
