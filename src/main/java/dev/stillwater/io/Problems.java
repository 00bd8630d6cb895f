package dev.stillwater.io;

import dev.stillwater.model.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The problems of one file, as they are found.
final class Problems {
  /// After so many errors reading ends: nobody reads on, and a hostile file has millions.
  static final int MOST = 1_000;

  private record Found(
      Severity severity, int offset, Scope scope, String tail, String message, String advice) {}

  private final String file;
  private final SourceText text;
  private final List<Found> found = new ArrayList<>();
  private final List<Found> suspicions = new ArrayList<>();
  private int errors;
  private int warnings;

  Problems(String file, SourceText text) {
    this.file = file;
    this.text = text;
  }

  void error(int offset, Scope scope, String tail, String message, String advice) {
    if (errors == MOST) {
      throw JsonInput.Stopped.limit(offset, MOST, "errors; what follows was not read");
    }
    errors++;
    found.add(new Found(Severity.ERROR, offset, scope, tail, message, advice));
  }

  void warning(int offset, Scope scope, String tail, String message, String advice) {
    if (!isFull()) {
      warnings++;
      found.add(new Found(Severity.WARNING, offset, scope, tail, message, advice));
    }
  }

  /// Whether no more warnings are taken.
  boolean isFull() {
    return warnings == MOST;
  }

  /// A warning about a field that a newer version may know.
  void suspicion(int offset, Scope scope, String tail, String message, String advice) {
    if (suspicions.size() < MOST) {
      suspicions.add(new Found(Severity.WARNING, offset, scope, tail, message, advice));
    }
  }

  /// A newer version wrote the file: what is not known is no slip of the pen.
  void dropSuspicions() {
    suspicions.clear();
  }

  boolean hasErrors() {
    return errors > 0;
  }

  int errors() {
    return errors;
  }

  /// Forgets everything: the file is not what it was taken for.
  void clear() {
    found.clear();
    suspicions.clear();
    errors = 0;
    warnings = 0;
  }

  /// Errors first, each in the order of the file.
  List<LocatedProblem> list() {
    List<LocatedProblem> result = new ArrayList<>();
    Stream.concat(found.stream(), suspicions.stream())
        .sorted(Comparator.comparing(Found::severity).thenComparingInt(Found::offset))
        .forEach(problem ->
            result.add(
                new LocatedProblem(
                    problem.severity,
                    file,
                    Optional.of(text.at(problem.offset)),
                    problem.scope.place(problem.tail),
                    problem.message,
                    problem.advice)));
    return result;
  }
}
