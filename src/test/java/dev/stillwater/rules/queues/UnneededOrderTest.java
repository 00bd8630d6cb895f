package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class UnneededOrderTest {
  private static final UnneededOrder RULE = new UnneededOrder();

  @Test
  void orderWithADeadlineAndNobodyWhoNeedsIt() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        queue fifo preset=sqs-fifo                    # FLAG REL-QU-005 info
        queue total ordering=total                    # FLAG REL-QU-005 info
        queue none preset=sqs-standard
        queue priority ordering=priority
        queue needed preset=sqs-fifo
        queue patient preset=sqs-fifo
        stream k preset=kinesis
        worker w
        worker v
        c -> fifo id=a
        c -> total id=b
        c -> none id=d
        c -> priority id=e
        c -> needed id=f
        c -> patient id=g
        c -> k id=h
        fifo -> w
        total -> w
        none -> w
        priority -> w
        needed -> w
        needed -> v ordered=true
        patient -> w
        k -> w
        journey j path=a,b,d,e,f,h class=soft deadline=60s importance=critical
        journey slow path=g class=soft
        """);
  }

  private static final String FIFO =
      """
      client c
      queue q preset=sqs-fifo %s
      queue d preset=sqs-fifo
      worker w
      c -> q id=in effect=write
      q -> w id=out effect=write
      journey j path=in,out class=soft deadline=60s
      """;

  @Test
  void theStandardQueueKeepsNone() {
    Reviewed before = Reviewed.of(FIFO.formatted("ordering=per-key dlq=d"));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").attributes().toPlain())
        .containsEntry("preset", "sqs-standard")
        .containsEntry("dlq", "d")
        .doesNotContainKey("ordering");
    assertThat(after.design().components().get("d").attributes().toPlain())
        .as("dead letters are of the same product")
        .containsEntry("preset", "sqs-standard");
  }

  @Test
  void deadLettersThatServeOthersStay() {
    Reviewed before = Reviewed.of(FIFO.formatted("dlq=d") + "queue other preset=sqs-fifo dlq=d\n");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("d").attributes().toPlain())
        .containsEntry("preset", "sqs-fifo");
  }

  @Test
  void theNeedCanBeDeclared() {
    Reviewed before = Reviewed.of(FIFO.formatted(""));
    Recommendation declare = before.only(RULE).recommendations().get(1);

    assertThat(declare.declaresOnly()).isTrue();
    assertThat(before.after(declare.edit()).of(RULE)).isEmpty();
  }

  @Test
  void anAnnotatedQueueChangesItsPreset() {
    Reviewed before =
        Reviewed.of(
            """
            service s
            service t
            s -> t id=l effect=write coupling=loose-async via=sqs-fifo
            journey j path=l class=soft deadline=60s
            """);
    assertThat(before.only(RULE).subject()).isEqualTo("l");
    for (Recommendation fix : before.only(RULE).recommendations()) {
      assertThat(before.after(fix.edit()).of(RULE)).as(fix.title()).isEmpty();
    }
    assertThat(
            before
                .only(RULE)
                .recommendations()
                .getFirst()
                .edit()
                .apply(before.design())
                .links()
                .get("l")
                .attributes()
                .toPlain())
        .containsEntry("via", "sqs-standard");
  }

  @Test
  void anOrderOfOnesOwnIsSwitchedOff() {
    Reviewed before = Reviewed.of(FIFO.formatted("").replace("preset=sqs-fifo", "ordering=total"));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").attributes().toPlain())
        .containsEntry("ordering", "none");
  }
}
