package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class SessionStateTest {
  private static final SessionState RULE = new SessionState();

  @Test
  void replicasThatRememberTheirUsers() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service cart replicas=2 state=session           # FLAG REL-RZ-011 low
        function fn replicas=2 state=session            # FLAG REL-RZ-011 low
        service single state=session
        service soft replicas=2 state=soft
        service plain replicas=2
        load-balancer lb replicas=2 state=session
        c -> cart id=in timeout=1s
        journey j path=in importance=critical
        """);
  }

  @Test
  void sessionsMoveIntoAStoreOfTheirOwn() {
    Reviewed before = Reviewed.of("service cart replicas=2 state=session");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().ids()).containsExactly("cart", "cart-sessions");
    assertThat(after.design().links().ids()).containsExactly("cart>cart-sessions");
    assertThat(after.results().findings()).isEmpty();
  }

  @Test
  void clientsMayCarryThem() {
    Reviewed before = Reviewed.of("service cart replicas=2 state=session");
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations().getLast().declaresOnly()).isTrue();
    assertThat(before.after(finding.recommendations().getLast().edit()).of(RULE)).isEmpty();
  }
}
