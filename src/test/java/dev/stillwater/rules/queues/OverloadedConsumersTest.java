package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import org.junit.jupiter.api.Test;

class OverloadedConsumersTest {
  private static final OverloadedConsumers RULE = new OverloadedConsumers();

  @Test
  void competingConsumersAddUpAndSubscribersCountAlone() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        queue same preset=sqs-standard              # FLAG REL-QU-002 high
        queue less preset=sqs-standard
        queue competing preset=sqs-standard
        queue half-known preset=sqs-standard
        topic fan preset=sns                        # FLAG REL-QU-002 high
        topic half preset=sns                       # FLAG REL-QU-002 high
        stream idle preset=kinesis
        worker w replicas=5 capacity=20
        worker v capacity=60
        worker u
        s -> same effect=write rate=100
        s -> less effect=write rate=99
        s -> competing effect=write rate=150
        s -> half-known effect=write rate=900
        s -> fan effect=write rate=70
        s -> half effect=write rate=70
        s -> idle effect=write rate=0
        same -> w effect=read
        less -> w effect=read
        competing -> w effect=read
        competing -> v effect=read
        half-known -> w effect=read
        half-known -> u effect=read
        fan -> w effect=read
        fan -> v effect=read
        half -> v effect=read
        half -> u effect=read
        idle -> w effect=read
        """);
  }

  @Test
  void itIsCriticalOnACriticalJourneyAndSaysTheNumbers() {
    Finding finding =
        Reviewed.of(
                """
                service s
                queue q
                worker w capacity=40
                s -> q id=in effect=write rate=50
                q -> w id=out effect=write
                journey j path=in,out importance=critical
                """)
            .only(RULE);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.detail()).isEqualTo("50 >= 40 rps");
    assertThat(finding.because().getFirst())
        .contains("50 messages/s", "40/s", "36000 messages an hour");
  }

  @Test
  void whatIsUnknownCannotBeJudged() {
    String design = "service s\nqueue q\nworker w %s\ns -> q effect=write %s\nq -> w";

    assertThat(Reviewed.of(design.formatted("", "rate=9")).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(Reviewed.of(design.formatted("capacity=9", "")).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(Reviewed.of(design.formatted("capacity=9", "rate=1")).status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
  }

  @Test
  void theCompetitorThatGainsMostIsScaled() {
    Reviewed before =
        Reviewed.of(
            """
            service s
            queue q
            worker small capacity=10
            worker large replicas=2 capacity=20
            external theirs capacity=30
            s -> q id=in effect=write rate=100
            q -> small
            q -> large
            q -> theirs
            """);
    Edit scale = before.only(RULE).recommendations().getFirst().edit();
    assertThat(scale.title()).isEqualTo("Run 6 replicas of large instead of 2");

    Reviewed after = before.after(scale);
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.of(new SlowDrain())).isEmpty();
    assertThat(after.design().components().get("large").get(ComponentAttributes.REPLICAS))
        .contains(6);
    assertThat(after.design().components().get("small"))
        .isEqualTo(before.design().components().get("small"));
  }

  @Test
  void eachSlowSubscriberIsScaledAndOthersAreAskedForMore() {
    Reviewed before =
        Reviewed.of(
            """
            service s
            topic t preset=sns
            worker slow capacity=50
            worker fast capacity=900
            worker dead capacity=0
            external theirs replicas=2 capacity=20
            s -> t id=in effect=write rate=100
            t -> slow
            t -> fast
            t -> dead
            t -> theirs
            """);
    Edit scale = before.only(RULE).recommendations().getFirst().edit();
    assertThat(scale.signature()).isEqualTo("ScaleConsumers(t, dead 150/s, slow 3, theirs 75/s)");
    assertThat(before.after(scale).of(RULE)).isEmpty();
  }

  @Test
  void producersCanBeLimitedInstead() {
    Reviewed before =
        Reviewed.of(
            """
            service s
            service r
            queue q
            worker w capacity=60
            s -> q id=one effect=write rate=100
            r -> q id=two effect=write rate=20
            q -> w
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("one").get(LinkAttributes.RATE).orElseThrow())
        .isCloseTo(100 / 3.0, within(1e-9));
    assertThat(after.design().links().get("two").get(LinkAttributes.RATE).orElseThrow())
        .isCloseTo(20 / 3.0, within(1e-9));
  }

  @Test
  void aTopicCannotBeLimited() {
    Finding finding =
        Reviewed.of(
                """
                service s
                topic t preset=sns
                queue q
                worker w capacity=60
                s -> t effect=write rate=100
                t -> q
                q -> w
                """)
            .only(RULE);
    assertThat(finding.subject()).isEqualTo("q");
    assertThat(finding.recommendations()).hasSize(1);
  }

  @Test
  void anAnnotatedQueueIsNamedByItsLink() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            worker w capacity=10
            c -> s rate=20
            s -> w id=l effect=write coupling=loose-async via=sqs-standard
            """);
    assertThat(before.only(RULE).subject()).isEqualTo("l");
    before
        .only(RULE)
        .recommendations()
        .forEach(fix -> assertThat(before.after(fix.edit()).of(RULE)).isEmpty());
  }

  @Test
  void itNamesTheConsumersThatAreTooSlow() {
    Finding finding =
        Reviewed.of(
                """
                service s
                topic t preset=sns
                worker equal capacity=100
                worker slow capacity=50
                worker fast capacity=101
                s -> t effect=write rate=100
                t -> equal
                t -> slow
                t -> fast
                """)
            .only(RULE);
    assertThat(finding.message()).isEqualTo("t gets more messages than equal and slow can take");
    assertThat(finding.because().getFirst()).contains("equal and slow can take 50/s");
  }

  @Test
  void itSaysWhetherTheyCompeteAndWhetherTheBacklogGrows() {
    String design =
        """
        service s
        queue q%s
        worker v capacity=60
        worker w capacity=40
        s -> q effect=write rate=%s
        q -> v
        q -> w
        """;
    assertThat(Reviewed.of(design.formatted("", 100)).only(RULE).because().getFirst())
        .contains("v and w together take 100/s: no backlog ever gets shorter.");
    assertThat(Reviewed.of(design.formatted(" retention=4d", 101)).only(RULE).because().getFirst())
        .contains("the backlog grows by 3600 messages an hour, until the oldest expire after 4 d.");
    assertThat(
            Reviewed.of(design.formatted("", 99).replace("q -> v\n", ""))
                .only(RULE)
                .because()
                .getFirst())
        .contains("and w can take 40/s: ");
  }
}
