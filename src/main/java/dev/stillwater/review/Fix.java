package dev.stillwater.review;

import dev.stillwater.rules.Recommendation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A recommendation in its place among those of its finding.
///
/// @param n its number from 1, best first
/// @param measured what it would change; null where that was not measured
public record Fix(int n, Recommendation recommendation, @Nullable FixEffect measured) {
  public Optional<FixEffect> effect() {
    return Optional.ofNullable(measured);
  }
}
