package dev.stillwater.model;

/// Who uses whom: caller to callee, producer to broker, broker to consumer, configuration source to
/// consumer, monitor to target.
///
/// @param from the id of the component that it leaves
/// @param to the id of the component that it enters
/// @param attributes values out of [LinkAttributes]
public record Link(String id, String from, String to, Attributes attributes)
    implements Element<Link> {
  public Link(String id, String from, String to) {
    this(id, from, to, Attributes.none(LinkAttributes.TABLE));
  }

  /// The id of a link that declares none.
  public static String impliedId(String from, String to) {
    return from + ">" + to;
  }

  public Link between(String otherFrom, String otherTo) {
    return new Link(id, otherFrom, otherTo, attributes);
  }

  public Link withId(String other) {
    return new Link(other, from, to, attributes);
  }

  public boolean touches(String component) {
    return from.equals(component) || to.equals(component);
  }

  @Override
  public Link withAttributes(Attributes other) {
    return other == attributes ? this : new Link(id, from, to, other);
  }
}
