package dev.stillwater.drawing;

import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.model.Figures;

/// What a failure does to an element, as it is drawn on it.
///
/// @param t milliseconds after the injection when it arrived
/// @param factor how many times slower; 1 unless slow
/// @param everybody false when the requests of one journey alone are hurt
public record Hurt(Impact impact, double t, double factor, boolean everybody) {
  /// The line on the card: `silent at 2.0 s`, `slow ×10 at 0.0 s`.
  public String line() {
    String times = factor > 1 ? " ×" + Figures.number(factor) : "";
    return word() + times + " at " + Figures.moment(t);
  }

  private String word() {
    return switch (impact) {
      case SILENT -> "silent";
      case ERR -> "errors";
      case SLOW -> "slow";
      case DEGRADED -> "degraded";
      case BACKLOG -> "backlog";
      case FULL -> "full";
      case LOSS -> "losing";
      case STALE -> "stale";
      case DUP -> "duplicates";
      case REORDER -> "out of order";
      case OVERLOAD -> "overloaded";
      case BLIND -> "blind";
    };
  }

  Token token() {
    return switch (impact) {
      case SILENT -> Token.SILENT;
      case ERR -> Token.ERROR;
      case SLOW -> Token.SLOW;
      case DEGRADED -> Token.DEGRADED;
      case BACKLOG -> Token.BACKLOG;
      case FULL -> Token.FULL;
      case LOSS, DUP, REORDER -> Token.LOSS;
      case STALE, BLIND -> Token.STALE;
      case OVERLOAD -> Token.SLOW;
    };
  }

  /// Which of two is drawn where both have arrived: the worse, then the one for everybody, then the
  /// earlier.
  boolean hides(Hurt other) {
    if (weight() != other.weight()) {
      return weight() > other.weight();
    }
    return everybody == other.everybody ? t < other.t : everybody;
  }

  private int weight() {
    return switch (impact) {
      case SILENT -> 12;
      case ERR -> 11;
      case LOSS -> 10;
      case DUP -> 9;
      case REORDER -> 8;
      case FULL -> 7;
      case OVERLOAD -> 6;
      case SLOW -> 5;
      case BACKLOG -> 4;
      case STALE -> 3;
      case BLIND -> 2;
      case DEGRADED -> 1;
    };
  }
}
