package dev.stillwater.drawing;

import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The findings about an element as they are drawn on it.
///
/// @param worst the highest severity among them
/// @param count how many there are
/// @param isDecided whether a decision covers all of them, so that the badge is muted
public record Badge(Severity worst, int count, boolean isDecided) {
  /// A badge of findings that count.
  public Badge(Severity worst, int count) {
    this(worst, count, false);
  }

  /// Findings that count stand before those that a decision covers.
  Badge and(Badge other) {
    if (isDecided != other.isDecided) {
      return isDecided ? other : this;
    }
    return new Badge(
        worst.compareTo(other.worst) >= 0 ? worst : other.worst, count + other.count, isDecided);
  }

  /// The badges of all components and links that findings are about: those that count, and where
  /// none counts those that a decision covers. A finding about a journey has none; one about
  /// several components counts on each.
  public static Map<String, Badge> of(Review review) {
    return of(review, Folds.NONE);
  }

  /// The same where some zones are boxes: a box counts each finding about what it hides once.
  static Map<String, Badge> of(Review review, Folds folds) {
    Map<String, Badge> badges = new LinkedHashMap<>();
    for (ReviewedFinding reviewed : review.findings()) {
      boolean isDecided = reviewed.standing() == ReviewedFinding.Standing.DECIDED;
      if (!reviewed.isOpen() && !isDecided) {
        continue;
      }
      Finding finding = reviewed.finding();
      for (String id : elements(review, finding).stream().map(folds::shownAs).distinct().toList()) {
        badges.merge(id, new Badge(finding.severity(), 1, isDecided), Badge::and);
      }
    }
    return badges;
  }

  private static List<String> elements(Review review, Finding finding) {
    var design = review.document().design();
    String subject = finding.subject();
    if (design.components().contains(subject) || design.links().contains(subject)) {
      return List.of(subject);
    }
    return design.journeys().contains(subject)
        ? List.of()
        : finding.components().stream().distinct().toList();
  }
}
