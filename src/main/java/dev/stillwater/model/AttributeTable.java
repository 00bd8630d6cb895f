package dev.stillwater.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The attributes that one sort of element can declare, in the order of the file.
public final class AttributeTable {
  private final List<Attribute<?>> all;
  private final Map<String, Attribute<?>> byKey = new HashMap<>();
  private final Map<Attribute<?>, Integer> order = new HashMap<>();

  AttributeTable(List<Attribute<?>> all) {
    this.all = List.copyOf(all);
    for (Attribute<?> attribute : all) {
      order.put(attribute, order.size());
      if (byKey.put(attribute.key(), attribute) != null) {
        throw new IllegalArgumentException("attribute " + attribute.key() + " twice");
      }
    }
  }

  static AttributeTable of(Attribute<?>... attributes) {
    return new AttributeTable(List.of(attributes));
  }

  public List<Attribute<?>> all() {
    return all;
  }

  public Optional<Attribute<?>> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  int indexOf(Attribute<?> attribute) {
    Integer index = order.get(attribute);
    if (index == null) {
      throw new IllegalArgumentException("no attribute of this table: " + attribute.key());
    }
    return index;
  }
}
