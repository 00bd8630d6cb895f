package dev.stillwater.ui;

import dev.stillwater.editor.ChangeRow;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.Journals;
import dev.stillwater.io.LocalHistory;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.DocumentDiff;
import dev.stillwater.model.Presets;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Designs with changes that a window left behind which did not end by itself: looked at without
/// changing anything, given back as unsaved copies, or left to the versions on disk.
final class Recovery {
  private final Safekeeping keeping;
  private final Presets presets;
  private final Journals journals;

  Recovery(Safekeeping keeping, Presets presets) {
    this.keeping = keeping;
    this.presets = presets;
    this.journals = new Journals(keeping.ops(), keeping.state().journals());
  }

  /// One design.
  ///
  /// @param mine with the changes
  /// @param file what is known of its file
  /// @param disk what its file holds now; empty when there is none or it cannot be read
  record Offer(Journals.Left left, Document mine, OpenFile file, Optional<Document> disk) {
    String name() {
      return file.fileName().orElse(mine.design().name() + " (never saved)");
    }

    Instant at() {
      return left.at();
    }

    /// What the copy has that the disk has not.
    List<ChangeRow> differences() {
      return disk.map(there -> ChangeRow.of(DocumentDiff.of(there, mine))).orElse(List.of());
    }

    /// Whether somebody wrote the file after the edits began.
    boolean isOvertaken() {
      return disk.isPresent() && file.source().isEmpty();
    }
  }

  /// What there is, the latest first. What is on disk anyway is forgotten.
  List<Offer> offers() throws IOException {
    List<Offer> offers = new ArrayList<>();
    for (Journals.Left left : journals.left(keeping.alive())) {
      String shown = left.head().path().orElse(left.head().name());
      if (DesignJson.read(left.content(), shown, presets) instanceof ReadResult.Opened opened) {
        Offer offer = offer(left, opened.document());
        if (offer.disk().filter(opened.document()::equals).isPresent()) {
          journals.drop(left);
        } else {
          offers.add(offer);
        }
      }
    }
    return offers;
  }

  private Offer offer(Journals.Left left, Document mine) throws IOException {
    Optional<Path> path = left.head().path().flatMap(Recovery::path);
    if (path.isEmpty()) {
      return new Offer(left, mine, OpenFile.NONE, Optional.empty());
    }
    if (DesignJson.read(path.get(), presets) instanceof ReadResult.Opened disk) {
      OpenFile there = OpenFile.read(path.get(), disk.source(), disk.readOnly());
      OpenFile file =
          there.hash().equals(left.head().hash()) ? there : earlier(path.get(), left.head().hash());
      return new Offer(left, mine, file, Optional.of(disk.document()));
    }
    return new Offer(left, mine, earlier(path.get(), left.head().hash()), Optional.empty());
  }

  /// The file as it was when the edits began: what a merge with the disk starts from.
  private OpenFile earlier(Path path, Optional<String> hash) throws IOException {
    LocalHistory history = keeping.history();
    Optional<byte[]> bytes = hash.isPresent() ? history.find(path, hash.get()) : Optional.empty();
    Optional<Document> base =
        bytes.flatMap(content ->
            DesignJson.read(content, path.toString(), presets) instanceof ReadResult.Opened opened
                ? Optional.of(opened.document())
                : Optional.empty());
    return new OpenFile(Optional.of(path), Optional.empty(), base, hash, false);
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// Forgets the journals of a design that is open again, with a journal of its own.
  void restored(Offer offer) throws IOException {
    journals.drop(offer.left());
  }

  /// Leaves the disk as it is. What is not wanted becomes a version of the local history, because
  /// people think better of it.
  void refused(Offer offer) throws IOException {
    Path known =
        offer.file().path().orElse(keeping.state().journals().resolve(offer.left().head().name()));
    keeping.history().keep(known, offer.left().content(), offer.at());
    journals.drop(offer.left());
  }
}
