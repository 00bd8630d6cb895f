package dev.stillwater.report;

import dev.stillwater.model.AttributeChange;
import dev.stillwater.model.Component;
import dev.stillwater.model.Difference;
import dev.stillwater.model.DocumentDiff;
import dev.stillwater.model.Element;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Link;
import dev.stillwater.review.FindingChange;
import dev.stillwater.review.JourneyChange;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Vitals;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A comparison of two versions in words, apart from any markup: headings with rows.
///
/// @param title `Drawn and declared`, `Findings`, `Journeys`, `Decisions`, `Elsewhere`
public record DiffSection(String title, List<Row> rows) {
  public DiffSection {
    rows = List.copyOf(rows);
  }

  /// One thing that differs.
  ///
  /// @param mark `+`, `-`, `~` or `→`
  /// @param what the sort of thing, or how a journey or finding fares: `component`, `gone`
  /// @param name what it is called
  /// @param detail in what it differs; may be empty
  public record Row(String mark, String what, String name, String detail) {}

  /// The sections that have anything to say, in the order in which people ask.
  public static List<DiffSection> of(ReviewDiff diff) {
    List<DiffSection> sections = new ArrayList<>();
    add(sections, "Drawn and declared", design(diff.document()));
    add(sections, "Journeys", journeys(diff));
    add(sections, "Findings", findings(diff));
    add(sections, "Decisions", decisions(diff.document()));
    add(sections, "Elsewhere", elsewhere(diff.document()));
    return sections;
  }

  private static void add(List<DiffSection> into, String title, List<Row> rows) {
    if (!rows.isEmpty()) {
      into.add(new DiffSection(title, rows));
    }
  }

  private static List<Row> design(DocumentDiff document) {
    return document.design().differences().stream().map(DiffSection::row).toList();
  }

  private static Row row(Difference difference) {
    String changes = changes(difference.changes());
    return switch (difference.kind()) {
      case ADDED ->
          new Row("+", difference.sort().word(), label(difference), sortOf(difference.after()));
      case REMOVED ->
          new Row("-", difference.sort().word(), label(difference), sortOf(difference.before()));
      case CHANGED -> new Row("~", difference.sort().word(), label(difference), changes);
      case RENAMED ->
          new Row(
              "→",
              difference.sort().word(),
              Wording.line(difference.formerId().orElse("")) + " → " + label(difference),
              changes);
    };
  }

  /// The id, which is unique; with it the ends of a link that is not called by them.
  private static String label(Difference difference) {
    Element<?> element = difference.after() == null ? difference.before() : difference.after();
    if (element == null) {
      return "";
    }
    return element instanceof Link link && !link.id().equals(Link.impliedId(link.from(), link.to()))
        ? Wording.line(link.id() + " (" + link.from() + " → " + link.to() + ")")
        : Wording.line(element.id());
  }

  private static String sortOf(@Nullable Element<?> element) {
    return element instanceof Component component ? component.kind().word() : "";
  }

  private static String changes(List<AttributeChange> changes) {
    return String.join("; ", changes.stream().map(it -> Wording.line(it.text())).toList());
  }

  private static List<Row> journeys(ReviewDiff diff) {
    List<Row> rows = new ArrayList<>();
    for (JourneyChange change : diff.journeys()) {
      String id = Wording.line(change.verdict().journey().id());
      switch (change.kind()) {
        case ADDED -> rows.add(new Row("+", "new", id, standing(change.verdict())));
        case REMOVED -> rows.add(new Row("-", "removed", id, ""));
        case BETTER -> rows.add(new Row("~", "better", id, fares(change)));
        case WORSE -> rows.add(new Row("~", "worse", id, fares(change)));
        case MIXED -> rows.add(new Row("~", "better and worse", id, fares(change)));
        case SAME -> {}
      }
    }
    return rows;
  }

  private static String standing(JourneyVerdict verdict) {
    return verdict.stoppedBy().isEmpty()
        ? "no single failure stops it"
        : Figures.count(verdict.stoppedBy().size(), "component") + " alone can stop it";
  }

  private static String fares(JourneyChange change) {
    List<String> parts = new ArrayList<>();
    if (!change.stoppersGone().isEmpty()) {
      parts.add("no longer stopped by " + names(change.stoppersGone()));
    }
    if (!change.stoppersNew().isEmpty()) {
      parts.add("now stopped by " + names(change.stoppersNew()));
    }
    JourneyVerdict was = change.before();
    JourneyVerdict is = change.after();
    if (was != null && is != null) {
      String before = Figures.time(was.worstLatency());
      String after = Figures.time(is.worstLatency());
      if (!before.equals(after)) {
        parts.add("worst latency " + before + " → " + after);
      }
    }
    return String.join("; ", parts);
  }

  private static String names(List<JourneyVerdict.Stopper> stoppers) {
    return Wording.list(stoppers.stream().map(it -> Wording.line(it.component())).toList(), 5);
  }

  private static List<Row> findings(ReviewDiff diff) {
    return diff.findings().stream().map(DiffSection::row).toList();
  }

  private static Row row(FindingChange change) {
    ReviewedFinding found = change.finding();
    String text =
        found.finding().severity().word() + ": " + Wording.line(found.finding().message());
    return switch (change.kind()) {
      case NEW -> new Row("+", "new", change.key(), text);
      case REOPENED -> new Row("+", "counts again", change.key(), text);
      case WORSE -> new Row("~", "worse", change.key(), shift(change) + text);
      case BETTER -> new Row("~", "better", change.key(), shift(change) + text);
      case RESTATED -> new Row("~", "other numbers", change.key(), numbers(change));
      case SETTLED -> new Row("-", settled(found), change.key(), text);
      case GONE -> new Row("-", "gone", change.key(), text);
    };
  }

  private static String shift(FindingChange change) {
    ReviewedFinding was = change.before();
    ReviewedFinding is = change.after();
    if (was == null || is == null) {
      return "";
    }
    Severity before = was.finding().severity();
    return before == is.finding().severity()
        ? "journeys lost "
            + was.finding().journeysLost().size()
            + " → "
            + is.finding().journeysLost().size()
            + "; "
        : before.word() + " → ";
  }

  private static String numbers(FindingChange change) {
    ReviewedFinding was = change.before();
    ReviewedFinding is = change.after();
    return was == null || is == null
        ? ""
        : Wording.line(was.finding().detail()) + " → " + Wording.line(is.finding().detail());
  }

  private static String settled(ReviewedFinding found) {
    return switch (found.standing()) {
      case DECIDED -> "decided";
      case SUPERSEDED -> "said by a stronger one";
      case SWITCHED_OFF -> "switched off";
      case BASELINE -> "in the baseline";
      case OPEN -> "counts";
    };
  }

  private static List<Row> decisions(DocumentDiff document) {
    List<Row> rows = new ArrayList<>();
    for (DocumentDiff.DecisionChange change : document.decisions()) {
      String target = Wording.line(change.target());
      rows.add(
          switch (change.kind()) {
            case ADDED -> new Row("+", "decision", target, said(change));
            case REMOVED -> new Row("-", "decision", target, said(change));
            case CHANGED, RENAMED -> new Row("~", "decision", target, changes(change.changes()));
          });
    }
    return rows;
  }

  private static String said(DocumentDiff.DecisionChange change) {
    return change.after() != null
        ? Decided.of(change.after())
        : change.before() != null ? Decided.of(change.before()) : "";
  }

  private static List<Row> elsewhere(DocumentDiff document) {
    List<Row> rows = new ArrayList<>();
    if (!document.scenarios().isEmpty()) {
      rows.add(
          new Row(
              "~",
              "scenarios",
              Wording.list(document.scenarios().stream().map(Wording::name).toList(), 5),
              ""));
    }
    if (!document.moved().isEmpty()) {
      rows.add(
          new Row(
              "~", "moved", Figures.count(document.moved().size(), "component"), "places only"));
    }
    return rows;
  }

  /// The numbers of both versions that differ: `findings 20 → 8`, `journeys at risk 3 → 1`.
  public static List<String> numbers(Vitals before, Vitals after) {
    List<String> parts = new ArrayList<>();
    count(parts, "findings", before, after, Vitals::open);
    for (Severity severity : List.of(Severity.values()).reversed()) {
      count(
          parts,
          severity.word(),
          before,
          after,
          vitals -> vitals.findings().getOrDefault(severity, 0));
    }
    count(parts, "decided", before, after, Vitals::decided);
    count(parts, "journeys at risk", before, after, Vitals::journeysAtRisk);
    count(parts, "ways to lose a journey", before, after, Vitals::ways);
    figure(
        parts,
        "worst latency",
        Figures.time(before.worstLatency()),
        Figures.time(after.worstLatency()));
    figure(
        parts,
        "attempts",
        Figures.number(before.amplification()) + "×",
        Figures.number(after.amplification()) + "×");
    return parts;
  }

  private static void count(
      List<String> into, String what, Vitals before, Vitals after, ToIntFunction<Vitals> number) {
    int was = number.applyAsInt(before);
    int is = number.applyAsInt(after);
    if (was != is) {
      into.add(what + " " + was + " → " + is);
    }
  }

  private static void figure(List<String> into, String what, String was, String is) {
    if (!was.equals(is)) {
      into.add(what + " " + was + " → " + is);
    }
  }
}
