package dev.stillwater.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class SplitBrainFailoverTest {
  private static final SplitBrainFailover RULE = new SplitBrainFailover();

  @Test
  void storesThatCanEndWithTwoHistories() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        relational-db bad replicas=2 replication=async failoverMode=auto                    # FLAG REL-DA-002 high
        relational-db declared replicas=2 replication=async failoverMode=auto fencing=false # FLAG REL-DA-002 critical
        relational-db fenced replicas=2 replication=async failoverMode=auto fencing=true
        relational-db waits replicas=2 replication=sync failoverMode=auto
        relational-db majority replicas=3 replication=quorum failoverMode=auto
        relational-db person replicas=2 replication=async failoverMode=manual
        relational-db nobody replicas=2 replication=async
        relational-db alone replication=none failoverMode=auto
        relational-db unknown replicas=2 failoverMode=auto
        key-value-store kept preset=dynamodb
        c -> declared id=l timeout=1s
        journey j path=l class=hard importance=critical
        """);
  }

  @Test
  void itSaysWhatIsDeclared() {
    String store = "relational-db d replication=async failoverMode=auto ";
    Finding assumed = Reviewed.of(store).only(RULE);
    Finding declared = Reviewed.of(store + "fencing=false").only(RULE);
    assertThat(assumed.because().getFirst()).contains("(fencing is undeclared)");
    assertThat(declared.because().getFirst()).contains("(fencing is false)");
  }

  @Test
  void eachFixRemovesIt() {
    EachFix.removes(
        RULE,
        "relational-db d replicas=2 replication=async failoverMode=auto",
        "SetFencing(d)",
        "SetReplication(d, sync)",
        "SetFailoverMode(d, manual)");
  }

  @Test
  void anUndeclaredReplicationIsNotEnoughToJudge() {
    assertThat(Reviewed.of("relational-db d failoverMode=auto").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(Reviewed.of("relational-db d").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
