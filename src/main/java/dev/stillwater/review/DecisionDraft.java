package dev.stillwater.review;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Document;
import dev.stillwater.model.FindingKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A decision that somebody is about to take; window and command line ask for the same.
///
/// @param target `RULE@SUBJECT[@SECOND]`, with `*` or `tag:NAME` for a part
/// @param reason why; has to say something
/// @param author who; may be empty
/// @param ticket where work goes on; needed when it is in progress, else it may be empty
/// @param expires the last day it holds; null for ever
public record DecisionDraft(
    String target,
    DecisionKind kind,
    String reason,
    String author,
    String ticket,
    @Nullable LocalDate expires) {
  /// What is still missing or wrong, as a whole sentence; empty when it can be taken.
  public Optional<String> problem(Review review, LocalDate today) {
    if (DecisionTarget.parse(target).isEmpty()) {
      return Optional.of(
          "A decision is about RULE@SUBJECT or RULE@SUBJECT@SECOND; * stands for a whole part.");
    }
    if (reason.isBlank()) {
      return Optional.of("Say why; whoever reads this next year was not there.");
    }
    if (kind == DecisionKind.IN_PROGRESS && ticket.isBlank()) {
      return Optional.of("Name the ticket in which the work goes on.");
    }
    if (expires != null && expires.isBefore(today)) {
      return Optional.of(expires + " is over; choose a later day, or none.");
    }
    if (covered(review).isEmpty()) {
      return Optional.of("Nothing is found that " + target + " covers.");
    }
    return Optional.empty();
  }

  /// The findings of a review that it speaks of, in order.
  public List<ReviewedFinding> covered(Review review) {
    return DecisionTarget.parse(target)
        .map(parsed ->
            review.findings().stream()
                .filter(found -> parsed.covers(found.finding(), review.document().design()))
                .toList())
        .orElse(List.of());
  }

  /// The decision, with the facts it is based on where it is about one finding alone: what is
  /// decided for a whole sort holds whatever the numbers of each are.
  public Decision decision(Review review, LocalDate today) {
    Attributes attributes =
        Attributes.none(DecisionAttributes.TABLE)
            .with(DecisionAttributes.KIND, kind)
            .with(DecisionAttributes.REASON, reason.strip())
            .with(DecisionAttributes.DATE, today)
            .set(DecisionAttributes.AUTHOR, author.isBlank() ? null : author.strip())
            .set(DecisionAttributes.EXPIRES, expires)
            .set(DecisionAttributes.TICKET, ticket.isBlank() ? null : ticket.strip());
    List<ReviewedFinding> covered = covered(review);
    boolean isExact = DecisionTarget.parse(target).filter(DecisionTarget::isExact).isPresent();
    if (isExact && covered.size() == 1) {
      String facts = FindingFacts.of(covered.getFirst().finding()).text();
      attributes = attributes.with(DecisionAttributes.FACTS, facts);
    }
    return new Decision(target.strip(), attributes);
  }

  /// The document with the decision taken: it takes the place of one with the same target, and
  /// stands before wider ones, so that what was said of one finding in particular counts.
  public Document taken(Document document, Review review, LocalDate today) {
    Decision decision = decision(review, today);
    List<Decision> decisions = new ArrayList<>(document.decisions());
    int place = -1;
    for (int i = decisions.size() - 1; i >= 0; i--) {
      if (isSame(decisions.get(i).target(), target)) {
        decisions.remove(i);
        place = i;
      }
    }
    if (place < 0) {
      place = firstWider(decisions);
    }
    decisions.add(place, decision);
    return document.withDecisions(decisions);
  }

  private int firstWider(List<Decision> decisions) {
    boolean isExact = DecisionTarget.parse(target).filter(DecisionTarget::isExact).isPresent();
    for (int i = 0; isExact && i < decisions.size(); i++) {
      if (DecisionTarget.parse(decisions.get(i).target())
          .filter(DecisionTarget::isExact)
          .isEmpty()) {
        return i;
      }
    }
    return decisions.size();
  }

  private static boolean isSame(String one, String other) {
    return FindingKey.parse(one)
        .map(FindingKey::normal)
        .equals(FindingKey.parse(other).map(FindingKey::normal));
  }
}
