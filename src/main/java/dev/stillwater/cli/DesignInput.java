package dev.stillwater.cli;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.report.Places;
import dev.stillwater.rulefiles.RuleFiles;
import dev.stillwater.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the designs that a command names. What is wrong with a file is said on standard error with
/// line and column, errors and warnings alike.
final class DesignInput {
  private static final String STANDARD_INPUT = "-";

  private final Command command;
  private final Session session;
  private final Optional<List<String>> rulesFiles;
  private final Set<LocatedProblem> said = new HashSet<>();
  private boolean rulesAreWhole = true;

  /// Input of a command that judges nothing and leaves rules files alone.
  DesignInput(Command command) {
    this(command, Optional.empty());
  }

  /// @param rulesFiles names of rules files that hold besides those that lie beside the design
  DesignInput(Command command, List<String> rulesFiles) {
    this(command, Optional.of(rulesFiles));
  }

  private DesignInput(Command command, Optional<List<String>> rulesFiles) {
    this.command = command;
    this.session = command.session;
    this.rulesFiles = rulesFiles;
  }

  /// A design that could be read.
  ///
  /// @param file its name as the user knows it
  /// @param readOnly whether a newer version wrote it in a way that this one cannot save
  record Loaded(
      String file,
      Document document,
      Presets presets,
      RuleSet rules,
      Places places,
      boolean readOnly) {
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
        RuleFiles.Loaded rules =
            rulesFiles.isEmpty()
                ? RuleFiles.Loaded.NONE
                : rules(standardInput ? RuleFiles.of(session.folder()) : RuleFiles.beside(path));
        say(rules.strangers(opened.document().design()));
        Places places =
            (section, id) ->
                opened
                    .source()
                    .locate(section, id)
                    .map(at -> new Places.Place(at.line(), at.column()));
        yield Optional.of(
            new Loaded(
                shown,
                opened.document(),
                presets.presets(),
                rules.rules(),
                places,
                opened.readOnly()));
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

  /// The rules of files that were found, and of those that were named.
  RuleFiles.Loaded rules(List<Path> found) {
    List<Path> paths = new ArrayList<>(found);
    for (String name : rulesFiles.orElse(List.of())) {
      paths.add(session.folder().resolve(name));
    }
    RuleFiles.Loaded loaded = RuleFiles.load(paths, session.folder());
    say(loaded.problems().stream().filter(said::add).toList());
    rulesAreWhole &= !loaded.hasErrors();
    return loaded;
  }

  /// Whether every rule could be read; a review by fewer rules than a team wrote is not theirs.
  boolean rulesAreWhole() {
    return rulesAreWhole;
  }

  private void say(List<LocatedProblem> problems) {
    for (LocatedProblem problem : problems) {
      if (problem.isError() || !command.quiet) {
        session.err().println(problem);
      }
    }
  }
}
