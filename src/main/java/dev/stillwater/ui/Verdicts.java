package dev.stillwater.ui;

import dev.stillwater.editor.Spelling;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Importance;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.review.JourneyVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sentences about how a journey stands.
final class Verdicts {
  private static final String[] SMALL = {
    "nothing",
    "one part",
    "two parts",
    "three parts",
    "four parts",
    "five parts",
    "six parts",
    "seven parts",
    "eight parts",
    "nine parts"
  };

  private Verdicts() {}

  /// `Five parts can each stop it`, `Nothing alone can stop it`.
  static String stoppedBy(JourneyVerdict verdict) {
    int number = verdict.stoppedBy().size();
    String text =
        switch (number) {
          case 0 -> "nothing alone can stop it";
          case 1 -> verdict.stoppedBy().getFirst().component() + " alone can stop it";
          default -> number(number) + " can each stop it";
        };
    return number == 1 ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// The short form for chips: `five parts can stop it`.
  static String brief(JourneyVerdict verdict) {
    int number = verdict.stoppedBy().size();
    return switch (number) {
      case 0 -> "nothing alone stops it";
      case 1 -> "one part can stop it";
      default -> number(number) + " can stop it";
    };
  }

  private static String number(int number) {
    return number < SMALL.length ? SMALL[number] : number + " parts";
  }

  /// The promise in short: `hard · 6 s · 99.95 %`.
  static String promise(Journey journey) {
    List<String> parts = new ArrayList<>();
    parts.add(
        journey.realTimeClass() == RealTimeClass.UNKNOWN
            ? "no class"
            : journey.realTimeClass().word());
    journey.get(JourneyAttributes.DEADLINE).map(Verdicts::deadline).ifPresent(parts::add);
    journey.get(JourneyAttributes.SLO).map(Figures::percent).ifPresent(parts::add);
    if (journey.importance() == Importance.BEST_EFFORT) {
      parts.add("best effort");
    }
    return String.join(" · ", parts);
  }

  static String deadline(Timespan span) {
    return Spelling.of(JourneyAttributes.DEADLINE, span).toLowerCase(Locale.ROOT);
  }
}
