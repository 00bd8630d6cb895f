package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class TwoZoneQuorumTest {
  private static final TwoZoneQuorum RULE = new TwoZoneQuorum();

  @Test
  void majoritiesInTwoZones() {
    Reviewed.expectFlags(
        RULE,
        """
        zone eu kind=region
        relational-db quorum replicas=3 zones=a,b replication=quorum       # FLAG REL-RZ-012 medium
        config lease replicas=3 zones=a,b leader=lease                     # FLAG REL-RZ-012 medium
        service fenced replicas=3 zones=a,b,eu leader=lease-fenced         # FLAG REL-RZ-012 medium
        relational-db sync replicas=2 zones=a,b replication=sync
        config three replicas=3 zones=a,b,c leader=lease
        config one replicas=3 zones=a leader=lease
        config none replicas=3 zones=a,b leader=none
        config bought replicas=3 zones=a,b leader=lease managed=true
        """);
  }

  @Test
  void highOnACriticalJourney() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=3 zones=a,b leader=lease-fenced     # FLAG REL-RZ-012 high
        c -> s id=in timeout=1s
        journey j path=in importance=critical
        """);
  }

  @Test
  void withoutZonesItCannotJudge() {
    assertThat(Reviewed.of("config p replicas=3 leader=lease").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void aWitnessInAThirdZone() {
    Reviewed before = Reviewed.of("config p replicas=2 zones=a,b leader=lease-fenced");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("p").get(ComponentAttributes.ZONES).orElseThrow())
        .containsExactly("a", "b", "c");
    assertThat(after.design().components().get("p").get(ComponentAttributes.REPLICAS)).contains(3);
  }
}
