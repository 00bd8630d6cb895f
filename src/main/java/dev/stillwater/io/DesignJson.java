package dev.stillwater.io;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Problem.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The format of design files, `*.design.json`, version `stillwater/1`: reading and writing.
public final class DesignJson {
  /// In bytes, 64 MiB: a larger file is refused before it is read.
  public static final long MOST_BYTES = 64L << 20;

  private DesignJson() {}

  /// Reads a file, with the presets that came with the program.
  public static ReadResult read(Path file) {
    return read(file, PresetsJson.shipped());
  }

  /// Reads a file; never throws for what it holds or that it cannot be read.
  public static ReadResult read(Path file, Presets presets) {
    return switch (FileBytes.read(file, MOST_BYTES)) {
      case FileBytes.Bytes bytes -> read(bytes.bytes(), file.toString(), presets);
      case FileBytes.Unreadable no ->
          new ReadResult.Refused(
              List.of(LocatedProblem.unread(file.toString(), no.message(), no.advice())));
    };
  }

  /// Reads the bytes of a file.
  ///
  /// @param file what to call it in problems
  public static ReadResult read(byte[] bytes, String file, Presets presets) {
    if (bytes.length > MOST_BYTES) {
      FileBytes.Unreadable no = FileBytes.tooLarge(bytes.length, MOST_BYTES);
      return new ReadResult.Refused(
          List.of(LocatedProblem.unread(file, no.message(), no.advice())));
    }
    return switch (SourceText.decode(bytes)) {
      case SourceText.Decoded.NotText no ->
          new ReadResult.Refused(
              List.of(
                  new LocatedProblem(
                      Severity.ERROR,
                      file,
                      Optional.of(no.position()),
                      Place.FILE,
                      no.message(),
                      no.advice())));
      case SourceText.Decoded.Text decoded -> read(bytes, decoded.text(), file, presets);
    };
  }

  private static ReadResult read(byte[] bytes, SourceText text, String file, Presets presets) {
    Problems problems = new Problems(file, text);
    DesignReader reader = new DesignReader(text, problems);
    try {
      return reader.read(bytes, presets);
    } catch (JacksonException | JsonInput.Stopped e) {
      return new ReadResult.Refused(NotJson.problems(text, file, e, reader.input(), problems));
    }
  }

  /// The canonical form of a document: the same document gives the same bytes.
  public static byte[] write(Document document) {
    return DesignWriter.write(document).getBytes(StandardCharsets.UTF_8);
  }

  /// The bytes to save for a document that was opened from a source: as long as nothing is edited,
  /// those of the source, however they are spelled.
  public static byte[] write(Document document, Source source) {
    return document.equals(source.document()) ? source.bytes() : write(document);
  }

  /// Components and the links between them as text for the clipboard: a design in the same format.
  public static String writeFragment(Design fragment, Layout layout) {
    return DesignWriter.write(
        new Document(fragment, layout.restrictedTo(fragment), List.of(), List.of(), List.of()));
  }

  /// Reads text from the clipboard; anything else than a fragment is refused like a bad file.
  public static ReadResult readFragment(String text, Presets presets) {
    return read(text.getBytes(StandardCharsets.UTF_8), "clipboard", presets);
  }
}
