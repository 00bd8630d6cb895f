package dev.stillwater.analysis.ripple;

import dev.stillwater.testing.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
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
    command.add(Reference.shared("reference").toString());
    files.forEach(file -> command.add(file.toString()));
    return Reference.python(command).lines().map(JSON::readTree).toList();
  }

  /// The golden designs and the hand-calculated cases.
  static List<Path> fixtures() {
    return Stream.concat(
            Reference.designsIn(Reference.shared("fixtures")).stream(),
            Reference.designsIn(Reference.shared("fixtures/cases")).stream())
        .toList();
  }
}
