package dev.stillwater.model;

/// A thing that runs, stores or calls.
///
/// @param attributes values out of [ComponentAttributes]
public record Component(String id, ComponentKind kind, Attributes attributes)
    implements Element<Component> {
  public Component(String id, ComponentKind kind) {
    this(id, kind, Attributes.none(ComponentAttributes.TABLE));
  }

  /// What people call it: the declared name, else the id.
  public String name() {
    return get(ComponentAttributes.NAME).orElse(id);
  }

  public Component withKind(ComponentKind other) {
    return new Component(id, other, attributes);
  }

  public Component withId(String other) {
    return new Component(other, kind, attributes);
  }

  @Override
  public Component withAttributes(Attributes other) {
    return other == attributes ? this : new Component(id, kind, other);
  }
}
