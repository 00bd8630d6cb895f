package dev.stillwater.io;

import dev.stillwater.model.Document;
import java.util.List;
import java.util.Optional;

/// What came of reading a file.
public sealed interface ReadResult {
  /// Everything that was found on the way, errors first, each in the order of the file.
  List<LocatedProblem> problems();

  /// A document to work with.
  ///
  /// @param source the bytes that it came from, to write it back unchanged and to find places
  /// @param problems warnings only
  /// @param notice a sentence to show once, when a newer version wrote the file
  /// @param readOnly whether a newer version wrote it in a way that this one cannot save
  record Opened(
      Document document,
      Source source,
      List<LocatedProblem> problems,
      Optional<String> notice,
      boolean readOnly)
      implements ReadResult {
    public Opened {
      problems = List.copyOf(problems);
    }
  }

  /// No document; at least one error says why.
  record Refused(List<LocatedProblem> problems) implements ReadResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
