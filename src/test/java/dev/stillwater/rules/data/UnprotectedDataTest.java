package dev.stillwater.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class UnprotectedDataTest {
  private static final UnprotectedData RULE = new UnprotectedData();

  @Test
  void storesWithOneCopyOrNoWayBack() {
    Reviewed.expectFlags(
        RULE,
        """
        relational-db unknown replicas=2                                  # FLAG REL-DA-003 medium
        relational-db single replicas=1 replication=none                  # FLAG REL-DA-003 high
        relational-db no-backup replicas=2 replication=sync backup=false  # FLAG REL-DA-003 high
        relational-db neither backup=false                                # FLAG REL-DA-003 high
        relational-db backed backup=true                                  # FLAG REL-DA-003 medium
        relational-db copied replicas=2 replication=async
        relational-db managed managed=true
        key-value-store preset preset=dynamodb
        search-index rebuilt state=soft
        cache k
        """);
  }

  @Test
  void aCriticalJourneyRaisesBoth() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        relational-db unknown                                             # FLAG REL-DA-003 high
        relational-db single replication=none                             # FLAG REL-DA-003 critical
        c -> s id=in timeout=1s
        s -> unknown id=a timeout=1s
        s -> single id=b timeout=1s
        journey j entry=in class=hard importance=critical
        """);
  }

  @Test
  void aReplicationLinkIsACopyThatIsDrawn() {
    Reviewed.expectFlags(
        RULE,
        """
        relational-db first
        relational-db second
        relational-db none replication=none      # FLAG REL-DA-003 high
        cache k
        first -> second mode=replicate
        none -> k mode=replicate
        """);
  }

  @Test
  void eachFixRemovesIt() {
    EachFix.removes(
        RULE,
        "relational-db d",
        "SetReplication(d, sync, backup)",
        "SetManaged(d)",
        "SetState(d, soft)");
    EachFix.removes(
        RULE,
        "relational-db d backup=true replication=none",
        "SetReplication(d, sync)",
        "SetManaged(d)",
        "SetState(d, soft)");
    EachFix.removes(
        RULE,
        "relational-db d replication=sync backup=false",
        "SetBackup(d)",
        "SetManaged(d)",
        "SetState(d, soft)");
  }

  @Test
  void theSecondCopyGoesToAnotherZoneWhereOneIsKnown() {
    Reviewed after =
        EachFix.best(RULE, "relational-db d zones=a backup=false\nservice s zones=b replicas=2");
    assertThat(after.design().components().get("d").attributes().toPlain())
        .containsEntry("replicas", 2L)
        .containsEntry("backup", true);
    assertThat(after.design().components().get("d").get(ComponentAttributes.ZONES).orElseThrow())
        .containsExactly("a", "b");
  }

  @Test
  void whoPromotesAReplicaStaysAsDeclared() {
    assertThat(failoverAfter("failoverMode=manual")).isEqualTo("manual");
    assertThat(failoverAfter("")).isEqualTo("auto");
  }

  private static Object failoverAfter(String values) {
    Reviewed after = EachFix.best(RULE, "relational-db d " + values);
    return after.design().components().get("d").attributes().toPlain().get("failoverMode");
  }

  @Test
  void itSaysWhatIsMissing() {
    assertThat(because("")).contains("its replication is undeclared: the loss of one disk");
    assertThat(because("replication=none backup=false"))
        .contains("it has no replica and it has no backup");
    assertThat(because("replication=sync backup=false")).contains("reaches every replica at once");
  }

  private static String because(String values) {
    Finding finding = Reviewed.of("relational-db d " + values).only(RULE);
    return finding.because().getFirst();
  }

  @Test
  void withoutAStoreItDoesNotApply() {
    assertThat(Reviewed.of("service s\ncache k").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
