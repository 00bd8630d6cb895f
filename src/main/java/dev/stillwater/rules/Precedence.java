package dev.stillwater.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// Which of two findings speaks for both.
///
/// A *superseded* finding says a part of what a stronger one says of the same link and does not
/// count. One that *stands under* another is a case of it: it counts, and is shown below it.
public final class Precedence {
  private static final BiPredicate<Finding, Finding> SAME_SUBJECT =
      (strong, weak) -> strong.subject().equals(weak.subject());

  private static final List<Pair> SUPERSEDES =
      List.of(
          new Pair("REL-TR-001", "REL-TR-002", SAME_SUBJECT),
          new Pair("REL-TR-001", "REL-TR-003", SAME_SUBJECT));

  private static final List<Pair> COVERS =
      List.of(
          new Pair(
              "REL-RP-001",
              "REL-RZ-001",
              (strong, weak) ->
                  strong.probes().stream()
                      .anyMatch(probe -> probe.targets().contains(weak.subject()))));

  private Precedence() {}

  private record Pair(String strong, String weak, BiPredicate<Finding, Finding> applies) {}

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
      List<Finding> strong = of(findings, pair.strong);
      for (Finding weak : of(findings, pair.weak)) {
        strong.stream()
            .filter(candidate -> pair.applies.test(candidate, weak))
            .findFirst()
            .ifPresent(found -> result.putIfAbsent(weak.key(), found.key()));
      }
    }
    return result;
  }

  private static List<Finding> of(List<Finding> findings, String rule) {
    return findings.stream().filter(finding -> finding.rule().id().equals(rule)).toList();
  }
}
