package dev.stillwater.io;

import dev.stillwater.model.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The problems of a text that ended its own reading: conflicts that git left in it, else the first
/// place at which it is no JSON, else the limit that it broke; then what was found before.
final class NotJson {
  private NotJson() {}

  static List<LocatedProblem> problems(
      SourceText text, String file, RuntimeException stop, JsonInput in, Problems before) {
    List<LocatedProblem> result = new ArrayList<>();
    if (stop instanceof JsonInput.Stopped stopped && stopped.clear) {
      result.addAll(before.list());
      result.add(
          error(
              text,
              file,
              stopped.offset,
              Place.FILE,
              String.valueOf(stopped.getMessage()),
              "See what wrote the file."));
      return result;
    }
    for (MergeConflicts.Conflict conflict : MergeConflicts.find(text)) {
      result.add(
          error(text, file, conflict.offset(), Place.FILE, conflict.message(), conflict.advice()));
    }
    if (result.isEmpty()) {
      result.add(fault(text, file, stop, in));
    }
    Optional<Position> stopped = result.getFirst().position();
    before.list().stream()
        .filter(LocatedProblem::isError)
        .filter(problem -> !problem.position().equals(stopped))
        .forEach(result::add);
    return result;
  }

  private static LocatedProblem fault(
      SourceText text, String file, RuntimeException stop, JsonInput in) {
    if (in.isFull()) {
      String message =
          String.format(
              Locale.ROOT, "there are more than %,d keys and values", JsonInput.MOST_TOKENS);
      return error(text, file, in.reached(), Place.FILE, message, "See what wrote the file.");
    }
    return SyntaxCheck.firstFault(text)
        .map(fault ->
            error(text, file, fault.offset(), fault.place(), fault.message(), fault.advice()))
        .orElseGet(() ->
            error(
                text,
                file,
                in.reached(),
                Place.FILE,
                "expected JSON, found: "
                    + (stop instanceof JacksonException jackson
                        ? jackson.getOriginalMessage()
                        : stop.getMessage()),
                "See what wrote the file."));
  }

  private static LocatedProblem error(
      SourceText text, String file, int offset, Place place, String message, String advice) {
    return new LocatedProblem(
        Severity.ERROR, file, Optional.of(text.at(offset)), place, message, advice);
  }
}
