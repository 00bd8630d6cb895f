package dev.stillwater.report;

import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;

/// How it is said whether a finding counts, and why not.
final class Standings {
  private Standings() {}

  /// One word for programs: `open`, `switched-off`.
  static String word(Standing standing) {
    return switch (standing) {
      case OPEN -> "open";
      case SUPERSEDED -> "superseded";
      case SWITCHED_OFF -> "switched-off";
      case DECIDED -> "decided";
      case BASELINE -> "baseline";
    };
  }

  /// For people, behind a count: `2 decided`.
  static String phrase(Standing standing) {
    return switch (standing) {
      case OPEN -> "open";
      case SUPERSEDED -> "said by a stronger one";
      case SWITCHED_OFF -> "switched off by a rules file";
      case DECIDED -> "decided";
      case BASELINE -> "known before";
    };
  }

  /// Why a finding does not count; empty where it does.
  static String why(ReviewedFinding found) {
    return switch (found.standing()) {
      case OPEN -> "";
      case SUPERSEDED -> "said by " + Wording.line(found.superseder().orElse(""));
      case SWITCHED_OFF -> found.switchedOff().map(Wording::switchedOff).orElse("");
      case DECIDED -> found.decided().map(Decided::of).orElse("");
      case BASELINE -> "known before";
    };
  }
}
