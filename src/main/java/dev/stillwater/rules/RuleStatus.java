package dev.stillwater.rules;

import dev.stillwater.model.Word;

/// What became of one rule in one review.
///
/// @param examined how many subjects the rule applied to
/// @param findings how many findings it has that no team switched off
public record RuleStatus(RuleInfo rule, State state, int examined, int findings, int questions) {
  /// The outcome; they are different things and are shown apart.
  public enum State implements Word {
    VIOLATED,
    /// Nothing was found, but something undeclared might hide it.
    NOT_ENOUGH_INFORMATION,
    PASSED,
    /// The design has nothing that the rule speaks of.
    NOT_APPLICABLE,
    /// A team switched it off, or all that it found.
    SWITCHED_OFF
  }

  /// The same without some findings that a team switched off.
  ///
  /// @param isOff whether the rule itself is off
  RuleStatus without(int switched, boolean isOff) {
    int left = findings - switched;
    boolean off = isOff || (switched > 0 && left == 0);
    return new RuleStatus(rule, off ? State.SWITCHED_OFF : state, examined, left, questions);
  }
}
