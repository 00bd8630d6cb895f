package dev.stillwater.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the reference material that lies beside the project, on machines that have it.
///
/// It is looked for in the system property `stillwater.shared`, else in `shared` beside the project
/// or up to three folders higher. Tests that need it are skipped where it is absent.
public final class SharedFiles {
  private SharedFiles() {}

  /// The file or folder with this path below the shared folder; empty when it is not there.
  public static Optional<Path> find(String relative) {
    return folder().map(shared -> shared.resolve(relative)).filter(Files::exists);
  }

  private static Optional<Path> folder() {
    String property = System.getProperty("stillwater.shared", "");
    if (!property.isEmpty()) {
      return Optional.of(Path.of(property)).filter(Files::isDirectory);
    }
    Path at = Path.of("").toAbsolutePath();
    for (int up = 0; up <= 3 && at.getParent() != null; up++) {
      at = at.getParent();
      Path shared = at.resolve("shared");
      if (Files.isDirectory(shared.resolve("fixtures"))) {
        return Optional.of(shared);
      }
    }
    return Optional.empty();
  }
}
