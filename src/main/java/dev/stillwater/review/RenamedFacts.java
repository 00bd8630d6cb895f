package dev.stillwater.review;

import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.DesignDiff;
import dev.stillwater.model.Difference;
import dev.stillwater.model.Document;
import dev.stillwater.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps decisions alive where elements only got other ids. Of several equally bad paths a rule
/// names the one whose ids come first, so that after a rename it may name another: no fact has
/// changed, but the facts read otherwise.
public final class RenamedFacts {
  private RenamedFacts() {}

  /// The later document with the facts of its decisions written anew, where the two differ in names
  /// only and a decision that held does not any more; empty where there is nothing to do.
  ///
  /// @param before the review of the document before the rename
  /// @param after the review of the document after it
  public static Optional<Document> rewritten(Review before, Review after) {
    List<Integer> lapsed = lapsed(before, after);
    if (lapsed.isEmpty() || !isRename(before.document().design(), after.document().design())) {
      return Optional.empty();
    }
    List<Decision> decisions = new ArrayList<>(after.document().decisions());
    for (int i : lapsed) {
      Decision decision = decisions.get(i);
      targeted(after, decision)
          .ifPresent(finding ->
              decisions.set(
                  i,
                  new Decision(
                      decision.target(),
                      decision
                          .attributes()
                          .with(DecisionAttributes.FACTS, FindingFacts.of(finding).text()))));
    }
    return Optional.of(after.document().withDecisions(decisions));
  }

  private static List<Integer> lapsed(Review before, Review after) {
    List<Integer> result = new ArrayList<>();
    if (before.decisions().size() == after.decisions().size()) {
      for (int i = 0; i < after.decisions().size(); i++) {
        if (after.decisions().get(i).state() == DecisionStatus.State.STALE
            && before.decisions().get(i).state() == DecisionStatus.State.HOLDS) {
          result.add(i);
        }
      }
    }
    return result;
  }

  private static boolean isRename(Design before, Design after) {
    List<Difference> differences = DesignDiff.of(before, after).differences();
    return !differences.isEmpty()
        && differences.stream()
            .allMatch(difference ->
                difference.kind() == Difference.Kind.RENAMED
                    && difference.changes().stream().allMatch(it -> it.key().equals("name")));
  }

  private static Optional<Finding> targeted(Review review, Decision decision) {
    return DecisionTarget.parse(decision.target())
        .flatMap(target ->
            review.findings().stream()
                .map(ReviewedFinding::finding)
                .filter(finding -> target.covers(finding, review.document().design()))
                .findFirst());
  }
}
