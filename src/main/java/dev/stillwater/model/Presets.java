package dev.stillwater.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The presets at hand, by key, and the value that holds for an attribute: declared, else from the
/// preset, else by default, else unknown.
public final class Presets {
  public static final Presets NONE = new Presets(List.of());

  private final Map<String, Preset> byKey;

  public Presets(Collection<Preset> presets) {
    Map<String, Preset> map = new LinkedHashMap<>();
    presets.forEach(preset -> map.put(preset.key(), preset));
    this.byKey = Collections.unmodifiableMap(map);
  }

  /// These presets and others; an other with the same key takes the place of ours.
  public Presets and(Collection<Preset> others) {
    Map<String, Preset> map = new LinkedHashMap<>(byKey);
    others.forEach(preset -> map.put(preset.key(), preset));
    return new Presets(map.values());
  }

  public Collection<Preset> all() {
    return byKey.values();
  }

  public Optional<Preset> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  public Optional<Preset> of(Component component) {
    return component.get(ComponentAttributes.PRESET).flatMap(this::find);
  }

  /// Where a value comes from.
  public enum Origin {
    DECLARED,
    PRESET,
    DEFAULT
  }

  /// A value that holds, and where it comes from.
  public record Held<T>(T value, Origin origin) {
    /// Whether somebody said so: values of a preset count as declared.
    public boolean isDeclared() {
      return origin != Origin.DEFAULT;
    }
  }

  /// The value that holds for a component; empty when it is unknown.
  public <T> Optional<Held<T>> held(Component component, Attribute<T> attribute) {
    return component
        .get(attribute)
        .map(value -> new Held<>(value, Origin.DECLARED))
        .or(() ->
            of(component)
                .flatMap(preset -> preset.attributes().get(attribute))
                .map(value -> new Held<>(value, Origin.PRESET)))
        .or(() ->
            attribute.defaultFor(component.kind()).map(value -> new Held<>(value, Origin.DEFAULT)));
  }
}
