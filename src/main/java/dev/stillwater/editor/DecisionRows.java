package dev.stillwater.editor;

import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.review.DecisionDraft;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The decisions of a document as rows, those that somebody has to look at first.
///
/// @param attention how many of them need somebody
public record DecisionRows(List<Row> rows, int attention) {
  /// One decision.
  ///
  /// @param finding a finding that it targets; empty where nothing is found
  public record Row(DecisionStatus status, Optional<ReviewedFinding> finding) {
    public Decision decision() {
      return status.decision();
    }
  }

  public DecisionRows {
    rows = List.copyOf(rows);
  }

  public static DecisionRows of(Review review) {
    List<Row> rows =
        review.decisions().stream()
            .map(status -> new Row(status, target(review, status.decision())))
            .sorted(Comparator.comparing((Row row) -> !row.status().needsAttention()))
            .toList();
    return new DecisionRows(
        rows, (int) rows.stream().filter(row -> row.status().needsAttention()).count());
  }

  private static Optional<ReviewedFinding> target(Review review, Decision decision) {
    return new DecisionDraft(decision.target(), DecisionKind.ACCEPTED, "", "", "", null)
        .covered(review).stream().findFirst();
  }
}
