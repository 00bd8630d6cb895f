package dev.stillwater.io;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the program keeps what is neither a design nor a setting: edits that are not saved yet and
/// versions that were.
public record StateFolder(Path path) {
  /// The usual place: below `XDG_STATE_HOME`, the home directory, or `LOCALAPPDATA`.
  public static StateFolder usual(Map<String, String> environment, Path home) {
    return new StateFolder(
        Optional.ofNullable(environment.get("XDG_STATE_HOME"))
            .or(() -> Optional.ofNullable(environment.get("LOCALAPPDATA")))
            .filter(text -> !text.isBlank())
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElse(home.resolve(".local").resolve("state"))
            .resolve("stillwater"));
  }

  public Path journals() {
    return path.resolve("recovery");
  }

  public Path history() {
    return path.resolve("history");
  }
}
