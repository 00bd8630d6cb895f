package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class SharedByBatchTest {
  private static final SharedByBatch RULE = new SharedByBatch();

  private static final String SHOP =
      """
      client shopper
      scheduler nightly
      service catalogue replicas=3 concurrency=50 p99=60ms
      service stock
      relational-db db
      shopper -> catalogue id=look
      nightly -> catalogue id=export effect=write need=ack-now
      catalogue -> db id=query
      catalogue -> stock id=count
      """;

  private static final String JOURNEYS =
      """
      journey browse path=look,query class=hard
      journey export-all path=export,query,count class=offline
      """;

  @Test
  void bothClassesMustEnterIt() {
    Reviewed.expectFlags(
        RULE,
        """
        client u
        scheduler s
        service both                              # FLAG REL-KS-004 high
        service caller
        service hard
        service soft
        service batch
        u -> both id=a
        s -> both id=b
        u -> hard id=c
        s -> batch id=d
        u -> soft id=e
        s -> soft id=f
        u -> caller id=g
        caller -> both id=h
        journey j1 path=a,c,g,h class=hard importance=critical
        journey j2 path=b,d class=offline
        journey j3 path=e class=soft
        journey j4 path=f class=offline
        """);
  }

  @Test
  void aBulkheadOrAnIsolationKeepsThemApart() {
    for (String apart : new String[] {"isolation=quota", "isolation=cell"}) {
      assertThat(
              Reviewed.of(SHOP.replace("concurrency=50", "concurrency=50 " + apart) + JOURNEYS)
                  .of(RULE))
          .isEmpty();
    }
    assertThat(Reviewed.of(SHOP.replace("id=export", "id=export bulkhead=5") + JOURNEYS).of(RULE))
        .isEmpty();
    assertThat(Reviewed.of(SHOP + JOURNEYS).of(RULE)).hasSize(1);
  }

  @Test
  void theBatchGetsAWorkerWithItsOwnCalls() {
    Reviewed before = Reviewed.of(SHOP + JOURNEYS);
    Finding finding = before.only(RULE);
    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly(
            "SplitComponent(catalogue)",
            "AddBulkhead(export, bulkhead 37)",
            "SetIsolation(catalogue, quota)");

    Reviewed after = before.after(finding.recommendations().getFirst().edit());
    Design design = after.design();
    assertThat(after.of(RULE)).isEmpty();
    assertThat(design.links().get("export").to()).isEqualTo("export-queue");
    assertThat(design.links().get("count").from()).isEqualTo("catalogue-worker");
    assertThat(design.links().get("query").from()).isEqualTo("catalogue");
    assertThat(design.journeys().get("browse").namedLinks()).containsExactly("look", "query");
    assertThat(design.journeys().get("export-all").namedLinks())
        .containsExactly("export", "export-queue>catalogue-worker", "catalogue-worker>db", "count");
  }

  @Test
  void aLinkThatServesBothCannotBeSplit() {
    Finding finding =
        Reviewed.of(
                SHOP
                    + """
                    journey browse path=look,query class=hard
                    journey warm-up path=look class=offline
                    """)
            .only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("AddBulkhead(look, bulkhead 37)", "SetIsolation(catalogue, quota)");
  }

  @Test
  void itSaysHowManyWorkersAreShared() {
    assertThat(Reviewed.of(SHOP + JOURNEYS).only(RULE).because().getFirst())
        .contains("catalogue serves both from the same 150 workers without");
    assertThat(
            Reviewed.of(
                    SHOP.replace(
                            "service catalogue replicas=3 concurrency=50", "function catalogue")
                        + JOURNEYS)
                .only(RULE)
                .because()
                .getFirst())
        .contains("serves both from the same replicas without");
  }

  @Test
  void aBulkheadNeedsACallThatIsDrawn() {
    Finding finding =
        Reviewed.of(SHOP.replace("id=export", "id=export coupling=loose-sync") + JOURNEYS)
            .only(RULE);
    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .noneMatch(it -> it.startsWith("AddBulkhead"));
  }
}
