package dev.stillwater.model;

import java.util.List;

/// Something about an element that a reader should know: an error makes a design unusable, a
/// warning does not keep anybody from working with it.
///
/// @param path where, as in the file: `links`, `mail`, `dlq`
/// @param message what is wrong, with what was found
/// @param advice a way out, as a sentence; empty where the message says it all
public record Problem(Severity severity, List<String> path, String message, String advice) {
  /// How bad it is.
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Problem error(List<String> path, String message, String advice) {
    return new Problem(Severity.ERROR, List.copyOf(path), message, advice);
  }

  public static Problem warning(List<String> path, String message, String advice) {
    return new Problem(Severity.WARNING, List.copyOf(path), message, advice);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
