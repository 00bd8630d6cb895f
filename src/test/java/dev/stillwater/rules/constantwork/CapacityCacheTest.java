package dev.stillwater.rules.constantwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class CapacityCacheTest {
  private static final CapacityCache RULE = new CapacityCache();

  @Test
  void originsThatNeedTheirCacheToLive() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        cache k replicas=2 hitRatio=0.9
        key-value-store small replicas=2 capacity=49
        key-value-store exact replicas=2 capacity=50
        key-value-store shedding replicas=2 capacity=10 admission=limit
        key-value-store unknown replicas=2
        c -> s id=in rate=100 timeout=1s
        s -> small id=over timeout=1s behindCache=k                  # FLAG REL-CW-002 high
        s -> exact id=full timeout=1s behindCache=k
        s -> exact id=twice timeout=1s behindCache=k calls=2         # FLAG REL-CW-002 high
        s -> small id=half timeout=1s behindCache=k calls=0.5
        s -> small id=uncached timeout=1s
        s -> shedding id=shed timeout=1s behindCache=k
        s -> unknown id=who-knows timeout=1s behindCache=k
        """);
  }

  private static final String READ =
      """
      client c
      service s replicas=2
      cache k replicas=2
      key-value-store d replicas=2 capacity=40
      c -> s id=in rate=100 timeout=1s
      s -> d id=l timeout=1s behindCache=k
      """;

  @Test
  void onACriticalJourneyItIsCriticalAndNamesTheNumbers() {
    Finding finding =
        Reviewed.of(READ + "journey j entry=in class=hard importance=critical").only(RULE);
    assertThat(finding.severity().word()).isEqualTo("critical");
    assertThat(finding.detail()).isEqualTo("100 > 80 rps");
    assertThat(finding.recommendations().getFirst().tradeOff()).contains("about 64 req/s");
  }

  @Test
  void eachFixRemovesIt() {
    EachFix.removes(RULE, READ, "SetCacheGuards(l)", "SetCapacity(d, 63)");
    EachFix.removes(
        RULE,
        READ.replace("key-value-store d", "service d"),
        "SetCacheGuards(l)",
        "SetReplicas(d, 4)");
    EachFix.removes(RULE, READ.replace("=40", "=0"), "SetCacheGuards(l)", "SetCapacity(d, 63)");
  }

  @Test
  void theGuardsAreThree() {
    Reviewed after = EachFix.best(RULE, READ);
    assertThat(after.design().components().get("k").get(ComponentAttributes.COALESCE))
        .contains(true);
    assertThat(after.design().components().get("d").get(ComponentAttributes.ADMISSION))
        .contains(Admission.LIMIT);
    assertThat(after.design().links().get("l").get(LinkAttributes.FALLBACK))
        .contains(Fallback.STALE_CACHE);
  }

  @Test
  void aWriteHasNoOldAnswer() {
    Reviewed after = EachFix.best(RULE, READ.replace("id=l", "id=l effect=write"));
    assertThat(after.design().links().get("l").get(LinkAttributes.FALLBACK)).isEmpty();
  }

  @Test
  void anOriginBehindAnUndrawnBalancerIsFound() {
    String balanced =
        READ.replace("id=l", "id=l coupling=loose-sync").replace("key-value-store", "service");
    assertThat(Reviewed.of(balanced).only(RULE).subject()).isEqualTo("l");
  }

  @Test
  void capacityAndLoadMustBeKnown() {
    for (String known :
        new String[] {READ.replace("capacity=40", ""), READ.replace("rate", "calls")}) {
      assertThat(Reviewed.of(known).status(RULE).state())
          .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    }
  }
}
