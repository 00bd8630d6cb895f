package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.ripple.Absorber.Kind;
import dev.stillwater.analysis.ripple.Injection.Target;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every way to fail, and what absorbs it.
class InjectionTest {
  private static final double FOREVER = Double.POSITIVE_INFINITY;

  private static RippleResult ripple(String design, Injection injection) {
    return DesignFixture.parse(design).analysis().ripple(injection);
  }

  private static RippleResult ripple(String design, String component, Failure how) {
    return ripple(design, new Injection(component, how));
  }

  private static Fact fact(RippleResult result, String component, Impact impact) {
    return result.first(component, impact).orElseThrow();
  }

  private static Optional<Absorber> absorber(RippleResult result, Kind kind) {
    return result.absorbers().stream().filter(it -> it.kind() == kind).findFirst();
  }

  private static List<String> sentences(RippleResult result) {
    return result.facts().stream().map(Fact::why).toList();
  }

  @Nested
  class OneReplica {
    private static final String FLEET =
        """
        client c
        load-balancer lb
        service a replicas=%d capacity=%d
        c -> lb id=in rate=100 timeout=5s
        lb -> a id=out timeout=1s
        journey j path=in,out class=hard
        """;

    @Test
    void isTakenOutWhenTheOthersCarryTheLoad() {
      RippleResult result = ripple(FLEET.formatted(4, 40), "a", Failure.CRASH_ONE);
      assertThat(sentences(result))
          .containsExactly(
              "one replica of a stops answering: 25 % of its requests fail until it is taken out");
      assertThat(result.absorbers())
          .containsExactly(new Absorber("a", false, Kind.REPLICAS, 60_000, FOREVER));
      assertThat(result.journey("j").state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void overloadsTheOthersWhenTheyCannot() {
      assertThat(ripple(FLEET.formatted(4, 34), "a", Failure.CRASH_ONE).isDown("j")).isFalse();
      RippleResult result = ripple(FLEET.formatted(4, 33), "a", Failure.CRASH_ONE);
      assertThat(fact(result, "a", Impact.OVERLOAD).why())
          .isEqualTo("a has 99 req/s left for 100 req/s");
      assertThat(fact(result, "a", Impact.SILENT).why())
          .isEqualTo("a is offered more than its capacity");
      assertThat(result.isDown("j")).isTrue();
    }

    @Test
    void isAllThereIsWhenItIsTheOnlyOne() {
      RippleResult result = ripple(FLEET.formatted(1, 500), "a", Failure.CRASH_ONE);
      assertThat(sentences(result)).contains("the only replica of a stops answering");
      assertThat(result.isDown("j")).isTrue();
    }

    @Test
    void isReplacedByWhoManagesIt() {
      String design =
          """
          client c
          service a managed=true capacity=%d
          c -> a id=in rate=100 timeout=5s
          journey j path=in class=hard
          """;
      RippleResult result = ripple(design.formatted(100), "a", Failure.CRASH_ONE);
      assertThat(sentences(result))
          .containsExactly(
              "one replica of a stops answering: some of its requests fail until it is taken out");
      assertThat(result.journey("j").state()).isEqualTo(State.DEGRADED);
      result = ripple(design.formatted(99), "a", Failure.CRASH_ONE);
      assertThat(fact(result, "a", Impact.OVERLOAD).why())
          .as("what is too small in health is not less so without a replica")
          .isEqualTo("a has 99 req/s left for 100 req/s");
      assertThat(result.isDown("j")).isTrue();
    }

    @Test
    void isReachedByThoseWhoCallWithoutABalancer() {
      String design =
          """
          client c
          service a
          service b replicas=2 %s
          c -> a id=in rate=10 timeout=5s
          a -> b id=out timeout=1s
          """;
      RippleResult result = ripple(design.formatted(""), "b", Failure.CRASH_ONE);
      assertThat(fact(result, "a", Impact.DEGRADED).why())
          .isEqualTo("50 % of the calls of a to b fail");
      assertThat(result.absorbers()).isEmpty();
      result = ripple(design.formatted("managed=true"), "b", Failure.CRASH_ONE);
      assertThat(result.first("a", Impact.DEGRADED)).isEmpty();
      assertThat(absorber(result, Kind.REPLICAS)).isPresent();
    }

    @Test
    void isNeverMissedWithoutAHealthCheck() {
      String design = FLEET.formatted(4, 40).replace("capacity", "healthCheck=none capacity");
      assertThat(ripple(design, "a", Failure.CRASH_ONE).absorbers()).isEmpty();
    }

    @Test
    void isThePrimaryOfAStore() {
      String design = "relational-db d replicas=2 replication=%s";
      RippleResult result =
          ripple(design.formatted("sync failoverMode=auto failover=30s"), "d", Failure.CRASH_ONE);
      assertThat(sentences(result))
          .containsExactly("d loses its primary and takes no writes for 30 s");
      assertThat(result.absorbers())
          .containsExactly(new Absorber("d", false, Kind.FAILOVER, 30_000, FOREVER));
      result = ripple(design.formatted("async failoverMode=auto"), "d", Failure.CRASH_ONE);
      assertThat(fact(result, "d", Impact.LOSS).t()).isEqualTo(60_000);
      result = ripple(design.formatted("async"), "d", Failure.CRASH_ONE);
      assertThat(fact(result, "d", Impact.SILENT).why())
          .isEqualTo("d loses its primary and no replica takes its place by itself");
      result = ripple(design.formatted("quorum"), "d", Failure.CRASH_ONE);
      assertThat(absorber(result, Kind.FAILOVER)).isPresent();
    }
  }

  @Nested
  class ZoneLoss {
    private static final String ZONES =
        """
        zone eu kind=region
        zone a kind=az parent=eu
        zone b kind=az parent=eu
        client c
        load-balancer lb managed=true
        service s replicas=4 zones=a,b capacity=%d
        service only zones=a
        c -> lb id=in rate=100 timeout=5s
        lb -> s id=out timeout=1s
        s -> only id=help timeout=100ms dependency=soft
        journey j path=in,out,help class=hard
        """;

    @Test
    void leavesTheOtherZonesWithTheLoad() {
      RippleResult result = ripple(ZONES.formatted(50), Injection.ofZone("a"));
      assertThat(result.journey("j").state()).isEqualTo(State.DEGRADED);
      assertThat(fact(result, "only", Impact.SILENT).why())
          .isEqualTo("all that runs of only runs in a");
      assertThat(absorber(result, Kind.REPLICAS))
          .contains(new Absorber("s", false, Kind.REPLICAS, 0, FOREVER));
      result = ripple(ZONES.formatted(49), Injection.ofZone("a"));
      assertThat(fact(result, "s", Impact.OVERLOAD).why())
          .isEqualTo("s has 98 req/s left for 100 req/s");
      assertThat(result.isDown("j")).isTrue();
    }

    @Test
    void mayHitTheOnlyReplica() {
      RippleResult result =
          ripple(ZONES.formatted(500).replace("replicas=4", "replicas=1"), Injection.ofZone("b"));
      assertThat(fact(result, "s", Impact.SILENT).why())
          .isEqualTo("the only replica of s may run in b");
    }

    @Test
    void takesThePrimaryOfAStore() {
      String design =
          """
          relational-db d replicas=2 zones=a,b replication=async failoverMode=auto failover=20s
          relational-db far replication=async
          d -> far mode=replicate
          """;
      RippleResult result = ripple(design, Injection.ofZone("a"));
      assertThat(fact(result, "d", Impact.LOSS).t()).isEqualTo(20_000);
      assertThat(absorber(result, Kind.FAILOVER).orElseThrow().t()).isEqualTo(20_000);
      result = ripple(design, "d", Failure.CRASH);
      assertThat(fact(result, "far", Impact.LOSS).why())
          .isEqualTo("far never gets the last writes of d");
      assertThat(ripple(design, "d", Failure.ERROR).first("far", Impact.LOSS)).isEmpty();
      result = ripple(design.replace("async failover", "sync failover"), "d", Failure.CRASH);
      assertThat(result.first("far", Impact.LOSS)).isEmpty();
      assertThat(absorber(result, Kind.FAILOVER))
          .contains(new Absorber("far", false, Kind.FAILOVER, 20_000, FOREVER));
    }

    @Test
    void takesAllZonesOfARegion() {
      RippleResult result = ripple(ZONES.formatted(500), Injection.ofZone("eu"));
      assertThat(result.first("s", Impact.SILENT)).isPresent();
      assertThat(result.first("lb", Impact.ERR)).isPresent();
    }

    @Test
    void ofAManagedComponentIsThatOfItsProviderUnlessAllOfARegionGoes() {
      String design =
          """
          zone eu kind=region
          zone a kind=az parent=eu
          zone big kind=region
          client c
          service one zones=a managed=true
          service all zones=big managed=true
          service two zones=a,big managed=true capacity=20
          c -> one id=l1 timeout=1s
          c -> all id=l2 timeout=1s
          c -> two id=l3 rate=%d timeout=1s
          """;
      RippleResult result = ripple(design.formatted(10), Injection.ofZone("a"));
      assertThat(result.first("one", Impact.SILENT)).isEmpty();
      assertThat(ripple(design.formatted(10), Injection.ofZone("eu")).first("one", Impact.SILENT))
          .as("the parent of others is more than a data centre")
          .isPresent();
      assertThat(ripple(design.formatted(10), Injection.ofZone("big")).first("all", Impact.SILENT))
          .as("what is declared as a region as well")
          .isPresent();
      assertThat(ripple(design.formatted(10), Injection.ofZone("a")).first("two", Impact.OVERLOAD))
          .isEmpty();
      assertThat(
              fact(ripple(design.formatted(11), Injection.ofZone("a")), "two", Impact.OVERLOAD)
                  .why())
          .isEqualTo("two has 10 req/s left for 11 req/s");
    }

    @Test
    void fillsAQueueWhenTooFewWorkersAreLeft() {
      String design =
          """
          service p
          queue q retention=1h
          worker w replicas=2 zones=a,b capacity=10
          p -> q rate=15
          q -> w
          """;
      RippleResult result = ripple(design, Injection.ofZone("a"));
      assertThat(fact(result, "q", Impact.BACKLOG).why()).isEqualTo("q buffers 5 msg/s");
      assertThat(result.first("w", Impact.SILENT)).isEmpty();
    }
  }

  @Nested
  class Partitions {
    private static final String PAIR =
        """
        client c
        service u
        service v
        c -> u id=in rate=10 timeout=9s
        c -> v id=other rate=10 timeout=9s
        u -> v id=out timeout=1s
        journey j path=in,out class=hard
        journey k path=other class=hard
        """;

    @Test
    void silenceTheCalleeForTheLinkOnly() {
      RippleResult result = ripple(PAIR, Injection.ofLink("out", Failure.PARTITION));
      assertThat(sentences(result))
          .containsExactlyInAnyOrder(
              "v is out of reach: u returns errors 1.0 s later", "c returns errors 0.0 s later");
      assertThat(result.isDown("j")).isTrue();
      assertThat(result.journey("k").state()).isEqualTo(State.OK);
    }

    @Test
    void cutAllLinksBetweenZones() {
      String design =
          PAIR.replace("service u", "service u zones=a").replace("service v", "service v zones=b");
      RippleResult result = ripple(design, Injection.between("b", "a"));
      assertThat(result.isDown("j")).isTrue();
      assertThat(result.journey("k").state()).isEqualTo(State.OK);
    }

    @Test
    void cutHalfTheWaysOfAFleetInBothZones() {
      String design =
          PAIR.replace("service u", "service u zones=a")
              .replace("service v", "service v replicas=2 zones=a,b");
      RippleResult result = ripple(design, Injection.between("a", "b"));
      assertThat(fact(result, "u", Impact.DEGRADED).why())
          .isEqualTo("50 % of the calls of u to v fail");
      assertThat(absorber(result, Kind.REPLICAS)).isPresent();
    }

    @Test
    void leaveMessagesInTheBroker() {
      String design =
          """
          service p
          queue q retention=1h
          worker w
          p -> q id=put rate=10 timeout=1s %s
          q -> w id=get
          """;
      RippleResult result =
          ripple(design.formatted(""), Injection.ofLink("get", Failure.PARTITION));
      assertThat(fact(result, "q", Impact.BACKLOG).why())
          .isEqualTo("w is out of reach: q buffers 10 msg/s");
      assertThat(result.first("p", Impact.ERR)).isEmpty();
      result = ripple(design.formatted(""), Injection.ofLink("put", Failure.PARTITION));
      assertThat(fact(result, "p", Impact.ERR).t()).isEqualTo(1_000);
      result = ripple(design.formatted("outbox=true"), Injection.ofLink("put", Failure.PARTITION));
      assertThat(result.first("p", Impact.DEGRADED)).isPresent();
      assertThat(absorber(result, Kind.OUTBOX)).isPresent();
    }

    @Test
    void tellTheReplicasOfAStoreApart() {
      String design = "relational-db d replicas=2 zones=a,b replication=async failoverMode=auto %s";
      RippleResult result = ripple(design.formatted("failover=20s"), Injection.between("a", "b"));
      assertThat(fact(result, "d", Impact.DUP).t()).isEqualTo(20_000);
      assertThat(fact(result, "d", Impact.LOSS).t()).isEqualTo(20_000);
      result = ripple(design.formatted("fencing=true"), Injection.between("a", "b"));
      assertThat(result.facts()).isEmpty();
      assertThat(absorber(result, Kind.FENCING).orElseThrow().element()).isEqualTo("d");
      assertThat(
              ripple(design.formatted("") + "\nservice s zones=c", Injection.between("a", "c"))
                  .first("d", Impact.DUP))
          .as("all of it stands on one side, or on none")
          .isEmpty();
      assertThat(
              ripple(
                      "relational-db d zones=a replication=async failoverMode=auto failover=20s\n"
                          + "relational-db r zones=b replication=async\n"
                          + "d -> r mode=replicate",
                      Injection.between("a", "b"))
                  .first("r", Impact.DUP))
          .as("a copy on the other side")
          .isPresent();
    }

    @Test
    void leaveTheWayOfACallerWhoDoesWithout() {
      String design =
          PAIR.replace("service u", "service u zones=a")
              .replace("service v", "service v replicas=2 zones=a,b")
              .replace("id=out", "id=out fallback=static");
      RippleResult result = ripple(design, Injection.between("a", "b"));
      assertThat(result.facts()).isEmpty();
      RippleResult third =
          ripple(
              PAIR.replace("service u", "service u replicas=2 zones=a,b")
                  .replace("service v", "service v replicas=4 zones=a,b,c,d"),
              Injection.between("a", "b"));
      assertThat(fact(third, "u", Impact.DEGRADED).why())
          .isEqualTo("25 % of the calls of u to v fail");
    }

    @Test
    void makeTwoPrimariesWhereNothingFencesTheOld() {
      String design =
          """
          relational-db d replication=async failoverMode=auto failover=20s %s
          relational-db r replication=async
          d -> r id=copy mode=replicate
          """;
      Injection cut = Injection.ofLink("copy", Failure.PARTITION);
      RippleResult result = ripple(design.formatted(""), cut);
      assertThat(fact(result, "d", Impact.DUP).t()).isEqualTo(20_000);
      assertThat(fact(result, "r", Impact.LOSS).t()).isEqualTo(20_000);
      assertThat(result.first("r", Impact.STALE)).isPresent();
      result = ripple(design.formatted("fencing=true"), cut);
      assertThat(result.first("d", Impact.DUP)).isEmpty();
      assertThat(absorber(result, Kind.FENCING)).isPresent();
    }
  }

  @Nested
  class BadConfiguration {
    private static final String PUSH =
        """
        config k
        service s zones=a
        service t zones=a,b
        service u zones=b
        service v
        k -> s id=1 %1$s
        k -> t id=2 %1$s
        k -> u id=3 %1$s
        k -> v id=4 %1$s
        """;

    @Test
    void reachesEverybodyAtOnce() {
      RippleResult result = ripple(PUSH.formatted("fallback=last-good"), "k", Failure.BAD_CONFIG);
      assertThat(result.facts())
          .hasSize(4)
          .allMatch(it -> it.impact() == Impact.ERR && it.t() == 0);
      assertThat(sentences(result)).contains("s fails on the configuration that k hands out");
    }

    @Test
    void reachesOneZoneAfterTheOther() {
      RippleResult result = ripple(PUSH.formatted("rollout=staged"), "k", Failure.BAD_CONFIG);
      assertThat(fact(result, "s", Impact.ERR).t()).isZero();
      assertThat(fact(result, "t", Impact.DEGRADED).t()).isZero();
      assertThat(fact(result, "t", Impact.ERR).t()).isEqualTo(Rollouts.BAKE_TIME);
      assertThat(fact(result, "u", Impact.ERR).t()).isEqualTo(Rollouts.BAKE_TIME);
      assertThat(fact(result, "v", Impact.ERR).t()).isZero();
      assertThat(absorber(result, Kind.STAGED_ROLLOUT).orElseThrow().holds())
          .isEqualTo(Rollouts.BAKE_TIME);
    }

    @Test
    void reachesTheThirdZoneAfterTwoBakeTimes() {
      String staged =
          """
          config k
          service s zones=a
          service t zones=b,c
          service u zones=c
          service v zones=b
          k -> s rollout=staged
          k -> t rollout=staged
          k -> u rollout=staged
          k -> v rollout=all-at-once
          """;
      RippleResult result = ripple(staged, "k", Failure.BAD_CONFIG);
      assertThat(fact(result, "t", Impact.DEGRADED).t()).isEqualTo(Rollouts.BAKE_TIME);
      assertThat(fact(result, "t", Impact.ERR).t()).isEqualTo(2 * Rollouts.BAKE_TIME);
      assertThat(fact(result, "u", Impact.ERR).t()).isEqualTo(2 * Rollouts.BAKE_TIME);
      assertThat(fact(result, "v", Impact.ERR).t()).as("it is told at once").isZero();
      assertThat(result.absorbers())
          .filteredOn(it -> it.kind() == Kind.STAGED_ROLLOUT)
          .extracting(Absorber::element)
          .containsExactlyInAnyOrder("k>s", "k>t", "k>u");
      assertThat(
              ripple("config k\nservice s zones=a\nk -> s rollout=staged", "k", Failure.BAD_CONFIG)
                  .absorbers())
          .as("one zone is all at once")
          .isEmpty();
    }

    @Test
    void isHandedOnFromConfigurationToConfiguration() {
      RippleResult result =
          ripple(
              """
              config k
              config l
              service s
              k -> l mode=config
              l -> s
              """,
              "k",
              Failure.BAD_CONFIG);
      assertThat(sentences(result))
          .containsExactly(
              "l fails on the configuration that k hands out",
              "s fails on the configuration that l hands out");
    }
  }

  @Nested
  class MessagesGoWrong {
    private static final String QUEUE =
        """
        client c
        service p
        queue q
        worker w
        relational-db d
        c -> p id=in rate=10 timeout=5s
        p -> q id=put timeout=1s
        q -> w id=get %s
        w -> d id=save effect=write timeout=1s
        journey j entry=in class=offline
        """;

    @Test
    void repeatsAreHarmlessWhereTheyAreRecognised() {
      RippleResult result = ripple(QUEUE.formatted("effect=write"), "q", Failure.DUPLICATE);
      assertThat(sentences(result))
          .containsExactly(
              "d gets messages of w twice",
              "q hands messages over twice",
              "w gets messages of q twice");
      assertThat(result.journey("j").state()).isEqualTo(State.WRONG);
      for (String harmless :
          List.of("effect=write idempotency=token", "effect=idempotent-write", "effect=read")) {
        result = ripple(QUEUE.formatted(harmless), "q", Failure.DUPLICATE);
        assertThat(result.first("w", Impact.DUP)).isEmpty();
        assertThat(absorber(result, Kind.IDEMPOTENCE).orElseThrow().element()).isEqualTo("get");
        assertThat(result.journey("j").state()).isEqualTo(State.OK);
      }
    }

    @Test
    void theOrderMattersWhereTheLinkSaysSo() {
      String recognised = "effect=write idempotency=token";
      RippleResult result = ripple(QUEUE.formatted(recognised), "q", Failure.REORDER);
      assertThat(result.first("w", Impact.REORDER)).isEmpty();
      result = ripple(QUEUE.formatted(recognised + " ordered=true"), "q", Failure.REORDER);
      assertThat(result.first("w", Impact.REORDER)).isPresent();
      result = ripple(QUEUE.formatted("effect=write"), "q", Failure.REORDER);
      assertThat(result.first("w", Impact.REORDER)).isPresent();
    }

    @Test
    void aLostMessageIsDeliveredAgainUnlessTheBrokerLostIt() {
      String design = QUEUE.formatted("effect=write");
      RippleResult result = ripple(design, Injection.ofLink("get", Failure.LOSS));
      assertThat(result.facts()).isEmpty();
      assertThat(absorber(result, Kind.REDELIVERY)).isPresent();
      result = ripple(design, "q", Failure.LOSS);
      assertThat(fact(result, "w", Impact.LOSS).why()).isEqualTo("w never gets messages of q");
      result = ripple(QUEUE.formatted("lossOk=true"), "q", Failure.LOSS);
      assertThat(result.first("w", Impact.LOSS)).isEmpty();
      assertThat(result.journey("j").state()).isEqualTo(State.OK);
    }

    @Test
    void aBrokerThatDeliversOnceRecognisesRepeatsOfItsProducer() {
      String design = QUEUE.formatted("effect=write").replace("queue q", "queue q delivery=%s");
      Injection twice = Injection.ofLink("put", Failure.DUPLICATE);
      assertThat(ripple(design.formatted("at-least-once"), twice).first("w", Impact.DUP))
          .isPresent();
      RippleResult result = ripple(design.formatted("exactly-once"), twice);
      assertThat(result.facts()).isEmpty();
      assertThat(absorber(result, Kind.DEDUPLICATION)).isPresent();
    }

    @Test
    void slowWorkOutlastsTheVisibilityTimeout() {
      String design =
          QUEUE
              .formatted("effect=write")
              .replace("queue q", "queue q visibility=%s")
              .replace("worker w", "worker w p99=1s");
      RippleResult result = ripple(design.formatted("10s"), "w", Failure.GREY);
      assertThat(fact(result, "w", Impact.DUP).why())
          .isEqualTo("w works 10.1 s on a message, longer than q hides it, and gets it again");
      assertThat(ripple(design.formatted("11s"), "w", Failure.GREY).first("w", Impact.DUP))
          .isEmpty();
    }

    @Test
    void whatFailsTooOftenIsPutAside() {
      String design =
          QUEUE
              .formatted("effect=write")
              .replace("queue q", "queue dead\nqueue q visibility=30s maxReceives=5 %s")
              .replace("class=offline", "class=soft deadline=1h");
      RippleResult result = ripple(design.formatted("dlq=dead"), "w", Failure.ERROR);
      assertThat(result.first("q", Impact.BACKLOG)).isEmpty();
      assertThat(fact(result, "dead", Impact.BACKLOG).t()).isEqualTo(150_000);
      assertThat(fact(result, "dead", Impact.BACKLOG).why())
          .isEqualTo("10 msg/s of q are put aside in dead");
      assertThat(result.journey("j").state()).isEqualTo(State.LATE);
      assertThat(absorber(result, Kind.DEAD_LETTERS)).isPresent();
      result = ripple(design.formatted(""), "w", Failure.ERROR);
      assertThat(fact(result, "q", Impact.LOSS).t()).isEqualTo(150_000);
      assertThat(result.journey("j").state()).isEqualTo(State.WRONG);
      result = ripple(design.formatted("dlq=dead"), "w", Failure.CRASH);
      assertThat(result.first("q", Impact.BACKLOG)).as("nobody receives").isPresent();
    }

    @Test
    void aMessageThatIsLostOnItsWayToABrokerIsKeptOrSentAgain() {
      Injection lost = Injection.ofLink("put", Failure.LOSS);
      String design = QUEUE.formatted("effect=write");
      assertThat(fact(ripple(design, lost), "q", Impact.LOSS).why())
          .isEqualTo("q never gets messages of p");
      RippleResult kept = ripple(design.replace("id=put", "id=put outbox=true"), lost);
      assertThat(kept.facts()).isEmpty();
      assertThat(absorber(kept, Kind.OUTBOX).orElseThrow().element()).isEqualTo("put");
      RippleResult again = ripple(design.replace("id=put", "id=put retries=1"), lost);
      assertThat(again.facts()).isEmpty();
      assertThat(absorber(again, Kind.RETRIES).orElseThrow().element()).isEqualTo("put");
      RippleResult accepted = ripple(design.replace("id=put", "id=put lossOk=true"), lost);
      assertThat(accepted.facts()).isEmpty();
      assertThat(absorber(accepted, Kind.LOSS_ACCEPTED).orElseThrow().element()).isEqualTo("put");
    }

    @Test
    void whatABrokerDeliversAtMostOnceIsNotDeliveredAgain() {
      String design =
          QUEUE.formatted("effect=write").replace("queue q", "queue q delivery=at-most-once");
      RippleResult result = ripple(design, Injection.ofLink("get", Failure.LOSS));
      assertThat(result.first("w", Impact.LOSS)).isPresent();
      assertThat(absorber(result, Kind.REDELIVERY)).isEmpty();
    }

    @Test
    void aSendOutOfOrderReachesTheBrokerAndItsConsumer() {
      RippleResult result =
          ripple(QUEUE.formatted("effect=write"), Injection.ofLink("put", Failure.REORDER));
      assertThat(result.first("q", Impact.REORDER)).isPresent();
      assertThat(result.first("w", Impact.REORDER)).isPresent();
      assertThat(result.first("d", Impact.REORDER)).as("calls wait for each other").isEmpty();
      result =
          ripple(
              QUEUE.formatted("effect=write idempotency=token"),
              Injection.ofLink("get", Failure.REORDER));
      assertThat(absorber(result, Kind.IDEMPOTENCE).orElseThrow().element()).isEqualTo("get");
    }

    @Test
    void aCopyThatGetsOldThingsLastIsStale() {
      String design =
          "relational-db d\nrelational-db r\nconfig k\nservice s\n"
              + "d -> r id=copy mode=replicate\nk -> s id=load";
      for (String link : List.of("copy", "load")) {
        String end = link.equals("copy") ? "r" : "s";
        assertThat(ripple(design, Injection.ofLink(link, Failure.REORDER)).facts())
            .extracting(fact -> fact.node().id() + " " + fact.impact())
            .as(link)
            .containsExactly(end + " STALE");
        assertThat(ripple(design, Injection.ofLink(link, Failure.LOSS)).facts())
            .extracting(fact -> fact.node().id() + " " + fact.impact())
            .as(link)
            .containsExactly(end + " STALE");
        assertThat(sentences(ripple(design, Injection.ofLink(link, Failure.REORDER))))
            .isNotEqualTo(sentences(ripple(design, Injection.ofLink(link, Failure.LOSS))));
      }
    }

    @Test
    void slowWorkThatIsRecognisedIsDoneOnce() {
      String design =
          QUEUE
              .formatted("effect=write idempotency=token")
              .replace("queue q", "queue q visibility=10s")
              .replace("worker w", "worker w p99=1s");
      RippleResult result = ripple(design, "w", Failure.GREY);
      assertThat(result.first("w", Impact.DUP)).isEmpty();
      Absorber recognised = absorber(result, Kind.IDEMPOTENCE).orElseThrow();
      assertThat(recognised.element()).isEqualTo("get");
      assertThat(recognised.t()).isEqualTo(10_000);
      assertThat(
              ripple(
                      design.replace("visibility=10s", "visibility=10s delivery=at-most-once"),
                      "w",
                      Failure.GREY)
                  .absorbers())
          .noneMatch(it -> it.kind() == Kind.IDEMPOTENCE);
    }

    @Test
    void slowWorkComesAgainWhenItIsHiddenNoLonger() {
      String design =
          QUEUE
              .formatted("effect=write")
              .replace("queue q", "queue q visibility=10s")
              .replace("worker w", "worker w p99=1s");
      assertThat(fact(ripple(design, "w", Failure.GREY), "w", Impact.DUP).t()).isEqualTo(10_000);
    }

    @Test
    void deadLettersAreForgottenInTheirTurn() {
      String design =
          QUEUE
              .formatted("effect=write")
              .replace("queue q", "queue dead retention=1h\nqueue q maxReceives=5 %s dlq=dead");
      RippleResult result = ripple(design.formatted("visibility=30s"), "w", Failure.ERROR);
      assertThat(fact(result, "dead", Impact.LOSS).t()).isEqualTo(150_000 + 3_600_000);
      result = ripple(design.formatted("retention=5m"), "w", Failure.ERROR);
      assertThat(fact(result, "dead", Impact.BACKLOG).t()).as("when it expires").isEqualTo(300_000);
      result = ripple(design.formatted(""), "w", Failure.ERROR);
      assertThat(fact(result, "dead", Impact.BACKLOG).t()).as("at once").isZero();
      result = ripple(design.formatted("retention=none"), "w", Failure.ERROR);
      assertThat(result.first("dead", Impact.BACKLOG)).as("never").isEmpty();
      assertThat(result.first("q", Impact.BACKLOG)).as("it tries without end").isPresent();
      result = ripple(design.replace("maxReceives=5", "").formatted(""), "w", Failure.ERROR);
      assertThat(result.first("q", Impact.BACKLOG)).as("nobody counts").isPresent();
    }
  }

  @Nested
  class OtherPaths {
    private static final String PATHS =
        """
        client c
        service u
        service v
        service w capacity=%d
        c -> u id=in rate=10 timeout=5s
        c -> w id=own rate=10 timeout=5s
        u -> v id=out timeout=1s fallback=other-path fallbackTo=w
        journey j path=in,out class=hard
        """;

    @Test
    void absorbWhileAliveAndLargeEnough() {
      RippleResult result = ripple(PATHS.formatted(20), "v", Failure.CRASH);
      assertThat(result.journey("j").state()).isEqualTo(State.DEGRADED);
      result = ripple(PATHS.formatted(19), "v", Failure.CRASH);
      assertThat(fact(result, "w", Impact.OVERLOAD).why())
          .isEqualTo("w is offered 20 req/s by those who fall back on it, and can serve 19");
      assertThat(fact(result, "u", Impact.ERR).why())
          .isEqualTo("u cannot fall back on w and returns errors");
      assertThat(result.isDown("j")).isTrue();
    }

    @Test
    void doNotHelpWhenBothAreGone() {
      Injection both = new Injection(List.of("v", "w"), Failure.CRASH);
      RippleResult result = ripple(PATHS.formatted(90), both);
      assertThat(result.isDown("j")).isTrue();
      assertThat(result.journey("j").t()).isEqualTo(1_000);
      assertThat(absorber(result, Kind.FALLBACK)).isEmpty();
    }

    @Test
    void giveWayWhenTheyFailLater() {
      String design =
          PATHS.formatted(90)
              + """
              queue q buffer=100
              worker k
              w -> q rate=10
              q -> k
              v -> k timeout=1s
              """;
      RippleResult result = ripple(design, "k", Failure.CRASH);
      assertThat(fact(result, "w", Impact.ERR).t()).isEqualTo(10_000);
      assertThat(fact(result, "u", Impact.ERR).t()).isEqualTo(10_000);
      assertThat(absorber(result, Kind.FALLBACK).orElseThrow().holds()).isEqualTo(9_000);
    }
  }

  @Nested
  class OtherAbsorbers {
    @Test
    void aCacheAnswersForItsTimeToLive() {
      RippleResult result =
          ripple(
              """
              service u
              cache m ttl=5m hitRatio=0.9
              relational-db d
              u -> d timeout=1s behindCache=m
              """,
              "d",
              Failure.CRASH);
      assertThat(absorber(result, Kind.CACHE))
          .contains(new Absorber("m", false, Kind.CACHE, 0, 300_000));
    }

    @Test
    void aHealthCheckThatDoesNotLookAtDependenciesKeepsTheFleet() {
      String design =
          """
          load-balancer lb failOpen=%s
          service s replicas=2 healthCheck=%s
          relational-db d
          lb -> s timeout=9s
          s -> d timeout=1s
          """;
      RippleResult result = ripple(design.formatted("false", "shallow"), "d", Failure.CRASH);
      assertThat(absorber(result, Kind.SHALLOW_HEALTH_CHECK).orElseThrow().element())
          .isEqualTo("s");
      result = ripple(design.formatted("true", "deep"), "d", Failure.CRASH);
      assertThat(absorber(result, Kind.FAIL_OPEN))
          .contains(new Absorber("lb", false, Kind.FAIL_OPEN, 60_000, FOREVER));
    }

    @Test
    void aMonitorThatCannotReachWhatItNeedsIsBlind() {
      RippleResult result =
          ripple(
              """
              monitor m
              relational-db d
              service s
              m -> d mode=sync timeout=1s
              m -> s id=look mode=probe
              """,
              "d",
              Failure.CRASH);
      assertThat(fact(result, "m", Impact.BLIND).t()).isEqualTo(1_000);
      assertThat(result.first("s", Impact.BLIND)).isEmpty();
    }
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheReason() {
    Analysis analysis =
        DesignFixture.parse(
                """
                zone b kind=az parent=eu
                client c
                service a zones=z
                queue q
                c -> a id=call
                a -> q id=send
                """)
            .analysis();
    assertThatThrownBy(() -> analysis.ripple(new Injection("a", Failure.DUPLICATE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a is no broker");
    Ways ways = analysis.ways();
    assertThat(ways.refusal(new Injection("a", Failure.BAD_CONFIG)))
        .hasValueSatisfying(why -> assertThat(why).contains("no configuration"));
    assertThat(ways.refusal(Injection.ofLink("call", Failure.CRASH)))
        .hasValueSatisfying(why -> assertThat(why).contains("is a link"));
    assertThat(ways.refusal(Injection.ofLink("call", Failure.LOSS)))
        .hasValueSatisfying(why -> assertThat(why).contains("partition"));
    assertThat(ways.refusal(new Injection(List.of("z"), Failure.CRASH, Target.ZONE)))
        .hasValueSatisfying(why -> assertThat(why).contains("is a zone"));
    assertThat(ways.refusal(Injection.between("z", "z"))).isPresent();
    assertThat(ways.refusal(Injection.between("b", "eu")))
        .contains("b and eu lie one in the other.");
    assertThat(ways.refusal(Injection.ofZone("nowhere"))).contains("no zone nowhere");
    assertThat(ways.of(Target.LINK, List.of("call")))
        .containsExactly(Failure.PARTITION, Failure.DUPLICATE);
    assertThat(ways.of(Target.LINK, List.of("send")))
        .containsExactly(Failure.PARTITION, Failure.DUPLICATE, Failure.REORDER, Failure.LOSS);
    assertThat(ways.of(Target.COMPONENT, List.of("q"))).hasSize(8);
    assertThat(ways.of(Target.COMPONENT, List.of("c"))).hasSize(4);
    assertThat(ways.zones()).containsExactly("b", "eu", "z");
  }
}
