package dev.stillwater.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Everything that a command knows of the world around it.
///
/// @param out results, in UTF-8
/// @param err messages, in UTF-8
/// @param isTerminal whether a person reads standard output
/// @param environment variables by name
/// @param folder where names of files begin
/// @param today the day on which decisions are judged
/// @param nanos a clock that only runs forward
/// @param window null where there is none
public record Session(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean isTerminal,
    Map<String, String> environment,
    Path folder,
    LocalDate today,
    LongSupplier nanos,
    String version,
    @Nullable Desktop window) {
  Optional<Desktop> desktop() {
    return Optional.ofNullable(window);
  }

  /// The value of a variable; empty also where it is set to nothing.
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /// Where people keep presets of their own.
  Optional<Path> configurationFolder() {
    return variable("XDG_CONFIG_HOME")
        .map(Path::of)
        .or(() -> variable("HOME").map(home -> Path.of(home, ".config")))
        .map(path -> path.resolve("stillwater"));
  }
}
