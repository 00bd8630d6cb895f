package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class CacheStampedeTest {
  private static final CacheStampede RULE = new CacheStampede();

  private static Reviewed cache(String attributes, String origin) {
    return Reviewed.of(
        """
        client c
        service s replicas=2
        cache k %s
        relational-db d replicas=2
        c -> s id=in timeout=9s
        s -> k id=look timeout=50ms
        s -> d id=load timeout=1s %s
        journey j path=in,look,load class=hard importance=critical
        """
            .formatted(attributes, origin));
  }

  @Test
  void aHighHitRatioBeforeAnOriginWithoutCoalescing() {
    String behind = "behindCache=k";
    assertThat(cache("hitRatio=0.9", behind).only(RULE).severity().word()).isEqualTo("low");
    assertThat(cache("hitRatio=0.89", behind).of(RULE)).isEmpty();
    assertThat(cache("hitRatio=0.9 coalesce=true", behind).of(RULE)).isEmpty();
    assertThat(cache("hitRatio=0.9", "").of(RULE)).isEmpty();
    assertThat(cache("hitRatio=0.9", "").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(cache("", behind).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void itNamesTheFactor() {
    assertThat(cache("hitRatio=0.95", "behindCache=k").only(RULE).because().getFirst())
        .contains("k answers 95 % of the reads", "up to 20 times the usual load goes to d");
    assertThat(cache("hitRatio=1", "behindCache=k").only(RULE).because().getFirst())
        .contains("up to any number of times");
  }

  @Test
  void coalescingHelps() {
    Reviewed before = cache("hitRatio=0.95", "behindCache=k");
    assertThat(before.after(before.only(RULE).recommendations().getFirst().edit()).of(RULE))
        .isEmpty();
  }
}
