package dev.stillwater.model;

import static dev.stillwater.model.ComponentKind.LOAD_BALANCER;
import static dev.stillwater.model.ComponentKind.QUEUE;
import static dev.stillwater.model.ComponentKind.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CouplingsTest {
  private final Design design =
      Design.empty("d")
          .with(new Component("a", SERVICE))
          .with(new Component("b", SERVICE))
          .with(new Component("lb", LOAD_BALANCER))
          .with(new Component("q", QUEUE));

  private static Link link(String from, String to) {
    return new Link("l", from, to);
  }

  private Coupling of(Link link) {
    return Couplings.of(design, link);
  }

  private boolean implies(Link link) {
    return Couplings.impliesIntermediary(design, link);
  }

  @Test
  void aDirectCallIsTight() {
    assertThat(of(link("a", "b"))).isEqualTo(Coupling.TIGHT);
    assertThat(implies(link("a", "b"))).isFalse();
  }

  @Test
  void aRouterAtEitherEndOrTheCallerItselfLoosensACall() {
    assertThat(of(link("a", "lb"))).isEqualTo(Coupling.LOOSE_SYNC);
    assertThat(of(link("lb", "b"))).isEqualTo(Coupling.LOOSE_SYNC);
    assertThat(of(link("a", "b").with(LinkAttributes.CLIENT_LB, true)))
        .isEqualTo(Coupling.LOOSE_SYNC);
  }

  @Test
  void messagesAreLooseAndAsynchronous() {
    assertThat(of(link("a", "q"))).isEqualTo(Coupling.LOOSE_ASYNC);
    assertThat(of(link("q", "b"))).isEqualTo(Coupling.LOOSE_ASYNC);
    assertThat(of(link("a", "b").with(LinkAttributes.MODE, LinkMode.SEND)))
        .isEqualTo(Coupling.LOOSE_ASYNC);
  }

  @Test
  void configurationProbesAndReplicationAreTight() {
    for (LinkMode mode : new LinkMode[] {LinkMode.CONFIG, LinkMode.PROBE, LinkMode.REPLICATE}) {
      assertThat(of(link("a", "lb").with(LinkAttributes.MODE, mode))).isEqualTo(Coupling.TIGHT);
    }
  }

  @Test
  void anAnnotationCountsBeforeTheDrawing() {
    Link annotated = link("a", "b").with(LinkAttributes.COUPLING, Coupling.LOOSE_ASYNC);
    assertThat(of(annotated)).isEqualTo(Coupling.LOOSE_ASYNC);
    assertThat(Couplings.drawn(design, annotated)).isEqualTo(Coupling.TIGHT);
  }

  @Test
  void anIntermediaryIsImpliedWhereALooseCallIsDrawnDirect() {
    assertThat(implies(link("a", "b").with(LinkAttributes.COUPLING, Coupling.LOOSE_ASYNC)))
        .isTrue();
    assertThat(implies(link("a", "b").with(LinkAttributes.COUPLING, Coupling.LOOSE_SYNC))).isTrue();
    assertThat(implies(link("a", "lb").with(LinkAttributes.COUPLING, Coupling.LOOSE_SYNC)))
        .isFalse();
    assertThat(implies(link("a", "q").with(LinkAttributes.COUPLING, Coupling.LOOSE_ASYNC)))
        .isFalse();
    assertThat(implies(link("a", "b").with(LinkAttributes.COUPLING, Coupling.TIGHT))).isFalse();
  }
}
