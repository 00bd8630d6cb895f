package dev.stillwater.analysis.ripple;

import dev.stillwater.model.Word;

/// How something is made to fail. Which way suits a component, a link or a zone, [Ways] knows.
public enum Failure implements Word {
  /// All replicas stop answering.
  CRASH("Crash", "all replicas stop answering"),
  /// One replica stops answering, of a store with a primary that one.
  CRASH_ONE("Crash one", "one replica stops answering"),
  /// It answers, but many times slower.
  GREY("Grey", "it answers, many times slower"),
  /// It answers every request with an error.
  ERROR("Error", "every request is answered with an error"),
  /// It is offered more than its capacity.
  OVERLOAD("Overload", "more requests than it can serve"),
  /// It hands a harmful configuration to all its consumers.
  BAD_CONFIG("Bad config", "its consumers get a harmful configuration"),
  /// The two sides are alive and cannot reach each other.
  PARTITION("Partition", "the two sides cannot reach each other"),
  /// Everything that runs in the zone is gone.
  ZONE_LOSS("Zone loss", "everything that runs in the zone is gone"),
  /// Messages arrive twice.
  DUPLICATE("Duplicate", "messages arrive twice"),
  /// Messages overtake each other.
  REORDER("Reorder", "messages overtake each other"),
  /// Messages vanish.
  LOSS("Loss", "messages vanish");

  private final String label;
  private final String meaning;

  Failure(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /// The word for people.
  public String label() {
    return label;
  }

  /// What happens, as half a sentence.
  public String meaning() {
    return meaning;
  }
}
