package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.Severity;
import org.junit.jupiter.api.Test;

class StaleWorkTest {
  private static final StaleWork RULE = new StaleWork();

  @Test
  void theTightestDeadlineThatIsNoBatchCounts() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        queue long preset=sqs-standard                   # FLAG REL-QU-004 medium
        queue unknown                                    # FLAG REL-QU-004 medium
        queue short retention=60s
        queue old preset=sqs-standard messageTtl=61s     # FLAG REL-QU-004 medium
        queue fresh preset=sqs-standard messageTtl=60s
        queue batch preset=sqs-standard
        queue free preset=sqs-standard
        topic t preset=sns
        worker w
        c -> long id=a effect=write
        c -> unknown id=b effect=write
        c -> short id=d effect=write
        c -> old id=e effect=write
        c -> fresh id=f effect=write
        c -> batch id=g effect=write
        c -> free id=h effect=write
        c -> t id=i effect=write
        long -> w effect=write
        unknown -> w effect=write
        short -> w effect=write
        old -> w effect=write
        fresh -> w effect=write
        batch -> w effect=write
        free -> w effect=write
        t -> w effect=write
        journey soft path=a,b,d,e,f,i class=soft deadline=60s
        journey late path=g class=offline deadline=60s
        journey open path=h class=hard
        """);
  }

  private static final String CODES =
      """
      client c
      queue q preset=sqs-standard
      worker w
      c -> q id=in effect=write
      q -> w id=out effect=write %s
      journey slow path=in,out class=soft deadline=5m
      journey b-fast path=in,out class=hard deadline=10s importance=critical
      journey a-fast path=in,out class=hard deadline=10s
      """;

  @Test
  void itNamesTheMostUrgentJourneyAndRatesByTheQueue() {
    Finding finding = Reviewed.of(CODES.formatted("")).only(RULE);

    assertThat(finding.key()).isEqualTo("REL-QU-004@q@a-fast");
    assertThat(finding.detail()).isEqualTo("a-fast");
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void oldWorkStepsAsideAndIsNotLost() {
    Reviewed before = Reviewed.of(CODES.formatted(""));
    assertThat(before.only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("AddSpilloverQueue(q, 10s)", "SetMessageTtl(q, 10s)");

    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().ids()).contains("q-spillover");
  }

  @Test
  void theSpilloverOfAJourneyByEntryIsNoCaseOfItself() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            queue q preset=sqs-standard
            worker w
            c -> s id=in effect=write
            s -> q effect=write
            q -> w effect=write
            journey j entry=in class=soft deadline=10s
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.context().graph().journey("j").nodes().toString()).contains("q-spillover");
    assertThat(after.of(RULE)).isEmpty();
  }

  @Test
  void whatMayBeLostExpires() {
    Reviewed before = Reviewed.of(CODES.formatted("lossOk=true"));
    assertThat(before.only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("SetMessageTtl(q, 10s)");
    assertThat(before.after(before.only(RULE).recommendations().getFirst().edit()).of(RULE))
        .isEmpty();
  }

  @Test
  void anAnnotatedQueueIsDrawnOut() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            external e
            c -> e id=l effect=write coupling=loose-async via=sqs-standard
            journey j path=l class=soft deadline=10s
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("l-queue").attributes().toPlain())
        .containsEntry("messageTtl", "10s")
        .containsEntry("preset", "sqs-standard");
    assertThat(after.design().journeys().get("j").namedLinks()).containsExactly("l", "l-queue>e");
  }

  @Test
  void itSaysHowOldMessagesGet() {
    assertThat(reason("retention=4d")).contains("hands out messages up to 4 d old:");
    assertThat(reason("retention=4d messageTtl=2h")).contains("hands out messages up to 2 h old:");
    assertThat(reason("retention=1h messageTtl=2h")).contains("hands out messages up to 1 h old:");
    assertThat(reason("retention=none")).contains("hands out messages of any age:");
    assertThat(reason("")).contains("hands out messages of any age:");
  }

  private static String reason(String queue) {
    return Reviewed.of(CODES.formatted("").replace("preset=sqs-standard", queue))
        .only(RULE)
        .because()
        .getFirst();
  }

  @Test
  void onlyOnesOwnConsumersCanPutWorkAside() {
    assertThat(
            Reviewed.of(CODES.formatted("").replace("worker w", "external w"))
                .only(RULE)
                .recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("SetMessageTtl(q, 10s)");
  }

  @Test
  void itSaysWhetherOldWorkMayBeDropped() {
    assertThat(Reviewed.of(CODES.formatted("lossOk=true")).only(RULE).recommendations())
        .last()
        .returns("Dropped work is gone: it must be safe to drop.", it -> it.tradeOff());
    assertThat(Reviewed.of(CODES.formatted("")).only(RULE).recommendations().getLast().tradeOff())
        .contains("must go to a dead-letter queue");
  }

  @Test
  void aQueueThatNobodyFillsIsNoSpillover() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q                                   # FLAG REL-QU-004 medium
        worker w
        q -> w id=out effect=write
        journey j path=out class=soft deadline=10s
        """);
  }
}
