package dev.stillwater.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class CacheAsOnlyCopyTest {
  private static final CacheAsOnlyCopy RULE = new CacheAsOnlyCopy();

  @Test
  void cachesThatNothingStandsBehind() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        cache only replicas=2                           # FLAG REL-DA-005 medium
        cache upserts replicas=2 state=durable          # FLAG REL-DA-005 medium
        cache read replicas=2
        cache backed replicas=2
        cache soft replicas=2 state=soft
        cache lossy replicas=2
        key-value-store d preset=dynamodb
        s -> only id=put effect=write timeout=1s
        s -> upserts id=set effect=idempotent-write timeout=1s
        s -> read id=get effect=read timeout=1s
        s -> backed id=freshen effect=idempotent-write timeout=1s
        s -> d id=load timeout=1s behindCache=backed
        s -> soft id=note effect=write timeout=1s
        s -> lossy id=count effect=write timeout=1s lossOk=true
        """);
  }

  private static final String CARTS =
      """
      client c
      service s replicas=2
      cache k replicas=2
      c -> s id=in rate=10 timeout=1s
      s -> k id=put effect=idempotent-write timeout=50ms retries=1 calls=2
      s -> k id=get effect=read timeout=40ms
      s -> k id=count effect=write lossOk=true timeout=40ms
      journey j path=in,put,get class=hard importance=critical
      """;

  @Test
  void onACriticalJourneyItIsHigh() {
    Finding finding = Reviewed.of(CARTS).only(RULE);
    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.links()).containsExactly("put");
  }

  @Test
  void eachFixRemovesIt() {
    EachFix.removes(RULE, CARTS, "AddStore(k)", "UsePreset(k, dynamodb)", "SetState(k, soft)");
    EachFix.removes(
        RULE,
        "service s\ncache k\ns -> k effect=write",
        "AddStore(k)",
        "UsePreset(k, dynamodb)",
        "SetState(k, soft)");
    EachFix.removes(
        RULE,
        "service s\ncache k\ns -> k coupling=loose-sync effect=write",
        "AddStore(k)",
        "UsePreset(k, dynamodb)",
        "SetState(k, soft)");
  }

  @Test
  void writesGoToTheStoreFirstAndMissesAreReadFromIt() {
    Design after = EachFix.best(RULE, CARTS).design();

    assertThat(after.links().ids())
        .containsExactly("in", "put", "get", "count", "s>k-store", "s>k-store-2");
    assertThat(after.links().get("s>k-store").attributes().toPlain())
        .containsEntry("effect", "idempotent-write")
        .containsEntry("retries", 1L)
        .containsEntry("calls", 2L)
        .doesNotContainKey("behindCache");
    assertThat(after.links().get("s>k-store-2").attributes().toPlain())
        .containsEntry("effect", "read")
        .containsEntry("behindCache", "k");
    assertThat(after.links().get("put").attributes().toPlain())
        .containsEntry("dependency", "soft")
        .containsEntry("lossOk", true);
    assertThat(after.journeys().get("j").namedLinks())
        .containsExactly("in", "s>k-store", "put", "get", "s>k-store-2");
  }

  @Test
  void aStoreTakesTheNameOfTheCacheAndNotItsFigures() {
    Reviewed before =
        Reviewed.of(
            "service s\ncache k name=Carts replicas=2 hitRatio=0.9 p99=1ms\ns -> k effect=write");
    Design after = before.after(before.only(RULE).recommendations().get(1).edit()).design();
    assertThat(after.components().get("k").kind().noun()).isEqualTo("key-value store");
    assertThat(after.components().get("k").attributes().toPlain())
        .containsOnlyKeys("name", "preset");
  }

  @Test
  void aStoreCannotTakeWhatOnlyACacheMay() {
    EachFix.removes(
        RULE,
        "service s\ncache k\nconfig cfg\ns -> k effect=write\ncfg -> k mode=config",
        "AddStore(k)",
        "SetState(k, soft)");
  }

  @Test
  void aCacheThatIsOnlyReadIsNotMeant() {
    assertThat(Reviewed.of("service s\ncache k\ns -> k").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(
            Reviewed.of("service s\ncache k state=soft\ns -> k effect=write").status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
  }
}
