package dev.stillwater.rules.own;

import java.util.List;

/// What values an expression can have, besides unknown.
sealed interface Type {
  /// True or false.
  record Truth() implements Type {}

  /// A number that counts something.
  record Amount(Unit unit) implements Type {}

  /// Any text.
  record Text() implements Type {}

  /// A word of a closed set.
  record Word(List<String> options) implements Type {}

  /// Several texts.
  record Names() implements Type {}

  /// With its article, for a message.
  default String noun() {
    return switch (this) {
      case Truth truth -> "true or false";
      case Amount amount -> amount.unit().noun();
      case Text text -> "a text";
      case Word word -> "one of " + String.join(", ", word.options());
      case Names names -> "a list of texts";
    };
  }

  /// A value for people.
  default String show(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> "unknown";
      case Value.Truth truth -> truth.holds() ? "yes" : "no";
      case Value.Amount amount ->
          this instanceof Amount type ? type.unit().show(amount.number()) : "" + amount.number();
      case Value.Text text -> text.text();
      case Value.Names names -> names.names().isEmpty() ? "none" : String.join(", ", names.names());
    };
  }
}
