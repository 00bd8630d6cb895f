package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.none;
import static dev.stillwater.report.Html.text;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.drawing.Scene;
import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.review.Fix;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A finding in a page: what is wrong, how it travels, why it was flagged, what to do, how to
/// verify.
final class HtmlFinding {
  /// So many recommendations are shown with what they would change; of the others only the titles.
  static final int IN_FULL = 4;

  /// So many findings have a drawing of their own; a page with hundreds would be too heavy to open.
  private static final int MOST_DRAWINGS = 60;

  private final Chapter chapter;
  private final String id;
  private final PageKit kit;
  private final Words words;
  private int drawings;
  private int cards;

  HtmlFinding(Chapter chapter, String id, PageKit kit) {
    this.chapter = chapter;
    this.id = id;
    this.kit = kit;
    this.words = kit.words();
  }

  Html card(Section.Entry entry) {
    ReviewedFinding found = entry.head();
    Finding finding = found.finding();
    String anchor = id + "-f" + ++cards;
    kit.bookmarks()
        .add(2, anchor, Wording.line(finding.severity().mark() + " " + finding.message()));
    return el(
        "article",
        "finding " + finding.severity().word(),
        attr("id", anchor),
        attr("data-key", found.key()),
        el(
            "header",
            el(
                "h3",
                HtmlWords.mark(finding.severity()),
                text(" " + Wording.line(finding.message()))),
            el("p", "meta", text(meta(finding.rule())))),
        drawing(finding),
        chain(finding),
        because(finding),
        lapsed(found),
        under(entry.under()),
        el(
            "div",
            "columns",
            column(words.of("finding.do"), fixes(found)),
            column(words.of("finding.verify"), verification(finding.rule().verification()))));
  }

  private Html drawing(Finding finding) {
    Optional<Scene> scene =
        drawings < MOST_DRAWINGS ? PathDrawing.of(chapter, finding) : Optional.empty();
    if (scene.isEmpty()) {
      return none();
    }
    drawings++;
    return el("figure", "path", kit.easel().draw(scene.get(), finding.message()));
  }

  private static String meta(RuleInfo rule) {
    List<String> parts = new ArrayList<>();
    parts.add(rule.shortId());
    parts.addAll(rule.practices());
    parts.add(rule.failure().title());
    return String.join(" · ", parts);
  }

  private static Html because(Finding finding) {
    List<Html> parts = new ArrayList<>();
    if (!finding.because().isEmpty()) {
      parts.add(
          el(
              "p",
              text(
                  Wording.tied(
                      String.join(" ", finding.because().stream().map(Wording::line).toList())))));
    }
    Chapter.detail(finding)
        .ifPresent(detail -> parts.add(el("p", "detail", text(Wording.line(detail)))));
    return all(parts);
  }

  /// A decision that covered it once, and why it does so no more.
  private static Html lapsed(ReviewedFinding found) {
    return found
        .lapsedDecision()
        .map(lapsed ->
            el(
                "p",
                "guard",
                text(
                    "Decided before, and open again: "
                        + Decided.of(lapsed.decision())
                        + ". "
                        + String.join(" ", lapsed.why().stream().map(Wording::line).toList()))))
        .orElse(none());
  }

  private Html chain(Finding finding) {
    if (finding.chain().isEmpty()) {
      return none();
    }
    List<Html> steps = new ArrayList<>();
    for (Fact fact : finding.chain()) {
      steps.add(step(tone(fact.impact()), fact.t(), Wording.line(fact.why())));
    }
    double last = finding.chain().getLast().t();
    for (String journey : finding.journeysLost()) {
      String name =
          chapter
              .review()
              .document()
              .design()
              .journeys()
              .find(journey)
              .map(Journey::name)
              .orElse(journey);
      steps.add(step("lost", last, Wording.name(name) + " is down"));
    }
    return el("ol", "chain", all(steps));
  }

  private static Html step(String tone, double t, String sentence) {
    return el(
        "li", tone, el("span", "moment", text(Figures.moment(t))), el("span", text(sentence)));
  }

  private static String tone(Impact impact) {
    return switch (impact) {
      case SILENT, ERR, LOSS, DUP, REORDER, OVERLOAD -> "stopped";
      case SLOW, DEGRADED, STALE, BLIND -> "slowed";
      case BACKLOG, FULL -> "waiting";
    };
  }

  private Html under(List<ReviewedFinding> others) {
    if (others.isEmpty()) {
      return none();
    }
    return el(
        "ul",
        "under",
        all(
            others.stream()
                .map(other ->
                    el(
                        "li",
                        attr("data-key", other.key()),
                        HtmlWords.mark(other.finding().severity()),
                        text(" " + Wording.line(other.finding().message()) + " "),
                        el("span", "meta", text(meta(other.finding().rule()))),
                        chapter.fixes(other).isEmpty()
                            ? none()
                            : el("div", fix(chapter.fixes(other).getFirst()))))
                .toList()));
  }

  private static Html column(String title, Html content) {
    return el("div", el("h4", text(title)), content);
  }

  private Html fixes(ReviewedFinding found) {
    List<Fix> fixes = chapter.fixes(found);
    if (fixes.isEmpty()) {
      return el("p", text("No change of the drawing alone removes this."));
    }
    Html list =
        el(
            "ol",
            "fixes",
            all(fixes.stream().limit(IN_FULL).map(fix -> el("li", fix(fix))).toList()));
    List<String> rest =
        fixes.stream()
            .skip(IN_FULL)
            .filter(fix -> !fix.recommendation().isRefused())
            .map(fix -> Wording.line(fix.recommendation().title()))
            .toList();
    return rest.isEmpty()
        ? list
        : all(list, el("p", "muted", text("Also: " + String.join("; ", rest) + ".")));
  }

  private Html fix(Fix fix) {
    List<Html> parts = new ArrayList<>();
    boolean refused = fix.recommendation().isRefused();
    parts.add(
        el(refused ? "s" : "span", "change", text(Wording.line(fix.recommendation().title()))));
    parts.add(HtmlChapter.once(fix.recommendation()));
    planned(fix)
        .ifPresent(number ->
            parts.add(
                all(
                    text(" "),
                    el(
                        "a",
                        "first",
                        attr("href", "#" + id + "-step" + number),
                        text("do first: " + number)))));
    fix.effect()
        .filter(effect -> !refused)
        .map(Chapter::effect)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> parts.add(el("div", "effect", text(Wording.tied(text)))));
    if (!fix.recommendation().choice().isBlank() && !refused) {
      parts.add(el("div", "choice", text(Wording.line(fix.recommendation().choice()))));
    }
    if (!fix.recommendation().tradeOff().isBlank() && !refused) {
      parts.add(el("div", "muted", text(Wording.line(fix.recommendation().tradeOff()))));
    }
    for (GuardVerdict guard : fix.recommendation().guards()) {
      parts.add(
          el(
              "div",
              "guard",
              text(
                  guardWord(guard.kind())
                      + Wording.line(guard.text())
                      + " ("
                      + guard.guard()
                      + ")")));
    }
    return all(parts);
  }

  private static String guardWord(GuardVerdict.Kind kind) {
    return switch (kind) {
      case WARN -> "Take care: ";
      case ASK -> "First answer: ";
      case REFUSE -> "Not this: ";
    };
  }

  /// The number of the step of the plan that makes this change.
  private Optional<Integer> planned(Fix fix) {
    String signature = fix.recommendation().edit().signature();
    for (int i = 0; i < chapter.first().size(); i++) {
      PlanStep step = chapter.first().get(i);
      if (step.recommendations().stream().anyMatch(it -> it.edit().signature().equals(signature))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private Html verification(Verification verification) {
    return el(
        "dl",
        pair(words.of("finding.test"), verification.test()),
        pair(words.of("finding.alarm"), verification.alarm()),
        pair(words.of("finding.experiment"), verification.experiment()));
  }

  private static Html pair(String term, String text) {
    return text.isBlank() ? none() : all(el("dt", text(term)), el("dd", text(Wording.line(text))));
  }
}
