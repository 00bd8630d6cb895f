package dev.stillwater.templates;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the file of a template is.
public sealed interface DesignSource {
  /// Its name without folders: `offline-batch.design.json`.
  String fileName();

  /// The file, byte for byte.
  ///
  /// @throws UncheckedIOException when it cannot be read, or is gone
  byte[] bytes();

  /// The design in it.
  ///
  /// @throws IllegalStateException when the file holds none; what comes with the program does, and
  ///   what people keep was read once before it was offered
  default Document document() {
    return switch (DesignJson.read(bytes(), fileName(), PresetsJson.shipped())) {
      case ReadResult.Opened opened -> opened.document();
      case ReadResult.Refused refused ->
          throw new IllegalStateException(refused.problems().getFirst().toString());
    };
  }

  /// A file that comes with the program.
  ///
  /// @param folder with a slash at both ends: `/dev/stillwater/templates/`
  /// @param path from there
  record Shipped(String folder, String path) implements DesignSource {
    @Override
    public String fileName() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public byte[] bytes() {
      try (InputStream in = DesignSource.class.getResourceAsStream(folder + path)) {
        if (in == null) {
          throw new IllegalStateException("the program lacks " + folder + path);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A file that somebody keeps.
  record Kept(Path file) implements DesignSource {
    @Override
    public String fileName() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
