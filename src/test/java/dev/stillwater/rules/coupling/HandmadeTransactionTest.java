package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class HandmadeTransactionTest {
  private static final HandmadeTransaction RULE = new HandmadeTransaction();

  private static final String ORDER =
      """
      client u
      service order replicas=2
      external payment
      service stock replicas=2
      service courier replicas=2
      u -> order id=buy rate=10 timeout=9s
      order -> payment id=pay effect=write need=result-now timeout=2s idempotency=token bulkhead=9
      order -> stock id=reserve effect=idempotent-write need=result-now timeout=1s calls=2
      order -> courier id=book effect=write need=result-now timeout=1s
      journey j path=buy,pay,reserve,book importance=critical
      """;

  @Test
  void threeWritesWithResultsMakeATransaction() {
    Reviewed.expectFlags(
        RULE,
        """
        service three                       # FLAG REL-LC-008 medium
        service two
        service reads
        service saves
        workflow flow
        service a
        service b
        external c
        relational-db db
        three -> a id=t1 effect=write need=result-now
        three -> a id=t2 effect=idempotent-write need=result-now
        three -> c id=t3 effect=write need=result-now
        two -> a id=w1 effect=write need=result-now
        two -> b id=w2 effect=write need=result-now
        two -> c id=w3 effect=write need=later
        reads -> a id=r1 effect=write need=result-now
        reads -> b id=r2 effect=write need=result-now
        reads -> c id=r3 need=result-now
        saves -> a id=s1 effect=write need=result-now
        saves -> db id=s2 effect=write need=result-now
        saves -> db id=s3 effect=write need=result-now
        flow -> a id=f1 effect=write need=result-now
        flow -> b id=f2 effect=write need=result-now
        flow -> c id=f3 effect=write need=result-now
        """);
  }

  @Test
  void aWorkflowCallsTheSteps() {
    Reviewed before = Reviewed.of(ORDER);
    Finding finding = before.only(RULE);
    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.recommendations().getFirst().choice())
        .startsWith("A workflow, because three writes belong together");
    Reviewed after = before.after(finding.recommendations().getFirst().edit());
    Design design = after.design();

    assertThat(after.of(RULE)).isEmpty();
    assertThat(design.links().get("order>order-workflow").attributes().toPlain())
        .containsEntry("mode", "sync")
        .containsEntry("timeout", "4s")
        .containsEntry("calls", 2L);
    assertThat(design.links().get("pay").from()).isEqualTo("order-workflow");
    assertThat(design.links().get("pay").attributes().toPlain())
        .containsEntry("compensated", true)
        .containsEntry("retries", 2L)
        .containsEntry("backoff", "exp")
        .containsEntry("calls", 0.5);
    assertThat(design.links().get("book").attributes().toPlain()).doesNotContainKey("retries");
    assertThat(design.journeys().get("j").namedLinks())
        .containsExactly("buy", "order>order-workflow", "pay", "reserve", "book");
    for (String callee : new String[] {"payment", "stock", "courier"}) {
      assertThat(inflow(after, callee)).as(callee).isEqualTo(inflow(before, callee));
    }
  }

  private static double inflow(Reviewed reviewed, String component) {
    return reviewed.context().load().inflow(reviewed.context().graph().node(component));
  }

  @Test
  void oneStepIsExaminedAndNoneIsNot() {
    String call = "service s\nservice a\ns -> a effect=write need=";
    assertThat(Reviewed.of(call + "result-now").status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
    assertThat(Reviewed.of(call + "later").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void theWorkflowIsOfTheProductThatWasChosen() {
    Recommendation fix = Reviewed.of(ORDER).only(RULE).recommendations().getFirst();
    assertThat(fix.edit().signature()).startsWith("InsertWorkflow(order");
    assertThat(fix.edit().title()).contains("payment", "stock", "courier");
  }
}
