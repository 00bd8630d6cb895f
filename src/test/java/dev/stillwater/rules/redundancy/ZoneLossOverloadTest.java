package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class ZoneLossOverloadTest {
  private static final ZoneLossOverload RULE = new ZoneLossOverload();

  private static String design(String service, double rate) {
    return """
    client c
    service s %s
    c -> s id=in timeout=1s rate=%s
    """
        .formatted(service, rate);
  }

  @Test
  void theSurvivorsDoNotCarryThePeak() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=3 zones=a,b,c capacity=30     # FLAG REL-RZ-003 high
        service auto replicas=3 zones=a,b,c capacity=30 scaling=auto
        service one replicas=3 zones=a capacity=30
        service region replicas=3 zones=a,eu capacity=30
        zone eu kind=region
        c -> s id=in timeout=1s rate=61
        s -> auto timeout=1s
        s -> one timeout=1s
        s -> region timeout=1s
        journey j path=in importance=critical
        """);
  }

  @Test
  void exactlyAsMuchAsIsLeftIsEnoughAndMoreThanAllIsAnotherMatter() {
    String three = "replicas=3 zones=a,b,c capacity=30";
    assertThat(Reviewed.of(design(three, 60)).of(RULE)).isEmpty();
    assertThat(Reviewed.of(design(three, 60.01)).of(RULE)).hasSize(1);
    assertThat(Reviewed.of(design(three, 90)).of(RULE)).hasSize(1);
    assertThat(Reviewed.of(design(three, 90.01)).of(RULE)).isEmpty();
  }

  @Test
  void withoutCapacityOrRateItCannotJudge() {
    assertThat(Reviewed.of(design("replicas=2 zones=a,b", 10)).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(Reviewed.of(design("replicas=2 zones=a,b capacity=10", 0)).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void enoughReplicasForTheSurvivors() {
    Reviewed before = Reviewed.of(design("replicas=4 zones=a,b capacity=30", 100));
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.recommendations().getFirst().edit().signature())
        .isEqualTo("SetReplicas(s, 8)");
    assertThat(finding.because().getFirst())
        .contains("of two zones one is left", "120 req/s × 1/2 = 60 req/s", "peak of 100 req/s");
    assertThat(after.of(RULE)).isEmpty();
  }

  @Test
  void replicasAreWholeAndTheFullestZoneMayBeLost() {
    // Three are needed for 100 req/s: of 2 + 2 + 1 three are left, of 2 + 1 + 1 only two.
    Finding finding = Reviewed.of(design("replicas=3 zones=a,b,c capacity=40", 100)).only(RULE);

    assertThat(finding.recommendations().getFirst().edit().signature())
        .isEqualTo("SetReplicas(s, 5)");
  }

  @Test
  void aFurtherZoneWhereThatIsEnough() {
    Reviewed before = Reviewed.of(design("replicas=6 zones=a,b capacity=30", 110));
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getLast().edit());

    assertThat(finding.recommendations()).hasSize(2);
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("s").get(ComponentAttributes.ZONES).orElseThrow())
        .hasSize(3);
    assertThat(
            Reviewed.of(design("replicas=6 zones=a,b capacity=30", 130))
                .only(RULE)
                .recommendations())
        .hasSize(1);
  }

  @Test
  void aHairAboveAWholeNumberNeedsOneMore() {
    Reviewed before = Reviewed.of(design("replicas=4 zones=a,b capacity=30", 90.000000009));
    assertThat(before.only(RULE).recommendations().getFirst().edit().signature())
        .isEqualTo("SetReplicas(s, 7)");
    assertThat(before.after(before.only(RULE).recommendations().getFirst().edit()).of(RULE))
        .isEmpty();
  }

  @Test
  void itSaysWhatTheLossMeansAndWhatItCosts() {
    Finding finding = Reviewed.of(design("replicas=4 zones=a,b capacity=30", 100)).only(RULE);
    assertThat(finding.message()).isEqualTo("Without one zone s cannot carry its peak");
    assertThat(finding.because().getFirst()).endsWith("the loss of a zone becomes a loss of all.");
    assertThat(finding.recommendations().getFirst().tradeOff())
        .startsWith("Four more replicas run idle on good days");
  }

  @Test
  void aFurtherZoneIsEnoughUpToItsShare() {
    String two = "replicas=6 zones=a,b capacity=30";
    assertThat(Reviewed.of(design(two, 120)).only(RULE).recommendations()).hasSize(2);
    assertThat(Reviewed.of(design(two, 120.01)).only(RULE).recommendations()).hasSize(1);
  }
}
