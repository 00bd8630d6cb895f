package dev.stillwater.analysis.ripple;

import dev.stillwater.model.Word;

/// How a component is made to fail.
public enum Failure implements Word {
  /// All replicas stop answering.
  CRASH("Crash"),
  /// It answers, but many times slower.
  GREY("Grey"),
  /// It answers every request with an error.
  ERROR("Error"),
  /// It is offered more than its capacity.
  OVERLOAD("Overload");

  private final String label;

  Failure(String label) {
    this.label = label;
  }

  /// The word for people.
  public String label() {
    return label;
  }
}
