package dev.stillwater.rules;

import dev.stillwater.model.Word;

/// What became of one rule in one review.
///
/// @param examined how many subjects the rule applied to
public record RuleStatus(RuleInfo rule, State state, int examined, int findings, int questions) {
  /// The outcome; the four are different things and are shown apart.
  public enum State implements Word {
    VIOLATED,
    /// Nothing was found, but something undeclared might hide it.
    NOT_ENOUGH_INFORMATION,
    PASSED,
    /// The design has nothing that the rule speaks of.
    NOT_APPLICABLE
  }
}
