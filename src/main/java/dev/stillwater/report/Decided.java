package dev.stillwater.report;

import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.review.DecisionStatus;

/// How a decision is spoken of.
final class Decided {
  private Decided() {}

  /// `accepted by Ann on 2026-01-31 until 2026-06-30: the provider has no second region (OPS-7)`.
  static String of(Decision decision) {
    StringBuilder out = new StringBuilder();
    out.append(
        decision
            .attributes()
            .get(DecisionAttributes.KIND)
            .map(Decided::word)
            .orElse("decided, nobody says how"));
    decision
        .attributes()
        .get(DecisionAttributes.AUTHOR)
        .ifPresent(author -> out.append(" by ").append(Wording.line(author)));
    decision
        .attributes()
        .get(DecisionAttributes.DATE)
        .ifPresent(date -> out.append(" on ").append(date));
    decision
        .attributes()
        .get(DecisionAttributes.EXPIRES)
        .ifPresent(date -> out.append(" until ").append(date));
    decision
        .attributes()
        .get(DecisionAttributes.REASON)
        .ifPresent(reason -> out.append(": ").append(Wording.line(reason)));
    decision
        .attributes()
        .get(DecisionAttributes.TICKET)
        .ifPresent(ticket -> out.append(" (").append(Wording.line(ticket)).append(")"));
    return out.toString();
  }

  /// The sort of a decision in words; empty where nobody says it.
  static String kind(Decision decision) {
    return decision.attributes().get(DecisionAttributes.KIND).map(Decided::word).orElse("");
  }

  private static String word(DecisionKind kind) {
    return switch (kind) {
      case ACCEPTED -> "accepted";
      case FALSE_POSITIVE -> "no problem here";
      case MITIGATED -> "mitigated elsewhere";
      case IN_PROGRESS -> "in progress";
      case SUPPRESSED -> "suppressed";
    };
  }

  static String state(DecisionStatus status) {
    return switch (status.state()) {
      case HOLDS -> "an earlier decision covers the same";
      case EXPIRED -> "its last day is over";
      case STALE -> "the facts changed: " + Wording.line(String.join(" ", status.why()));
      case INCOMPLETE -> "it lacks its kind or its reason";
      case UNREADABLE -> "its target is not RULE@SUBJECT or RULE@SUBJECT@SECOND";
      case COVERS_NOTHING -> "nothing of it is found any more";
    };
  }
}
