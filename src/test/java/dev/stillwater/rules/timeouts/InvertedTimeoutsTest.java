package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Precedence;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvertedTimeoutsTest {
  private static final InvertedTimeouts RULE = new InvertedTimeouts();

  private static Reviewed pair(String outer, String inner) {
    return Reviewed.of(
        """
        client c
        service a replicas=2 p99=50ms
        service b replicas=2 p99=100ms
        c -> a id=out rate=10 %s
        a -> b id=in %s
        """
            .formatted(outer, inner));
  }

  private static List<String> signatures(Reviewed reviewed) {
    return reviewed.only(RULE).recommendations().stream().map(r -> r.edit().signature()).toList();
  }

  private static void allHelp(Reviewed before) {
    for (Recommendation each : before.only(RULE).recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
  }

  @Test
  void theInnerCallEndsBeforeTheOuter() {
    assertThat(pair("timeout=1s", "timeout=999ms").of(RULE)).isEmpty();
    assertThat(pair("timeout=1s", "timeout=1s").of(RULE)).hasSize(1);
    assertThat(pair("timeout=3s", "timeout=1s retries=2").of(RULE)).hasSize(1);
    assertThat(pair("timeout=3001ms", "timeout=1s retries=2").of(RULE)).isEmpty();
    assertThat(pair("timeout=3100ms", "timeout=1s retries=2 backoff=fixed").of(RULE)).hasSize(1);
    assertThat(pair("timeout=1s retries=9", "timeout=900ms").of(RULE)).isEmpty();
  }

  @Test
  void aLimitThatNobodyDeclaredIsAnotherRules() {
    assertThat(pair("", "timeout=10s").of(RULE)).isEmpty();
    assertThat(pair("timeout=none", "timeout=10s").of(RULE)).isEmpty();
    assertThat(pair("", "timeout=10s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(pair("timeout=1s", "").of(RULE)).isEmpty();
  }

  @Test
  void whereNobodyCallsThereIsNoOuterCall() {
    assertThat(
            Reviewed.of("client c\nservice a replicas=2\nc -> a timeout=1s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void aDeclaredNoneIsLongerThanAnything() {
    Reviewed reviewed = pair("timeout=1s", "timeout=none");
    assertThat(Precedence.superseded(reviewed.results().findings()))
        .containsEntry("REL-TR-003@in@out", "REL-TR-001@in");
    allHelp(reviewed);
  }

  @Test
  void aRouterLeavesAtItsOwnLimit() {
    String design =
        """
        client c
        api-gateway g maxTimeout=5s idleTimeout=4s
        service a replicas=2
        service b replicas=2
        c -> g id=first timeout=30s
        g -> a id=out %s
        a -> b id=in timeout=%s
        """;
    assertThat(Reviewed.of(design.formatted("", "4s")).of(RULE)).hasSize(1);
    assertThat(Reviewed.of(design.formatted("", "3900ms")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(design.formatted("timeout=20s", "4s")).of(RULE)).hasSize(1);
    allHelp(Reviewed.of(design.formatted("timeout=20s", "4s")));
  }

  @Test
  void rareAndSeparatedCallsDoNotCount() {
    assertThat(pair("timeout=1s", "timeout=9s calls=0.01").of(RULE)).isEmpty();
    assertThat(pair("timeout=1s", "timeout=9s calls=0.02").of(RULE)).hasSize(1);
    assertThat(pair("timeout=1s", "timeout=9s dependency=soft bulkhead=5").of(RULE)).isEmpty();
    assertThat(pair("timeout=1s", "timeout=9s dependency=soft").of(RULE)).hasSize(1);
    assertThat(pair("timeout=1s", "timeout=9s bulkhead=5").of(RULE)).hasSize(1);
  }

  @Test
  void aLinkIsNotInsideItself() {
    assertThat(
            Reviewed.of(
                    """
                    client c
                    service a replicas=2
                    c -> a id=out timeout=9s coupling=loose-sync
                    a -> a id=self timeout=1s
                    """)
                .of(RULE))
        .isEmpty();
  }

  @Test
  void criticalJourneysRaiseIt() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a replicas=2
        service b replicas=2
        service d replicas=2
        c -> a id=out rate=10 timeout=1s
        a -> b id=in timeout=2s            # FLAG REL-TR-003 high
        a -> d id=other timeout=2s         # FLAG REL-TR-003 medium
        journey j path=out,in class=hard importance=critical
        """);
  }

  @Test
  void theInnerCallIsMadeToFit() {
    Reviewed roomy = pair("timeout=2s", "timeout=1s retries=2");
    assertThat(signatures(roomy))
        .containsExactly(
            "SetTimeout(in, timeout 650ms)",
            "SetTimeout(in, timeout 1s, retries 0)",
            "SetTimeout(out, timeout 3.1s)");
    Reviewed narrow = pair("timeout=300ms", "timeout=200ms retries=2");
    assertThat(signatures(narrow))
        .containsExactly(
            "SetTimeout(in, timeout 200ms, retries 0)", "SetTimeout(out, timeout 650ms)");
    Reviewed hopeless = pair("timeout=100ms", "timeout=200ms retries=-1");
    assertThat(signatures(hopeless)).containsExactly("SetTimeout(in, timeout 50ms, retries 0)");
    List.of(roomy, narrow, hopeless).forEach(InvertedTimeoutsTest::allHelp);
  }

  @Test
  void itNamesBothTimes() {
    assertThat(pair("timeout=2s", "timeout=1s retries=2").only(RULE).because().getFirst())
        .contains("in holds a worker of a for up to 3.0 s, and out waits 2.0 s only");
    assertThat(pair("timeout=2s", "timeout=none").only(RULE).because().getFirst())
        .contains("in holds a worker of a for ever, and out waits 2.0 s only");
  }

  /// Callers n0, n1 … of one hub that calls m0, m1 …; caller i waits 1 + i ms.
  private static Reviewed hub(int callers, int callees, int inner) {
    String clients =
        IntStream.range(0, callers)
            .mapToObj(
                i -> "client n%d\nn%d -> hub id=o%05d timeout=%dms%n".formatted(i, i, i, i + 1))
            .collect(Collectors.joining());
    String services =
        IntStream.range(0, callees)
            .mapToObj(i ->
                "service m%d replicas=2%nhub -> m%d id=i%d timeout=%dms%n"
                    .formatted(i, i, i, inner))
            .collect(Collectors.joining());
    return Reviewed.of("service hub replicas=2\n" + clients + services);
  }

  @Test
  void everyPairIsReportedUntilThereAreTooMany() {
    List<Finding> all = hub(100, 3, 50).of(RULE);
    assertThat(all).hasSize(150);
    assertThat(all.stream().map(Finding::detail))
        .contains("o00000", "o00049")
        .doesNotContain("o00050");

    List<Finding> many = hub(40, 30, 40).of(RULE);
    assertThat(many).hasSize(30);
    assertThat(many.stream().map(Finding::detail)).containsOnly("o00000");
    assertThat(many.getFirst().because())
        .contains("It stands for 39 more callers that leave too early.");
  }

  private static Reviewed deep(String in, String deep) {
    return Reviewed.of(
        """
        client c
        service a replicas=2 p99=50ms
        service b replicas=2 p99=100ms
        service d replicas=2 p99=10ms
        c -> a id=out timeout=1s
        a -> b id=in timeout=%s
        b -> d id=deep timeout=%s
        """
            .formatted(in, deep));
  }

  @Test
  void aCallIsNotMadeShorterThanThoseInsideIt() {
    assertThat(advice(deep("1s", "900ms"), "in"))
        .containsExactly("SetTimeout(in, timeout 950ms)", "SetTimeout(out, timeout 1.1s)");
    assertThat(advice(deep("1s", "950ms"), "in")).containsExactly("SetTimeout(out, timeout 1.1s)");
  }

  private static List<String> advice(Reviewed reviewed, String link) {
    return reviewed.of(RULE).stream()
        .filter(finding -> finding.subject().equals(link))
        .flatMap(finding -> finding.recommendations().stream())
        .map(it -> it.edit().signature())
        .toList();
  }

  @Test
  void theWaitsBetweenAttemptsTakeTimeToo() {
    assertThat(signatures(pair("timeout=2s", "timeout=1s retries=1 backoff=fixed")))
        .first()
        .isEqualTo("SetTimeout(in, timeout 920ms)");
  }

  @Test
  void whoWaitsLongerOutsideMustKeepWithinTheRoutersInFront() {
    assertThat(behind("4201ms", "retries=1")).contains("SetTimeout(out, timeout 2.1s)");
    assertThat(behind("4200ms", "retries=1")).doesNotContain("SetTimeout(out, timeout 2.1s)");
    assertThat(behind("4301ms", "retries=1 backoff=fixed"))
        .contains("SetTimeout(out, timeout 2.1s)");
    assertThat(behind("4300ms", "retries=1 backoff=fixed"))
        .doesNotContain("SetTimeout(out, timeout 2.1s)");
  }

  private static List<String> behind(String limit, String retries) {
    return advice(
        Reviewed.of(
            """
            client c
            api-gateway g maxTimeout=%s
            service x replicas=2
            service a replicas=2 p99=50ms
            service b replicas=2 p99=100ms
            c -> g timeout=30s
            g -> x
            x -> a id=out timeout=1s %s
            a -> b id=in timeout=2s
            """
                .formatted(limit, retries)),
        "in");
  }

  @Test
  void aRouterIsToldToWaitAsLongAsItCan() {
    String design =
        """
        client c
        api-gateway g maxTimeout=%s
        service a replicas=2 p99=50ms
        service b replicas=2 p99=100ms
        c -> g timeout=30s
        g -> a id=out timeout=1s
        a -> b id=in timeout=2s
        """;
    assertThat(advice(Reviewed.of(design.formatted("2100ms")), "in"))
        .contains("SetTimeout(out, timeout 2.1s)");
    assertThat(advice(Reviewed.of(design.formatted("2099ms")), "in"))
        .doesNotContain("SetTimeout(out, timeout 2.1s)");
  }

  @Test
  void onACircleNoTimeoutsFitSoOneCallIsNotWaitedFor() {
    Reviewed circle =
        Reviewed.of(
            """
            service a replicas=2
            service b replicas=2
            a -> b id=there timeout=2s
            b -> a id=back timeout=2s
            """);
    assertThat(circle.of(RULE)).hasSize(2);
    for (Finding finding : circle.of(RULE)) {
      assertThat(finding.recommendations()).hasSize(1);
      assertThat(finding.recommendations().getFirst().edit().signature())
          .startsWith("SetDependency(" + finding.subject() + ", soft");
      assertThat(finding.recommendations().getFirst().tradeOff())
          .contains("no timeouts are right for both");
    }
  }
}
