package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The reference model, run as a program over many design files; tests are skipped where it or
/// Python is absent.
final class Prototype {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DRIVER = Path.of("src/test/python/ripple_facts.py");

  private Prototype() {}

  /// What the prototype says about each file, in their order.
  static List<JsonNode> over(List<Path> files) {
    List<String> command = new ArrayList<>();
    command.add(DRIVER.toString());
    command.add(shared("reference").toString());
    files.forEach(file -> command.add(file.toString()));
    return python(command).lines().map(JSON::readTree).toList();
  }

  /// The golden designs and the hand-calculated cases.
  static List<Path> fixtures() {
    return Stream.concat(
            designsIn(shared("fixtures")).stream(), designsIn(shared("fixtures/cases")).stream())
        .toList();
  }

  /// So many random designs, the same for the same seed.
  static List<Path> random(Path folder, int count, int seed) {
    python(
        List.of(
            shared("reference/random_designs.py").toString(),
            folder.toString(),
            Integer.toString(count),
            Integer.toString(seed)));
    return designsIn(folder);
  }

  static Path shared(String relative) {
    var found = SharedFiles.find(relative);
    assumeTrue(found.isPresent(), "the reference material is not on this machine");
    return found.orElseThrow();
  }

  private static List<Path> designsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".design.json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String python(List<String> arguments) {
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
      throw new IllegalStateException(Arrays.toString(command.toArray()), e);
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
