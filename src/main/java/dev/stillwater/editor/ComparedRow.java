package dev.stillwater.editor;

import dev.stillwater.editor.FixSummary.Turn;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.review.FindingChange;
import dev.stillwater.review.JourneyChange;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One line of two versions compared: what was drawn otherwise, how a journey fares, a finding that
/// came or went; with what it concerns on either side.
///
/// @param turn whether it is better for the design
/// @param word in what way: `gone`, `worse`, `+ added`
/// @param severity of a finding
/// @param name what it is about: a subject, a journey, an element
/// @param text what is to be said of it; may be empty
/// @param rule the short id of the rule of a finding; empty for all else
/// @param before ids of what it concerns in the earlier version: components and links
/// @param after ids of what it concerns in the later version
public record ComparedRow(
    Section section,
    Turn turn,
    String word,
    Optional<Severity> severity,
    String name,
    String text,
    String rule,
    Set<String> before,
    Set<String> after) {
  /// What lines are grouped by, in the order of a comparison.
  public enum Section {
    JOURNEYS("Journeys"),
    NEW("New findings"),
    GONE("Findings gone"),
    CHANGED("Findings changed"),
    DRAWN("Drawn and declared");

    private final String title;

    Section(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// What was drawn and declared otherwise; known before anything is judged.
  public static List<ComparedRow> drawn(Comparison comparison) {
    return comparison.rows().stream().map(ComparedRow::row).toList();
  }

  private static ComparedRow row(ChangeRow row) {
    String named = row.name().equals(row.what()) ? row.what() : row.what() + " " + row.name();
    return new ComparedRow(
        Section.DRAWN,
        Turn.SAME,
        row.mark() + " " + row.kind().word(),
        Optional.empty(),
        named,
        row.detail(),
        "",
        row.before().map(Set::of).orElse(Set.of()),
        row.after().map(Set::of).orElse(Set.of()));
  }

  /// What the differences do: journeys, then findings that came, those that went, those that say
  /// something else now.
  public static List<ComparedRow> effects(
      ReviewDiff diff, Document before, Document after, Presets presets) {
    List<ComparedRow> rows = new ArrayList<>(journeys(diff, before, after, presets));
    List<ComparedRow> findings = diff.findings().stream().map(ComparedRow::row).toList();
    for (Section section : Section.values()) {
      findings.stream().filter(row -> row.section == section).forEach(rows::add);
    }
    return rows;
  }

  private static List<ComparedRow> journeys(
      ReviewDiff diff, Document before, Document after, Presets presets) {
    JourneyPaths was = new JourneyPaths(presets);
    JourneyPaths is = new JourneyPaths(presets);
    List<ComparedRow> rows = new ArrayList<>();
    for (JourneyChange change : diff.journeys()) {
      JourneyChange.Kind kind = change.kind();
      if (kind != JourneyChange.Kind.SAME) {
        rows.add(
            new ComparedRow(
                Section.JOURNEYS,
                turn(kind),
                word(kind),
                Optional.empty(),
                change.verdict().journey().name(),
                TrialRows.fares(change),
                "",
                way(change.before(), change.stoppersGone(), id -> was.links(before.design(), id)),
                way(change.after(), change.stoppersNew(), id -> is.links(after.design(), id))));
      }
    }
    return rows;
  }

  private static Turn turn(JourneyChange.Kind kind) {
    return switch (kind) {
      case BETTER -> Turn.BETTER;
      case WORSE, MIXED -> Turn.WORSE;
      case ADDED, REMOVED, SAME -> Turn.SAME;
    };
  }

  private static String word(JourneyChange.Kind kind) {
    return switch (kind) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case MIXED -> "mixed";
      case ADDED -> "new";
      case REMOVED -> "removed";
      case SAME -> "same";
    };
  }

  /// What alone can stop a journey in one version and not in the other; where there is nothing, the
  /// way that the journey takes.
  private static Set<String> way(
      @Nullable JourneyVerdict verdict,
      List<JourneyVerdict.Stopper> stoppers,
      Function<String, List<String>> links) {
    if (verdict == null) {
      return Set.of();
    }
    return stoppers.isEmpty()
        ? ids(links.apply(verdict.journey().id()))
        : ids(stoppers.stream().map(JourneyVerdict.Stopper::component).toList());
  }

  private static ComparedRow row(FindingChange change) {
    return switch (change.kind()) {
      case NEW -> row(change, Section.NEW, Turn.WORSE, "new");
      case REOPENED -> row(change, Section.NEW, Turn.WORSE, "counts again");
      case WORSE -> row(change, Section.CHANGED, Turn.WORSE, "worse");
      case BETTER -> row(change, Section.CHANGED, Turn.BETTER, "milder");
      case RESTATED -> row(change, Section.CHANGED, Turn.SAME, "other numbers");
      case SETTLED -> row(change, Section.GONE, Turn.BETTER, "settled");
      case GONE -> row(change, Section.GONE, Turn.BETTER, "gone");
    };
  }

  private static ComparedRow row(FindingChange change, Section section, Turn turn, String word) {
    Finding finding = change.finding().finding();
    ReviewedFinding was = change.before();
    ReviewedFinding is = change.after();
    return new ComparedRow(
        section,
        turn,
        word,
        Optional.of(finding.severity()),
        finding.subject(),
        finding.message() + numbers(change),
        finding.rule().shortId(),
        was == null ? Set.of() : concerned(was.finding()),
        is == null ? Set.of() : concerned(is.finding()));
  }

  /// From which numbers to which, where it is found in both.
  private static String numbers(FindingChange change) {
    ReviewedFinding was = change.before();
    ReviewedFinding is = change.after();
    return was == null || is == null || was.finding().detail().equals(is.finding().detail())
        ? ""
        : ": " + was.finding().detail() + " → " + is.finding().detail();
  }

  private static Set<String> concerned(Finding finding) {
    List<String> ids = new ArrayList<>(finding.components());
    ids.addAll(finding.links());
    return ids(ids);
  }

  private static Set<String> ids(Collection<String> ids) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(ids));
  }

  /// What several lines concern in the earlier version.
  public static Set<String> before(Collection<ComparedRow> rows) {
    Set<String> ids = new LinkedHashSet<>();
    rows.forEach(row -> ids.addAll(row.before));
    return ids;
  }

  /// What several lines concern in the later version.
  public static Set<String> after(Collection<ComparedRow> rows) {
    Set<String> ids = new LinkedHashSet<>();
    rows.forEach(row -> ids.addAll(row.after));
    return ids;
  }
}
