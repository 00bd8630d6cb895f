package dev.stillwater.ui;

import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import dev.stillwater.report.SnapshotFile;
import dev.stillwater.review.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The file of snapshots that lies beside a design.
final class SnapshotsBeside {
  private final SafeFile safe;

  SnapshotsBeside(SafeFile safe) {
    this.safe = safe;
  }

  private static Path file(Path design) {
    return design.resolveSibling(SnapshotFile.beside(String.valueOf(design.getFileName())));
  }

  /// The snapshots of a design; none where the file is missing, empty where it is something else.
  Optional<List<Snapshot>> read(Path design) {
    Path file = file(design);
    if (!Files.exists(file)) {
      return Optional.of(List.of());
    }
    try {
      return SnapshotFile.read(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Adds a snapshot; a sentence when that did not work.
  Optional<String> add(Path design, Snapshot snapshot) {
    Path file = file(design);
    try {
      Optional<String> there =
          Files.exists(file)
              ? Optional.of(SafeFile.hash(Files.readAllBytes(file)))
              : Optional.empty();
      List<Snapshot> known = read(design).orElse(null);
      if (known == null) {
        return Optional.of(file.getFileName() + " holds no snapshots; move it away first.");
      }
      if (known.stream().anyMatch(it -> it.name().equals(snapshot.name()))) {
        return Optional.of("There is a snapshot " + snapshot.name() + " already.");
      }
      return switch (safe.save(
          file, SnapshotFile.write(SnapshotFile.with(known, snapshot)), there)) {
        case SaveResult.Saved saved -> Optional.empty();
        case SaveResult.Conflict conflict ->
            Optional.of(file.getFileName() + " was changed by somebody else; try again.");
        case SaveResult.Failed failed -> Optional.of(failed.sentence());
      };
    } catch (IOException e) {
      return Optional.of(file.getFileName() + " cannot be written: " + e.getMessage());
    }
  }
}
