package dev.stillwater.rules;

/// A rule of the catalogue: what its page says, and what only the class knows.
public abstract class Smell implements Rule {
  private final RuleInfo info;

  /// @param practices best practices of the AWS Well-Architected Framework
  protected Smell(String id, Severity base, FailureCategory failure, String... practices) {
    this.info = RulePage.info(id, base, failure, practices);
  }

  @Override
  public final RuleInfo info() {
    return info;
  }
}
