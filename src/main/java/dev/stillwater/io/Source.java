package dev.stillwater.io;

import dev.stillwater.model.Document;
import java.util.List;
import java.util.Optional;

/// The file that a document was read from: its bytes, to write it back unchanged and to see whether
/// somebody else changed it, and its places, to point at them.
public final class Source {
  private final byte[] bytes;
  private final SourceText text;
  private final Sites sites;
  private final Document document;

  Source(byte[] bytes, SourceText text, Sites sites, Document document) {
    this.bytes = bytes;
    this.text = text;
    this.sites = sites;
    this.document = document;
  }

  /// A copy of the bytes as they were read.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The SHA-256 of the bytes, as [SafeFile] wants it back at the next save.
  public String sha256() {
    return SafeFile.hash(bytes);
  }

  /// The document that was read from these bytes.
  public Document document() {
    return document;
  }

  /// Where something stands: `locate("links", "mail", "timeout")` is the value of that timeout;
  /// where none is declared, the link. Decisions are found by target, scenarios by name, entries of
  /// lists by number. Empty where not even the element was in the file.
  public Optional<Position> locate(String... path) {
    List<String> steps = List.of(path);
    boolean named = steps.size() < 2 || sites.element(steps.get(0), steps.get(1)).isPresent();
    boolean keyed = steps.size() == 2 && !Sections.ELEMENTS.contains(steps.getFirst());
    return named || keyed ? sites.offset(steps).map(text::at) : Optional.empty();
  }
}
