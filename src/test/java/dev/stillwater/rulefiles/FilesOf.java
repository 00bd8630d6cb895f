package dev.stillwater.rulefiles;

import dev.stillwater.io.LocatedProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Rules files in a folder of a test.
final class FilesOf {
  private final Path folder;
  private final List<Path> paths = new ArrayList<>();

  FilesOf(Path folder) {
    this.folder = folder;
  }

  FilesOf with(String name, String text) {
    try {
      paths.add(Files.writeString(folder.resolve(name), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  RuleFiles.Loaded load() {
    return RuleFiles.load(paths, folder);
  }

  /// The problems of one file in YAML, as a terminal shows them.
  List<String> problems(String text) {
    return with("team.rules.yaml", text).load().problems().stream()
        .map(LocatedProblem::toString)
        .toList();
  }
}
