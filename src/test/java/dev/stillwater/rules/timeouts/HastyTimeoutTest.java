package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class HastyTimeoutTest {
  private static final HastyTimeout RULE = new HastyTimeout();

  private static Reviewed call(String link, String callee) {
    return Reviewed.of(
        """
        client c
        service a replicas=2
        service b replicas=2 %s
        c -> a id=in rate=10 timeout=30s
        a -> b id=l %s
        """
            .formatted(callee, link));
  }

  @Test
  void aTimeoutLeavesTimeForHealthyAnswers() {
    assertThat(call("timeout=199ms", "p99=200ms").only(RULE).detail()).isEqualTo("199 < 200 ms");
    assertThat(call("timeout=200ms", "p99=200ms").of(RULE)).isEmpty();
    assertThat(call("", "p99=200ms").of(RULE)).isEmpty();
    assertThat(call("timeout=none", "p99=200ms").of(RULE)).isEmpty();
  }

  @Test
  void anUndeclaredResponseTimeIsNoReason() {
    Reviewed reviewed = call("timeout=1ms", "");
    assertThat(reviewed.of(RULE)).isEmpty();
    assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void theCalleesOfTheCalleeCount() {
    Reviewed reviewed =
        Reviewed.of(
            """
            service a replicas=2
            service b replicas=2 p99=20ms
            relational-db d replicas=2 p99=100ms
            a -> b id=l timeout=200ms retries=1
            b -> d id=query calls=2 timeout=1s
            """);
    Finding finding = reviewed.only(RULE);
    assertThat(finding.subject() + " " + finding.detail()).isEqualTo("l 200 < 220 ms");
    assertThat(finding.because().getFirst())
        .contains("answers within 220 ms at p99 (20 ms of its own, then its callees)")
        .endsWith("count as failures, and each is done again.");
  }

  @Test
  void severityFollowsTheJourney() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a replicas=2 p99=10ms
        service b replicas=2 p99=200ms
        c -> a id=in timeout=2s
        a -> b id=l timeout=100ms                         # FLAG REL-TR-004 high
        a -> b id=m timeout=100ms                         # FLAG REL-TR-004 medium
        a -> b id=via timeout=100ms coupling=loose-sync   # FLAG REL-TR-004 medium
        journey j path=in,l class=hard importance=critical
        """);
  }

  @Test
  void aFifthMoreThanTheResponseTimeIsEnough() {
    Reviewed before = call("timeout=10ms", "p99=210ms");
    Recommendation only = before.only(RULE).recommendations().getFirst();
    assertThat(only.edit().signature()).isEqualTo("SetTimeout(l, timeout 260ms)");
    assertThat(before.after(only.edit()).of(RULE)).isEmpty();
  }
}
