package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.Reference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Random designs judged by the reference and by the product. At least 99 % of the findings have
/// the same rule and subject, and where they differ in those, in severity or in detail, one of the
/// following is the reason, which the test checks:
///
/// * TR-005 rates low where every retrying link of the worst path has a retry budget, as the
///   catalogue says; the reference leaves that out.
/// * A consumer that answers errors puts messages aside after `maxReceives` instead of backing up,
///   and an other path can fail itself. What a ripple finds without these is what the reference
///   finds.
/// * Where a cycle of calls brings back more than went in, rates have no meaning: the cycle is cut
///   at another link than in the reference, or the reference runs off to infinity. What rests on
///   rates is not compared there.
/// * The reference blames every optional link to a callee that stops a journey (REL-RP-003); here
///   it is the link along which it came, where several lead there.
class PrototypeFindingsTest {
  private static final int DESIGNS = Reference.designs(24);
  private static final int SEED = Reference.seed(2024);

  private static final double AGREED = 0.99;

  /// Rules that count requests per second, or response times, which leave out rare calls.
  private static final Set<String> RATED =
      Set.of(
          "REL-OV-001",
          "REL-OV-003",
          "REL-OV-010",
          "REL-QU-002",
          "REL-QU-004",
          "REL-TR-003",
          "REL-TR-004",
          "REL-TR-008",
          "REL-TR-009",
          "REL-TR-012");

  private int same;
  private int apart;
  private final Set<String> unexplained = new TreeSet<>();

  @Test
  void randomDesignsHaveTheFindingsOfTheReference(@TempDir Path folder, TestReporter reporter) {
    for (Path file : Reference.random(folder, DESIGNS, SEED)) {
      compare(file);
    }
    double agreed = (double) same / (same + apart);
    reporter.publishEntry("same rule and subject", same + " of " + (same + apart));
    assertThat(unexplained).isEmpty();
    assertThat(agreed).isGreaterThan(AGREED);
    assertThat(same).isGreaterThan(20 * DESIGNS);
  }

  /// One finding as both sides spell it.
  private record Line(String rule, String severity, String subject, String detail) {
    String place() {
      return rule + " " + subject;
    }
  }

  private void compare(Path file) {
    Set<Line> expected = printed(file);
    Reviewed reviewed = Reviewed.of(DesignFiles.read(file));
    Set<Line> found = lines(reviewed);
    count(expected, found);

    boolean isCut = !reviewed.context().load().cut().isEmpty();
    Set<Line> unrefined = new HashSet<>();
    for (Line line : either(expected, found)) {
      if ((isCut && restsOnRates(line.rule)) || isOfParallels(line, reviewed.design())) {
        continue;
      }
      if (unrefined.isEmpty()) {
        Design plain = Reference.unrefined(reviewed.design());
        unrefined.addAll(lines(Reviewed.of(plain, Reference.UNREFINED)));
      }
      if (!line.rule.startsWith("REL-RP") || expected.contains(line) != unrefined.contains(line)) {
        unexplained.add(file.getFileName() + " " + line);
      }
    }
  }

  private void count(Set<Line> expected, Set<Line> found) {
    Set<String> here = places(found);
    Set<String> there = places(expected);
    Set<String> all = new HashSet<>(here);
    all.addAll(there);
    int both = (int) all.stream().filter(here::contains).filter(there::contains).count();
    same += both;
    apart += all.size() - both;
  }

  private static Set<String> places(Set<Line> lines) {
    Set<String> result = new HashSet<>();
    lines.forEach(line -> result.add(line.place()));
    return result;
  }

  private static List<Line> either(Set<Line> expected, Set<Line> found) {
    Set<Line> result = new HashSet<>(expected);
    result.addAll(found);
    Predicate<Line> inBoth = expected::contains;
    result.removeIf(inBoth.and(found::contains));
    return List.copyOf(result);
  }

  private static boolean isOfParallels(Line line, Design design) {
    return line.rule.equals("REL-RP-003")
        && design
            .links()
            .find(line.subject)
            .filter(link ->
                design.links().all().stream()
                        .filter(other -> other.from().equals(link.from()))
                        .filter(other -> other.to().equals(link.to()))
                        .count()
                    > 1)
            .isPresent();
  }

  private static boolean restsOnRates(String rule) {
    return rule.startsWith("REL-RP") || RATED.contains(rule);
  }

  private static Set<Line> printed(Path file) {
    String text =
        Reference.python(
            List.of(Reference.shared("reference/findings.py").toString(), file.toString()));
    Set<Line> lines = new HashSet<>();
    for (JsonNode finding : new ObjectMapper().readTree(text)) {
      lines.add(
          new Line(
              finding.path("rule").asString(),
              finding.path("severity").asString(),
              finding.path("subject").asString(),
              finding.path("detail").asString()));
    }
    return lines;
  }

  private static Set<Line> lines(Reviewed reviewed) {
    Set<Line> lines = new HashSet<>();
    for (Finding finding : reviewed.results().findings()) {
      boolean budgeted = finding.because().stream().anyMatch(s -> s.contains("retry budget"));
      lines.add(
          new Line(
              finding.rule().id(),
              budgeted ? unbudgeted(reviewed, finding) : finding.severity().word(),
              finding.subject(),
              finding.detail()));
    }
    return lines;
  }

  /// The severity that the finding would have without the budgets.
  private static String unbudgeted(Reviewed reviewed, Finding finding) {
    return reviewed
        .context()
        .critical(reviewed.context().graph().edgesOf(finding.subject()).getFirst())
        .map(journey -> "critical")
        .orElse("high");
  }
}
