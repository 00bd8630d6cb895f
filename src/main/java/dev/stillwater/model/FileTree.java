package dev.stillwater.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a file of lists and fields says, each value with where it stands. Readers of formats make
/// it, so that whoever gives it a meaning needs no parser and can still point at the place.
public sealed interface FileTree {
  /// Where it begins.
  Spot at();

  /// A point of a file.
  ///
  /// @param line from 1
  /// @param column from 1
  record Spot(int line, int column) {
    public static final Spot START = new Spot(1, 1);
  }

  /// Where the characters of a scalar stand, which may be quoted, escaped or folded.
  @FunctionalInterface
  interface Inside {
    Spot at(int offset);
  }

  /// Fields in the order of the file, each key once.
  ///
  /// @param keys where each key stands
  record Fields(Map<String, FileTree> fields, Map<String, Spot> keys, Spot at) implements FileTree {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      keys = Map.copyOf(keys);
    }

    public Optional<FileTree> get(String key) {
      return Optional.ofNullable(fields.get(key));
    }
  }

  /// A list.
  record Items(List<FileTree> items, Spot at) implements FileTree {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// One value.
  ///
  /// @param value a `String`, a `Boolean` or a `BigDecimal`
  record Scalar(Object value, Spot at, Inside inside) implements FileTree {}

  /// `null`.
  record Nothing(Spot at) implements FileTree {}

  /// As a plain value for [ValueType#fromPlain]; empty where there is none.
  default Optional<Object> plain() {
    return switch (this) {
      case Scalar scalar -> Optional.of(scalar.value());
      case Items list ->
          Optional.of(list.items().stream().flatMap(item -> item.plain().stream()).toList());
      case Fields object -> {
        Map<String, Object> result = new LinkedHashMap<>();
        object.fields().forEach((key, value) -> value.plain().ifPresent(it -> result.put(key, it)));
        yield Optional.of(result);
      }
      case Nothing nothing -> Optional.empty();
    };
  }

  /// What stands here, for a message: `"mail"`, `a list`, `nothing`.
  default String shown() {
    return switch (this) {
      case Scalar scalar -> ValueType.shown(scalar.value());
      case Items list -> "a list";
      case Fields object -> "fields";
      case Nothing nothing -> "nothing";
    };
  }
}
