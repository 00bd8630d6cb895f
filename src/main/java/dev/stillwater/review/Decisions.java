package dev.stillwater.review;

import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.rules.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The decisions of a document on a given day. A finding is covered by the first in the file that
/// holds; one that lacks a reason or whose last day is over holds for nothing.
final class Decisions {
  private final Document document;
  private final List<Entry> entries = new ArrayList<>();

  /// @param refusal why it covers nothing; null when it may
  private record Entry(
      Decision decision, @Nullable DecisionTarget target, DecisionStatus.@Nullable State refusal) {}

  Decisions(Document document, LocalDate today) {
    this.document = document;
    for (Decision decision : document.decisions()) {
      DecisionTarget target = DecisionTarget.parse(decision.target()).orElse(null);
      entries.add(new Entry(decision, target, refusal(decision, target, today)));
    }
  }

  private static DecisionStatus.@Nullable State refusal(
      Decision decision, @Nullable DecisionTarget target, LocalDate today) {
    if (target == null) {
      return DecisionStatus.State.UNREADABLE;
    }
    boolean explained =
        decision.attributes().declares(DecisionAttributes.KIND)
            && decision
                .attributes()
                .get(DecisionAttributes.REASON)
                .filter(reason -> !reason.isBlank())
                .isPresent();
    if (!explained) {
      return DecisionStatus.State.INCOMPLETE;
    }
    return decision
        .attributes()
        .get(DecisionAttributes.EXPIRES)
        .filter(lastDay -> lastDay.isBefore(today))
        .map(lastDay -> DecisionStatus.State.EXPIRED)
        .orElse(null);
  }

  /// The decision that covers a finding.
  Optional<Decision> covering(Finding finding) {
    return entries.stream()
        .filter(entry -> covers(entry, finding))
        .map(Entry::decision)
        .findFirst();
  }

  private boolean covers(Entry entry, Finding finding) {
    return entry.refusal() == null
        && entry.target() != null
        && entry.target().covers(finding, document.design());
  }

  List<DecisionStatus> statuses(List<ReviewedFinding> findings) {
    List<DecisionStatus> result = new ArrayList<>();
    for (Entry entry : entries) {
      int covered =
          (int) findings.stream().filter(found -> found.decision() == entry.decision()).count();
      DecisionStatus.State state = entry.refusal();
      if (state == null) {
        boolean meets = findings.stream().anyMatch(found -> covers(entry, found.finding()));
        state = meets ? DecisionStatus.State.HOLDS : DecisionStatus.State.COVERS_NOTHING;
      }
      result.add(new DecisionStatus(entry.decision(), state, covered));
    }
    return result;
  }
}
