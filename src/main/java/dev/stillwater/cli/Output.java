package dev.stillwater.cli;

import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a command writes its result: standard output, a file, or a folder of files.
final class Output {
  private final Command command;
  private final @Nullable String target;

  /// @param target what stands behind `-o`; null for standard output
  Output(Command command, @Nullable String target) {
    this.command = command;
    this.target = target;
  }

  boolean isStandardOutput() {
    return target == null || target.equals("-");
  }

  boolean isFolder() {
    return target != null
        && (target.endsWith("/") || target.endsWith("\\") || Files.isDirectory(path()));
  }

  /// The extension of the file, `html` of `review.html`; empty where it has none.
  Optional<String> extension() {
    if (target == null || isFolder()) {
      return Optional.empty();
    }
    String name = target.substring(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1));
  }

  private Path path() {
    return command.session.folder().resolve(target == null ? "" : target);
  }

  /// Writes the one result.
  void write(byte[] content) {
    if (isStandardOutput()) {
      command.session.out().write(content, 0, content.length);
      command.session.out().flush();
    } else {
      save(path(), String.valueOf(target), content);
    }
  }

  /// Writes one of several results into the folder.
  void write(String name, byte[] content) {
    try {
      Files.createDirectories(path());
    } catch (IOException e) {
      throw command.misused("the folder " + target + " cannot be made: " + e.getMessage());
    }
    save(path().resolve(name), String.valueOf(path().resolve(name)), content);
  }

  private void save(Path file, String shown, byte[] content) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        Files.write(file, content); // a pipe or a device has nothing to be replaced
      } else {
        SafeFile safe = new SafeFile(new DiskFileOps());
        Optional<String> present =
            Files.exists(file)
                ? Optional.of(SafeFile.hash(Files.readAllBytes(file)))
                : Optional.empty();
        switch (safe.save(file, content, present)) {
          case SaveResult.Saved saved -> {}
          case SaveResult.Conflict conflict ->
              throw command.misused(shown + " is being changed by somebody else; try again.");
          case SaveResult.Failed failed -> throw command.misused(failed.sentence());
        }
      }
      command.tell("Wrote " + shown);
    } catch (IOException e) {
      throw command.misused(shown + " cannot be written: " + e.getMessage());
    }
  }
}
