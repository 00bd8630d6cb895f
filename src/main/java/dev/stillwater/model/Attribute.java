package dev.stillwater.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One thing that can be declared of an element: its key in files, its type, and its words for
/// people. Compared by identity: each attribute exists once.
public final class Attribute<T> {
  private final String key;
  private final ValueType<T> type;
  private final String group;
  private final String label;
  private final String help;
  private final Function<ComponentKind, @Nullable T> defaults;
  private final Predicate<ComponentKind> applies;

  private Attribute(
      String key,
      ValueType<T> type,
      String group,
      String label,
      String help,
      Function<ComponentKind, @Nullable T> defaults,
      Predicate<ComponentKind> applies) {
    this.key = key;
    this.type = type;
    this.group = group;
    this.label = label;
    this.help = help;
    this.defaults = defaults;
    this.applies = applies;
  }

  /// An attribute that stays unknown until it is declared.
  static <T> Attribute<T> of(
      String key, ValueType<T> type, String group, String label, String help) {
    return new Attribute<>(key, type, group, label, help, kind -> null, kind -> true);
  }

  /// The same attribute with a value that holds where nothing is declared.
  Attribute<T> byDefault(T value) {
    return new Attribute<>(key, type, group, label, help, kind -> value, applies);
  }

  /// The same attribute with a default for each kind of component; null where it stays unknown.
  Attribute<T> byDefault(Function<ComponentKind, @Nullable T> byKind) {
    return new Attribute<>(key, type, group, label, help, byKind, applies);
  }

  /// The same attribute, offered to people for some kinds of components only. Files may declare it
  /// of any.
  Attribute<T> onlyFor(Predicate<ComponentKind> kinds) {
    return new Attribute<>(key, type, group, label, help, defaults, kinds);
  }

  /// The key in files: `maxReceives`.
  public String key() {
    return key;
  }

  public ValueType<T> type() {
    return type;
  }

  /// The section of the inspector: `Failure handling`.
  public String group() {
    return group;
  }

  /// The name for people: `Timeout`.
  public String label() {
    return label;
  }

  /// One sentence on what the value means, with its unit.
  public String help() {
    return help;
  }

  /// What holds for a component of this kind where nothing is declared; empty when it is unknown.
  public Optional<T> defaultFor(ComponentKind kind) {
    return Optional.ofNullable(defaults.apply(kind));
  }

  /// What holds where nothing is declared, for elements that have no kind of their own.
  public Optional<T> defaultValue() {
    return defaultFor(ComponentKind.SERVICE);
  }

  public boolean appliesTo(ComponentKind kind) {
    return applies.test(kind);
  }

  @Override
  public String toString() {
    return key;
  }
}
