package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ControlPlaneDependencyTest {
  private static final ControlPlaneDependency RULE = new ControlPlaneDependency();

  @Test
  void servingThatCannotGoOnWithoutConfiguration() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        config p
        service s
        load-balancer lb
        monitor m
        workflow flow
        c -> p id=human timeout=1s
        m -> p id=look timeout=1s
        flow -> p id=step timeout=1s
        s -> p id=call timeout=1s                      # FLAG REL-RZ-008 high
        lb -> p id=route timeout=1s                    # FLAG REL-RZ-008 high
        p -> s id=push                                 # FLAG REL-RZ-008 high
        s -> p id=soft timeout=1s dependency=soft
        s -> p id=good timeout=1s fallback=last-good
        s -> p id=again timeout=1s fallback=refresh
        p -> s id=copied mode=config fallback=last-good
        s -> p id=through timeout=1s coupling=loose-sync             # FLAG REL-RZ-008 high
        s -> p id=shielded timeout=1s coupling=loose-sync fallback=static
        """);
  }

  @Test
  void aConfigurationLinkIsOnTheJourneysOfItsConsumer() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        config p
        service s
        c -> s id=in timeout=1s
        p -> s id=push                                 # FLAG REL-RZ-008 critical
        journey j path=in importance=critical
        """);
  }

  @Test
  void theFixNamesTheSource() {
    Finding finding = Reviewed.of("config p\nservice s\np -> s id=push").only(RULE);

    assertThat(finding.recommendations().getFirst().title())
        .isEqualTo("Go on with the last good configuration when p fails");
  }

  @Test
  void onlyWhatIsLostAlongTheLinkCounts() {
    Reviewed reviewed =
        Reviewed.of(
            """
            client c
            config p replicas=3
            service s replicas=2
            service t replicas=2
            c -> s id=one timeout=1s
            c -> t id=two timeout=1s
            p -> s id=to-s
            p -> t id=to-t fallback=last-good
            journey a path=one class=hard
            journey b path=two class=hard
            """);
    assertThat(reviewed.only(RULE).journeysLost()).containsExactly("a");
  }

  @Test
  void theLastGoodStateKeepsItServing() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            config p
            service s concurrency=10
            c -> s id=in timeout=1s rate=50
            s -> p id=call
            journey j path=in,call class=hard
            """);
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.journeysLost()).containsExactly("j");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.context().stillLost(finding)).isEmpty();
    assertThat(after.design().links().get("call").get(LinkAttributes.FALLBACK))
        .contains(Fallback.LAST_GOOD);
    assertThat(after.design().links().get("call").get(LinkAttributes.TIMEOUT)).isPresent();
  }

  @Test
  void itNamesWhoStopsServing() {
    assertThat(Reviewed.of("config p\nservice s\np -> s").only(RULE).message())
        .isEqualTo("s stops serving without its control plane p");
    assertThat(Reviewed.of("config p\nservice s\ns -> p timeout=1s").only(RULE).message())
        .isEqualTo("s stops serving without its control plane p");
  }
}
