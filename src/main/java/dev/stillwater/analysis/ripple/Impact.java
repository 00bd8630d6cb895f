package dev.stillwater.analysis.ripple;

import dev.stillwater.model.Word;

/// What a failure does to a component.
public enum Impact implements Word {
  /// No answer, or one after every caller's timeout.
  SILENT("silent"),
  /// A fast error.
  ERR("returns errors"),
  /// Several times slower, still inside timeouts.
  SLOW("slow"),
  /// It answers, with less.
  DEGRADED("degraded"),
  /// Messages wait in it.
  BACKLOG("backlog"),
  /// It takes no more messages.
  FULL("full"),
  /// Messages are lost.
  LOSS("losing messages"),
  /// It works with old data.
  STALE("stale"),
  /// Work is done twice; a broker holds messages twice.
  DUP("duplicates"),
  /// Work is done, or messages are held, in the wrong order.
  REORDER("out of order"),
  /// More is asked of it than what is left of it can serve.
  OVERLOAD("overloaded"),
  /// It watches, and no longer sees.
  BLIND("blind");

  private final String label;

  Impact(String label) {
    this.label = label;
  }

  /// The word for people.
  public String label() {
    return label;
  }
}
