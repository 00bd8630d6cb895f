package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetastableRetryLoopTest {
  private static final MetastableRetryLoop RULE = new MetastableRetryLoop();

  private static Reviewed call(String callee, String outer, String inner) {
    return Reviewed.of(
        """
        client c
        service web replicas=2
        service s %s
        c -> web id=out rate=100 timeout=9s %s
        web -> s id=in timeout=1s %s
        """
            .formatted(callee, outer, inner));
  }

  private static String detail(String callee, String outer, String inner) {
    return call(callee, outer, inner).of(RULE).stream()
        .filter(finding -> finding.subject().equals("s"))
        .map(Finding::detail)
        .findFirst()
        .orElse("none");
  }

  private static List<String> signatures(Finding finding) {
    return finding.recommendations().stream().map(r -> r.edit().signature()).toList();
  }

  @Test
  void repeatsOfAllLayersMultiply() {
    assertThat(detail("capacity=100", "", "retries=1")).isEqualTo("100 <= 100 < 200 rps");
    assertThat(detail("capacity=899", "retries=2", "retries=2")).isEqualTo("100 <= 899 < 900 rps");
    assertThat(detail("capacity=900", "retries=2", "retries=2")).isEqualTo("none");
    assertThat(detail("capacity=200", "retries=2", "")).isEqualTo("100 <= 200 < 300 rps");
    assertThat(detail("capacity=99", "", "retries=9")).isEqualTo("none");
    assertThat(detail("capacity=500", "", "retries=-1")).isEqualTo("100 <= 500 < 1000 rps");
    assertThat(detail("capacity=500", "", "retries=99")).isEqualTo("100 <= 500 < 1000 rps");
  }

  @Test
  void breakersBudgetsAndAbsorbersEndIt() {
    assertThat(detail("capacity=105", "", "retries=9 retryBudget=0.1"))
        .isEqualTo("100 <= 105 < 110 rps");
    assertThat(detail("capacity=110", "", "retries=9 retryBudget=0.1")).isEqualTo("none");
    assertThat(detail("capacity=100", "", "retries=9 breaker=true")).isEqualTo("none");
    assertThat(detail("capacity=250", "retries=2", "retries=1 dependency=soft")).isEqualTo("none");
    assertThat(detail("capacity=250", "retries=2", "retries=1 fallback=static")).isEqualTo("none");
    assertThat(detail("capacity=250", "retries=2", "retries=1 fallback=refresh"))
        .isEqualTo("100 <= 250 < 600 rps");
  }

  @Test
  void withoutACapacityNothingCanBeSaid() {
    Reviewed reviewed = call("", "", "retries=2");
    assertThat(reviewed.of(RULE)).isEmpty();
    assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(call("capacity=1", "", "").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void whoRefusesEarlyRatesLower() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a capacity=150                    # FLAG REL-OV-003 critical
        service b capacity=150                    # FLAG REL-OV-003 high
        service d capacity=150 admission=limit    # FLAG REL-OV-003 medium
        c -> a id=in rate=100 timeout=1s retries=1
        c -> b rate=100 timeout=1s retries=1
        c -> d rate=100 timeout=1s retries=1
        journey j path=in class=hard importance=critical
        """);
  }

  @Test
  void everyFixHelps() {
    Reviewed before = call("capacity=250", "retries=2", "retries=1");
    Finding finding = before.only(RULE);
    assertThat(signatures(finding))
        .containsExactly(
            "SetRetryBudget(in, out)",
            "SetRetries(in, out, 0)",
            "ScaleOut(s, 3)",
            "SetAdmission(s, limit)");
    for (Recommendation each : finding.recommendations().subList(0, 3)) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
    assertThat(before.after(finding.recommendations().get(3).edit()).only(RULE).severity())
        .isEqualTo(Severity.MEDIUM);
    assertThat(finding.because().getFirst())
        .contains(
            "while it fails callers make that 600 req/s (2 attempts on in and 3 attempts on out)");
  }

  @Test
  void budgetsAreOfferedWhereTheyAreEnough() {
    assertThat(signatures(call("capacity=121", "retries=2", "retries=1").only(RULE)))
        .contains("SetRetryBudget(in, out)");
    assertThat(signatures(call("capacity=120", "retries=2", "retries=1").only(RULE)))
        .containsExactly("SetRetries(in, out, 0)", "ScaleOut(s, 5)", "SetAdmission(s, limit)");
  }

  @Test
  void manyCallersAreNamedBriefly() {
    StringBuilder text = new StringBuilder("service s capacity=1000\n");
    for (int i = 0; i < 100; i++) {
      text.append(
          "client c%02d%nc%02d -> s id=l%02d rate=10 timeout=1s retries=2%n".formatted(i, i, i));
    }
    Reviewed before = Reviewed.of(text.toString());
    Finding finding = before.only(RULE);
    assertThat(finding.detail()).isEqualTo("1000 <= 1000 < 3000 rps");
    assertThat(finding.because().getFirst()).contains("3 attempts on l02 and 97 more");
    assertThat(finding.recommendations().getFirst().title())
        .isEqualTo("Do not repeat l00, l01, l02, l03, l04 and 95 more");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void whoRefusesAlreadyIsNotToldTo() {
    assertThat(
            signatures(call("capacity=250 admission=limit", "retries=2", "retries=1").only(RULE)))
        .containsExactly("SetRetryBudget(in, out)", "SetRetries(in, out, 0)", "ScaleOut(s, 3)");
  }

  @Test
  void aLinkWithABudgetOfATenthNeedsNone() {
    assertThat(
            signatures(call("capacity=125", "retries=2 retryBudget=0.1", "retries=1").only(RULE)))
        .first()
        .isEqualTo("SetRetryBudget(in)");
  }

  @Test
  void upToThreeLinksAreAllNamed() {
    StringBuilder text = new StringBuilder("service s capacity=30\n");
    for (int i = 0; i < 3; i++) {
      text.append("client c%d%nc%d -> s id=l%d rate=10 timeout=1s retries=2%n".formatted(i, i, i));
    }
    assertThat(Reviewed.of(text.toString()).only(RULE).because().getFirst())
        .contains("(3 attempts on l0, 3 attempts on l1 and 3 attempts on l2)");
  }

  @Test
  void itSaysThatRefusingEarlyHelps() {
    assertThat(call("capacity=250 admission=limit", "retries=2", "retries=1").only(RULE).because())
        .anyMatch(it -> it.startsWith("Base medium because s refuses what is too much"));
    assertThat(call("capacity=250", "retries=2", "retries=1").only(RULE).because())
        .noneMatch(it -> it.startsWith("Base medium"));
    assertThat(
            Reviewed.of("client c\nservice s capacity=900\nc -> s rate=9 timeout=1s retries=1")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.PASSED);
  }
}
