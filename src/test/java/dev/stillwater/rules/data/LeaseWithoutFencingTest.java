package dev.stillwater.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class LeaseWithoutFencingTest {
  private static final LeaseWithoutFencing RULE = new LeaseWithoutFencing();

  @Test
  void leadersWhoseLeaseNobodyChecks() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service idle replicas=3 leader=lease                 # FLAG REL-DA-004 low
        service writer replicas=3 leader=lease               # FLAG REL-DA-004 low
        service mixed replicas=3 leader=lease                # FLAG REL-DA-004 low
        service upserts replicas=3 leader=lease
        service keyed replicas=3 leader=lease
        service fenced replicas=3 leader=lease-fenced
        service none replicas=3 leader=none
        service usual replicas=3
        key-value-store d preset=dynamodb
        c -> writer id=in timeout=1s
        writer -> d id=w effect=write timeout=1s
        mixed -> d id=m1 effect=idempotent-write timeout=1s
        mixed -> d id=m2 effect=write timeout=1s
        upserts -> d id=u effect=idempotent-write timeout=1s
        upserts -> d id=r effect=read timeout=1s
        keyed -> d id=k effect=write idempotency=token timeout=1s
        fenced -> d id=f effect=write timeout=1s
        journey j path=in,w class=hard importance=critical
        """);
  }

  @Test
  void itNamesTheWritesThatAddUp() {
    Finding finding =
        Reviewed.of(
                """
                service s leader=lease
                key-value-store d
                s -> d id=first effect=write
                s -> d id=second effect=idempotent-write
                """)
            .only(RULE);
    assertThat(finding.because().getFirst()).contains("no store checks it on first:");
    assertThat(finding.links()).containsExactly("first");
  }

  @Test
  void aFencedLeaseRemovesIt() {
    EachFix.removes(RULE, "service s leader=lease", "SetLeader(s, lease-fenced)");
  }

  @Test
  void withoutALeaderItDoesNotApply() {
    assertThat(Reviewed.of("service s leader=none\nservice t").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
