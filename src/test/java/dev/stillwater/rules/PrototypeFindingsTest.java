package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Random designs judged by the reference and by the product: the same rule, severity, subject and
/// detail, but for what is decided otherwise here on purpose:
///
/// * TR-005 rates low where every retrying link of the worst path has a retry budget, as the
///   catalogue says; the reference leaves that out.
/// * Where a cycle of calls brings back more than went in, rates have no meaning and the reference
///   runs off to infinity; what rests on rates is not compared there.
class PrototypeFindingsTest {
  private static final int DESIGNS = 24;
  private static final int SEED = 2024;

  private static final Set<String> EXISTING =
      Rules.ALL.stream().map(rule -> rule.info().id()).collect(Collectors.toSet());

  private static final Set<String> RATED =
      Set.of(
          "REL-OV-001",
          "REL-OV-003",
          "REL-OV-010",
          "REL-TR-003",
          "REL-TR-004",
          "REL-TR-008",
          "REL-TR-009",
          "REL-TR-012");

  @Test
  void randomDesignsHaveTheFindingsOfTheReference(@TempDir Path folder) throws Exception {
    Path reference = SharedFiles.find("reference").orElse(null);
    Assumptions.assumeTrue(reference != null && hasPython(), "no reference or no python3");
    python(
        reference.resolve("random_designs.py").toString(),
        folder.toString(),
        Integer.toString(DESIGNS),
        Integer.toString(SEED));
    int compared = 0;
    for (Path file : designs(folder)) {
      String printed = python(reference.resolve("findings.py").toString(), file.toString());
      Reviewed reviewed = Reviewed.of(DesignFiles.read(file));
      boolean settled = reviewed.context().load().cut().isEmpty();
      Set<String> expected = new TreeSet<>();
      for (JsonNode finding : new ObjectMapper().readTree(printed)) {
        add(
            expected,
            settled,
            finding.path("rule").asString(),
            finding.path("severity").asString(),
            finding.path("subject").asString(),
            finding.path("detail").asString());
      }
      Set<String> found = new TreeSet<>();
      for (Finding finding : reviewed.results().findings()) {
        boolean budgeted = finding.because().stream().anyMatch(s -> s.contains("retry budget"));
        add(
            found,
            settled,
            finding.rule().id(),
            budgeted ? unbudgeted(reviewed, finding) : finding.severity().word(),
            finding.subject(),
            finding.detail());
      }
      assertThat(found).as(file.getFileName().toString()).isEqualTo(expected);
      compared += found.size();
    }
    assertThat(compared).isGreaterThan(500);
  }

  private static void add(Set<String> lines, boolean settled, String... finding) {
    if (EXISTING.contains(finding[0]) && (settled || !restsOnRates(finding[0]))) {
      lines.add(String.join(" | ", finding));
    }
  }

  /// Whether a rule counts requests per second, or response times, which leave out rare calls.
  private static boolean restsOnRates(String rule) {
    return rule.startsWith("REL-RP") || RATED.contains(rule);
  }

  /// The severity that the finding would have without the budgets.
  private static String unbudgeted(Reviewed reviewed, Finding finding) {
    return reviewed
        .context()
        .critical(reviewed.context().graph().edgesOf(finding.subject()).getFirst())
        .map(journey -> "critical")
        .orElse("high");
  }

  private static List<Path> designs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static boolean hasPython() {
    try {
      return !python("-c", "print('yes')").isBlank();
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static String python(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-B"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s", command).isTrue();
    assertThat(process.exitValue()).as("%s", command).isZero();
    return printed;
  }
}
