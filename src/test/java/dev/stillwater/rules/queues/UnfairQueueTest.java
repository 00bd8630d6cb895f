package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class UnfairQueueTest {
  private static final UnfairQueue RULE = new UnfairQueue();

  @Test
  void tenantsThatNothingKeepsApart() {
    Reviewed.expectFlags(
        RULE,
        """
        queue open multiTenant=true                        # FLAG REL-QU-015 high
        stream k multiTenant=true isolation=none           # FLAG REL-QU-015 medium
        queue quota multiTenant=true isolation=quota
        queue shards multiTenant=true isolation=shuffle-shard
        queue cells multiTenant=true isolation=cell
        queue single
        topic t multiTenant=true
        worker w
        open -> w id=x
        journey j path=x importance=critical
        """);
  }

  @Test
  void shardsOrQuotasKeepThemApart() {
    Reviewed before = Reviewed.of("queue q multiTenant=true");
    assertThat(before.only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("SetIsolation(q, shuffle-shard)", "SetIsolation(q, quota)");
    before
        .only(RULE)
        .recommendations()
        .forEach(fix -> assertThat(before.after(fix.edit()).of(RULE)).isEmpty());
  }
}
