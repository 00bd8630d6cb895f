package dev.stillwater.model;

import java.util.function.Function;

/// What came of reading a value: the value, or why it is none.
public sealed interface Parsed<T> {
  /// A value.
  record Ok<T>(T value) implements Parsed<T> {}

  /// No value; the reason is a sentence part such as `expected a duration such as 250ms`.
  record Bad<T>(String reason) implements Parsed<T> {}

  static <T> Parsed<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Parsed<T> bad(String reason) {
    return new Bad<>(reason);
  }

  default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
    return switch (this) {
      case Ok<T> ok -> next.apply(ok.value());
      case Bad<T> bad -> new Bad<>(bad.reason());
    };
  }
}
