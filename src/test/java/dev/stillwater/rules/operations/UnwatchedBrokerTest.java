package dev.stillwater.rules.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class UnwatchedBrokerTest {
  private static final UnwatchedBroker RULE = new UnwatchedBroker();

  @Test
  void whatDeliversAndHasNoAlarms() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        worker w
        queue q                            # FLAG REL-OP-002 low
        topic t alarms=false               # FLAG REL-OP-002 low
        stream st                          # FLAG REL-OP-002 low
        event-bus e                        # FLAG REL-OP-002 low
        queue watched alarms=true
        queue dead-end
        workflow flow
        c -> s id=in timeout=1s
        s => q id=send timeout=1s
        s -> w id=annotated coupling=loose-async
        q -> w
        t -> w
        st -> w
        e -> w
        watched -> w
        flow -> w mode=deliver
        journey j path=in,send importance=critical
        """);
  }

  @Test
  void aWatchedBatchTellsOfItsBroker() {
    String batch =
        """
        scheduler nightly alarms=%s
        service s
        queue q
        worker w
        nightly -> s id=run timeout=1s
        s => q id=send timeout=1s
        q -> w id=take
        journey batch path=run,send,take class=%s
        """;
    assertThat(Reviewed.of(batch.formatted("true", "offline")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(batch.formatted("false", "offline")).of(RULE)).hasSize(1);
    assertThat(Reviewed.of(batch.formatted("true", "soft")).of(RULE)).hasSize(1);
  }

  @Test
  void theAlarmRingsAtHalfTheDeadline() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            queue q
            worker w
            c -> s id=in timeout=1s
            s => q id=send timeout=1s
            q -> w id=take
            journey slow path=in,send,take class=soft deadline=30m
            journey slower path=in,send,take class=soft deadline=2h
            """);
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations().getFirst().title())
        .isEqualTo("Ring for q when its oldest message waits 15 min");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void theTradeOffSaysWhenToRing() {
    String design =
        "client c\n"
            + "queue q\n"
            + "worker w\n"
            + "c -> q id=in\n"
            + "q -> w id=out\n"
            + "journey j path=in,out class=soft ";
    assertThat(tradeOff(design + "deadline=10m"))
        .startsWith("Ring at half the deadline of 10 min and for the first message");
    assertThat(tradeOff(design)).startsWith("Ring at half the time that somebody waits and for");
  }

  private static String tradeOff(String design) {
    return Reviewed.of(design).only(RULE).recommendations().getFirst().tradeOff();
  }
}
