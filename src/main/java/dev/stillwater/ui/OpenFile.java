package dev.stillwater.ui;

import dev.stillwater.io.Source;
import dev.stillwater.model.Document;
import java.nio.file.Path;
import java.util.Optional;

/// What is known of the file of an open design. Immutable.
///
/// @param path where it is saved; empty when it never was
/// @param source the bytes that it was read from, to write them back unchanged
/// @param base the document as it was last read or written: what a merge with the disk starts from
/// @param hash of what was last read or written
/// @param readOnly whether a newer version wrote it in a way that this one cannot save
record OpenFile(
    Optional<Path> path,
    Optional<Source> source,
    Optional<Document> base,
    Optional<String> hash,
    boolean readOnly) {
  /// A design that belongs to no file yet.
  static final OpenFile NONE =
      new OpenFile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  static OpenFile read(Path path, Source source, boolean readOnly) {
    return new OpenFile(
        Optional.of(path),
        Optional.of(source),
        Optional.of(source.document()),
        Optional.of(source.sha256()),
        readOnly);
  }

  /// After a save.
  OpenFile saved(Path to, Document document, String newHash) {
    return new OpenFile(
        Optional.of(to), source, Optional.of(document), Optional.of(newHash), false);
  }

  /// With the hash of what is there now, whoever wrote it.
  OpenFile withHash(Optional<String> other) {
    return new OpenFile(path, source, base, other, readOnly);
  }

  boolean isAt(Path other) {
    return path.filter(other::equals).isPresent();
  }

  Optional<String> fileName() {
    return path.map(p -> String.valueOf(p.getFileName()));
  }
}
