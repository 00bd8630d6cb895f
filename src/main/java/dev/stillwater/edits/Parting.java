package dev.stillwater.edits;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;

/// What becomes of the values of a link that is parted by an intermediary. What the caller does
/// stays on the first half and what the callee does goes to the second; effect, idempotency and
/// payload stand on both, because either half can repeat a request.
final class Parting {
  private static final Attribute<?>[] SECOND = {
    LinkAttributes.EFFECT,
    LinkAttributes.IDEMPOTENCY,
    LinkAttributes.TOKEN_SOURCE,
    LinkAttributes.TOKEN_TTL,
    LinkAttributes.DEDUP_ATOMIC,
    LinkAttributes.DEPENDENCY,
    LinkAttributes.LOSS_OK,
    LinkAttributes.ORDERED,
    LinkAttributes.COMPENSATED,
    LinkAttributes.MAX_CONCURRENCY,
    LinkAttributes.DLQ,
    LinkAttributes.PAYLOAD
  };

  private Parting() {}

  /// The caller's half, which keeps the id; its mode follows from what it now leads to.
  static Link first(Link link, String intermediary) {
    return new Link(
        link.id(),
        link.from(),
        intermediary,
        link.attributes()
            .without(LinkAttributes.MODE)
            .without(LinkAttributes.COUPLING)
            .without(LinkAttributes.VIA)
            .without(LinkAttributes.CLIENT_LB)
            .without(LinkAttributes.MAX_CONCURRENCY)
            .without(LinkAttributes.ORDERED)
            .without(LinkAttributes.DLQ));
  }

  /// The values of the callee's half.
  static Attributes second(Link link) {
    return Attributes.none(LinkAttributes.TABLE).copyFrom(link.attributes(), SECOND);
  }
}
