package dev.stillwater.io;

import dev.stillwater.model.Presets;
import dev.stillwater.model.Problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The presets that came with the program, and those that people add in files of the same form:
/// `presets.json` in the configuration folder and beside a design.
public final class PresetsJson {
  /// The name of a file of presets.
  public static final String FILE_NAME = "presets.json";

  /// In bytes, 4 MiB.
  public static final long MOST_BYTES = 4L << 20;

  private static final String RESOURCE = "/dev/stillwater/presets.json";

  private PresetsJson() {}

  /// What came of reading presets: those that could be read, and the problems of the others.
  public record Loaded(Presets presets, List<LocatedProblem> problems) {
    public Loaded {
      problems = List.copyOf(problems);
    }
  }

  /// Holds the presets of the program from the first use on.
  private static final class Shipped {
    static final Presets PRESETS = readResource();
  }

  /// The presets that came with the program.
  public static Presets shipped() {
    return Shipped.PRESETS;
  }

  private static Presets readResource() {
    try (InputStream stream = PresetsJson.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks " + RESOURCE);
      }
      Loaded loaded = read(stream.readAllBytes(), RESOURCE, Presets.NONE);
      if (!loaded.problems().isEmpty()) {
        throw new IllegalStateException(loaded.problems().getFirst().toString());
      }
      return loaded.presets();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The presets that hold for a design: those of the program, over them those of the configuration
  /// folder, over them those in the folder of the design. A file that is not there is no problem.
  public static Loaded of(Optional<Path> designFolder, Optional<Path> configurationFolder) {
    Presets presets = shipped();
    List<LocatedProblem> problems = new ArrayList<>();
    for (Optional<Path> folder : List.of(configurationFolder, designFolder)) {
      Optional<Path> file = folder.map(path -> path.resolve(FILE_NAME)).filter(Files::exists);
      if (file.isPresent()) {
        Loaded loaded = load(file.get(), presets);
        presets = loaded.presets();
        problems.addAll(loaded.problems());
      }
    }
    return new Loaded(presets, problems);
  }

  /// Reads a file of presets over others: a preset with a known key takes over what it does not
  /// declare itself. Presets without a problem count, whatever the others are.
  public static Loaded load(Path file, Presets base) {
    return switch (FileBytes.read(file, MOST_BYTES)) {
      case FileBytes.Bytes bytes -> read(bytes.bytes(), file.toString(), base);
      case FileBytes.Unreadable no ->
          new Loaded(
              base, List.of(LocatedProblem.unread(file.toString(), no.message(), no.advice())));
    };
  }

  static Loaded read(byte[] bytes, String file, Presets base) {
    return switch (SourceText.decode(bytes)) {
      case SourceText.Decoded.NotText no ->
          new Loaded(
              base,
              List.of(
                  new LocatedProblem(
                      Severity.ERROR,
                      file,
                      Optional.of(no.position()),
                      Place.FILE,
                      no.message(),
                      no.advice())));
      case SourceText.Decoded.Text decoded -> {
        Problems problems = new Problems(file, decoded.text());
        PresetsReader reader = new PresetsReader(decoded.text(), problems, base);
        try {
          Presets presets = reader.read();
          yield new Loaded(presets, problems.list());
        } catch (JacksonException | JsonInput.Stopped e) {
          yield new Loaded(
              base, NotJson.problems(decoded.text(), file, e, reader.input(), problems));
        }
      }
    };
  }
}
