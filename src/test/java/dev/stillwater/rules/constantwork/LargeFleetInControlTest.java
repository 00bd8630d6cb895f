package dev.stillwater.rules.constantwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class LargeFleetInControlTest {
  private static final LargeFleetInControl RULE = new LargeFleetInControl();

  @Test
  void smallServicesThatManyDependOn() {
    Reviewed.expectFlags(
        RULE,
        """
        service fleet replicas=100
        service less replicas=99
        service two replicas=2
        service limited replicas=2 admission=limit
        service kept replicas=2 managed=true
        config cfg replicas=2
        key-value-store db replicas=2
        client c
        fleet -> two id=call timeout=1s                    # FLAG REL-CW-006 medium
        fleet -> cfg id=ask timeout=1s                     # FLAG REL-CW-006 medium
        less -> two id=below timeout=1s
        fleet -> limited id=shed timeout=1s
        fleet -> kept id=provided timeout=1s
        fleet -> db id=store timeout=1s
        cfg -> fleet id=push mode=config                   # FLAG REL-CW-006 medium
        two -> fleet id=downward timeout=1s
        c -> two id=user timeout=1s
        """);
  }

  @Test
  void onACriticalJourneyItIsHigh() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service fleet replicas=50
        service one
        config cfg
        c -> fleet id=in timeout=1s
        fleet -> one id=call timeout=1s                    # FLAG REL-CW-006 high
        cfg -> fleet id=push mode=config                   # FLAG REL-CW-006 high
        journey j path=in,call class=hard importance=critical
        """);
  }

  @Test
  void theRatioIsASetting() {
    String call = "service fleet replicas=20\nservice one\nfleet -> one timeout=1s\n";
    assertThat(Reviewed.of(call).of(RULE)).isEmpty();
    Finding finding = Reviewed.of("settings fleetRatio=20\n" + call).only(RULE);
    assertThat(finding.because().getFirst())
        .contains("20 replicas of fleet")
        .contains("20 times as many where 20 are too many (fleetRatio)");
  }

  @Test
  void anUndrawnBalancerIsLookedThrough() {
    assertThat(
            Reviewed.of(
                    "service fleet replicas=60\nservice one\n"
                        + "fleet -> one id=l coupling=loose-sync timeout=1s")
                .only(RULE)
                .subject())
        .isEqualTo("l");
  }

  @Test
  void eachFixRemovesIt() {
    String call = "service fleet replicas=60\nservice one\nfleet -> one id=l timeout=1s ";
    EachFix.removes(RULE, call, "InvertControl(l)", "SetAdmission(one, limit)", "SetManaged(one)");
    EachFix.removes(
        RULE,
        call + "coupling=loose-sync",
        "InvertControl(l)",
        "SetAdmission(one, limit)",
        "SetManaged(one)");
    EachFix.removes(RULE, call + "effect=write", "SetAdmission(one, limit)", "SetManaged(one)");
    EachFix.removes(
        RULE,
        "service fleet replicas=60\nconfig one\none -> fleet id=l mode=config",
        "InvertControl(l)",
        "SetAdmission(one, limit)",
        "SetManaged(one)");
  }

  @Test
  void theSnapshotIsPublishedAndReadFromAStore() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service fleet replicas=60
            config one replicas=1
            c -> fleet id=in rate=5 timeout=3s
            fleet -> one id=l timeout=1s retries=2 payload=100 period=30s
            journey j path=in,l class=hard
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    Design design = after.design();

    assertThat(design.components().get("one-snapshots").kind().noun()).isEqualTo("object store");
    assertThat(design.links().get("l").from()).isEqualTo("one-snapshots");
    assertThat(design.links().get("l").to()).isEqualTo("fleet");
    assertThat(design.links().get("l").attributes().toPlain())
        .containsEntry("mode", "config")
        .containsEntry("fallback", "last-good")
        .containsEntry("period", "30s")
        .doesNotContainKeys("timeout", "retries");
    assertThat(design.links().get("one>one-snapshots").attributes().toPlain())
        .containsEntry("effect", "idempotent-write")
        .containsEntry("payload", 100L);
    assertThat(after.results().findings())
        .noneMatch(finding -> finding.subject().equals("one>one-snapshots"));
    assertThat(after.find("REL-CW-005@l")).isEmpty();
  }

  @Test
  void aSecondFleetReadsFromTheSameStore() {
    Reviewed before =
        Reviewed.of(
            """
            service a replicas=60
            service b replicas=60
            service one
            a -> one id=first timeout=1s
            b -> one id=second timeout=1s
            """);
    Reviewed after = before;
    while (!after.of(RULE).isEmpty()) {
      after = after.after(after.of(RULE).getFirst().recommendations().getFirst().edit());
    }
    assertThat(after.design().components().ids()).containsExactly("a", "b", "one", "one-snapshots");
    assertThat(after.design().links().get("second").from()).isEqualTo("one-snapshots");
  }

  @Test
  void betweenStoresAndClientsItDoesNotApply() {
    assertThat(
            Reviewed.of("client c\nservice s\nkey-value-store d\nc -> s\ns -> d")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
