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
/// holds; one that lacks a reason or whose last day is over holds for nothing, one whose facts
/// changed not for the finding that they are about.
final class Decisions {
  private final Document document;
  private final List<Entry> entries = new ArrayList<>();

  /// @param refusal why it covers nothing; null when it may
  /// @param facts what it was based on; null where nobody wrote that down
  private record Entry(
      Decision decision,
      @Nullable DecisionTarget target,
      DecisionStatus.@Nullable State refusal,
      @Nullable FindingFacts facts) {}

  Decisions(Document document, LocalDate today) {
    this.document = document;
    for (Decision decision : document.decisions()) {
      DecisionTarget target = DecisionTarget.parse(decision.target()).orElse(null);
      FindingFacts facts =
          target == null || !target.isExact()
              ? null
              : decision
                  .attributes()
                  .get(DecisionAttributes.FACTS)
                  .flatMap(FindingFacts::parse)
                  .orElse(null);
      entries.add(new Entry(decision, target, refusal(decision, target, today), facts));
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

  /// The latest decision about a finding that does not hold any more; empty where none is, or where
  /// another covers it.
  Optional<LapsedDecision> lapsed(Finding finding) {
    LapsedDecision latest = null;
    for (Entry entry : entries) {
      if (covers(entry, finding)) {
        return Optional.empty();
      }
      if (!targets(entry, finding)) {
        continue;
      }
      if (entry.refusal() == DecisionStatus.State.EXPIRED) {
        latest =
            new LapsedDecision(
                entry.decision(), DecisionStatus.State.EXPIRED, List.of(expiry(entry.decision())));
      } else if (entry.refusal() == null) {
        latest =
            new LapsedDecision(
                entry.decision(), DecisionStatus.State.STALE, changes(entry, finding));
      }
    }
    return Optional.ofNullable(latest);
  }

  private static String expiry(Decision decision) {
    return "It held until "
        + decision.attributes().get(DecisionAttributes.EXPIRES).map(LocalDate::toString).orElse("")
        + ".";
  }

  private boolean targets(Entry entry, Finding finding) {
    return entry.target() != null && entry.target().covers(finding, document.design());
  }

  private boolean covers(Entry entry, Finding finding) {
    return entry.refusal() == null && targets(entry, finding) && changes(entry, finding).isEmpty();
  }

  private List<String> changes(Entry entry, Finding finding) {
    return entry.facts() == null
        ? List.of()
        : entry.facts().changes(FindingFacts.of(finding), document.design());
  }

  List<DecisionStatus> statuses(List<ReviewedFinding> findings) {
    List<DecisionStatus> result = new ArrayList<>();
    for (Entry entry : entries) {
      int covered =
          (int) findings.stream().filter(found -> found.decision() == entry.decision()).count();
      DecisionStatus.State state = entry.refusal();
      List<String> why = List.of();
      if (state == null) {
        boolean holds = findings.stream().anyMatch(found -> covers(entry, found.finding()));
        state = holds ? DecisionStatus.State.HOLDS : DecisionStatus.State.COVERS_NOTHING;
        ReviewedFinding target =
            holds
                ? null
                : findings.stream()
                    .filter(found -> targets(entry, found.finding()))
                    .findFirst()
                    .orElse(null);
        if (target != null) {
          state = DecisionStatus.State.STALE;
          why = changes(entry, target.finding());
        }
      }
      result.add(new DecisionStatus(entry.decision(), state, covered, why));
    }
    return result;
  }
}
