package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class SluggishTimeoutTest {
  private static final SluggishTimeout RULE = new SluggishTimeout();

  private static Reviewed call(String caller, String callee, String link) {
    return Reviewed.of(
        """
        client c
        service a %s
        service b replicas=2 %s
        c -> a id=in rate=1000 timeout=200s
        a -> b id=l %s
        """
            .formatted(caller, callee, link));
  }

  @Test
  void theExampleOfTheBook() {
    Finding finding = call("concurrency=1000", "p99=100ms", "timeout=100s").only(RULE);
    assertThat(finding.severity().word()).isEqualTo("low");
    assertThat(finding.because().getFirst()).contains("they hold 5000 workers, and a has 1000");
  }

  @Test
  void bothConditionsAreNeeded() {
    assertThat(call("concurrency=1000", "p99=100ms", "timeout=9999ms").of(RULE)).isEmpty();
    assertThat(call("concurrency=499", "p99=100ms", "timeout=10s").of(RULE)).hasSize(1);
    assertThat(call("concurrency=500", "p99=100ms", "timeout=10s").of(RULE)).isEmpty();
    assertThat(call("concurrency=250 replicas=2", "p99=100ms", "timeout=10s").of(RULE)).isEmpty();
    assertThat(call("concurrency=100", "p99=100ms", "timeout=none").of(RULE)).isEmpty();
  }

  @Test
  void whatIsUndeclaredCannotBeJudged() {
    Reviewed reviewed = call("concurrency=1", "", "timeout=1h");
    assertThat(reviewed.of(RULE)).isEmpty();
    assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void behindAnAnnotatedBalancerTheCallerWaitsToo() {
    assertThat(call("concurrency=10", "p99=100ms", "timeout=100s coupling=loose-sync").of(RULE))
        .hasSize(1);
  }

  @Test
  void theRatioIsASetting() {
    String design =
        """
        settings timeoutRatio=%s
        client c
        service a concurrency=10
        service b replicas=2 p99=100ms
        c -> a id=in rate=1000 timeout=200s
        a -> b id=l timeout=5s
        """;
    assertThat(Reviewed.of(design.formatted("50")).of(RULE)).hasSize(1);
    assertThat(Reviewed.of(design.formatted("51")).of(RULE)).isEmpty();
  }

  @Test
  void itNeverRatesHigherThanLow() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a concurrency=10
        service b replicas=2 p99=1ms
        c -> a id=in rate=1000 timeout=200s
        a -> b id=l timeout=10s        # FLAG REL-TR-012 low
        journey j path=in,l class=hard importance=critical
        """);
  }

  @Test
  void threeTimesTheResponseTimeAndATenthOfASecondAtLeast() {
    Reviewed slow = call("concurrency=10", "p99=210ms", "timeout=100s");
    assertThat(fix(slow).edit().signature()).isEqualTo("SetTimeout(l, timeout 630ms)");
    assertThat(slow.after(fix(slow).edit()).of(RULE)).isEmpty();
    Reviewed quick = call("concurrency=10", "p99=2ms", "timeout=100s");
    assertThat(fix(quick).edit().signature()).isEqualTo("SetTimeout(l, timeout 100ms)");
    assertThat(quick.after(fix(quick).edit()).of(RULE)).isEmpty();
    Reviewed tiny = call("concurrency=1", "p99=0.5ms", "timeout=100s");
    assertThat(fix(tiny).edit().signature()).isEqualTo("SetTimeout(l, timeout 2ms)");
    assertThat(tiny.after(fix(tiny).edit()).of(RULE)).isEmpty();
  }

  private static Recommendation fix(Reviewed reviewed) {
    return reviewed.only(RULE).recommendations().getFirst();
  }
}
