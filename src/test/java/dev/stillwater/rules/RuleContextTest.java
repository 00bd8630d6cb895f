package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.RuleContext.Loss;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleContextTest {
  private static RuleContext context(String design) {
    return new RuleContext(DesignFixture.parse(design).analysis());
  }

  private static Edge edge(RuleContext context, String link) {
    return context.graph().edgesOf(link).getFirst();
  }

  private static List<String> ids(List<Edge> edges) {
    return edges.stream().map(Edge::subject).toList();
  }

  private static final String SHOP =
      """
      client c
      service a concurrency=100 p99=40ms
      service b p99=200ms
      service spare replicas=2
      queue q
      worker w
      config cfg
      external x
      c -> a id=in rate=50 timeout=9s
      a -> b id=call calls=3 timeout=5s
      a -> b id=rare calls=0.2 timeout=1s
      a => q id=send timeout=1s
      q -> w id=take
      cfg -> a id=load
      a -> spare id=far timeout=1s coupling=loose-sync
      journey j path=in,call importance=critical
      journey k path=in,rare
      """;

  private final RuleContext shop = context(SHOP);

  private Node node(String id) {
    return shop.graph().node(id);
  }

  @Test
  void linksAreAskedForByTheirMode() {
    assertThat(ids(shop.links(LinkMode.SEND, LinkMode.DELIVER))).containsExactly("send", "take");
    assertThat(ids(shop.out(node("a"), LinkMode.SEND))).containsExactly("send");
    assertThat(ids(shop.out(node("a"), LinkMode.SYNC))).containsExactly("call", "far", "rare");
    assertThat(shop.out(node("w"), LinkMode.SYNC)).isEmpty();
  }

  @Test
  void behindABalancerThatIsNotDrawnSomebodyElseAnswers() {
    assertThat(shop.answering(edge(shop, "far"))).isSameAs(node("spare"));
    assertThat(shop.answering(edge(shop, "call"))).isSameAs(node("b"));
    RuleContext drawn =
        context("service a\nload-balancer lb\nservice b\na -> lb id=l timeout=1s\nlb -> b");
    assertThat(drawn.answering(edge(drawn, "l"))).isSameAs(drawn.graph().node("lb"));
    RuleContext queue = context("service a\nservice b\na -> b id=l coupling=loose-async");
    assertThat(queue.answering(edge(queue, "l")).kind().isBroker()).isTrue();
  }

  @Test
  void unawaitedAreWritesToComputersOfWhichAnAcknowledgementWouldDo() {
    RuleContext context =
        context(
            """
            client c
            service a
            service b
            external x
            relational-db d
            queue q
            a -> b id=later effect=write need=later
            a -> x id=ack effect=idempotent-write need=ack-now
            a -> b id=now effect=write need=result-now
            a -> b id=unknown effect=write
            a -> b id=read need=later
            a -> d id=store effect=write need=later
            a => q id=send effect=write need=later
            c -> b id=client effect=write need=later
            """);
    assertThat(ids(context.unawaited(context.graph().node("a")))).containsExactly("ack", "later");
    assertThat(context.unawaited(context.graph().node("c"))).isEmpty();
  }

  @Test
  void aSlowCalleeAnswersInTenTimesItsTimeAndATimeoutCutsThatOff() {
    assertThat(shop.greyResponse(node("b"))).isEqualTo(2000);
    assertThat(shop.healthyHold(edge(shop, "call"))).isEqualTo(600);
    assertThat(shop.healthyHold(edge(shop, "rare"))).as("at least one").isEqualTo(200);
    assertThat(shop.greyHold(edge(shop, "call"))).isEqualTo(6000);
    assertThat(shop.greyHold(edge(shop, "rare"))).as("the timeout").isEqualTo(1000);
    RuleContext equal = context("service a\nservice b p99=100ms\na -> b id=l timeout=1s retries=1");
    assertThat(equal.greyHold(edge(equal, "l"))).as("as slow as the timeout").isEqualTo(2000);
  }

  @Test
  void carriedAreCallsCountedOnceForEachRequest() {
    assertThat(shop.carried(edge(shop, "call"))).isEqualTo(50);
    assertThat(shop.carried(edge(shop, "rare"))).isEqualTo(10);
    RuleContext alone = context("service a\nservice b\na -> b id=l rate=7");
    assertThat(alone.carried(edge(alone, "l"))).as("by a caller that nobody calls").isEqualTo(7);
  }

  @Test
  void whoCanFailMakesWaitAndIsFragile() {
    assertThat(Stream.of("a", "q", "w", "cfg", "x").map(this::node)).allMatch(RuleContext::canFail);
    assertThat(RuleContext.canFail(node("c"))).isFalse();
    assertThat(RuleContext.canFail(context("monitor m").graph().node("m"))).isFalse();
    assertThat(RuleContext.makesWait(edge(shop, "call"))).isTrue();
    assertThat(RuleContext.makesWait(edge(shop, "send"))).isTrue();
    assertThat(RuleContext.makesWait(edge(shop, "take"))).isFalse();
    assertThat(RuleContext.isFragile(node("b"))).isTrue();
    assertThat(RuleContext.isFragile(node("spare"))).isFalse();
  }

  @Test
  void whatStandsInOneZoneFallsWithIt() {
    RuleContext context =
        context(
            """
            service one zones=a
            service twice zones=a,a
            service two zones=a,b
            service nowhere
            service bought zones=a managed=true
            """);
    assertThat(context.components().stream().filter(RuleContext::fallsWithItsZone).map(Node::id))
        .containsExactly("one", "twice");
  }

  @Test
  void theJourneyOfAConfigurationIsThatOfItsConsumer() {
    assertThat(shop.critical(edge(shop, "call")).orElseThrow().id()).isEqualTo("j");
    assertThat(shop.critical(edge(shop, "rare"))).isEmpty();
    assertThat(shop.critical(edge(shop, "load")).orElseThrow().id()).isEqualTo("j");
    assertThat(shop.critical(edge(shop, "send"))).isEmpty();
    assertThat(shop.critical(node("b")).orElseThrow().id()).isEqualTo("j");
    assertThat(shop.critical(node("w"))).isEmpty();
  }

  // ---- losses

  private static List<String> told(List<Loss> losses) {
    return losses.stream().map(loss -> loss.journey().id() + " " + loss.probe().how()).toList();
  }

  @Test
  void aLossIsThatOfTheFailureThatStopsTheJourneyFirst() {
    Injection crash = new Injection("b", Failure.CRASH);
    Injection error = new Injection("b", Failure.ERROR);
    assertThat(told(shop.lost(List.of(crash, error)))).containsExactly("j ERROR", "k ERROR");
    assertThat(told(shop.lost(List.of(crash)))).containsExactly("j CRASH", "k CRASH");
    assertThat(shop.lost(List.of(new Injection("x", Failure.CRASH)))).isEmpty();
  }

  @Test
  void whatIsRedundantDoesNotCrashAndWhatIsNotThereDoesNotFail() {
    RuleContext two =
        context("client c\nservice s replicas=2\nc -> s id=in timeout=1s\njourney j path=in");
    assertThat(two.lost(List.of(new Injection("s", Failure.CRASH)))).isEmpty();
    assertThat(told(two.lost(List.of(new Injection("s", Failure.ERROR)))))
        .containsExactly("j ERROR");
    assertThat(two.lost(List.of(new Injection("gone", Failure.ERROR)))).isEmpty();
    assertThat(two.lost(List.of(new Injection(List.of("s", "gone"), Failure.ERROR)))).isEmpty();
  }

  @Test
  void whatCrashesTogetherDoesSoBecauseItSharesAZone() {
    String design =
        """
        client c
        service s zones=%s
        service t zones=a
        c -> s id=in timeout=1s
        journey j path=in
        """;
    Injection both = new Injection(List.of("s", "t"), Failure.CRASH);
    assertThat(told(context(design.formatted("a")).lost(List.of(both)))).containsExactly("j CRASH");
    assertThat(context(design.formatted("a,b")).lost(List.of(both))).isEmpty();
    assertThat(
            told(
                context(design.formatted("a,b"))
                    .lost(List.of(new Injection(List.of("s", "t"), Failure.ERROR)))))
        .containsExactly("j ERROR");
  }

  @Test
  void alongALinkOnlyWhatComesThroughItIsLost() {
    assertThat(told(shop.lostAlong(List.of(edge(shop, "call"))))).containsExactly("j CRASH");
    assertThat(told(shop.lostAlong(List.of(edge(shop, "call"), edge(shop, "rare")))))
        .containsExactly("j CRASH", "k CRASH");
    assertThat(shop.lostAlong(List.of())).isEmpty();
    assertThat(told(shop.lostAlong(edge(shop, "rare"), List.of(new Injection("b", Failure.ERROR)))))
        .containsExactly("k ERROR");
  }

  @Test
  void aRedundantCalleeIsProbedForSlownessOnly() {
    assertThat(shop.probes(edge(shop, "call")))
        .extracting(Injection::how)
        .containsExactly(Failure.CRASH, Failure.GREY);
    Edge far = shop.graph().edgesOf("far").getLast();
    assertThat(shop.probes(far)).extracting(Injection::how).containsExactly(Failure.GREY);
  }

  @Test
  void whatNoRippleCanReachIsNotFollowed() {
    assertThat(shop.down(new Injection("x", Failure.CRASH))).isEmpty();
    assertThat(shop.mostLost(node("x"))).isZero();
    assertThat(shop.mostLost(node("b"))).isEqualTo(2);
    assertThat(shop.down(new Injection("b", Failure.CRASH)))
        .extracting(JourneyOutcome::id)
        .containsExactly("j", "k");
  }

  @Test
  void onlyAPoolThatFillsIsExhausted() {
    RuleContext context =
        context(
            """
            client c
            service a concurrency=10
            service b p99=1s
            c -> a id=in rate=50 timeout=60s
            a -> b id=l
            """);
    assertThat(context.exhausted(context.graph().node("b")))
        .singleElement()
        .satisfies(fact -> assertThat(fact.t()).isPositive());
    RuleContext rare =
        context(
            """
            client c
            service a concurrency=10
            service b p99=1s
            c -> a id=in timeout=60s
            a -> b id=l retries=-1
            """);
    assertThat(rare.exhausted(rare.graph().node("b"))).as("it waits for ever at once").isEmpty();
  }

  @Test
  void aSpillIsThatOfTheBrokerThatIsAskedAbout() {
    RuleContext context =
        context(
            """
            service s
            queue small buffer=10
            queue large buffer=1000
            worker w capacity=99
            s => small rate=10 timeout=1s
            s => large rate=10 timeout=1s
            small -> w
            large -> w
            """);
    Injection crash = new Injection("w", Failure.CRASH);
    assertThat(context.spill(crash, context.graph().node("small")).orElseThrow().t())
        .isEqualTo(1000);
    assertThat(context.spill(crash, context.graph().node("large")).orElseThrow().t())
        .isEqualTo(100_000);
    assertThat(context.spill(crash, context.graph().node("w"))).isEmpty();
  }

  @Test
  void whoWaitsForEverAtOnceIsNotExhausted() {
    RuleContext context =
        context(
            """
            client c
            service fills concurrency=10
            service waits concurrency=10
            service b p99=1s
            c -> fills id=in rate=50 timeout=60s
            fills -> b id=l
            waits -> b id=m timeout=1s retries=-1
            """);
    assertThat(context.silenced(new Injection("b", Failure.GREY)))
        .extracting(fact -> fact.node().id())
        .containsExactlyInAnyOrder("fills", "waits");
    assertThat(context.exhausted(context.graph().node("b")))
        .extracting(fact -> fact.node().id())
        .containsExactly("fills");
  }
}
