package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class SingleZoneReplicasTest {
  private static final SingleZoneReplicas RULE = new SingleZoneReplicas();

  @Test
  void severalReplicasInOneAvailabilityZone() {
    Reviewed.expectFlags(
        RULE,
        """
        zone hall kind=dc
        zone eu kind=region
        zone net kind=network
        service two replicas=2 zones=a              # FLAG REL-RZ-002 medium
        relational-db db replicas=3 zones=hall      # FLAG REL-RZ-002 medium
        monitor m replicas=2 zones=a                # FLAG REL-RZ-002 medium
        service twice replicas=2 zones=a,a          # FLAG REL-RZ-002 medium
        service one zones=a
        service spread replicas=2 zones=a,b
        service wide replicas=2 zones=eu
        service wired replicas=2 zones=net
        service both replicas=2 zones=a,net
        service anywhere replicas=2
        service bought replicas=2 zones=a managed=true
        external partner replicas=2 zones=a
        """);
  }

  @Test
  void higherOnACriticalJourney() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2 zones=a                # FLAG REL-RZ-002 high
        c -> s id=in timeout=1s
        journey j path=in importance=critical
        """);
  }

  @Test
  void withoutZonesItCannotJudge() {
    assertThat(Reviewed.of("service s replicas=2").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(Reviewed.of("service s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void theFixUsesAZoneThatTheDesignKnows() {
    Reviewed before =
        Reviewed.of(
            """
            zone eu-1 parent=eu
            zone eu-2 parent=eu
            zone a-far parent=us
            service s replicas=2 zones=eu-2
            """);
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("s").get(ComponentAttributes.ZONES).orElseThrow())
        .containsExactly("eu-2", "eu-1");
    assertThat(after.design().zones()).isEqualTo(before.design().zones());
  }

  @Test
  void whatCopiesItsWritesWaitsForTheOtherZone() {
    for (String kind : new String[] {"relational-db", "queue"}) {
      assertThat(tradeOff(kind)).startsWith("Every write that is copied waits");
    }
    for (String kind : new String[] {"service", "load-balancer", "cache"}) {
      assertThat(tradeOff(kind)).startsWith("Calls between zones take");
    }
  }

  private static String tradeOff(String kind) {
    return Reviewed.of(kind + " s replicas=2 zones=a")
        .only(RULE)
        .recommendations()
        .getFirst()
        .tradeOff();
  }
}
