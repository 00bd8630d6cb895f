package dev.stillwater.io;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of the format that a file declares: `stillwater/1`, `stillwater/1.2`.
///
/// @param minor 0 where none is declared
record FormatVersion(int major, int minor) {
  static final FormatVersion OURS = new FormatVersion(1, 0);

  private static final Pattern SPELLING =
      Pattern.compile("stillwater/(\\d{1,6})(?:\\.(\\d{1,6}))?");

  static Optional<FormatVersion> parse(String text) {
    Matcher matcher = SPELLING.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      return Optional.empty();
    }
    String minor = Optional.ofNullable(matcher.group(2)).orElse("0");
    return Optional.of(
        new FormatVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(minor)));
  }

  /// Whether more may stand in the file than this version knows.
  boolean isNewer() {
    return major > OURS.major || (major == OURS.major && minor > OURS.minor);
  }

  boolean isNewerMajor() {
    return major > OURS.major;
  }

  @Override
  public String toString() {
    return "stillwater/" + major + (minor == 0 ? "" : "." + minor);
  }
}
