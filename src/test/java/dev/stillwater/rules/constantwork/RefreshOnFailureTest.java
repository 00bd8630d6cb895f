package dev.stillwater.rules.constantwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class RefreshOnFailureTest {
  private static final RefreshOnFailure RULE = new RefreshOnFailure();

  @Test
  void configurationThatIsLoadedAnewInTrouble() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        config cfg replicas=2
        service s replicas=2
        service t replicas=2
        cfg -> s id=hard mode=config fallback=refresh           # FLAG REL-CW-004 high
        cfg -> t id=plain mode=config fallback=refresh          # FLAG REL-CW-004 medium
        cfg -> t id=last mode=config fallback=last-good
        cfg -> t id=none mode=config
        t -> s id=call timeout=1s fallback=refresh
        c -> s id=in timeout=1s
        journey j path=in class=hard importance=critical
        """);
  }

  @Test
  void theLastGoodCopyOnAFixedPeriodRemovesIt() {
    String link = "config cfg\nservice s replicas=20\ncfg -> s id=l mode=config fallback=refresh ";
    EachFix.removes(RULE, link, "SetFallback(l, last-good)");
    Reviewed after = EachFix.best(RULE, link);
    assertThat(after.design().links().get("l").attributes().toPlain())
        .containsEntry("period", "1m")
        .containsEntry("jitter", true);
    assertThat(after.find("REL-CW-005@l")).isEmpty();
    assertThat(
            EachFix.best(RULE, link + "period=10s")
                .design()
                .links()
                .get("l")
                .attributes()
                .toPlain())
        .containsEntry("period", "10s");
    assertThat(
            EachFix.best(RULE, link + "period=none")
                .design()
                .links()
                .get("l")
                .attributes()
                .toPlain())
        .containsEntry("period", "1m");
  }

  @Test
  void itCountsThoseWhoLoad() {
    Finding finding =
        Reviewed.of("config cfg\nservice s replicas=20\ncfg -> s mode=config fallback=refresh")
            .only(RULE);
    assertThat(finding.because().getFirst()).contains("each of the 20 replicas of s asks");
  }

  @Test
  void withoutConfigurationItDoesNotApply() {
    assertThat(Reviewed.of("service s\nservice t\ns -> t fallback=refresh").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
