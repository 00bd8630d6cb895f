package dev.stillwater.model;

/// A boundary inside which things fail together; drawn as a frame.
///
/// @param attributes values out of [ZoneAttributes]
public record Zone(String id, Attributes attributes) implements Element<Zone> {
  public Zone(String id) {
    this(id, Attributes.none(ZoneAttributes.TABLE));
  }

  public ZoneKind kind() {
    return attributes.orDefault(ZoneAttributes.KIND);
  }

  /// What people call it: the declared name, else the id.
  public String name() {
    return get(ZoneAttributes.NAME).orElse(id);
  }

  @Override
  public Zone withAttributes(Attributes other) {
    return other == attributes ? this : new Zone(id, other);
  }
}
