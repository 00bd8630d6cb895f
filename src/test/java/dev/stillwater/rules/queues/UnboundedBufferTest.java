package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.InternalQueue;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class UnboundedBufferTest {
  private static final UnboundedBuffer RULE = new UnboundedBuffer();

  @Test
  void whatGrowsUntilMemoryEnds() {
    Reviewed.expectFlags(
        RULE,
        """
        service open internalQueue=unbounded          # FLAG REL-QU-012 critical
        service closed internalQueue=bounded
        service unknown
        queue memory inMemory=true                    # FLAG REL-QU-012 high
        queue limited inMemory=true buffer=100
        queue stored
        client c
        c -> open id=x
        journey j path=x importance=critical
        """);
  }

  @Test
  void whatNobodyDeclaredIsNotExamined() {
    assertThat(Reviewed.of("service s\nqueue q").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(Reviewed.of("service s internalQueue=bounded").status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
  }

  @Test
  void waitingRequestsAreLimitedToHalfOfTheWorkers() {
    Reviewed before =
        Reviewed.of(
            "service s internalQueue=unbounded concurrency=40 replicas=3\nclient c\nc -> s rate=7");
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst()).contains("gets 7 requests/s");
    assertThat(finding.recommendations().getFirst().tradeOff()).contains("at most 60 wait");

    Reviewed after = before.after(finding.recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("s").get(ComponentAttributes.INTERNAL_QUEUE))
        .contains(InternalQueue.BOUNDED);
  }

  @Test
  void aBrokerHoldsWhatComesUntilSomebodyNotices() {
    Reviewed before =
        Reviewed.of(
            """
            settings detection=2m
            service s
            queue q inMemory=true
            worker w
            s -> q rate=10
            q -> w effect=write lossOk=true
            """);
    assertThat(before.only(RULE).recommendations()).hasSize(1);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").get(ComponentAttributes.BUFFER))
        .contains(1200.0);
  }

  @Test
  void whatMustNotBeLostIsStored() {
    Reviewed before =
        Reviewed.of("queue q inMemory=true delivery=at-most-once\nworker w\nq -> w effect=write");
    assertThat(before.only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("SetDelivery(q, at-least-once)", "BoundQueue(q)");
    for (Recommendation fix : before.only(RULE).recommendations()) {
      assertThat(before.after(fix.edit()).of(RULE)).as(fix.title()).isEmpty();
    }
  }

  @Test
  void itSaysWhatGrows() {
    assertThat(Reviewed.of("service s internalQueue=unbounded").only(RULE).because().getFirst())
        .startsWith("Flagged because s has an unbounded waiting queue: ");
    assertThat(
            Reviewed.of("service s\nqueue q inMemory=true\ns -> q rate=3")
                .only(RULE)
                .because()
                .getFirst())
        .startsWith(
            "Flagged because q keeps its messages in memory without a limit and gets 3"
                + " messages/s: ");
  }

  @Test
  void withoutARateTenThousandMessagesAreHeld() {
    Reviewed before = Reviewed.of("queue q inMemory=true");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.design().components().get("q").get(ComponentAttributes.BUFFER))
        .contains(10_000.0);
  }
}
