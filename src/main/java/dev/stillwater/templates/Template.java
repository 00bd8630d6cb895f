package dev.stillwater.templates;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A design that comes with the program.
///
/// @param name how it is called on the command line: `tight-coupling-before`
/// @param title what people call it
/// @param demonstrates one line on what it shows
public record Template(String name, String title, String demonstrates, Kind kind) {
  /// What a template is good for.
  public enum Kind implements Word {
    /// To begin with: nothing in it is high or critical.
    REFERENCE,
    /// To learn from: it shows what goes wrong.
    COUNTER_EXAMPLE
  }

  /// The name of its file.
  public String fileName() {
    return name + ".design.json";
  }

  /// Its file, byte for byte.
  public byte[] bytes() {
    try (InputStream in = Template.class.getResourceAsStream(fileName())) {
      if (in == null) {
        throw new IllegalStateException("no template " + fileName());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Document document() {
    return switch (DesignJson.read(bytes(), fileName(), PresetsJson.shipped())) {
      case ReadResult.Opened opened -> opened.document();
      case ReadResult.Refused refused ->
          throw new IllegalStateException(refused.problems().getFirst().toString());
    };
  }
}
