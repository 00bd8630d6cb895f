package dev.stillwater.rules.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Overflow;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class ShortBufferTest {
  private static final ShortBuffer RULE = new ShortBuffer();

  private static Reviewed design(String kind, String broker) {
    return Reviewed.of(
        """
        settings mttr=10m
        service s
        %s q %s
        worker w capacity=200
        worker v capacity=60
        s => q id=put rate=100 timeout=1s
        q -> w id=take
        """
            .formatted(kind, broker));
  }

  @Test
  void roomForLessThanARepair() {
    assertThat(design("queue", "buffer=59999").only(RULE).detail()).isEqualTo("600 s");
    assertThat(design("queue", "buffer=60000").of(RULE)).isEmpty();
    assertThat(design("stream", "retention=599s").only(RULE).detail()).isEqualTo("599 s");
    assertThat(design("stream", "retention=10m").of(RULE)).isEmpty();
    assertThat(design("queue", "").of(RULE)).isEmpty();
    assertThat(design("queue", "buffer=1000 retention=1m").only(RULE).detail()).isEqualTo("10 s");
  }

  @Test
  void severityFollowsTheJourney() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        queue q buffer=1000                      # FLAG REL-RP-004 high
        worker w
        c -> s id=in rate=10 timeout=1s
        s => q id=put timeout=1s
        q -> w id=take
        journey j path=in,put,take importance=critical class=soft
        """);
  }

  @Test
  void competingConsumersOfAQueueTakeOverAndSubscribersDoNot() {
    String two =
        """
        settings mttr=10m
        service s
        %s q buffer=30000
        worker big capacity=200
        worker small capacity=60
        s => q id=put rate=100 timeout=1s
        q -> big id=one
        q -> small id=two
        """;
    // Without big 100 − 60 pile up, and 30,000 fit: 750 s. A stream piles up for each subscriber.
    assertThat(Reviewed.of(two.formatted("queue")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(two.formatted("stream")).only(RULE).detail()).isEqualTo("300 s");
  }

  @Test
  void theShortestTimeSpeaksForAllConsumers() {
    Reviewed reviewed =
        Reviewed.of(
            """
            service s
            queue q buffer=10000
            worker big capacity=60
            worker small capacity=20
            s => q id=put rate=100 timeout=1s
            q -> big id=one
            q -> small id=two
            """);

    assertThat(reviewed.only(RULE).detail()).isEqualTo("125 s");
    assertThat(reviewed.only(RULE).because().getFirst()).contains("without big");
  }

  @Test
  void threeTimesTheRepair() {
    Reviewed before = design("queue", "buffer=1000 retention=1m");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.recommendations()).hasSize(1);
    assertThat(finding.recommendations().getFirst().edit().signature())
        .isEqualTo("SetBuffer(q, 180000, 30m)");
    assertThat(after.of(RULE)).isEmpty();
  }

  @Test
  void aBlockingBrokerMayRefuseInstead() {
    Reviewed before = design("queue", "buffer=1000 overflow=block");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getLast().edit());

    assertThat(finding.because().getFirst()).contains("producers wait");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").get(ComponentAttributes.OVERFLOW))
        .contains(Overflow.REJECT);
  }

  @Test
  void anAnnotatedBrokerHasNowhereToDeclareIt() {
    Reviewed reviewed =
        Reviewed.of(
            """
            settings mttr=5d
            service s
            worker w
            s -> w id=hand-over rate=10 coupling=loose-async via=sqs-standard
            """);

    assertThat(reviewed.of(RULE)).isEmpty();
    assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void theRoomIsThatOfWhatPilesUp() {
    String two =
        """
        settings mttr=10m
        service s
        %s q buffer=1000 %s
        worker w capacity=200
        worker v capacity=60
        worker u
        s => q id=put rate=100 timeout=1s
        q -> w id=take
        q -> v id=too
        q -> u id=three
        """;
    assertThat(signature(two.formatted("stream", ""))).isEqualTo("SetBuffer(q, 180000)");
    assertThat(signature(two.replace("q -> u id=three\n", "").formatted("queue", "")))
        .as("what v does not take over")
        .isEqualTo("SetBuffer(q, 72000)");
  }

  private static String signature(String design) {
    return Reviewed.of(design).only(RULE).recommendations().getFirst().edit().signature();
  }

  @Test
  void onlyWhatIsTooShortIsRaised() {
    assertThat(design("queue", "buffer=1000 retention=1h").only(RULE).recommendations())
        .first()
        .returns("SetBuffer(q, 180000)", fix -> fix.edit().signature());
    assertThat(design("stream", "retention=100s").only(RULE).recommendations())
        .first()
        .returns("SetRetention(q, 30m)", fix -> fix.edit().signature());
    assertThat(design("queue", "buffer=60000 retention=599s").only(RULE).recommendations())
        .first()
        .returns("SetRetention(q, 30m)", fix -> fix.edit().signature());
  }

  @Test
  void itSaysWhatHappensThen() {
    assertThat(reason("stream", "retention=100s"))
        .contains("q loses its first message after")
        .endsWith("(settings.mttr).");
    assertThat(reason("queue", "buffer=1000"))
        .contains("q is full after 10.0 s")
        .endsWith("then producers get errors.");
    assertThat(reason("queue", "buffer=1000 overflow=drop-oldest"))
        .endsWith("then the oldest messages are dropped.");
  }

  private static String reason(String kind, String broker) {
    return design(kind, broker).only(RULE).because().getFirst();
  }

  @Test
  void aBrokerThatFeedsOnlyItselfHasNoConsumer() {
    assertThat(Reviewed.of("queue q buffer=1\nq -> q id=loop").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
