package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.edits.CallLimits;
import dev.stillwater.testing.DesignFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerBudgetTest {
  /// Of 50 requests/s to `a`, two in five call `b`, which answers within 150 ms; the others take 40
  /// ms each, so 30/s × 40 ms keep 1.2 workers busy.
  private static WorkerBudget budget(String caller, String entry, String call) {
    return of(
        """
        client c
        service a p99=40ms %s
        service b p99=150ms
        c -> a id=in rate=50 %s
        a -> b id=l calls=0.4 %s
        """
            .formatted(caller, entry, call));
  }

  private static WorkerBudget of(String design) {
    RuleContext context = new RuleContext(DesignFixture.parse(design).analysis());
    return context.budget(context.graph().edgesOf("l").getFirst());
  }

  private static WorkerBudget workers(int workers, String call) {
    return budget("concurrency=" + workers, "timeout=30s", call);
  }

  /// Timeout in ms, retries and bulkhead, `-` for what is left as it is.
  private static String told(CallLimits limits) {
    return String.join(
        " ",
        limits.timeout() == null ? "-" : limits.timeout().text(),
        limits.retries() == null ? "-" : limits.retries().toString(),
        limits.bulkhead() == null ? "-" : limits.bulkhead().toString());
  }

  private static String told(Optional<CallLimits> limits) {
    return limits.map(WorkerBudgetTest::told).orElse("none");
  }

  @Test
  void workersNeededAreThoseOfTheCallsAndOfTheRest() {
    WorkerBudget budget = workers(100, "");
    assertThat(budget.carried()).isEqualTo(20);
    assertThat(budget.needed(1000)).isCloseTo(21.2, within(1e-9));
    assertThat(budget.needed(0)).isCloseTo(1.2, within(1e-9));
  }

  @Test
  void whoIsNotCalledHasNoOtherRequests() {
    WorkerBudget budget =
        of("service a p99=40ms concurrency=9\nservice b\na -> b id=l rate=20 timeout=1s");
    assertThat(budget.carried()).isEqualTo(20);
    assertThat(budget.needed(500)).isEqualTo(10);
  }

  @Test
  void theShareIsSaidInWholePercents() {
    assertThat(share(3)).isEqualTo("every request");
    assertThat(share(1)).isEqualTo("every request");
    assertThat(share(0.995)).isEqualTo("every request");
    assertThat(share(0.994)).isEqualTo("99 % of the requests");
    assertThat(share(0.4)).isEqualTo("40 % of the requests");
    assertThat(share(0.006)).isEqualTo("1 % of the requests");
    assertThat(share(0.005)).isEqualTo("under 1 % of the requests");
    assertThat(share(0.001)).isEqualTo("under 1 % of the requests");
  }

  private static String share(double calls) {
    return of("client c\nservice a\nservice b\nc -> a rate=1000\na -> b id=l calls=" + calls)
        .share();
  }

  @Test
  void aTimeoutIsTwiceTheResponseOrWhatTheWorkersAllow() {
    assertThat(told(workers(100, "").timeout())).isEqualTo("300ms - -");
    assertThat(told(workers(5, "").timeout())).as("3.8 workers / 20/s").isEqualTo("190ms - -");
    assertThat(told(workers(4, "").timeout()))
        .as("140 ms would cut off healthy answers, so workers are not saved by it")
        .isEqualTo("300ms - -");
    assertThat(told(workers(10, "retries=1 backoff=fixed").timeout()))
        .as("a timeout alone does not take the retries away")
        .isEqualTo("300ms - -");
  }

  @Test
  void aTimeoutLeavesTimeForWhoeverCalls() {
    assertThat(told(budget("", "timeout=240ms", "").timeout())).isEqualTo("200ms - -");
    assertThat(told(budget("", "timeout=220ms", "").timeout())).isEqualTo("180ms - -");
    assertThat(told(budget("", "timeout=219ms", "").timeout()))
        .as("below 1.2 responses the outer timeout is the one to change")
        .isEqualTo("300ms - -");
    assertThat(told(budget("", "timeout=440ms", "retries=1").timeout())).isEqualTo("200ms - -");
    assertThat(told(budget("", "timeout=440ms", "retries=2").timeout())).isEqualTo("300ms - -");
  }

  @Test
  void aQuickCalleeGetsATenthOfASecond() {
    assertThat(
            told(
                of("client c\nservice a\nservice b p99=1ms\nc -> a rate=9\na -> b id=l").timeout()))
        .isEqualTo("100ms - -");
  }

  @Test
  void workersAreKeptWithRetriesElseWithoutElseNot() {
    assertThat(told(workers(12, "retries=1 backoff=fixed").keepingWorkers()))
        .as("540 ms for two attempts and a wait of 100 ms")
        .isEqualTo("220ms - -");
    assertThat(told(workers(10, "retries=1 backoff=fixed").keepingWorkers()))
        .isEqualTo("300ms 0 -");
    assertThat(told(workers(4, "retries=1 backoff=fixed").keepingWorkers())).isEqualTo("none");
    assertThat(told(workers(4, "").keepingWorkers())).isEqualTo("none");
    assertThat(told(workers(5, "").keepingWorkers())).isEqualTo("190ms - -");
  }

  @Test
  void whereNoTimeoutKeepsWorkersABulkheadDoes() {
    assertThat(told(workers(5, "").bounds())).isEqualTo("190ms - -");
    assertThat(told(workers(4, "").bounds())).isEqualTo("300ms - 1");
    assertThat(workers(2, "").canBeBounded()).isTrue();
    assertThat(workers(1, "").canBeBounded()).isFalse();
    assertThat(workers(5, "").canBeBounded()).isTrue();
  }

  @Test
  void aBulkheadIsTheNeedInHealthOrAQuarterOfThePool() {
    assertThat(told(workers(100, "").bulkhead())).as("1.2 · 20/s · 150 ms").isEqualTo("300ms - 4");
    assertThat(told(workers(100, "timeout=2s").bulkhead())).isEqualTo("- - 4");
    assertThat(told(workers(12, "timeout=2s").bulkhead())).isEqualTo("- - 3");
    assertThat(told(workers(2, "timeout=2s").bulkhead())).isEqualTo("- - 1");
    assertThat(told(workers(1, "timeout=2s").bulkhead())).isEqualTo("- - -");
  }

  @Test
  void aCompartmentIsHalfMoreThanTheNeedOrAQuarterOfThePool() {
    assertThat(told(workers(100, "").compartment())).isEqualTo("300ms - 5");
    assertThat(told(workers(100, "timeout=2s").compartment())).isEqualTo("- - 5");
    assertThat(told(workers(12, "timeout=2s").compartment())).isEqualTo("- - 3");
    assertThat(told(workers(1, "timeout=2s").compartment())).isEqualTo("- - 1");
    assertThat(
            told(of("service a concurrency=40\nservice b\na -> b id=l timeout=2s").compartment()))
        .as("without a rate a quarter")
        .isEqualTo("- - 10");
    assertThat(told(of("function a\nservice b\na -> b id=l timeout=2s").compartment()))
        .as("without a pool a few")
        .isEqualTo("- - 10");
  }

  @Test
  void enoughWorkersCarryEveryCallAsLongAsItMayTake() {
    assertThat(workers(100, "").enoughWorkers()).as("20/s · 300 ms + 1.2, and one").isEqualTo(9);
    assertThat(budget("replicas=2", "timeout=30s", "").enoughWorkers()).isEqualTo(5);
    assertThat(told(workers(100, "").once())).isEqualTo("300ms - -");
    assertThat(told(workers(100, "retries=1").once())).isEqualTo("300ms 0 -");
  }
}
