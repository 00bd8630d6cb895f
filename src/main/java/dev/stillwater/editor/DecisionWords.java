package dev.stillwater.editor;

import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.review.DecisionStatus;
import java.util.ArrayList;
import java.util.List;

/// How decisions are spoken of in the window.
public final class DecisionWords {
  private DecisionWords() {}

  /// What a button says that takes such a decision: `Accept risk…`.
  public static String verb(DecisionKind kind) {
    return switch (kind) {
      case ACCEPTED -> "Accept risk…";
      case FALSE_POSITIVE -> "False positive…";
      case MITIGATED -> "Mitigated…";
      case IN_PROGRESS -> "In progress…";
      case SUPPRESSED -> "Suppress…";
    };
  }

  /// What the form is called: `Accept the risk`.
  public static String title(DecisionKind kind) {
    return switch (kind) {
      case ACCEPTED -> "Accept the risk";
      case FALSE_POSITIVE -> "It does not apply here";
      case MITIGATED -> "It is mitigated elsewhere";
      case IN_PROGRESS -> "Somebody works on it";
      case SUPPRESSED -> "Do not show it";
    };
  }

  /// What a badge says: `accepted`.
  public static String state(DecisionKind kind) {
    return switch (kind) {
      case ACCEPTED -> "accepted";
      case FALSE_POSITIVE -> "false positive";
      case MITIGATED -> "mitigated";
      case IN_PROGRESS -> "in progress";
      case SUPPRESSED -> "suppressed";
    };
  }

  public static String state(Decision decision) {
    return decision
        .attributes()
        .get(DecisionAttributes.KIND)
        .map(DecisionWords::state)
        .orElse("decided");
  }

  /// Who, when, until when and where it goes on: `Ann, 2026-01-31, until 2026-06-30, OPS-7`.
  public static String circumstances(Decision decision) {
    List<String> parts = new ArrayList<>();
    decision.attributes().get(DecisionAttributes.AUTHOR).ifPresent(parts::add);
    decision.attributes().get(DecisionAttributes.DATE).ifPresent(day -> parts.add(day.toString()));
    decision
        .attributes()
        .get(DecisionAttributes.EXPIRES)
        .ifPresent(day -> parts.add("until " + day));
    decision.attributes().get(DecisionAttributes.TICKET).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  public static String reason(Decision decision) {
    return decision.attributes().get(DecisionAttributes.REASON).orElse("");
  }

  /// What became of it: `holds for 2 findings`, `expired`.
  public static String state(DecisionStatus status) {
    return switch (status.state()) {
      case HOLDS ->
          switch (status.covered()) {
            case 0 -> "an earlier one covers it";
            case 1 -> "holds";
            default -> "holds for " + status.covered();
          };
      case EXPIRED -> "expired";
      case STALE -> "stale";
      case INCOMPLETE -> "incomplete";
      case UNREADABLE -> "not readable";
      case COVERS_NOTHING -> "orphaned";
    };
  }

  /// Why it does not hold, and what to do about that; empty where it holds.
  public static String why(DecisionStatus status) {
    return switch (status.state()) {
      case HOLDS -> "";
      case EXPIRED -> "Its last day is over. Decide again, or remove it.";
      case STALE -> String.join(" ", status.why());
      case INCOMPLETE -> "It lacks its kind or its reason.";
      case UNREADABLE -> "Its target is not RULE@SUBJECT or RULE@SUBJECT@SECOND.";
      case COVERS_NOTHING -> "Nothing of it is found any more. Remove it when that is settled.";
    };
  }
}
