package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Edge;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsorptionTest {
  private interface Offer {
    void make(Draft draft, RuleContext context, Edge edge);
  }

  private static List<String> offered(Offer offer, String design) {
    RuleContext context =
        new RuleContext(
            DesignFixture.parse(
                    """
                    client c
                    service a concurrency=100 p99=20ms
                    service b p99=100ms
                    service d
                    relational-db store p99=10ms
                    queue q
                    config cfg
                    c -> a rate=50 timeout=30s
                    """
                        + design)
                .analysis());
    Edge edge = context.graph().edgesOf("l").getFirst();
    Checks checks = new Checks(Rules.ALL.getFirst().info(), context);
    Draft draft = checks.flag(edge);
    offer.make(draft, context, edge);
    draft.raise();
    return checks.outcome().findings().getFirst().recommendations().stream()
        .map(it -> it.edit().signature())
        .toList();
  }

  private static List<String> decoupled(String design) {
    return offered(Absorption::decouple, design);
  }

  private static List<String> without(String design) {
    return offered(Absorption::doWithout, design);
  }

  private static List<String> withoutAny(String design) {
    return offered(Absorption::doWithoutAny, design);
  }

  @Test
  void aCallThatNobodyAwaitsIsHandedOver() {
    assertThat(decoupled("a -> b id=l effect=write need=later")).containsExactly("InsertQueue(l)");
    assertThat(decoupled("a -> b id=l effect=write need=later\na -> b effect=write need=later"))
        .as("one callee is no fan-out")
        .containsExactly("InsertQueue(l)");
    assertThat(decoupled("a -> b id=l effect=write need=later\na -> d effect=write need=later"))
        .containsExactly("ReplaceFanoutWithTopic(a)", "InsertQueue(l)");
  }

  @Test
  void whatIsAwaitedIsNotPublishedWithTheOthers() {
    assertThat(
            decoupled(
                "a -> b id=l effect=write need=result-now\n"
                    + "a -> b effect=write need=later\n"
                    + "a -> d effect=write need=later"))
        .isEmpty();
  }

  @Test
  void onlyACallBetweenComputersCanBeHandedOver() {
    assertThat(decoupled("a => q id=l effect=write need=later")).isEmpty();
    assertThat(decoupled("a -> store id=l effect=write need=later")).isEmpty();
    assertThat(decoupled("c -> b id=l effect=write need=later")).isEmpty();
    assertThat(decoupled("a -> b id=l effect=write need=later coupling=loose-sync")).isEmpty();
  }

  @Test
  void whatTheCallerDoesInsteadFollowsFromTheCall() {
    assertThat(without("a -> b id=l"))
        .containsExactly("SetFallback(l, stale-cache, timeout 200ms)");
    assertThat(without("a -> b id=l effect=write need=later"))
        .containsExactly("SetDependency(l, soft, timeout 200ms)");
    assertThat(without("a -> b id=l effect=write need=ack-now"))
        .containsExactly("SetDependency(l, soft, timeout 200ms)");
    assertThat(without("a -> b id=l effect=write need=result-now"))
        .containsExactly("SetFallback(l, static, timeout 200ms)");
    assertThat(without("a -> store id=l effect=write need=result-now"))
        .as("nothing stands for what was stored")
        .isEmpty();
    assertThat(without("cfg -> a id=l")).containsExactly("SetFallback(l, last-good)");
    assertThat(without("q -> a id=l effect=write")).isEmpty();
  }

  @Test
  void whoDoesWithoutAlreadyIsBounded() {
    List<String> bounds =
        List.of(
            "SetTimeout(l, timeout 200ms)",
            "AddBulkhead(l, bulkhead 6, timeout 200ms)",
            "AddBreaker(l, timeout 200ms)");
    assertThat(without("a -> b id=l dependency=soft")).isEqualTo(bounds);
    assertThat(without("a -> b id=l fallback=static")).isEqualTo(bounds);
    assertThat(without("a -> b id=l fallback=other-path fallbackTo=d"))
        .as("who stands in may be down as well")
        .containsExactly("SetFallback(l, stale-cache, timeout 200ms)");
    assertThat(without("a -> b id=l dependency=soft breaker=true timeout=10s"))
        .containsExactly("SetTimeout(l, timeout 200ms)", "AddBulkhead(l, bulkhead 6)");
  }

  @Test
  void whatNobodyAwaitsIsGoneOnWithoutAtTheLimit() {
    assertThat(offered(Absorption::bound, "a -> b id=l effect=write need=later"))
        .contains("SetDependency(l, soft, bulkhead 6, timeout 200ms)");
    assertThat(offered(Absorption::bound, "q -> a id=l")).isEmpty();
  }

  @Test
  void everyLinkToACalleeIsDoneWithout() {
    assertThat(withoutAny("a -> b id=l")).hasSize(1).allMatch(it -> it.startsWith("SetFallback(l"));
    assertThat(withoutAny("a -> b id=l\na -> b id=m\na -> d id=n"))
        .containsExactly("DoWithout(l, m)");
    assertThat(withoutAny("a -> b id=l\na -> b id=m dependency=soft timeout=1s"))
        .as("the other is done without already")
        .containsExactly("SetFallback(l, stale-cache, timeout 200ms)");
    assertThat(withoutAny("a -> b id=l\na -> b id=m dependency=soft"))
        .as("the other waits for ever")
        .containsExactly("DoWithout(l, m)");
    assertThat(withoutAny("a -> store id=l\na -> store id=m effect=write need=result-now"))
        .as("one of them cannot be done without")
        .isEmpty();
  }

  @Test
  void aCallerWithOneWorkerHasNothingToKeepFree() {
    assertThat(withoutAny("service tiny concurrency=1\nc -> tiny rate=50\ntiny -> b id=l"))
        .isEmpty();
    assertThat(
            offered(
                Absorption::moreWorkers,
                "service tiny concurrency=1 p99=10ms\nc -> tiny rate=50\ntiny -> b id=l retries=1"))
        .containsExactly("SetConcurrency(tiny, 11, l, timeout 200ms, retries 0)");
  }
}
