package dev.stillwater.rules;

import dev.stillwater.model.Attributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a team changes about rules: whether they count, how much, and by which thresholds.
///
/// @param rule an id, or its beginning and `*`: `REL-TR-*`
/// @param on where it holds
/// @param off whether findings count; null leaves it as it is
/// @param severity what findings have instead of their own; null leaves it as it is
/// @param settings thresholds for these rules alone
/// @param reason why, as a sentence
/// @param source the file that says so
public record Adjustment(
    String rule,
    Place on,
    @Nullable Boolean off,
    @Nullable Severity severity,
    Attributes settings,
    String reason,
    String source) {
  /// Where an adjustment holds, most special last.
  public sealed interface Place {
    /// In the whole design.
    record Everywhere() implements Place {}

    /// On components with a tag, and links that touch one.
    record Tagged(String tag) implements Place {}

    /// On one component, link or journey.
    record Element(String id) implements Place {}
  }

  public boolean isFor(String id) {
    return rule.endsWith("*")
        ? id.startsWith(rule.substring(0, rule.length() - 1))
        : rule.equals(id);
  }

  public Optional<Boolean> switchedOff() {
    return Optional.ofNullable(off);
  }

  public Optional<Severity> rank() {
    return Optional.ofNullable(severity);
  }

  /// How closely it aims: an element before a tag before the design, then an id before the
  /// beginning of one, then the longer beginning.
  int aim() {
    int where =
        switch (on) {
          case Place.Everywhere all -> 0;
          case Place.Tagged tagged -> 1;
          case Place.Element element -> 2;
        };
    int exact = rule.endsWith("*") ? rule.length() : 1_000;
    return where * 10_000 + exact;
  }

  /// Whether two aim at exactly the same.
  public boolean aimsLike(Adjustment other) {
    return rule.equals(other.rule) && on.equals(other.on);
  }
}
