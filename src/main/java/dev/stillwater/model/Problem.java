package dev.stillwater.model;

import java.util.List;

/// Something about an element that a reader should know: an error makes a design unusable, a warning
/// does not keep anybody from working with it.
///
/// @param path where, as in the file: `links`, `mail`, `dlq`
public record Problem(Severity severity, List<String> path, String message) {
  /// How bad it is.
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Problem error(List<String> path, String message) {
    return new Problem(Severity.ERROR, List.copyOf(path), message);
  }

  public static Problem warning(List<String> path, String message) {
    return new Problem(Severity.WARNING, List.copyOf(path), message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
