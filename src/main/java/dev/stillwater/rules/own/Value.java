package dev.stillwater.rules.own;

import java.util.List;
import java.util.Optional;

/// What an expression comes to. Unknown is one of the values.
sealed interface Value {
  Value UNKNOWN = new Unknown();
  Value TRUE = new Truth(true);
  Value FALSE = new Truth(false);

  /// What nobody declared, and what follows from it.
  record Unknown() implements Value {}

  /// True or false.
  record Truth(boolean holds) implements Value {}

  /// A number in seconds, bytes or their quotients; infinite for unlimited.
  record Amount(double number) implements Value {}

  /// A text, or a word of a closed set.
  record Text(String text) implements Value {}

  /// Several texts.
  record Names(List<String> names) implements Value {}

  static Value of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /// What is no number, such as unlimited minus unlimited, is unknown.
  static Value of(double number) {
    return Double.isNaN(number) ? UNKNOWN : new Amount(number);
  }

  static Value of(Optional<Value> value) {
    return value.orElse(UNKNOWN);
  }

  default boolean isKnown() {
    return !(this instanceof Unknown);
  }

  default boolean isTrue() {
    return this instanceof Truth truth && truth.holds();
  }

  default boolean isFalse() {
    return this instanceof Truth truth && !truth.holds();
  }

  default Value not() {
    return this instanceof Truth truth ? of(!truth.holds()) : UNKNOWN;
  }
}
