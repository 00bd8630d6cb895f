package dev.stillwater.report;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Word;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.JourneyVerdict.Stopper;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a review comes to, in two words and a sentence.
public record Verdict(Grade grade, String sentence) {
  /// Whether the design can go live as it is.
  public enum Grade implements Word {
    /// A critical or high finding counts.
    NOT_READY("Not ready"),
    /// A medium finding counts, or something is undeclared.
    WITH_CONDITIONS("Ready with conditions"),
    READY("Ready");

    private final String title;

    Grade(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public static Verdict of(Review review) {
    return new Verdict(grade(review), sentence(review));
  }

  private static Grade grade(Review review) {
    if (review.hasOpen(Severity.HIGH)) {
      return Grade.NOT_READY;
    }
    return review.hasOpen(Severity.MEDIUM) || !review.questions().isEmpty()
        ? Grade.WITH_CONDITIONS
        : Grade.READY;
  }

  private static String sentence(Review review) {
    List<JourneyVerdict> stoppable =
        review.journeys().stream().filter(verdict -> !verdict.stoppedBy().isEmpty()).toList();
    if (review.journeys().isEmpty()) {
      return "The design names no journey, so nobody can say what a failure would cost.";
    }
    if (stoppable.isEmpty()) {
      return worst(review)
          .map(message -> message + ", although no single crash or slow part stops a journey.")
          .orElse("No single part that crashes or answers slowly stops a journey.");
    }
    if (stoppable.size() == 1) {
      JourneyVerdict only = stoppable.getFirst();
      return described(only.journey()) + " can be stopped by " + parts(only.stoppedBy());
    }
    return word(stoppable.size(), true)
        + " of "
        + word(review.journeys().size())
        + " journeys can be stopped by a single part.";
  }

  /// What the first open finding of high or critical says.
  private static Optional<String> worst(Review review) {
    return review.open().stream()
        .map(ReviewedFinding::finding)
        .filter(finding -> finding.severity().compareTo(Severity.HIGH) >= 0)
        .max(Comparator.comparing(Finding::severity))
        .map(finding -> Wording.line(finding.message()));
  }

  private static String parts(List<Stopper> stoppers) {
    return switch (stoppers.size()) {
      case 1 -> alone(stoppers.getFirst());
      case 2 ->
          "either " + stoppers.get(0).component() + " or " + stoppers.get(1).component() + ".";
      default -> "any of " + word(stoppers.size()) + " parts.";
    };
  }

  private static String alone(Stopper stopper) {
    return stopper.component()
        + " alone, when it "
        + (stopper.how() == Failure.GREY ? "answers slowly." : "crashes.");
  }

  private static String described(Journey journey) {
    String promise =
        journey
            .get(JourneyAttributes.DEADLINE)
            .map(deadline -> ", " + Wording.declared(deadline))
            .orElse("");
    return Wording.name(journey.name()) + " (" + JourneyWords.shortClass(journey) + promise + ")";
  }

  private static String word(int count) {
    return word(count, false);
  }

  private static String word(int count, boolean first) {
    String[] words = {
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
    };
    if (count >= words.length) {
      return Integer.toString(count);
    }
    String word = words[count];
    return first ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
  }
}
