package dev.stillwater.io;

import dev.stillwater.model.Problem.Severity;
import java.util.Optional;

/// Something about a file that a reader should know, with where it stands and a way out.
///
/// @param position empty where the file could not be read at all
/// @param message what was expected and what was found, as a sentence part
/// @param advice a way out, as a sentence; empty where the message says it all
public record LocatedProblem(
    Severity severity,
    String file,
    Optional<Position> position,
    Place place,
    String message,
    String advice) {
  public LocatedProblem {
    file = Visible.text(file);
    message = Visible.text(message);
    advice = Visible.text(advice);
  }

  /// A file that could not be read at all.
  static LocatedProblem unread(String file, String message, String advice) {
    return new LocatedProblem(Severity.ERROR, file, Optional.empty(), Place.FILE, message, advice);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// Line and column as compilers print them: `shop.design.json:14:62`.
  public String where() {
    return file + position.map(at -> ":" + at.line() + ":" + at.column()).orElse("");
  }

  /// For a terminal, in one line or two; the second is the advice.
  @Override
  public String toString() {
    return where()
        + ": "
        + switch (severity) {
          case ERROR -> "error: ";
          case WARNING -> "warning: ";
        }
        + (place.equals(Place.FILE) ? "" : place + ": ")
        + message
        + (advice.isEmpty() ? "" : "\n  " + advice);
  }
}
