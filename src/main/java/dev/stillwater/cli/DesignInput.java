package dev.stillwater.cli;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the designs that a command names. What is wrong with a file is said on standard error with
/// line and column, errors and warnings alike.
final class DesignInput {
  private static final String STANDARD_INPUT = "-";

  private final Command command;
  private final Session session;

  DesignInput(Command command) {
    this.command = command;
    this.session = command.session;
  }

  /// A design that could be read.
  ///
  /// @param file its name as the user knows it
  record Loaded(String file, Document document, Presets presets) {
    /// The name of the file without folders and extensions.
    String baseName() {
      String name = file.equals("standard input") ? "design" : file;
      String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
      return last.replaceFirst("(\\.design)?\\.json$", "");
    }
  }

  /// The design, or nothing where it cannot be read.
  Optional<Loaded> read(String name) {
    boolean standardInput = name.equals(STANDARD_INPUT);
    String shown = standardInput ? "standard input" : name;
    Path path = standardInput ? session.folder() : session.folder().resolve(name);
    Path parent = path.getParent();
    Path beside = standardInput || parent == null ? session.folder() : parent;
    PresetsJson.Loaded presets = PresetsJson.of(Optional.of(beside), session.configurationFolder());
    say(presets.problems());
    ReadResult result =
        standardInput
            ? readStandardInput(shown, presets.presets())
            : DesignJson.read(path, presets.presets());
    say(result.problems());
    return switch (result) {
      case ReadResult.Refused refused -> Optional.empty();
      case ReadResult.Opened opened -> {
        opened.notice().ifPresent(notice -> command.tell(shown + ": " + notice));
        yield Optional.of(new Loaded(shown, opened.document(), presets.presets()));
      }
    };
  }

  private ReadResult readStandardInput(String shown, Presets presets) {
    try {
      byte[] bytes = session.in().readNBytes((int) DesignJson.MOST_BYTES + 1);
      return DesignJson.read(bytes, shown, presets);
    } catch (IOException e) {
      throw command.misused("standard input cannot be read: " + e.getMessage());
    }
  }

  private void say(List<LocatedProblem> problems) {
    for (LocatedProblem problem : problems) {
      if (problem.isError() || !command.quiet) {
        session.err().println(problem);
      }
    }
  }
}
