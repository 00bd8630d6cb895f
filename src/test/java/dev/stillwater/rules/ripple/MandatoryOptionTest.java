package dev.stillwater.rules.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class MandatoryOptionTest {
  private static final MandatoryOption RULE = new MandatoryOption();

  private static String design(String callee, String link, String journey) {
    return """
    client c
    service s replicas=2 concurrency=50 p99=40ms
    service opt replicas=2 p99=50ms %s
    c -> s id=in rate=50 timeout=10s clientLb=true
    s -> opt id=ask %s
    journey j path=in,ask %s
    """
        .formatted(callee, link, journey);
  }

  private static Reviewed hard(String callee, String link) {
    return Reviewed.of(design(callee, link, "class=hard"));
  }

  @Test
  void optionalInThreeWaysAndWithoutATimeout() {
    assertThat(hard("", "dependency=soft").only(RULE).key()).isEqualTo("REL-RP-003@ask@j");
    assertThat(hard("", "fallback=static").only(RULE).detail()).isEqualTo("j");
    assertThat(hard("criticality=best-effort", "").only(RULE).severity().word()).isEqualTo("high");
    assertThat(hard("", "").of(RULE)).isEmpty();
    assertThat(hard("", "fallback=refresh").of(RULE)).isEmpty();
  }

  @Test
  void criticalOrHardJourneysOnly() {
    String soft = "dependency=soft";
    assertThat(Reviewed.of(design("", soft, "importance=critical")).only(RULE).severity().word())
        .isEqualTo("critical");
    assertThat(Reviewed.of(design("", soft, "class=soft")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(design("", soft, "")).of(RULE)).isEmpty();
  }

  @Test
  void whatFitsIntoThePoolIsSilent() {
    // 50 req/s held for 2 s take all 100 workers and no more.
    assertThat(hard("", "dependency=soft timeout=2s").of(RULE)).isEmpty();
    assertThat(hard("", "dependency=soft timeout=2001ms").of(RULE)).hasSize(1);
    assertThat(hard("", "dependency=soft timeout=1s retries=2").of(RULE)).hasSize(1);
    assertThat(hard("", "dependency=soft timeout=30s bulkhead=99").of(RULE)).isEmpty();
    assertThat(hard("", "dependency=soft timeout=30s bulkhead=100").of(RULE)).hasSize(1);
    assertThat(hard("", "dependency=soft timeout=30s breaker=true").of(RULE)).isEmpty();
  }

  @Test
  void slownessInsideTheTimeoutIsFoundToo() {
    Finding finding =
        Reviewed.of(
                design("", "dependency=soft timeout=30s breaker=true", "class=hard")
                    .replace("p99=50ms", "p99=500ms"))
            .only(RULE);

    assertThat(finding.probes()).extracting(probe -> probe.how()).containsExactly(Failure.GREY);
    assertThat(finding.because().getFirst()).contains("gets slow", "100 workers fill");
  }

  @Test
  void onlyTheLinkThatSilencesTheCaller() {
    Reviewed reviewed =
        Reviewed.of(
            """
            client c
            service s concurrency=100
            service opt
            c -> s id=in rate=50 timeout=10s
            s -> opt id=a-hard
            s -> opt id=b-soft dependency=soft timeout=100ms
            journey j path=in,a-hard,b-soft class=hard
            """);

    assertThat(reviewed.of(RULE)).isEmpty();
  }

  @Test
  void boundsSaveTheJourney() {
    Reviewed before = hard("", "dependency=soft");
    Finding finding = before.only(RULE);

    assertThat(finding.journeysLost()).containsExactly("j");
    for (Recommendation fix : finding.recommendations()) {
      Reviewed after = before.after(fix.edit());
      assertThat(after.of(RULE)).as("%s", fix.title()).isEmpty();
      assertThat(after.context().stillLost(finding).isEmpty()).isNotEqualTo(fix.declaresOnly());
    }
    assertThat(finding.recommendations()).hasSize(4);
  }

  @Test
  void aTinyPoolLeavesTheHonestDeclaration() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s concurrency=1
            service opt criticality=best-effort
            c -> s id=in rate=100 timeout=10s
            s -> opt id=ask timeout=10s fallback=other-path fallbackTo=s
            journey j path=in,ask class=hard
            """);
    Finding finding = before.only(RULE);
    Recommendation last = finding.recommendations().getLast();

    assertThat(last.declaresOnly()).isTrue();
    assertThat(before.after(last.edit()).of(RULE)).isEmpty();
  }

  @Test
  void itSaysWhatMakesItOptional() {
    assertThat(reason("", "dependency=soft")).contains("because ask is a soft dependency, and yet");
    assertThat(reason("", "fallback=static")).contains("because ask has the fallback static, and");
    assertThat(reason("criticality=best-effort", ""))
        .contains("because opt is declared best-effort, and yet");
  }

  private static String reason(String callee, String link) {
    return hard(callee, link).only(RULE).because().getFirst();
  }

  @Test
  void theFailureThatStopsItFirstIsTold() {
    Finding finding =
        Reviewed.of(
                design("", "dependency=soft timeout=3s", "class=hard")
                    .replace("p99=50ms", "p99=500ms"))
            .only(RULE);
    assertThat(finding.probes())
        .extracting(probe -> probe.how())
        .containsExactly(Failure.OVERLOAD, Failure.GREY);
    assertThat(finding.because().getFirst()).contains("j is down after 2.0 s when opt does not");
  }

  @Test
  void eachJourneyHasItsOwnFindingAndLosesItselfOnly() {
    Reviewed reviewed =
        Reviewed.of(
            design("", "dependency=soft", "class=hard") + "journey k path=in,ask class=hard\n");
    assertThat(reviewed.of(RULE))
        .extracting(Finding::key)
        .containsExactly("REL-RP-003@ask@j", "REL-RP-003@ask@k");
    assertThat(reviewed.find("REL-RP-003@ask@k").orElseThrow().journeysLost()).isSubsetOf("k");
  }
}
