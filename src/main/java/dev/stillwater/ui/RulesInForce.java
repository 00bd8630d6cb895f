package dev.stillwater.ui;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.model.Design;
import dev.stillwater.rulefiles.RuleFiles;
import dev.stillwater.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules that the open design is judged by: those of the catalogue, and those of the rules
/// files beside its file. Read on the thread of the window, asked from any.
final class RulesInForce {
  private volatile RuleFiles.Loaded loaded = RuleFiles.Loaded.NONE;
  private List<String> seen = List.of();
  private Runnable changed = () -> {};

  RuleSet rules() {
    return loaded.rules();
  }

  /// Is told when the rules of a design changed while it stayed open.
  void onChange(Runnable listener) {
    changed = listener;
  }

  /// Reads the files beside a design that is about to be opened, or none; what is wrong with them.
  List<LocatedProblem> follow(Optional<Path> design) {
    List<Path> paths = design.map(RuleFiles::beside).orElse(List.of());
    seen = marks(paths);
    loaded =
        paths.isEmpty()
            ? RuleFiles.Loaded.NONE
            : RuleFiles.load(paths, design.orElseThrow().toAbsolutePath().resolveSibling(""));
    return loaded.problems();
  }

  /// Overrides on elements that a design does not have.
  List<LocatedProblem> strangers(Design design) {
    return loaded.strangers(design);
  }

  /// Reads the files again where they changed since; empty where they did not.
  Optional<List<LocatedProblem>> lookAgain(Optional<Path> design) {
    if (marks(design.map(RuleFiles::beside).orElse(List.of())).equals(seen)) {
      return Optional.empty();
    }
    List<LocatedProblem> problems = follow(design);
    changed.run();
    return Optional.of(problems);
  }

  /// What tells one state of the files from another: names, sizes and times.
  private static List<String> marks(List<Path> paths) {
    List<String> result = new ArrayList<>();
    for (Path path : paths) {
      try {
        result.add(path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path));
      } catch (IOException e) {
        result.add(path + " " + e.getClass());
      }
    }
    return result;
  }
}
