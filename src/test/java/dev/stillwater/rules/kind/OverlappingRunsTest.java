package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class OverlappingRunsTest {
  private static final OverlappingRuns RULE = new OverlappingRuns();

  @Test
  void aRunMustEndBeforeTheNextStarts() {
    Reviewed.expectFlags(
        RULE,
        """
        scheduler cron
        scheduler fenced leader=lease-fenced
        scheduler leased leader=lease
        scheduler alone leader=none
        client u
        worker slow runTime=10m
        cron -> slow id=late period=9m               # FLAG REL-KS-006 medium
        cron -> slow id=just period=10m
        alone -> slow id=none period=1m              # FLAG REL-KS-006 high
        fenced -> slow id=safe period=1m
        leased -> slow id=held period=1m
        u -> slow id=person period=1m
        journey j path=none importance=critical
        """);
  }

  @Test
  void theNumberOfRunsIsTold() {
    Finding finding =
        Reviewed.of("scheduler c\nworker w runTime=25m\nc -> w id=l period=10m\n").only(RULE);

    assertThat(finding.because().getFirst()).contains("up to 3 runs").contains("every 10 min");
  }

  @Test
  void withoutTimesItCannotJudge() {
    assertThat(Reviewed.of("scheduler c\nworker w\nc -> w id=l period=10m\n").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void aLeaseOrALongerPeriodHelps() {
    Reviewed before = Reviewed.of("scheduler c\nworker w runTime=25m\nc -> w id=l period=10m\n");
    assertThat(before.only(RULE).recommendations())
        .hasSize(2)
        .allSatisfy(it -> assertThat(before.after(it.edit()).of(RULE)).isEmpty());
  }
}
