package dev.stillwater.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where what a command says goes: to standard output, or into a file.
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "A file instead of standard output.")
  @Nullable String file;

  Output of(Command command) {
    return new Output(command, file);
  }
}
