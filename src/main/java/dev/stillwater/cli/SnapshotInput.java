package dev.stillwater.cli;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.report.SnapshotFile;
import dev.stillwater.review.DesignHash;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import dev.stillwater.review.Snapshot;
import dev.stillwater.review.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Reads snapshots beside a design, and takes new ones.
final class SnapshotInput {
  private final Command command;

  SnapshotInput(Command command) {
    this.command = command;
  }

  /// The snapshots of a file; none where there is no file.
  List<Snapshot> read(String name) {
    Path path = command.session.folder().resolve(name);
    if (!Files.exists(path)) {
      return List.of();
    }
    try {
      return SnapshotFile.read(Files.readAllBytes(path))
          .orElseThrow(
              () -> command.misused(name + " holds no snapshots; move it away or name another."));
    } catch (IOException e) {
      throw command.misused(name + " cannot be read: " + e.getMessage());
    }
  }

  /// How a design stands now.
  Snapshot of(DesignInput.Loaded loaded, String name, LocalDate day) {
    Reviewer reviewer = new Reviewer(loaded.presets(), loaded.rules());
    try (ProgressLine progress = ProgressLine.of(command, "Reviewing " + loaded.file())) {
      Analysis analysis = Analysis.of(loaded.document().design(), reviewer.presets(), progress);
      Review review =
          reviewer.review(loaded.document(), analysis, command.session.today(), progress);
      return new Snapshot(
          name, day, DesignHash.of(loaded.document().design()), Vitals.of(review, analysis));
    }
  }
}
