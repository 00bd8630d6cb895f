package dev.stillwater.model;

/// Reads how tightly a link couples its ends: as annotated, else as drawn.
public final class Couplings {
  private Couplings() {}

  /// The declared mode, else the one that the kinds of the ends mean.
  public static LinkMode mode(Design design, Link link) {
    return link.get(LinkAttributes.MODE)
        .orElseGet(() ->
            LegalLinks.derived(
                design.components().get(link.from()).kind(),
                design.components().get(link.to()).kind()));
  }

  /// The annotated coupling, else the drawn one.
  public static Coupling of(Design design, Link link) {
    return link.get(LinkAttributes.COUPLING).orElseGet(() -> drawn(design, link));
  }

  /// The coupling that the drawing alone says.
  public static Coupling drawn(Design design, Link link) {
    return switch (mode(design, link)) {
      case SEND, DELIVER -> Coupling.LOOSE_ASYNC;
      case SYNC -> {
        boolean routed =
            design.components().get(link.from()).kind().isRouter()
                || design.components().get(link.to()).kind().isRouter();
        boolean balanced = link.get(LinkAttributes.CLIENT_LB).orElse(false);
        yield routed || balanced ? Coupling.LOOSE_SYNC : Coupling.TIGHT;
      }
      case CONFIG, PROBE, REPLICATE -> Coupling.TIGHT;
    };
  }

  /// Whether an undrawn intermediary stands on the link: a queue on a call annotated as
  /// asynchronous, a balancer on a direct call annotated as loose.
  public static boolean impliesIntermediary(Design design, Link link) {
    if (mode(design, link) != LinkMode.SYNC) {
      return false;
    }
    return switch (link.get(LinkAttributes.COUPLING).orElse(Coupling.TIGHT)) {
      case TIGHT -> false;
      case LOOSE_SYNC -> drawn(design, link) == Coupling.TIGHT;
      case LOOSE_ASYNC -> true;
    };
  }
}
