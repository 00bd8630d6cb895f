package dev.stillwater.model;

import java.util.List;
import java.util.function.Predicate;

/// What can be declared of a component, in the order of the file.
public final class ComponentAttributes {
  private static final String GENERAL = "General";
  private static final String CAPACITY = "Capacity";
  private static final String RESILIENCE = "Resilience";
  private static final String MESSAGING = "Messaging";
  private static final String CACHING = "Caching";
  private static final String STORAGE = "Storage";
  private static final String RUNNING = "Operation";

  private static final Predicate<ComponentKind> RUNS = kind -> !kind.isEdge();
  private static final Predicate<ComponentKind> BROKER = ComponentKind::isBroker;
  private static final Predicate<ComponentKind> CACHE = kind -> kind == ComponentKind.CACHE;
  private static final Predicate<ComponentKind> STORE = ComponentKind::isStore;
  private static final Predicate<ComponentKind> ROUTER = ComponentKind::isRouter;
  private static final Predicate<ComponentKind> COMPUTE = ComponentKind::isCompute;

  private static final double MOST = 1e12;
  private static final Quantity RATE = Quantity.RATE;

  public static final Attribute<String> NAME =
      Attribute.of("name", text(), GENERAL, "Name", "What people call it; the id where absent.");
  public static final Attribute<String> DESCRIPTION =
      Attribute.of(
          "description", new ValueType.Text(true), GENERAL, "Description", "What it is for.");
  public static final Attribute<String> OWNER =
      Attribute.of("owner", text(), GENERAL, "Owner", "The team that answers for it.");
  public static final Attribute<List<String>> TAGS =
      Attribute.of("tags", new ValueType.Names("tags"), GENERAL, "Tags", "Words to find it by.");
  public static final Attribute<String> TECHNOLOGY =
      Attribute.of("technology", text(), GENERAL, "Technology", "What it is built with.");
  public static final Attribute<String> PRESET =
      Attribute.of(
          "preset",
          new ValueType.Reference(ValueType.Reference.Target.PRESET),
          GENERAL,
          "Preset",
          "A product whose documented values fill what is not declared here.");
  public static final Attribute<Integer> REPLICAS =
      Attribute.of(
              "replicas",
              new ValueType.Whole(1, 1_000_000),
              CAPACITY,
              "Replicas",
              "How many instances run at the same time.")
          .byDefault(1)
          .onlyFor(RUNS);
  public static final Attribute<Boolean> MANAGED =
      Attribute.of(
              "managed",
              new ValueType.Flag(),
              RESILIENCE,
              "Managed",
              "The provider runs it redundantly in several zones.")
          .byDefault(false)
          .onlyFor(RUNS);
  public static final Attribute<List<String>> ZONES =
      Attribute.of(
          "zones",
          new ValueType.Names("zone ids"),
          RESILIENCE,
          "Zones",
          "Where its replicas run; a name that no zone declares is an availability zone.");
  public static final Attribute<Double> CAPACITY_RATE =
      Attribute.of(
              "capacity",
              new ValueType.Real(RATE, 0, MOST),
              CAPACITY,
              "Capacity",
              "Requests per second that one replica can serve.")
          .onlyFor(RUNS);
  public static final Attribute<Timespan> P99 =
      Attribute.of(
              "p99",
              new ValueType.Duration(true),
              CAPACITY,
              "p99",
              "Its own work on the slowest hundredth of requests, without its callees.")
          .onlyFor(RUNS);
  public static final Attribute<Integer> CONCURRENCY =
      Attribute.of(
              "concurrency",
              new ValueType.Whole(1, 100_000_000),
              CAPACITY,
              "Workers",
              "Requests that one replica works on at the same time.")
          .byDefault(kind ->
              kind == ComponentKind.SERVICE
                  ? Integer.valueOf(200)
                  : kind == ComponentKind.WORKER ? Integer.valueOf(10) : null)
          .onlyFor(RUNS);
  public static final Attribute<StateKeeping> STATE =
      choice(StateKeeping.class, "state", RESILIENCE, "State", "What a replica keeps.")
          .byDefault(kind ->
              kind.isStore() || kind.isBroker() || kind == ComponentKind.CONFIG
                  ? StateKeeping.DURABLE
                  : kind == ComponentKind.CACHE ? StateKeeping.SOFT : StateKeeping.STATELESS)
          .onlyFor(RUNS);
  public static final Attribute<Admission> ADMISSION =
      choice(Admission.class, "admission", RESILIENCE, "Admission", "What happens to overload.")
          .byDefault(Admission.NONE)
          .onlyFor(RUNS);
  public static final Attribute<HealthCheck> HEALTH_CHECK =
      choice(
              HealthCheck.class,
              "healthCheck",
              RESILIENCE,
              "Health check",
              "What a balancer asks a replica.")
          .byDefault(HealthCheck.NONE)
          .onlyFor(COMPUTE);
  public static final Attribute<Boolean> FAIL_OPEN =
      flag("failOpen", RESILIENCE, "Fails open", "Serves all replicas when all look ill.")
          .byDefault(false)
          .onlyFor(ROUTER);
  public static final Attribute<Timespan> MAX_TIMEOUT =
      duration(
              "maxTimeout",
              RESILIENCE,
              "Longest timeout",
              "When it gives up on a callee, whatever the link says.")
          .onlyFor(ROUTER);
  public static final Attribute<Timespan> IDLE_TIMEOUT =
      duration(
              "idleTimeout",
              RESILIENCE,
              "Idle timeout",
              "When it closes a connection without data.")
          .onlyFor(ROUTER);
  public static final Attribute<Scaling> SCALING =
      choice(Scaling.class, "scaling", CAPACITY, "Scaling", "Whether replicas follow the load.")
          .byDefault(Scaling.FIXED)
          .onlyFor(RUNS);
  public static final Attribute<Timespan> SCALE_OUT =
      duration("scaleOut", CAPACITY, "Scale-out time", "How long until new capacity serves.")
          .onlyFor(RUNS);
  public static final Attribute<Boolean> MULTI_TENANT =
      flag("multiTenant", RESILIENCE, "Multi-tenant", "Several customers share it.")
          .byDefault(false)
          .onlyFor(RUNS);
  public static final Attribute<Isolation> ISOLATION =
      choice(Isolation.class, "isolation", RESILIENCE, "Isolation", "How tenants are kept apart.")
          .byDefault(Isolation.NONE)
          .onlyFor(RUNS);
  public static final Attribute<Boolean> MESH =
      flag("mesh", RUNNING, "Full mesh", "Every replica talks to every replica.")
          .byDefault(false)
          .onlyFor(RUNS);
  public static final Attribute<InternalQueue> INTERNAL_QUEUE =
      choice(
              InternalQueue.class,
              "internalQueue",
              CAPACITY,
              "Waiting queue",
              "How requests wait inside it.")
          .onlyFor(RUNS);
  public static final Attribute<Criticality> CRITICALITY =
      choice(
              Criticality.class,
              "criticality",
              GENERAL,
              "Criticality",
              "How much the business depends on it.")
          .byDefault(Criticality.STANDARD);
  public static final Attribute<Double> AVAILABILITY =
      Attribute.of(
              "availability",
              new ValueType.Real(Quantity.FRACTION, 0, 1),
              RUNNING,
              "Availability",
              "The fraction of time it serves: an agreement or a measurement.")
          .onlyFor(RUNS);
  public static final Attribute<Timespan> MTBF =
      duration("mtbf", RUNNING, "Time between failures", "Mean time between two failures.")
          .onlyFor(RUNS);
  public static final Attribute<Timespan> MTTR =
      duration("mttr", RUNNING, "Time to repair", "Mean time until it serves again.").onlyFor(RUNS);
  public static final Attribute<Boolean> ALARMS =
      flag("alarms", RUNNING, "Alarms", "Somebody is told when it misbehaves.")
          .onlyFor(kind -> !kind.isEdge() || kind == ComponentKind.SCHEDULER);
  public static final Attribute<Delivery> DELIVERY =
      choice(Delivery.class, "delivery", MESSAGING, "Delivery", "How often a message arrives.")
          .byDefault(kind -> kind.isBroker() ? Delivery.AT_LEAST_ONCE : null)
          .onlyFor(BROKER);
  public static final Attribute<Ordering> ORDERING =
      choice(Ordering.class, "ordering", MESSAGING, "Order", "Which order it keeps.")
          .byDefault(Ordering.NONE)
          .onlyFor(BROKER);
  public static final Attribute<Double> BUFFER =
      Attribute.of(
              "buffer",
              new ValueType.Real(Quantity.COUNT, 1, 1e15),
              MESSAGING,
              "Buffer",
              "Messages that it holds before it is full; unlimited where absent.")
          .onlyFor(BROKER);
  public static final Attribute<Overflow> OVERFLOW =
      choice(Overflow.class, "overflow", MESSAGING, "When full", "What happens to one more.")
          .byDefault(Overflow.REJECT)
          .onlyFor(BROKER);
  public static final Attribute<Timespan> RETENTION =
      duration("retention", MESSAGING, "Retention", "How long it keeps an unread message.")
          .onlyFor(BROKER);
  public static final Attribute<Timespan> VISIBILITY =
      duration(
              "visibility",
              MESSAGING,
              "Visibility timeout",
              "How long a message in work is hidden from other consumers.")
          .onlyFor(BROKER);
  public static final Attribute<Timespan> MESSAGE_TTL =
      duration("messageTtl", MESSAGING, "Message lifetime", "When a message is not worth work.")
          .onlyFor(BROKER);
  public static final Attribute<Integer> MAX_RECEIVES =
      Attribute.of(
              "maxReceives",
              new ValueType.Whole(1, 1_000_000),
              MESSAGING,
              "Receives before dead letter",
              "How often a message is tried before it is put aside.")
          .onlyFor(BROKER);
  public static final Attribute<String> DLQ =
      Attribute.of(
              "dlq",
              new ValueType.Reference(ValueType.Reference.Target.COMPONENT),
              MESSAGING,
              "Dead-letter queue",
              "Where messages go that cannot be processed.")
          .onlyFor(BROKER);
  public static final Attribute<Double> MAX_BYTES =
      Attribute.of(
              "maxBytes",
              new ValueType.Real(Quantity.BYTES, 1, 1e15),
              MESSAGING,
              "Largest message",
              "Bytes that one message may have.")
          .onlyFor(kind -> kind.isBroker() || kind.isRouter());
  public static final Attribute<Boolean> IN_MEMORY =
      flag("inMemory", MESSAGING, "In memory", "Its messages are gone after a restart.")
          .byDefault(false)
          .onlyFor(BROKER);
  public static final Attribute<Double> HIT_RATIO =
      Attribute.of(
              "hitRatio",
              new ValueType.Real(Quantity.FRACTION, 0, 1),
              CACHING,
              "Hit ratio",
              "The fraction of reads that it answers itself.")
          .onlyFor(CACHE);
  public static final Attribute<Boolean> COALESCE =
      flag("coalesce", CACHING, "Coalesces misses", "Equal misses become one read of the origin.")
          .byDefault(false)
          .onlyFor(CACHE);
  public static final Attribute<Timespan> TTL =
      duration("ttl", CACHING, "Time to live", "How old an answer may be.")
          .onlyFor(kind -> kind == ComponentKind.CACHE || kind == ComponentKind.DNS_CDN);
  public static final Attribute<Replication> REPLICATION =
      choice(Replication.class, "replication", STORAGE, "Replication", "How writes are copied.")
          .onlyFor(STORE);
  public static final Attribute<FailoverMode> FAILOVER_MODE =
      choice(FailoverMode.class, "failoverMode", STORAGE, "Failover", "Who promotes a replica.")
          .byDefault(FailoverMode.NONE)
          .onlyFor(STORE);
  public static final Attribute<Boolean> FENCING =
      flag("fencing", STORAGE, "Fencing", "An old primary can no longer write.")
          .byDefault(false)
          .onlyFor(STORE);
  public static final Attribute<Boolean> BACKUP =
      flag("backup", STORAGE, "Backup", "There is one, and it was restored once.").onlyFor(STORE);
  public static final Attribute<Timespan> FAILOVER =
      duration("failover", STORAGE, "Failover time", "How long until a replica serves.")
          .onlyFor(STORE);
  public static final Attribute<Leadership> LEADER =
      choice(Leadership.class, "leader", RUNNING, "Leader", "How one of several is chosen.")
          .onlyFor(kind -> !kind.isBroker());
  public static final Attribute<Timespan> RUN_TIME =
      duration("runTime", RUNNING, "Run time", "How long one run of its job takes.")
          .onlyFor(kind -> kind.isCompute() || kind == ComponentKind.WORKFLOW);
  public static final Attribute<String> NOTES =
      Attribute.of(
          "notes", new ValueType.Text(true), GENERAL, "Notes", "What reviewers say of it.");
  public static final Attribute<String> URL =
      Attribute.of("url", text(), GENERAL, "Link", "A ticket, runbook or decision.");

  public static final AttributeTable TABLE =
      AttributeTable.of(
          NAME,
          DESCRIPTION,
          OWNER,
          TAGS,
          TECHNOLOGY,
          PRESET,
          REPLICAS,
          MANAGED,
          ZONES,
          CAPACITY_RATE,
          P99,
          CONCURRENCY,
          STATE,
          ADMISSION,
          HEALTH_CHECK,
          FAIL_OPEN,
          MAX_TIMEOUT,
          IDLE_TIMEOUT,
          SCALING,
          SCALE_OUT,
          MULTI_TENANT,
          ISOLATION,
          MESH,
          INTERNAL_QUEUE,
          CRITICALITY,
          AVAILABILITY,
          MTBF,
          MTTR,
          ALARMS,
          DELIVERY,
          ORDERING,
          BUFFER,
          OVERFLOW,
          RETENTION,
          VISIBILITY,
          MESSAGE_TTL,
          MAX_RECEIVES,
          DLQ,
          MAX_BYTES,
          IN_MEMORY,
          HIT_RATIO,
          COALESCE,
          TTL,
          REPLICATION,
          FAILOVER_MODE,
          FENCING,
          BACKUP,
          FAILOVER,
          LEADER,
          RUN_TIME,
          NOTES,
          URL);

  private ComponentAttributes() {}

  private static ValueType<String> text() {
    return new ValueType.Text(false);
  }

  private static Attribute<Boolean> flag(String key, String group, String label, String help) {
    return Attribute.of(key, new ValueType.Flag(), group, label, help);
  }

  private static Attribute<Timespan> duration(String key, String group, String label, String help) {
    return Attribute.of(key, new ValueType.Duration(false), group, label, help);
  }

  private static <E extends Enum<E> & Word> Attribute<E> choice(
      Class<E> type, String key, String group, String label, String help) {
    return Attribute.of(key, new ValueType.Choice<>(type), group, label, help);
  }
}
