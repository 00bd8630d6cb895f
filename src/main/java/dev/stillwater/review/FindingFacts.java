package dev.stillwater.review;

import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a decision about one finding is based on: how severe it is, its numbers, its path, and the
/// journeys that it costs. A decision writes them down, so that it can be told later which of them
/// is no longer true. A hash would be shorter, and could not say what changed.
///
/// @param detail the numbers, as the rule spells them
/// @param path the ids of the links concerned; of the components where there are no links
/// @param lost the ids of the journeys that it costs
record FindingFacts(Severity severity, String detail, List<String> path, List<String> lost) {
  private static final String BAR = " | ";
  private static final Pattern FIELD = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}._>:-]+");

  static FindingFacts of(Finding finding) {
    return new FindingFacts(
        finding.severity(),
        finding.detail().replace('|', '¦').strip(),
        finding.links().isEmpty() ? finding.components() : finding.links(),
        finding.journeysLost());
  }

  /// `high | order: 100 workers fill in 2.0 s | mail | place-order`.
  String text() {
    return String.join(
            BAR, severity.word(), detail, String.join(", ", path), String.join(", ", lost))
        .strip();
  }

  /// Reads the spelling; empty when it is none, as a hash of another tool.
  static Optional<FindingFacts> parse(String text) {
    String[] fields = FIELD.split(text.strip(), -1);
    if (fields.length != 4) {
      return Optional.empty();
    }
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(fields[0]))
        .findFirst()
        .map(severity -> new FindingFacts(severity, fields[1], ids(fields[2]), ids(fields[3])));
  }

  private static List<String> ids(String text) {
    return text.isEmpty() ? List.of() : List.of(COMMA.split(text));
  }

  /// Why a decision that was based on these facts has to be taken again: whole sentences, none
  /// where nothing is different that matters. What became milder or costs less is still covered;
  /// the zone that something lies in and the order of a list are no facts.
  List<String> changes(FindingFacts now, Design design) {
    List<String> reasons = new ArrayList<>();
    if (now.severity.compareTo(severity) > 0) {
      reasons.add("It was " + severity.word() + " and is " + now.severity.word() + " now.");
    }
    if (!comparable(detail, design).equals(comparable(now.detail, design))) {
      reasons.add("Its numbers were " + said(detail) + " and are " + said(now.detail) + " now.");
    }
    if (!new TreeSet<>(path).equals(new TreeSet<>(now.path))) {
      reasons.add("Its path was " + said(path) + " and is " + said(now.path) + " now.");
    }
    List<String> more = now.lost.stream().filter(id -> !lost.contains(id)).toList();
    if (!more.isEmpty()) {
      reasons.add("It costs " + String.join(", ", more) + " now, too.");
    }
    return reasons;
  }

  private static String said(String text) {
    return text.isEmpty() ? "none" : "\"" + text + "\"";
  }

  private static String said(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }

  /// The parts of a detail between commas in one order, with zones alike.
  private static List<String> comparable(String detail, Design design) {
    String masked =
        design.zones().isEmpty()
            ? detail
            : WORD.matcher(detail)
                .replaceAll((MatchResult word) ->
                    design.zones().contains(word.group())
                        ? "zone"
                        : word.group().replace("$", "\\$"));
    return Arrays.stream(COMMA.split(masked)).sorted().toList();
  }
}
