package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class NoisyTenantsTest {
  private static final NoisyTenants RULE = new NoisyTenants();

  @Test
  void whatServesTenantsKeepsThemApart() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s multiTenant=true                      # FLAG REL-OV-006 high
        worker w multiTenant=true isolation=none        # FLAG REL-OV-006 medium
        relational-db d multiTenant=true                # FLAG REL-OV-006 medium
        config cfg multiTenant=true                     # FLAG REL-OV-006 medium
        queue q multiTenant=true
        service quota multiTenant=true isolation=quota
        service shards multiTenant=true isolation=shuffle-shard
        service cells multiTenant=true isolation=cell
        service single multiTenant=false
        service undeclared
        c -> s id=in timeout=1s
        journey j path=in class=hard importance=critical
        """);
  }

  @Test
  void aSingleTenantIsNoSubject() {
    assertThat(Reviewed.of("service s\nservice t multiTenant=false").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void eachWallHelps() {
    Reviewed before = Reviewed.of("service s multiTenant=true");
    assertThat(before.only(RULE).recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly(
            "SetIsolation(s, quota)", "SetIsolation(s, shuffle-shard)", "SetIsolation(s, cell)");
    for (Recommendation each : before.only(RULE).recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
  }
}
