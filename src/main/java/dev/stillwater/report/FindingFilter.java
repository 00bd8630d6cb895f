package dev.stillwater.report;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which findings a reader wants to see. What is left out counts nowhere in the report but in the
/// verdict, which is always that of the whole design.
///
/// @param least the lowest severity; null for all
/// @param journey the id of the journey concerned; null for all
/// @param owner the owner of a component concerned, in any case; null for all
/// @param hideDecided whether findings that a decision covers are left out
public record FindingFilter(
    @Nullable Severity least,
    @Nullable String journey,
    @Nullable String owner,
    boolean hideDecided) {
  /// Everything.
  public static final FindingFilter ALL = new FindingFilter(null, null, null, false);

  public boolean isAll() {
    return equals(ALL);
  }

  boolean keeps(Chapter chapter, ReviewedFinding found) {
    Finding finding = found.finding();
    return (least == null || finding.severity().compareTo(least) >= 0)
        && (journey == null || Section.concerns(chapter, finding, journey))
        && (owner == null || isOwned(chapter, finding, owner))
        && !(hideDecided && found.standing() == Standing.DECIDED);
  }

  private static boolean isOwned(Chapter chapter, Finding finding, String owner) {
    Design design = chapter.review().document().design();
    Stream<String> ends =
        Stream.concat(finding.links().stream(), Stream.of(finding.subject()))
            .flatMap(id -> design.links().find(id).stream())
            .flatMap(link -> Stream.of(link.from(), link.to()));
    return Stream.of(finding.components().stream(), Stream.of(finding.subject()), ends)
        .flatMap(part -> part)
        .flatMap(id -> design.components().find(id).stream())
        .flatMap(component -> component.get(ComponentAttributes.OWNER).stream())
        .anyMatch(owner::equalsIgnoreCase);
  }

  /// What was asked for: `severity high or above, journey buy`; empty for everything.
  Optional<String> words() {
    List<String> parts = new ArrayList<>();
    if (least != null) {
      parts.add(least == Severity.CRITICAL ? "critical" : least.word() + " or above");
    }
    if (journey != null) {
      parts.add("journey " + Wording.line(journey));
    }
    if (owner != null) {
      parts.add("owned by " + Wording.line(owner));
    }
    if (hideDecided) {
      parts.add("not yet decided");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }
}
