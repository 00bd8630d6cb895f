package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class CyclicCallsTest {
  private static final CyclicCalls RULE = new CyclicCalls();

  private static final String CIRCLE =
      """
      service a replicas=2
      service b replicas=2
      service c replicas=2
      a -> b id=ab rate=50 timeout=1s
      b -> c id=bc rate=20 timeout=1s effect=write need=result-now
      c -> a id=ca rate=30 timeout=1s effect=write need=later
      """;

  @Test
  void membersAreJoinedInTheOrderOfTheirIds() {
    Finding finding = Reviewed.of(CIRCLE).only(RULE);

    assertThat(finding.key()).isEqualTo("REL-LC-005@a+b+c");
    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.links()).containsExactly("ab", "bc", "ca");
    assertThat(finding.message()).isEqualTo("a, b and c call one another in a circle");
  }

  @Test
  void anyMemberOnACriticalJourneyMakesItCritical() {
    Finding finding =
        Reviewed.of(CIRCLE + "client u\nu -> b id=in\njourney j path=in importance=critical\n")
            .only(RULE);

    assertThat(finding.severity().word()).isEqualTo("critical");
  }

  @Test
  void whatCanFailIsNoDependency() {
    assertThat(Reviewed.of(CIRCLE.replace("id=ab", "id=ab dependency=soft")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(CIRCLE.replace("id=ab", "id=ab fallback=stale-cache")).of(RULE))
        .isEmpty();
    assertThat(Reviewed.of("service a\na -> a id=self timeout=1s\n").of(RULE)).isEmpty();
  }

  @Test
  void theWeakestLinkIsGivenUp() {
    Reviewed before = Reviewed.of(CIRCLE);
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("InsertQueue(ca)"),
            second -> assertThat(second).isEqualTo("KeepCopy(ab)"),
            third -> assertThat(third).startsWith("SetDependency(bc, soft"));
    for (Recommendation recommendation : finding.recommendations()) {
      assertThat(before.after(recommendation.edit()).of(RULE)).as(recommendation.title()).isEmpty();
    }
  }

  @Test
  void twoCirclesAreTwoFindings() {
    assertThat(Reviewed.of(CIRCLE + CIRCLE.replaceAll("\\b([abc]{1,2})\\b", "x$1")).of(RULE))
        .extracting(Finding::subject)
        .containsExactly("a+b+c", "xa+xb+xc");
  }

  @Test
  void onlyHardCallsBetweenComputersAreExamined() {
    String call = "service a\nservice b\nrelational-db d\na -> %s id=l timeout=1s%s";
    assertThat(state(call.formatted("b", ""))).isEqualTo(RuleStatus.State.PASSED);
    assertThat(state(call.formatted("b", " dependency=soft")))
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(state(call.formatted("d", ""))).isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(state("client c\nservice a\nc -> a timeout=1s"))
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  private static RuleStatus.State state(String design) {
    return Reviewed.of(design).status(RULE).state();
  }

  @Test
  void aCallByAnAnnotatedBalancerIsNotHandedOver() {
    Reviewed before = Reviewed.of(CIRCLE.replace("id=ca", "id=ca coupling=loose-sync"));
    assertThat(before.only(RULE).recommendations())
        .extracting(it -> it.edit().signature())
        .noneMatch(it -> it.startsWith("InsertQueue"));
  }
}
