package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowDrainTest {
  private static final SlowDrain RULE = new SlowDrain();

  private static final String QUEUE =
      """
      %s
      service s
      queue q %s
      worker w replicas=10 capacity=10
      s -> q id=in effect=write rate=%s timeout=300ms
      q -> w id=out effect=write %s
      journey j path=in,out class=soft %s
      """;

  private static List<Finding> flags(
      String settings, String queue, double rate, String out, String journey) {
    return Reviewed.of(QUEUE.formatted(settings, queue, rate, out, journey)).of(RULE);
  }

  @Test
  void theDrainMayTakeTwiceTheOutage() {
    assertThat(flags("", "", 66, "", "")).isEmpty();
    assertThat(flags("", "", 200 / 3.0, "", "")).isEmpty();
    assertThat(flags("", "", 67, "", ""))
        .singleElement()
        .returns("drain 2.0 h after 1.0 h outage", Finding::detail)
        .returns(Severity.MEDIUM, Finding::severity);
    assertThat(flags("settings outage=2h", "", 90, "", ""))
        .singleElement()
        .returns("drain 18.0 h after 2.0 h outage", Finding::detail);
  }

  @Test
  void aLongDeadlineAllowsMore() {
    assertThat(flags("", "", 90, "", "deadline=9h importance=critical")).isEmpty();
    assertThat(flags("", "", 90, "", "deadline=8h importance=critical"))
        .singleElement()
        .returns(Severity.HIGH, Finding::severity);
  }

  @Test
  void whatSteppedAsideKeepsNobodyWaiting() {
    assertThat(flags("", "messageTtl=2h", 90, "", "")).isEmpty();
    assertThat(flags("", "messageTtl=3h", 90, "", "")).hasSize(1);
  }

  @Test
  void consumersThatNeverCatchUpAreAnotherRulesCase() {
    assertThat(flags("", "", 100, "", "")).isEmpty();
    assertThat(flags("", "", 101, "", "")).isEmpty();
  }

  @Test
  void onlyQueuesAndStreamsHaveABacklogOfTheirOwn() {
    Reviewed.expectFlags(
        RULE,
        """
        service s
        topic t preset=sns
        stream k preset=kinesis                     # FLAG REL-QU-003 medium
        worker slow capacity=100
        worker fast capacity=900
        s -> t effect=write rate=95
        s -> k effect=write rate=95
        t -> slow
        k -> slow
        k -> fast
        """);
  }

  @Test
  void withoutCapacityItCannotBeJudged() {
    assertThat(
            Reviewed.of("service s\nqueue q\nworker w\ns -> q rate=5\nq -> w").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void moreConsumersDrainItInTime() {
    Reviewed before = Reviewed.of(QUEUE.formatted("", "", 95, "", ""));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("w").get(ComponentAttributes.REPLICAS)).contains(15);
  }

  @Test
  void oldMessagesStepAsideIntoASecondQueue() {
    Reviewed before =
        Reviewed.of(
            QUEUE.formatted("", "preset=sqs-standard dlq=d maxReceives=5", 95, "", "")
                + "queue d preset=sqs-standard retention=14d");
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());

    assertThat(after.of(RULE)).isEmpty();
    Design design = after.design();
    assertThat(design.components().get("q").attributes().toPlain())
        .containsEntry("messageTtl", "2h");
    assertThat(design.components().get("q-spillover").attributes().toPlain())
        .containsEntry("preset", "sqs-standard")
        .containsEntry("retention", "14d")
        .containsEntry("maxReceives", 5L)
        .containsEntry("dlq", "d");
    assertThat(design.links().get("w>q-spillover").attributes().toPlain())
        .containsEntry("rate", 0L)
        .containsEntry("timeout", "300ms")
        .containsEntry("effect", "write");
    assertThat(design.links().get("q-spillover>w").attributes().toPlain())
        .containsEntry("effect", "write");
    assertThat(after.context().load().inflow(after.context().graph().node("w"))).isEqualTo(95);
  }

  @Test
  void orderForbidsOvertaking() {
    assertThat(flags("", "ordering=per-key", 95, "ordered=true", "").getFirst().recommendations())
        .hasSize(1);
  }

  @Test
  void anAnnotatedQueueIsDrawnOutToOverflow() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            worker w capacity=100
            c -> s rate=95
            s -> w id=l effect=write coupling=loose-async via=sqs-standard
            journey j entry=l class=soft
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().ids()).contains("l-queue", "l-queue-spillover");
  }

  @Test
  void onlyOnesOwnConsumersCanPutWorkAside() {
    String design = "service s\nqueue q\n%s w capacity=100\ns -> q rate=95\nq -> w";
    assertThat(Reviewed.of(design.formatted("worker")).only(RULE).recommendations()).hasSize(2);
    assertThat(Reviewed.of(design.formatted("external")).only(RULE).recommendations()).hasSize(1);
  }
}
