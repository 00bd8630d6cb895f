package dev.stillwater.rules.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerExhaustionTest {
  private static final WorkerExhaustion RULE = new WorkerExhaustion();

  private static String checkout(String order, String mail) {
    return String.join(
        "\n",
        "client shopper",
        "service order p99=40ms " + order,
        "service email replicas=2 p99=1500ms",
        "shopper -> order id=checkout rate=50 timeout=30s need=result-now effect=write",
        "order -> email id=mail effect=write clientLb=true " + mail,
        "journey place-order path=checkout class=hard importance=critical");
  }

  @Test
  void slowAnswersFillThePool() {
    Finding finding = Reviewed.of(checkout("concurrency=100", "need=later")).only(RULE);

    assertThat(finding.subject()).isEqualTo("email -> order");
    assertThat(finding.severity().word()).isEqualTo("critical");
    assertThat(finding.detail())
        .isEqualTo("order: 100 workers fill in 2.0 s (50 req/s x 15.0 s held per call)");
    assertThat(finding.message()).isEqualTo("Slow email exhausts the workers of order");
    assertThat(finding.because().getFirst())
        .isEqualTo(
            "Flagged because mail has no timeout and every request of order waits for it: "
                + "50 req/s × 15.0 s = 750 workers, 100 there.");
    assertThat(finding.journeysLost()).containsExactly("place-order");
    assertThat(finding.chain()).hasSize(2);
  }

  @Test
  void exactlyEnoughWorkersAreEnough() {
    assertThat(Reviewed.of(checkout("concurrency=750", "")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(checkout("concurrency=749", "")).of(RULE)).hasSize(1);
  }

  @Test
  void undeclaredWorkersLowerIt() {
    Finding finding = Reviewed.of(checkout("", "")).only(RULE);

    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.because().get(1))
        .isEqualTo(
            "High because place-order is critical, one lower because the number of workers of order"
                + " is undeclared.");
  }

  @Test
  void aTimeoutCutsTheWait() {
    assertThat(Reviewed.of(checkout("concurrency=100", "timeout=2s")).of(RULE)).isEmpty();
    assertThat(
            Reviewed.of(checkout("concurrency=100", "timeout=2s retries=1"))
                .only(RULE)
                .because()
                .getFirst())
        .contains("mail waits 2.0 s and tries 2 times")
        .contains("50 req/s × 4.0 s = 200 workers, 100 there");
  }

  @Test
  void aBulkheadKeepsItOutAndABreakerOnlyWhereCallsTimeOut() {
    assertThat(Reviewed.of(checkout("concurrency=100", "bulkhead=99")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(checkout("concurrency=100", "bulkhead=100")).of(RULE)).hasSize(1);
    assertThat(Reviewed.of(checkout("concurrency=100", "breaker=true")).of(RULE)).hasSize(1);
    assertThat(Reviewed.of(checkout("concurrency=100", "breaker=true timeout=10s")).of(RULE))
        .isEmpty();
  }

  @Test
  void aSoftDependencyHoldsWorkersAsWell() {
    assertThat(Reviewed.of(checkout("concurrency=100", "dependency=soft")).of(RULE)).hasSize(1);
  }

  @Test
  void everyFixRemovesIt() {
    for (String need :
        List.of("need=later", "need=result-now", "need=later retries=3 timeout=5s")) {
      Reviewed before = Reviewed.of(checkout("concurrency=100", need));
      Finding finding = before.only(RULE);
      assertThat(finding.recommendations()).hasSizeGreaterThan(2);
      for (Recommendation fix : finding.recommendations()) {
        assertThat(before.after(fix.edit()).of(RULE)).as(fix.title()).isEmpty();
      }
    }
  }

  @Test
  void noTimeoutIsAdvisedThatCutsOffHealthyAnswers() {
    Finding finding = Reviewed.of(checkout("concurrency=80", "need=result-now")).only(RULE);

    assertThat(finding.recommendations().stream().map(fix -> fix.edit().signature()))
        .noneMatch(signature -> signature.startsWith("SetTimeout"))
        .anyMatch(signature -> signature.startsWith("AddBulkhead(mail, bulkhead 20"));
  }

  @Test
  void whoAnswersOnlyAfterALongWaitOfItsOwnIsNoCallerOfIt() {
    assertThat(
            Reviewed.of(
                    """
                    client c
                    service a concurrency=10
                    service b concurrency=100000
                    service d p99=2s
                    c -> a id=in rate=50 timeout=60s
                    a -> b id=ab timeout=50s
                    b -> d id=bd timeout=40s
                    """)
                .of(RULE))
        .extracting(Finding::subject)
        .containsExactly("b -> a");
  }

  private static List<String> advice(String order, String mail) {
    return Reviewed.of(checkout(order, mail)).only(RULE).recommendations().stream()
        .map(fix -> fix.edit().signature())
        .toList();
  }

  @Test
  void notToWaitComesBeforeWaitingLess() {
    assertThat(advice("concurrency=100", "need=later"))
        .containsExactly(
            "InsertQueue(mail)",
            "SetDependency(mail, soft, timeout 2s)",
            "SetTimeout(mail, timeout 2s)",
            "SetDependency(mail, soft, bulkhead 25, timeout 3s)",
            "AddBreaker(mail, timeout 2s)");
    assertThat(advice("concurrency=100", "need=result-now"))
        .containsExactly(
            "SetFallback(mail, static, timeout 2s)",
            "SetTimeout(mail, timeout 2s)",
            "AddBulkhead(mail, bulkhead 25, timeout 3s)",
            "AddBreaker(mail, timeout 2s)");
  }

  @Test
  void aSingleWorkerNeedsCompany() {
    assertThat(advice("concurrency=1", "need=result-now"))
        .containsExactly("SetConcurrency(order, 151, mail, timeout 3s)");
  }

  @Test
  void itSaysWhatHoldsAWorker() {
    assertThat(reason("timeout=16s")).contains("mail gives up only after 16.0 s and every request");
    assertThat(reason("timeout=15s")).contains("mail waits 15.0 s and every request");
    assertThat(reason("timeout=15s retries=-1"))
        .contains("mail retries without end and every", "50 req/s take a worker each for ever");
  }

  private static String reason(String mail) {
    return Reviewed.of(checkout("concurrency=100", mail)).only(RULE).because().getFirst();
  }

  @Test
  void onlyCallersWithWorkersAreExamined() {
    assertThat(Reviewed.of("service a\nservice b\na -> b timeout=1s").status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
    assertThat(Reviewed.of("client a\nservice b\na -> b timeout=1s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(Reviewed.of("queue q\nworker w\nq -> w").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
