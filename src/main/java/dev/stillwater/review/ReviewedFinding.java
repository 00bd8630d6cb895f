package dev.stillwater.review;

import dev.stillwater.model.Decision;
import dev.stillwater.rules.Adjustment;
import dev.stillwater.rules.Finding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A finding in its place in a review.
///
/// @param supersededBy the key of a stronger finding that says the same; null for none
/// @param decision the valid decision that covers it; null for none
/// @param off what a team's rules file switched it off by; null for none
/// @param isInBaseline whether the review that this one is compared with has it too
/// @param lapsed a decision that covered it and does not hold any more; null for none
public record ReviewedFinding(
    Finding finding,
    @Nullable String supersededBy,
    @Nullable Decision decision,
    @Nullable Adjustment off,
    boolean isInBaseline,
    @Nullable LapsedDecision lapsed) {
  /// A finding that nobody knew before.
  public ReviewedFinding(
      Finding finding, @Nullable String supersededBy, @Nullable Decision decision) {
    this(finding, supersededBy, decision, null, false, null);
  }

  public ReviewedFinding(
      Finding finding,
      @Nullable String supersededBy,
      @Nullable Decision decision,
      boolean isInBaseline) {
    this(finding, supersededBy, decision, null, isInBaseline, null);
  }

  public String key() {
    return finding.key();
  }

  /// Sixteen hexadecimal digits for the finding with its facts: another number gives another one.
  public String fingerprint() {
    return DesignHash.of(key() + "\n" + FindingFacts.of(finding).text()).substring(0, 16);
  }

  /// Where a finding stands; each has exactly one standing, so that the counts add up.
  public enum Standing {
    /// It counts.
    OPEN,
    /// A stronger finding says the same.
    SUPERSEDED,
    /// A rules file switched it off.
    SWITCHED_OFF,
    /// A valid decision covers it.
    DECIDED,
    /// It was known before.
    BASELINE
  }

  public Standing standing() {
    if (off != null) {
      return Standing.SWITCHED_OFF;
    }
    if (supersededBy != null) {
      return Standing.SUPERSEDED;
    }
    if (decision != null) {
      return Standing.DECIDED;
    }
    return isInBaseline ? Standing.BASELINE : Standing.OPEN;
  }

  /// Whether it counts: neither superseded nor switched off nor decided nor known before.
  public boolean isOpen() {
    return standing() == Standing.OPEN;
  }

  public Optional<String> superseder() {
    return Optional.ofNullable(supersededBy);
  }

  public Optional<Decision> decided() {
    return Optional.ofNullable(decision);
  }

  public Optional<Adjustment> switchedOff() {
    return Optional.ofNullable(off);
  }

  /// The decision that covered it and does not hold any more.
  public Optional<LapsedDecision> lapsedDecision() {
    return Optional.ofNullable(lapsed);
  }

  ReviewedFinding inBaseline(boolean known) {
    return known == isInBaseline
        ? this
        : new ReviewedFinding(finding, supersededBy, decision, off, known, lapsed);
  }
}
