package dev.stillwater.rules;

import dev.stillwater.model.Word;

/// The part of the catalogue that a rule stands in; its code is the middle of the rule's id.
public enum Category implements Word {
  KS("Kind of system"),
  LC("Loose coupling"),
  ID("Idempotency"),
  CW("Constant work"),
  TR("Timeouts and retries"),
  QU("Queues"),
  OV("Overload"),
  RZ("Redundancy and zones"),
  DA("Data"),
  OP("Operations"),
  RP("Ripple paths"),
  /// Rules of a team; their ids follow the team's own scheme.
  OWN("Own rules");

  private final String title;

  Category(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
