package dev.stillwater.report;

import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import java.util.ArrayList;
import java.util.List;

/// How a journey is spoken of.
final class JourneyWords {
  private JourneyWords() {}

  /// `hard real-time`.
  static String shortClass(Journey journey) {
    return switch (journey.realTimeClass()) {
      case HARD -> "hard real-time";
      case SOFT -> "soft real-time";
      case OFFLINE -> "offline";
      case UNKNOWN -> "class not declared";
    };
  }

  /// The class in both vocabularies: `hard real-time (synchronous)`.
  static String bothClasses(Journey journey) {
    return switch (journey.realTimeClass()) {
      case HARD -> "hard real-time (synchronous)";
      case SOFT -> "soft real-time (asynchronous)";
      case OFFLINE -> "offline (batch)";
      case UNKNOWN -> "not declared";
    };
  }

  /// Class, deadline and target: `hard real-time`, `6 s`, `99.95 %`.
  static List<String> promise(Journey journey) {
    List<String> result = new ArrayList<>();
    result.add(shortClass(journey));
    journey.get(JourneyAttributes.DEADLINE).map(Wording::declared).ifPresent(result::add);
    journey.get(JourneyAttributes.SLO).map(Figures::percent).ifPresent(result::add);
    return result;
  }
}
