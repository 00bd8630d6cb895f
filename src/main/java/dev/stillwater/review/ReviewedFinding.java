package dev.stillwater.review;

import dev.stillwater.model.Decision;
import dev.stillwater.rules.Finding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A finding in its place in a review.
///
/// @param supersededBy the key of a stronger finding that says the same; null for none
/// @param decision the valid decision that covers it; null for none
public record ReviewedFinding(
    Finding finding, @Nullable String supersededBy, @Nullable Decision decision) {
  public String key() {
    return finding.key();
  }

  /// Whether it counts: neither superseded nor covered by a decision.
  public boolean isOpen() {
    return supersededBy == null && decision == null;
  }

  public Optional<String> superseder() {
    return Optional.ofNullable(supersededBy);
  }

  public Optional<Decision> decided() {
    return Optional.ofNullable(decision);
  }
}
