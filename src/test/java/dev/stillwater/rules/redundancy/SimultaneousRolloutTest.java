package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class SimultaneousRolloutTest {
  private static final SimultaneousRollout RULE = new SimultaneousRollout();

  @Test
  void severalZonesOrConsumersInTheSameSecond() {
    Reviewed.expectFlags(
        RULE,
        """
        config one
        config many
        config calm
        service wide replicas=2 zones=a,b
        service narrow zones=a
        service other
        one -> wide id=zones rollout=all-at-once fallback=last-good       # FLAG REL-RZ-010 high
        many -> narrow id=first rollout=all-at-once fallback=last-good    # FLAG REL-RZ-010 high
        many -> other id=second rollout=staged fallback=last-good
        calm -> narrow id=single rollout=all-at-once fallback=last-good
        """);
  }

  @Test
  void criticalWhereItsConsumerIs() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        config p
        service s replicas=2 zones=a,b
        c -> s id=in timeout=1s
        p -> s id=push rollout=all-at-once fallback=last-good              # FLAG REL-RZ-010 critical
        journey j path=in importance=critical
        """);
  }

  @Test
  void anUndeclaredRolloutCannotBeJudged() {
    assertThat(
            Reviewed.of("config p\nservice s zones=a,b\np -> s fallback=last-good")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(
            Reviewed.of("config p\nservice s zones=a\np -> s fallback=last-good")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void stagesEndIt() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            config p
            service s replicas=2 zones=a,b
            c -> s id=in timeout=1s
            p -> s id=push rollout=all-at-once fallback=last-good
            journey j path=in class=hard
            """);
    Finding finding = before.only(RULE);

    assertThat(finding.journeysLost()).containsExactly("j");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void itSaysWhoGetsItAtOnce() {
    String zones = "config p\nservice s zones=%s\np -> s id=push rollout=all-at-once\n";
    assertThat(Reviewed.of(zones.formatted("a,b")).only(RULE).because().getFirst())
        .contains("rolls out all at once to two zones of s:");
    assertThat(
            Reviewed.of(zones.formatted("a") + "service t\np -> t rollout=staged")
                .only(RULE)
                .because()
                .getFirst())
        .contains("rolls out all at once to s and one other consumer:");
  }
}
