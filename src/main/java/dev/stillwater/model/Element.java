package dev.stillwater.model;

import java.util.Optional;

/// Something in a design that has an id and declared values.
public sealed interface Element<E extends Element<E>> permits Component, Link, Journey, Zone {
  String id();

  Attributes attributes();

  /// A copy with other declared values.
  E withAttributes(Attributes attributes);

  /// The declared value; empty when nobody declared it.
  default <T> Optional<T> get(Attribute<T> attribute) {
    return attributes().get(attribute);
  }

  default <T> E with(Attribute<T> attribute, T value) {
    return withAttributes(attributes().with(attribute, value));
  }

  default E without(Attribute<?> attribute) {
    return withAttributes(attributes().without(attribute));
  }
}
