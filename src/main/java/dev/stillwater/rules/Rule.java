package dev.stillwater.rules;

/// One thing that a reviewer looks for. Pure; reports to the checks that it is handed.
public interface Rule {
  RuleInfo info();

  /// What it says of itself.
  default RulePage page() {
    return RulePage.of(info().id());
  }

  /// Examines every subject that the rule applies to.
  void check(RuleContext context, Checks checks);
}
