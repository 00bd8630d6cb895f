package dev.stillwater.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The reference programs that lie beside the project; tests that need them are skipped where they
/// or Python are absent.
///
/// `-Dstillwater.randomDesigns=300` compares more random designs than the default run does,
/// `-Dstillwater.randomSeed=7` other ones.
public final class Reference {
  /// The preset values that it was computed with, without what [#unrefined] takes away.
  public static final Presets UNREFINED =
      new Presets(
          GoldenPresets.ALL.all().stream()
              .map(it ->
                  new Preset(
                      it.key(),
                      it.title(),
                      it.kind(),
                      it.source(),
                      it.date(),
                      it.verified(),
                      it.attributes().without(ComponentAttributes.MAX_RECEIVES)))
              .toList());

  private Reference() {}

  /// How many random designs to compare.
  public static int designs(int usual) {
    return Integer.getInteger("stillwater.randomDesigns", usual);
  }

  public static int seed(int usual) {
    return Integer.getInteger("stillwater.randomSeed", usual);
  }

  /// So many random designs, the same for the same seed.
  public static List<Path> random(Path folder, int count, int seed) {
    python(
        List.of(
            shared("reference/random_designs.py").toString(),
            folder.toString(),
            Integer.toString(count),
            Integer.toString(seed)));
    return designsIn(folder);
  }

  /// A design without what the reference leaves out and what changes its facts: dead letters in the
  /// place of a backlog, and other paths that can fail themselves.
  public static Design unrefined(Design design) {
    return design
        .withComponents(
            Index.of(
                design.components().stream()
                    .map(it -> it.without(ComponentAttributes.MAX_RECEIVES))
                    .toList()))
        .withLinks(
            Index.of(
                design.links().stream()
                    .map(it -> it.without(LinkAttributes.FALLBACK_TO))
                    .toList()));
  }

  public static Path shared(String relative) {
    Optional<Path> found = SharedFiles.find(relative);
    assumeTrue(found.isPresent(), "the reference material is not on this machine");
    return found.orElseThrow();
  }

  public static List<Path> designsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".design.json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a program prints.
  public static String python(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("python3", "-B"));
    command.addAll(arguments);
    Process process;
    try {
      Path output = Files.createTempFile("prototype", ".out");
      Path errors = Files.createTempFile("prototype", ".err");
      try {
        process =
            new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        int status = process.waitFor();
        assertThat(status).as(() -> text(errors)).isZero();
        return text(output);
      } finally {
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      assumeTrue(false, "python3 does not run here: " + e.getMessage());
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(command.toString(), e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
