package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class BlockingRecordTest {
  private static final BlockingRecord RULE = new BlockingRecord();

  @Test
  void whatKeepsOrderAndTriesForEver() {
    Reviewed.expectFlags(
        RULE,
        """
        stream k preset=kinesis                      # FLAG REL-QU-016 high
        stream loose ordering=none                   # FLAG REL-QU-016 medium
        queue keyed ordering=per-key                 # FLAG REL-QU-016 medium
        queue total ordering=total                   # FLAG REL-QU-016 medium
        queue sorted ordering=priority
        queue standard preset=sqs-standard
        stream limited maxReceives=9
        stream letters dlq=d
        stream by-link
        stream half                                  # FLAG REL-QU-016 medium
        stream unread
        queue d
        worker w
        worker v
        k -> w id=x
        loose -> w
        keyed -> w
        total -> w
        sorted -> w
        standard -> w
        limited -> w
        letters -> w
        by-link -> w dlq=d
        half -> w dlq=d
        half -> v
        journey j path=x importance=critical
        """);
  }

  @Test
  void badRecordsArePutAside() {
    Reviewed before = Reviewed.of("queue q preset=sqs-fifo\nworker w\nq -> w id=l effect=write");
    assertThat(before.only(RULE).recommendations()).hasSize(1);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.of(new MissingDeadLetterQueue())).isEmpty();
    assertThat(after.design().components().get("q").attributes().toPlain())
        .containsEntry("maxReceives", 5L)
        .containsEntry("dlq", "q-dlq");
  }

  @Test
  void whatMayBeLostCanBeSkipped() {
    Reviewed before = Reviewed.of("stream k\nworker w\nk -> w lossOk=true");
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("k").attributes().toPlain())
        .containsEntry("maxReceives", 5L);
  }

  @Test
  void anAnnotatedStreamGetsItOnItsLink() {
    Reviewed before =
        Reviewed.of(
            "service s\n"
                + "worker w\n"
                + "s -> w id=l effect=write coupling=loose-async via=kinesis lossOk=true");
    assertThat(before.only(RULE).subject()).isEqualTo("l");
    assertThat(before.only(RULE).recommendations()).hasSize(1);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("l").attributes().toPlain())
        .containsEntry("dlq", "l-dlq");
  }
}
