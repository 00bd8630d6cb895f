package dev.stillwater.review;

import dev.stillwater.analysis.Passes;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Document;
import dev.stillwater.model.DocumentDiff;
import dev.stillwater.model.FindingKey;
import dev.stillwater.model.Renames;
import dev.stillwater.review.JourneyVerdict.Stopper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Two versions of a design compared: what was drawn and declared otherwise, and what that does to
/// findings, journeys and numbers. Elements that were renamed keep their findings.
///
/// @param document what differs in the file
/// @param findings every finding that counts in one of them and differs, by kind, then in the order
///   of the reviews
/// @param journeys one entry for each journey of either, those of the later first
/// @param before the numbers of the earlier version
/// @param after the numbers of the later version
public record ReviewDiff(
    DocumentDiff document,
    List<FindingChange> findings,
    List<JourneyChange> journeys,
    Vitals before,
    Vitals after) {
  public ReviewDiff {
    findings = List.copyOf(findings);
    journeys = List.copyOf(journeys);
  }

  /// Judges two documents by the same rules and compares them.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static ReviewDiff of(
      Document before, Document after, Reviewer reviewer, LocalDate today, Progress progress) {
    Passes passes = new Passes(progress);
    passes.until(0.5);
    Analysis first = Analysis.of(before.design(), reviewer.presets(), passes);
    Review was = reviewer.review(before, first, today, passes);
    passes.until(1);
    Analysis second =
        before.design() == after.design()
            ? first
            : Analysis.of(after.design(), reviewer.presets(), passes);
    return of(was, first, reviewer.review(after, second, today, passes), second);
  }

  /// Compares two reviews with what was computed of their designs.
  public static ReviewDiff of(
      Review before, Analysis analysisBefore, Review after, Analysis analysisAfter) {
    return of(before, Vitals.of(before, analysisBefore), after, Vitals.of(after, analysisAfter));
  }

  static ReviewDiff of(Review before, Vitals vitalsBefore, Review after, Vitals vitalsAfter) {
    DocumentDiff document = DocumentDiff.of(before.document(), after.document());
    Renames renames = document.design().renames();
    return new ReviewDiff(
        document,
        findings(before, after, id -> renames.later(id, before.document().design())),
        journeys(before, after, renames),
        vitalsBefore,
        vitalsAfter);
  }

  public List<FindingChange> of(FindingChange.Kind kind) {
    return findings.stream().filter(change -> change.kind() == kind).toList();
  }

  public List<JourneyChange> of(JourneyChange.Kind kind) {
    return journeys.stream().filter(change -> change.kind() == kind).toList();
  }

  /// Whether neither the meaning nor anything that counts differs.
  public boolean isEmpty() {
    return document.design().isEmpty()
        && document.decisions().isEmpty()
        && findings.isEmpty()
        && journeys.stream().allMatch(change -> change.kind() == JourneyChange.Kind.SAME);
  }

  private static List<FindingChange> findings(
      Review before, Review after, UnaryOperator<String> laterId) {
    Map<String, ReviewedFinding> was = new LinkedHashMap<>();
    before.findings().forEach(found -> was.put(laterKey(found.key(), laterId), found));
    List<FindingChange> result = new ArrayList<>();
    for (ReviewedFinding found : after.findings()) {
      add(result, was.remove(laterKey(found.key(), id -> id)), found);
    }
    was.values().forEach(found -> add(result, found, null));
    result.sort(Comparator.comparing(FindingChange::kind));
    return result;
  }

  private static String laterKey(String key, UnaryOperator<String> laterId) {
    return FindingKey.parse(key)
        .map(parsed -> parsed.renamed(laterId).normal().toString())
        .orElse(key);
  }

  private static void add(
      List<FindingChange> into, @Nullable ReviewedFinding was, @Nullable ReviewedFinding is) {
    FindingChange.Kind kind = kind(was, is);
    if (kind != null) {
      into.add(new FindingChange(kind, was, is));
    }
  }

  private static FindingChange.@Nullable Kind kind(
      @Nullable ReviewedFinding was, @Nullable ReviewedFinding is) {
    boolean counted = was != null && was.isOpen();
    boolean counts = is != null && is.isOpen();
    if (was != null && is != null && counted && counts) {
      return shift(was, is);
    }
    if (counts) {
      return was == null ? FindingChange.Kind.NEW : FindingChange.Kind.REOPENED;
    }
    if (counted) {
      return is == null ? FindingChange.Kind.GONE : FindingChange.Kind.SETTLED;
    }
    return null;
  }

  private static FindingChange.@Nullable Kind shift(ReviewedFinding was, ReviewedFinding is) {
    int worse = is.finding().severity().compareTo(was.finding().severity());
    if (worse == 0) {
      worse =
          Integer.compare(is.finding().journeysLost().size(), was.finding().journeysLost().size());
    }
    if (worse != 0) {
      return worse > 0 ? FindingChange.Kind.WORSE : FindingChange.Kind.BETTER;
    }
    return is.finding().detail().equals(was.finding().detail())
        ? null
        : FindingChange.Kind.RESTATED;
  }

  private static List<JourneyChange> journeys(Review before, Review after, Renames renames) {
    Map<String, JourneyVerdict> was = new LinkedHashMap<>();
    before.journeys().forEach(it -> was.put(renames.journey(it.journey().id()), it));
    List<JourneyChange> result = new ArrayList<>();
    for (JourneyVerdict is : after.journeys()) {
      result.add(change(was.remove(is.journey().id()), is, renames));
    }
    was.values().forEach(gone -> result.add(change(gone, null, renames)));
    return result;
  }

  private static JourneyChange change(
      @Nullable JourneyVerdict was, @Nullable JourneyVerdict is, Renames renames) {
    if (was == null || is == null) {
      return new JourneyChange(was, is, List.of(), List.of());
    }
    Map<String, Stopper> earlier = new HashMap<>();
    was.stoppedBy().forEach(it -> earlier.put(renames.component(it.component()), it));
    Set<String> later = new HashSet<>();
    is.stoppedBy().forEach(it -> later.add(it.component()));
    return new JourneyChange(
        was,
        is,
        was.stoppedBy().stream()
            .filter(it -> !later.contains(renames.component(it.component())))
            .toList(),
        is.stoppedBy().stream().filter(it -> !earlier.containsKey(it.component())).toList());
  }
}
