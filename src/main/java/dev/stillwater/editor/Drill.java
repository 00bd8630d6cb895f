package dev.stillwater.editor;

import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import java.util.List;

/// A failure played on the drawing: what follows from it, and the moment that is shown.
///
/// @param t milliseconds after the injection that are shown
/// @param playing whether time goes on by itself
public record Drill(Injection injection, RippleResult result, double t, boolean playing) {
  /// The longest time worth showing after the last fact.
  private static final double AFTER = 1.25;

  private static final double SHORTEST = 1000;

  public Drill at(double millis) {
    return new Drill(injection, result, Math.clamp(millis, 0, end()), playing);
  }

  public Drill playing(boolean now) {
    return new Drill(injection, result, t, now);
  }

  /// The end of the time line in milliseconds: a bit after the last fact.
  public double end() {
    double last = 0;
    for (var fact : result.facts()) {
      if (Double.isFinite(fact.t())) {
        last = Math.max(last, fact.t());
      }
    }
    return Math.max(SHORTEST, last * AFTER);
  }

  /// The moments at which something happens, each once, in order.
  public List<Double> moments() {
    return result.facts().stream()
        .map(fact -> fact.t())
        .filter(Double::isFinite)
        .distinct()
        .sorted()
        .toList();
  }

  /// The next moment at which something happens, or the end.
  public Drill step() {
    return moments().stream()
        .filter(moment -> moment > t)
        .findFirst()
        .map(this::at)
        .orElseGet(() -> at(end()));
  }

  /// The moment before at which something happened, or the beginning.
  public Drill stepBack() {
    return moments().reversed().stream()
        .filter(moment -> moment < t)
        .findFirst()
        .map(this::at)
        .orElseGet(() -> at(0));
  }
}
