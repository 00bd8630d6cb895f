package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ImpatientBatchTest {
  private static final ImpatientBatch RULE = new ImpatientBatch();

  @Test
  void onlyADeclaredNeedOnAnOfflineJourneyContradicts() {
    Reviewed.expectFlags(
        RULE,
        """
        scheduler s
        worker w
        service a
        s -> w id=start need=ack-now
        w -> a id=book effect=write need=result-now          # FLAG REL-KS-005 low
        w -> a id=look need=result-now                       # FLAG REL-KS-005 low
        w -> a id=derived
        w -> a id=other effect=write need=result-now
        w -> a id=shared effect=write need=result-now
        journey batch path=start,book,look,derived,shared class=offline importance=critical
        journey soon path=other class=soft
        journey now path=shared class=hard
        """);
  }

  @Test
  void theJourneyTellsTwoFindingsAboutOneLinkApart() {
    Reviewed reviewed =
        Reviewed.of(
            """
            scheduler s
            worker w
            s -> w id=start effect=write need=result-now
            journey a entry=start class=offline
            journey b path=start class=offline
            """);

    assertThat(reviewed.of(RULE))
        .extracting(Finding::key)
        .containsExactly("REL-KS-005@start@a", "REL-KS-005@start@b");
  }

  @Test
  void whatWasDeclaredIsCorrected() {
    Reviewed before =
        Reviewed.of(
            """
            scheduler s
            worker w
            s -> w id=start effect=write need=result-now
            s -> w id=read need=result-now
            journey a path=start,read class=offline
            """);
    for (Finding finding : before.of(RULE)) {
      assertThat(finding.recommendations()).hasSize(2).allMatch(it -> it.declaresOnly());
      finding
          .recommendations()
          .forEach(it -> assertThat(before.after(it.edit()).find(finding.key())).isEmpty());
    }
    assertThat(before.of(RULE).getFirst().recommendations().getFirst().edit().signature())
        .isEqualTo("SetNeed(read)");
    assertThat(before.of(RULE).getLast().recommendations().getFirst().edit().signature())
        .isEqualTo("SetNeed(start, ack-now)");
  }
}
