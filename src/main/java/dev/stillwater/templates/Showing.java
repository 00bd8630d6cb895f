package dev.stillwater.templates;

/// A design in which one sees what a rule is about.
///
/// @param how whether it keeps the rule or breaks it
/// @param isMain whether it was made to show just that
public record Showing(Template template, How how, boolean isMain) {
  /// What becomes of the rule there.
  public enum How {
    /// The rule speaks up in its counter-example, and not in the design itself.
    BROKEN_WITHOUT,
    /// The rule speaks up in the design.
    BROKEN,
    /// The design does what the rule asks for.
    KEPT
  }
}
