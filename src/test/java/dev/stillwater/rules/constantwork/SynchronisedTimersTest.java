package dev.stillwater.rules.constantwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class SynchronisedTimersTest {
  private static final SynchronisedTimers RULE = new SynchronisedTimers();

  @Test
  void fleetsOnOneTimer() {
    Reviewed.expectFlags(
        RULE,
        """
        worker ten replicas=10
        worker nine replicas=9
        worker five replicas=5
        service one
        service two replicas=2
        config cfg
        ten -> one id=enough period=10m timeout=1s                 # FLAG REL-CW-005 low
        nine -> one id=few period=10m timeout=1s
        five -> two id=pairs period=10m timeout=1s                 # FLAG REL-CW-005 low
        ten -> one id=spread period=10m timeout=1s jitter=true
        ten -> one id=never period=none timeout=1s
        ten -> one id=unknown timeout=1s
        cfg -> ten id=push mode=config period=10s                  # FLAG REL-CW-005 low
        journey j path=enough class=hard importance=critical
        """);
  }

  @Test
  void theThresholdIsASetting() {
    String link = "worker a replicas=10\nservice b\na -> b id=l period=1m\n";
    assertThat(Reviewed.of("settings periodicPairs=11\n" + link).of(RULE)).isEmpty();
    assertThat(
            Reviewed.of("settings periodicPairs=1\nworker a\nservice b\na -> b period=1m").of(RULE))
        .isEmpty();
    Finding finding = Reviewed.of("settings periodicPairs=3\n" + link).only(RULE);
    assertThat(finding.because().getFirst()).contains("3 are enough to matter (periodicPairs)");
  }

  @Test
  void hugeFleetsDoNotOverflow() {
    assertThat(
            Reviewed.of("worker a replicas=1000000\nservice b replicas=1000000\na -> b period=1m")
                .of(RULE))
        .hasSize(1);
  }

  @Test
  void jitterRemovesIt() {
    EachFix.removes(RULE, "worker a replicas=10\nservice b\na -> b id=l period=1m", "SetJitter(l)");
  }

  @Test
  void withoutAPeriodItDoesNotApply() {
    assertThat(Reviewed.of("worker a replicas=10\nservice b\na -> b").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
