package dev.stillwater.rules;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which of two findings speaks for both.
///
/// A *superseded* finding says a part of what a stronger one says of the same link and does not
/// count. One that *stands under* another is a case of it: it counts, and is shown below it.
public final class Precedence {
  private static final Function<Finding, List<String>> ITS_SUBJECT =
      finding -> List.of(finding.subject());

  private static final List<Pair> SUPERSEDES =
      List.of(
          new Pair("REL-TR-001", "REL-TR-002", ITS_SUBJECT),
          new Pair("REL-TR-001", "REL-TR-003", ITS_SUBJECT));

  private static final List<Pair> COVERS =
      List.of(
          new Pair(
              "REL-RP-001",
              "REL-RZ-001",
              strong ->
                  strong.probes().stream().flatMap(probe -> probe.targets().stream()).toList()));

  private Precedence() {}

  /// @param subjects what the stronger finding speaks for
  private record Pair(String strong, String weak, Function<Finding, List<String>> subjects) {}

  /// By the key of each finding that does not count, the key of the one that speaks for it.
  public static Map<String, String> superseded(List<Finding> findings) {
    return weaker(findings, SUPERSEDES);
  }

  /// By the key of each finding that is a case of another, the key of that other.
  public static Map<String, String> under(List<Finding> findings) {
    return weaker(findings, COVERS);
  }

  private static Map<String, String> weaker(List<Finding> findings, List<Pair> pairs) {
    Map<String, String> result = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      Map<String, Finding> spokenFor = new HashMap<>();
      for (Finding strong : of(findings, pair.strong)) {
        pair.subjects.apply(strong).forEach(subject -> spokenFor.putIfAbsent(subject, strong));
      }
      for (Finding weak : of(findings, pair.weak)) {
        Finding strong = spokenFor.get(weak.subject());
        if (strong != null) {
          result.putIfAbsent(weak.key(), strong.key());
        }
      }
    }
    return result;
  }

  private static List<Finding> of(List<Finding> findings, String rule) {
    return findings.stream().filter(finding -> finding.rule().id().equals(rule)).toList();
  }
}
