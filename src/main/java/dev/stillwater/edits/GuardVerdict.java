package dev.stillwater.edits;

/// What a guard says about an edit before it is applied.
///
/// @param guard the id of the guard: `REL-NG-001`
/// @param text why, and what to do instead; one or two sentences
public record GuardVerdict(String guard, Kind kind, String text) {
  /// How strongly a guard speaks; silence means that it allows.
  public enum Kind {
    /// The edit is good if the text is heeded.
    WARN,
    /// Something must be declared before anybody can say.
    ASK,
    /// The edit would do harm.
    REFUSE
  }
}
