package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each transfer against the formula that ripple.md gives for it.
class RippleTest {
  private static final String CALL =
      """
      client c
      service u p99=100ms concurrency=%d
      service v p99=100ms
      c -> u id=in rate=100 timeout=30s
      u -> v id=out %s
      journey j path=in,out class=hard
      """;

  private Analysis analysis = DesignFixture.parse("").analysis();

  private RippleResult ripple(String design, String component, Failure how) {
    analysis = DesignFixture.parse(design).analysis();
    return analysis.ripple(component, how);
  }

  private static List<String> sentences(RippleResult result) {
    return result.facts().stream().map(Fact::why).toList();
  }

  private static Fact fact(RippleResult result, String component, Impact impact) {
    return result.first(component, impact).orElseThrow();
  }

  @Nested
  class HeldWorkers {
    @Test
    void agreeWithTheBimodalLatencyOfTheSreBook() {
      RippleResult result =
          ripple(
              """
              client c
              service u p99=100ms concurrency=1000
              service v
              c -> u rate=1000
              u -> v id=out calls=0.05 timeout=100s
              """,
              "v",
              Failure.CRASH);
      Edge out = analysis.graph().edgesOf("out").getFirst();
      WorkerDemand demand = WorkerDemand.of(analysis.load(), out, out.hold());
      assertThat(demand.held()).isCloseTo(5000, within(1e-6));
      assertThat(demand.others()).isCloseTo(95, within(1e-6));
      assertThat(demand.goodput()).isCloseTo(0.196, within(0.0005));
      assertThat(fact(result, "u", Impact.SILENT).t()).isCloseTo(20_000, within(1e-6));
    }

    @Test
    void haveTheirLimitExactlyAtThePool() {
      String design =
          """
          client c
          service u p99=100ms concurrency=%d
          service v
          c -> u rate=1000
          u -> v calls=0.05 timeout=100s
          """;
      assertThat(ripple(design.formatted(5095), "v", Failure.CRASH).first("u", Impact.SILENT))
          .isEmpty();
      assertThat(ripple(design.formatted(5094), "v", Failure.CRASH).first("u", Impact.SILENT))
          .isPresent();
    }

    @Test
    void fillAPoolAtOnceWhenNobodyGivesUp() {
      RippleResult result = ripple(CALL.formatted(200, ""), "v", Failure.CRASH);
      assertThat(fact(result, "u", Impact.SILENT).t()).isEqualTo(2_000);
      assertThat(sentences(result))
          .containsExactly(
              "all replicas of v stop answering",
              "u: 200 workers fill in 2.0 s (100 req/s x no timeout held per call)",
              "c returns errors 30.0 s later");
      assertThat(result.journey("j").t()).isEqualTo(2_000);
    }

    @Test
    void areNotWaitedForLongerThanOneHold() {
      RippleResult result = ripple(CALL.formatted(200, "timeout=3s"), "v", Failure.CRASH);
      assertThat(fact(result, "u", Impact.SILENT).t()).as("300 of 200").isEqualTo(2_000);
      result = ripple(CALL.formatted(200, "timeout=1s retries=2"), "v", Failure.CRASH);
      assertThat(fact(result, "u", Impact.SILENT).t()).as("3 s again").isEqualTo(2_000);
      result = ripple(CALL.formatted(200, "timeout=1s"), "v", Failure.CRASH);
      assertThat(fact(result, "u", Impact.ERR).t()).as("100 of 200").isEqualTo(1_000);
    }
  }

  @Nested
  class Shielding {
    @Test
    void aBulkheadKeepsTheRestOfThePool() {
      RippleResult result = ripple(CALL.formatted(200, "bulkhead=20"), "v", Failure.CRASH);
      Fact error = fact(result, "u", Impact.ERR);
      assertThat(error.t()).as("20 calls at 100/s").isEqualTo(200);
      assertThat(error.scope()).isEqualTo("j");
      assertThat(result.first("u", Impact.SILENT)).isEmpty();
      assertThat(result.absorbers())
          .containsExactly(new Absorber("out", true, Absorber.Kind.BULKHEAD, 0, FOREVER));
      result = ripple(CALL.formatted(200, "timeout=3s"), "v", Failure.CRASH);
      assertThat(result.journey("j").t()).as("silent for everybody").isEqualTo(2_000);
      result = ripple(CALL.formatted(200, "timeout=3s bulkhead=20"), "v", Failure.CRASH);
      assertThat(result.journey("j").t()).as("errors for some").isEqualTo(3_000);
    }

    @Test
    void aBreakerOpensAfterATimeoutAndNotWithoutOne() {
      RippleResult result =
          ripple(CALL.formatted(200, "timeout=2s retries=3 breaker=true"), "v", Failure.CRASH);
      assertThat(fact(result, "u", Impact.ERR).t()).isEqualTo(2_000);
      assertThat(result.absorbers())
          .containsExactly(new Absorber("out", true, Absorber.Kind.BREAKER, 2_000, FOREVER));
      result = ripple(CALL.formatted(200, "breaker=true"), "v", Failure.CRASH);
      assertThat(result.first("u", Impact.SILENT)).isPresent();
      result = ripple(CALL.formatted(200, "timeout=9s breaker=true"), "v", Failure.GREY);
      assertThat(result.first("u", Impact.SILENT)).as("1 s is inside the timeout").isEmpty();
      result = ripple(CALL.formatted(90, "timeout=9s breaker=true"), "v", Failure.GREY);
      assertThat(result.first("u", Impact.SILENT)).as("100 of 90, no call fails").isPresent();
    }

    @Test
    void aSoftDependencyDegradesUnlessItTakesThePool() {
      String soft = "timeout=1s dependency=soft";
      RippleResult result = ripple(CALL.formatted(200, soft), "v", Failure.CRASH);
      assertThat(fact(result, "u", Impact.DEGRADED).t()).isEqualTo(1_000);
      assertThat(result.journey("j").state()).isEqualTo(State.DEGRADED);
      assertThat(result.absorbers())
          .containsExactly(
              new Absorber("u", false, Absorber.Kind.POOL, 0, FOREVER),
              new Absorber("out", true, Absorber.Kind.SOFT_DEPENDENCY, 1_000, FOREVER));
      result = ripple(CALL.formatted(99, soft), "v", Failure.CRASH);
      assertThat(result.isDown("j")).isTrue();
      assertThat(result.absorbers()).isEmpty();
    }

    @Test
    void aFallbackIsNamed() {
      RippleResult result =
          ripple(CALL.formatted(200, "timeout=1s fallback=stale-cache"), "v", Failure.ERROR);
      assertThat(sentences(result)).contains("u uses STALE_CACHE");
      assertThat(result.absorbers()).extracting(Absorber::kind).contains(Absorber.Kind.FALLBACK);
      result = ripple(CALL.formatted(200, "timeout=1s fallback=refresh"), "v", Failure.ERROR);
      assertThat(result.isDown("j")).as("a refresh is no answer").isTrue();
    }

    @Test
    void anOutboxKeepsMessages() {
      String design =
          """
          client c
          service u
          queue q
          c -> u id=in rate=10
          u => q id=out outbox=true
          journey j path=in,out
          """;
      RippleResult result = ripple(design, "q", Failure.CRASH);
      assertThat(result.journey("j").state()).isEqualTo(State.DEGRADED);
      assertThat(result.absorbers())
          .containsExactly(new Absorber("out", true, Absorber.Kind.OUTBOX, 0, FOREVER));
    }

    @Test
    void admissionTurnsSilenceIntoErrors() {
      RippleResult result = ripple("service a admission=limit\nservice b", "a", Failure.OVERLOAD);
      assertThat(fact(result, "a", Impact.ERR).why())
          .isEqualTo("a is offered more than its capacity");
      assertThat(result.absorbers())
          .containsExactly(new Absorber("a", false, Absorber.Kind.ADMISSION, 0, FOREVER));
      assertThat(analysis.ripple("b", Failure.OVERLOAD).first("b", Impact.SILENT)).isPresent();
    }
  }

  @Nested
  class Slowness {
    @Test
    void beyondTheTimeoutIsSilence() {
      RippleResult result = ripple(CALL.formatted(9000, "timeout=1s"), "v", Failure.GREY);
      assertThat(fact(result, "u", Impact.ERR).t()).as("10 x 100 ms").isEqualTo(1_000);
    }

    @Test
    void insideTheTimeoutDilutes() {
      RippleResult result = ripple(CALL.formatted(9000, "timeout=2s"), "v", Failure.GREY);
      Fact slow = fact(result, "u", Impact.SLOW);
      assertThat(slow.factor()).as("(200 - 100 + 1000) / 200 ms").isEqualTo(5.5);
      assertThat(slow.why()).isEqualTo("u waits 1.0 s on v");
    }

    @Test
    void takesTheFactorOfTheSettings() {
      String design = CALL.formatted(9000, "timeout=60s") + "settings grey=2.5\n";
      RippleResult result = ripple(design, "v", Failure.GREY);
      assertThat(fact(result, "v", Impact.SLOW).why()).isEqualTo("v answers 2.5x slower");
      assertThat(fact(result, "u", Impact.DEGRADED).factor()).isEqualTo(1.75);
    }

    @Test
    void makesAHardJourneyLateWhenItExceedsTheDeadline() {
      String design = CALL.formatted(9000, "timeout=60s").replace("class=hard", "class=%s");
      String hard = design.formatted("hard deadline=1s");
      JourneyOutcome late = ripple(hard, "v", Failure.GREY).journey("j");
      assertThat(late.state()).as("1.1 s of 1 s").isEqualTo(State.LATE);
      assertThat(late.t()).isEqualTo(1_000);
      String easy = design.formatted("hard deadline=1100ms");
      assertThat(ripple(easy, "v", Failure.GREY).journey("j").state()).isEqualTo(State.DEGRADED);
      String unknown = design.formatted("unknown deadline=1s");
      assertThat(ripple(unknown, "v", Failure.GREY).journey("j").state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void ofWorkThatTakesNoTimeIsNone() {
      String design =
          """
          client c
          service u p99=0ms
          service v p99=0ms
          c -> u rate=1
          u -> v
          """;
      RippleResult result = ripple(design, "v", Failure.GREY);
      assertThat(fact(result, "u", Impact.DEGRADED).factor()).isEqualTo(1);
    }
  }

  @Nested
  class Brokers {
    private static final String QUEUE =
        """
        client c
        service p
        queue q %s
        worker w capacity=%d
        c -> p id=in rate=100 timeout=5s
        p => q id=put timeout=1s
        q -> w id=get
        journey j path=in,put,get class=soft %s
        """;

    @Test
    void absorbUntilTheBufferIsFull() {
      RippleResult result = ripple(QUEUE.formatted("buffer=6000", 200, ""), "w", Failure.CRASH);
      assertThat(sentences(result))
          .containsExactly(
              "q buffers 100 msg/s",
              "all replicas of w stop answering",
              "c returns errors 0.0 s later",
              "p returns errors 0.0 s later",
              "q is full after 60 s");
      assertThat(result.journey("j").t()).isEqualTo(60_000);
      assertThat(result.journey("j").path())
          .extracting(Fact::why)
          .containsExactly(
              "all replicas of w stop answering",
              "q is full after 60 s",
              "p returns errors 0.0 s later");
      assertThat(result.absorbers())
          .containsExactly(new Absorber("q", false, Absorber.Kind.BUFFER, 0, 60_000));
    }

    @Test
    void loseWhatASlowConsumerDoesNotReadInTime() {
      RippleResult result = ripple(QUEUE.formatted("retention=1h", 200, ""), "w", Failure.GREY);
      assertThat(fact(result, "q", Impact.BACKLOG).why()).isEqualTo("q buffers 80 msg/s");
      assertThat(fact(result, "q", Impact.LOSS).t())
          .as("1 h x 100 / (100 - 20)")
          .isEqualTo(4_500_000);
    }

    @Test
    void keepUpWithASlowConsumerThatHasCapacityToSpare() {
      RippleResult result = ripple(QUEUE.formatted("retention=1h", 1000, ""), "w", Failure.GREY);
      assertThat(result.facts()).hasSize(1);
      assertThat(result.absorbers())
          .containsExactly(new Absorber("w", false, Absorber.Kind.POOL, 0, FOREVER));
    }

    @Test
    void dropTheOldestWhenToldSo() {
      RippleResult result =
          ripple(QUEUE.formatted("buffer=6000 overflow=drop-oldest", 200, ""), "w", Failure.CRASH);
      assertThat(fact(result, "q", Impact.LOSS).t()).isEqualTo(60_000);
      assertThat(result.first("p", Impact.ERR)).isEmpty();
    }

    @Test
    void neverLoseWhatIsKeptForever() {
      RippleResult result = ripple(QUEUE.formatted("retention=none", 200, ""), "w", Failure.CRASH);
      assertThat(result.facts()).extracting(Fact::t).allMatch(t -> t < FOREVER);
      assertThat(result.first("q", Impact.LOSS)).isEmpty();
      assertThat(result.absorbers())
          .containsExactly(new Absorber("q", false, Absorber.Kind.BUFFER, 0, FOREVER));
    }

    @Test
    void makeAJourneyLateUntilTheBacklogIsDrained() {
      String queue = QUEUE.formatted("", 150, "%s");
      String tight = queue.formatted("deadline=2h");
      JourneyOutcome late = ripple(tight, "w", Failure.CRASH).journey("j");
      assertThat(late.state())
          .as("1 h outage + 100 x 1 h / (150 - 100) = 3 h")
          .isEqualTo(State.LATE);
      assertThat(late.t()).isEqualTo(2 * 3.6e6);
      assertThat(late.path())
          .extracting(Fact::impact)
          .containsExactly(Impact.SILENT, Impact.BACKLOG);
      String enough = queue.formatted("deadline=3h");
      assertThat(ripple(enough, "w", Failure.CRASH).journey("j").state()).isEqualTo(State.OK);
      String never = QUEUE.formatted("", 100, "deadline=4d");
      assertThat(ripple(never, "w", Failure.CRASH).journey("j").isLost()).as("never").isTrue();
      String unknown = queue.replace("capacity=150", "").formatted("deadline=61m");
      assertThat(ripple(unknown, "w", Failure.CRASH).journey("j").isLost()).isFalse();
      String outage = unknown.replace("61m", "59m");
      assertThat(ripple(outage, "w", Failure.CRASH).journey("j").isLost()).isTrue();
    }

    @Test
    void haveOtherConsumers() {
      String design =
          """
          client c
          %s q
          worker a capacity=100
          worker b capacity=100
          c => q rate=90
          q -> a
          q -> b
          """;
      RippleResult result = ripple(design.formatted("queue"), "a", Failure.CRASH);
      assertThat(result.facts()).hasSize(1);
      assertThat(result.absorbers())
          .containsExactly(new Absorber("q", false, Absorber.Kind.OTHER_CONSUMERS, 0, FOREVER));
      result = ripple(design.formatted("topic"), "a", Failure.CRASH);
      assertThat(result.first("q", Impact.BACKLOG)).isPresent();
    }

    @Test
    void leaveConsumersStale() {
      RippleResult result = ripple(QUEUE.formatted("", 200, ""), "q", Failure.CRASH);
      assertThat(fact(result, "w", Impact.STALE).why()).isEqualTo("w receives nothing new");
      assertThat(fact(result, "p", Impact.ERR).t()).as("a send waits like a call").isEqualTo(1_000);
    }
  }

  @Nested
  class Feeds {
    @Test
    void configurationIsKeptOrMissedAtTheNextRound() {
      String design =
          """
          config k
          service good
          service last
          service bad
          service usual
          service never
          k -> good id=1 dependency=soft
          k -> last id=2 fallback=last-good
          k -> bad id=3 period=5s
          k -> usual id=4 fallback=refresh
          k -> never id=5 period=none
          """;
      RippleResult result = ripple(design, "k", Failure.CRASH);
      assertThat(fact(result, "good", Impact.STALE).t()).isZero();
      assertThat(fact(result, "last", Impact.STALE).why())
          .isEqualTo("last keeps its last good configuration");
      assertThat(fact(result, "bad", Impact.ERR).t()).isEqualTo(5_000);
      assertThat(fact(result, "usual", Impact.ERR).t()).isEqualTo(60_000);
      assertThat(result.facts()).extracting(fact -> fact.node().id()).doesNotContain("never");
      assertThat(result.absorbers())
          .extracting(Absorber::kind)
          .containsExactly(Absorber.Kind.SOFT_DEPENDENCY, Absorber.Kind.LAST_GOOD);
    }

    @Test
    void aReplicaIsStaleWithoutItsSource() {
      RippleResult result =
          ripple("relational-db a\nrelational-db b\na -> b mode=replicate", "a", Failure.ERROR);
      assertThat(fact(result, "b", Impact.STALE).t()).isZero();
    }
  }

  @Nested
  class HealthChecks {
    private static final String FLEET =
        """
        client c
        load-balancer lb %s
        service u replicas=%d healthCheck=%s concurrency=10000
        service v
        c -> lb id=in rate=10
        lb -> u id=to timeout=70s
        u -> v id=out timeout=1s
        journey a path=in,to
        journey b path=out
        settings detection=20s
        """;

    @Test
    void thatAreDeepTakeTheWholeFleetOut() {
      RippleResult result = ripple(FLEET.formatted("", 3, "deep"), "v", Failure.CRASH);
      Fact removed = fact(result, "lb", Impact.ERR);
      assertThat(removed.t()).isEqualTo(20_000);
      assertThat(removed.why())
          .isEqualTo("lb removes every u replica: deep health check fails fleet-wide");
      assertThat(result.isDown("a")).isTrue();
    }

    @Test
    void doNothingWhenShallowOrFailingOpenOrAlone() {
      for (String design :
          List.of(
              FLEET.formatted("", 3, "shallow"),
              FLEET.formatted("failOpen=true", 3, "deep"),
              FLEET.formatted("", 1, "deep"))) {
        assertThat(sentences(ripple(design, "v", Failure.CRASH)))
            .noneMatch(why -> why.contains("removes"));
      }
    }
  }

  @Nested
  class Scopes {
    @Test
    void areThoseOfTheJourneysThatNameALink() {
      String design =
          """
          client c
          client m
          service u
          service v
          service w
          c -> u id=cu rate=1
          m -> u id=mu rate=1
          u -> v id=uv timeout=1s
          u -> w id=uw timeout=1s
          journey j1 path=cu,uv
          journey j2 path=mu,uw
          journey j3 path=cu,uw
          """;
      RippleResult result = ripple(design, "w", Failure.CRASH);
      assertThat(result.facts())
          .filteredOn(fact -> fact.node().id().equals("u"))
          .extracting(Fact::scope)
          .containsExactly("j2", "j3");
      assertThat(result.isDown("j1")).isFalse();
      assertThat(result.isDown("j2")).isTrue();
      assertThat(result.facts())
          .filteredOn(fact -> fact.node().id().equals("c"))
          .extracting(Fact::scope)
          .containsExactly("j3");
    }

    @Test
    void passUnchangedOverALinkThatNobodyNames() {
      String design =
          """
          client c
          client m
          service u
          service v
          service w
          c -> u id=cu rate=1 timeout=9s
          u -> v id=uv timeout=1s
          v -> w id=vw timeout=1s
          m -> u id=mu rate=1 timeout=9s
          journey j1 path=cu,vw
          journey j2 path=mu
          """;
      RippleResult result = ripple(design, "w", Failure.CRASH);
      assertThat(fact(result, "u", Impact.ERR).scope()).isEqualTo("j1");
      assertThat(result.isDown("j1")).isTrue();
      assertThat(result.isDown("j2")).isFalse();
    }
  }

  @Nested
  class ReachAndIntermediaries {
    @Test
    void anEntryLinkBringsEverythingThatFollows() {
      String design =
          """
          client c
          service a
          service b
          queue q
          worker w capacity=50
          c -> a id=enter rate=10 timeout=9s
          a -> b id=ab timeout=1s
          b => q id=put timeout=1s
          q -> w id=get
          journey j entry=enter class=soft deadline=30m
          """;
      assertThat(ripple(design, "b", Failure.CRASH).isDown("j")).isTrue();
      assertThat(analysis.ripple("w", Failure.CRASH).journey("j").state()).isEqualTo(State.LATE);
      assertThat(fact(analysis.ripple("b", Failure.CRASH), "a", Impact.ERR).scope()).isEqualTo("j");
      assertThat(analysis.graph().journey("j").edges())
          .extracting(Edge::id)
          .containsExactly("enter", "ab", "put", "get");
    }

    @Test
    void anAnnotatedQueueAbsorbsLikeADrawnOne() {
      String design =
          """
          client c
          service a
          service b
          c -> a id=in rate=10 timeout=9s
          a -> b id=L coupling=loose-async via=sqs-standard timeout=1s
          journey j path=in,L class=soft deadline=5d
          """;
      RippleResult result = ripple(design, "b", Failure.CRASH);
      assertThat(result.facts())
          .extracting(fact -> fact.node().id())
          .containsExactly("L~via", "b", "L~via");
      assertThat(fact(result, "L~via", Impact.LOSS).t()).isEqualTo(4 * 8.64e7);
      assertThat(fact(result, "L~via", Impact.BACKLOG).carriedBy().orElseThrow().id())
          .isEqualTo("L~out");
      assertThat(result.journey("j").state()).isEqualTo(State.OK);
      assertThat(result.absorbers())
          .containsExactly(new Absorber("L", true, Absorber.Kind.BUFFER, 0, 4 * 8.64e7));
      RippleResult broker = analysis.ripple("L~via", Failure.ERROR);
      assertThat(broker.isDown("j")).isTrue();
      assertThat(fact(broker, "a", Impact.ERR).carriedBy().orElseThrow().id()).isEqualTo("L~in");
    }

    @Test
    void anAnnotatedBalancerPassesErrorsOn() {
      String design =
          """
          client c
          service a
          service b
          c -> a id=in rate=10 timeout=9s
          a -> b id=L coupling=loose-sync timeout=1s
          journey j path=in,L class=hard
          """;
      RippleResult result = ripple(design, "b", Failure.CRASH);
      assertThat(fact(result, "L~via", Impact.ERR).t()).isEqualTo(1_000);
      assertThat(fact(result, "a", Impact.ERR).why()).isEqualTo("a returns errors 0.0 s later");
    }
  }

  @Test
  void severalComponentsFailAtOnce() {
    String design = "service b\nservice a\nservice u\nu -> a timeout=2s\nu -> b timeout=1s";
    analysis = DesignFixture.parse(design).analysis();
    RippleResult result = analysis.ripple(new Injection(List.of("b", "a", "b"), Failure.CRASH));
    assertThat(result.injection().target()).isEqualTo("a+b");
    assertThat(fact(result, "u", Impact.ERR).t()).isEqualTo(1_000);
  }

  @Test
  void anUnknownTargetIsRefused() {
    assertThatThrownBy(() -> ripple("service a", "b", Failure.CRASH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no component b");
  }

  @Test
  void ofTwoEqualCausesTheFirstByNameExplains() {
    RippleResult result =
        ripple(
            """
            service z
            service a
            service b
            service u
            a -> z timeout=1s
            b -> z timeout=1s
            u -> b timeout=1s
            u -> a timeout=1s
            """,
            "z",
            Failure.CRASH);
    assertThat(fact(result, "u", Impact.ERR).follows().orElseThrow().node().id()).isEqualTo("a");
    assertThat(fact(result, "u", Impact.ERR).chain())
        .extracting(Fact::t)
        .containsExactly(0.0, 1e3, 1e3);
  }

  private static final double FOREVER = Double.POSITIVE_INFINITY;
}
