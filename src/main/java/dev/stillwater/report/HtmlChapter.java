package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.none;
import static dev.stillwater.report.Html.text;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.JourneyVerdict.Stopper;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One design in a page: the verdict first, then what to do, the drawing, the findings by journey,
/// and at the end what the verdict rests on.
final class HtmlChapter {
  private final Chapter chapter;
  private final Review review;
  private final Design design;
  private final String id;
  private final HtmlFinding findings;

  HtmlChapter(Chapter chapter, String id) {
    this.chapter = chapter;
    this.review = chapter.review();
    this.design = review.document().design();
    this.id = id;
    this.findings = new HtmlFinding(chapter, id);
  }

  Html html() {
    return el(
        "article",
        "page",
        attr("id", id),
        head(),
        cards(),
        journeys(),
        plan(),
        drawing(),
        all(Section.of(chapter).stream().map(this::section).toList()),
        questions(),
        notCounted(),
        decisions(),
        new HtmlMethod(chapter).html());
  }

  private Html head() {
    String size =
        Figures.count(design.components().size(), "component")
            + ", "
            + Figures.count(design.links().size(), "link")
            + ", "
            + Figures.count(design.journeys().size(), "journey")
            + ". Reviewed against "
            + Figures.count(review.rules().size(), "rule")
            + ".";
    List<Html> description =
        design.description().isBlank()
            ? List.of()
            : design
                .description()
                .strip()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> el("p", "lead", text(Wording.line(line))))
                .toList();
    return el(
        "header",
        el(
            "div",
            "kicker",
            el("span", text("Reliability review")),
            el(
                "span",
                attr("title", chapter.hash()),
                text("design " + shortHash() + " · " + Wording.day(chapter.day())))),
        el("h1", text(Wording.name(chapter.title()))),
        all(description),
        el("p", "lead", text(size)));
  }

  private String shortHash() {
    String hash = chapter.hash();
    return hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4);
  }

  private Html cards() {
    Verdict verdict = Verdict.of(review);
    return el(
        "section",
        "cards",
        attr("aria-label", "Verdict"),
        el(
            "div",
            "card verdict " + HtmlWords.gradeClass(verdict),
            el("h4", text("Verdict")),
            el("p", "figure", text(verdict.grade().title())),
            el("p", text(Wording.tied(verdict.sentence())))),
        card("Findings", HtmlWords.counts(review), uncounted()),
        FirstLoss.of(chapter)
            .map(loss ->
                card(
                    "First loss after a slow part",
                    text(Figures.moment(loss.t())),
                    text(String.join(" → ", loss.way()))))
            .orElseGet(() ->
                card(
                    "First loss after a slow part",
                    text("none"),
                    text("no part that answers slowly stops a journey"))),
        card(
            "Open questions",
            text(Integer.toString(review.questions().size())),
            text(openQuestions())));
  }

  private static Html card(String title, Html figure, Html rest) {
    return el("div", "card", el("h4", text(title)), el("p", "figure", figure), el("p", rest));
  }

  private Html uncounted() {
    List<String> parts = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      int count = review.count(standing);
      if (standing != Standing.OPEN && count > 0) {
        parts.add(count + " " + standingWord(standing));
      }
    }
    return text(parts.isEmpty() ? "none decided or known before" : String.join(", ", parts));
  }

  private static String standingWord(Standing standing) {
    return switch (standing) {
      case OPEN -> "open";
      case SUPERSEDED -> "said by a stronger one";
      case SWITCHED_OFF -> "switched off by a rules file";
      case DECIDED -> "decided";
      case BASELINE -> "known before";
    };
  }

  private String openQuestions() {
    Map<String, List<String>> byAttribute =
        review.questions().stream()
            .collect(
                Collectors.groupingBy(
                    Question::attribute,
                    TreeMap::new,
                    Collectors.mapping(Question::element, Collectors.toList())));
    List<String> parts = new ArrayList<>();
    byAttribute.forEach(
        (attribute, elements) -> parts.add(attribute + " of " + Wording.list(elements, 2)));
    return parts.isEmpty() ? "everything needed is declared" : Wording.list(parts, 2);
  }

  private Html journeys() {
    HtmlTable table =
        new HtmlTable(
            "journeys",
            "Journey",
            "Real-time class",
            "Deadline",
            "Worst latency",
            "Stopped by alone");
    for (JourneyVerdict verdict : review.journeys()) {
      Journey journey = verdict.journey();
      table.row(
          all(el("b", text(Wording.name(journey.name()))), importance(journey)),
          text(JourneyWords.bothClasses(journey)),
          text(
              journey
                  .get(JourneyAttributes.DEADLINE)
                  .map(Wording::declared)
                  .orElse("not declared")),
          worst(verdict),
          stoppers(verdict));
    }
    return titled("Journeys", "", table);
  }

  /// A table under its title; nothing where it is empty.
  private static Html titled(String title, String note, HtmlTable table) {
    return table.isEmpty()
        ? none()
        : el(
            "section",
            el("h2", text(title)),
            note.isEmpty() ? none() : el("p", "note", text(note)),
            table.html());
  }

  private static Html importance(Journey journey) {
    return journey.isCritical() ? all(text(" "), el("span", "tag", text("critical"))) : none();
  }

  private static Html worst(JourneyVerdict verdict) {
    if (Double.isNaN(verdict.worstLatency())) {
      return el("span", "muted", text("nothing is waited for"));
    }
    boolean late =
        verdict
            .journey()
            .get(JourneyAttributes.DEADLINE)
            .filter(deadline -> verdict.worstLatency() > deadline.millis())
            .isPresent();
    return el("span", late ? "worse" : "plain", text(Figures.time(verdict.worstLatency())));
  }

  private static Html stoppers(JourneyVerdict verdict) {
    if (verdict.stoppedBy().isEmpty()) {
      return el("span", "better", text("nothing alone"));
    }
    List<String> parts =
        verdict.stoppedBy().stream()
            .map((Stopper stopper) ->
                stopper.component()
                    + (stopper.how() == Failure.CRASH ? "" : " slow")
                    + " at "
                    + Figures.moment(stopper.t()))
            .toList();
    return text(Wording.tied(Wording.list(parts, 6)));
  }

  private Html plan() {
    HtmlTable table =
        new HtmlTable(
            "plan",
            "",
            "Change",
            "Ways to lose a journey",
            "Worst latency",
            "Findings gone",
            "Effort");
    for (int i = 0; i < chapter.plan().size(); i++) {
      step(table, i + 1, chapter.plan().get(i));
    }
    return titled(
        "Do these first",
        "Each line is measured on top of those above it: the change is made and everything is"
            + " judged again. A way to lose a journey is one component whose crash or slowness"
            + " alone stops it.",
        table);
  }

  private void step(HtmlTable table, int number, PlanStep step) {
    List<Html> titles =
        step.recommendations().stream()
            .map((Recommendation it) ->
                el("div", el("span", "change", text(Wording.line(it.title()))), once(it)))
            .toList();
    table.row(
        attr("id", id + "-step" + number),
        List.of(
            text(Integer.toString(number)),
            all(
                all(titles),
                step.tradeOff().isBlank()
                    ? none()
                    : el("div", "muted", text(Wording.line(step.tradeOff())))),
            HtmlWords.change(
                Integer.toString(step.waysBefore()),
                Integer.toString(step.waysAfter()),
                step.waysAfter() <= step.waysBefore()),
            HtmlWords.change(
                Figures.time(step.latencyBefore()),
                Figures.time(step.latencyAfter()),
                step.latencyAfter() <= step.latencyBefore()),
            text(
                step.gone()
                    + (step.follow().isEmpty() ? "" : ", " + step.follow().size() + " new")),
            text(step.effort().word())));
  }

  static Html once(Recommendation recommendation) {
    return recommendation.declaresOnly()
        ? all(text(" "), el("span", "tag", text("declare, once true")))
        : none();
  }

  private Html drawing() {
    return design.components().isEmpty()
        ? none()
        : el(
            "section",
            el("h2", text("The design")),
            el("figure", "drawing", new Html.Trusted(Drawings.svg(chapter, id + "-"))));
  }

  private Html section(Section section) {
    Html title =
        section
            .ofJourney()
            .map(journey ->
                el(
                    "h2",
                    text(Wording.name(journey.name())),
                    el(
                        "span",
                        "promise",
                        text(
                            Wording.tied(
                                " · " + String.join(" · ", JourneyWords.promise(journey)))))))
            .orElseGet(() ->
                el("h2", text(review.journeys().isEmpty() ? "Findings" : "Not on any journey")));
    return el("section", title, all(section.entries().stream().map(findings::card).toList()));
  }

  private Html questions() {
    HtmlTable table = new HtmlTable("questions", "Question", "Attribute", "Answers");
    for (Question question : review.questions()) {
      table.row(
          text(Wording.line(question.text())),
          el("code", text(question.element() + "." + question.attribute())),
          Html.joined(
              question.answers().stream()
                  .map(answer -> text(Wording.line(answer.title())))
                  .toList(),
              text(" · ")));
    }
    return titled(
        "Open questions", "What could not be judged because something is not declared.", table);
  }

  private Html notCounted() {
    HtmlTable table = new HtmlTable("", "Finding", "Key", "Why");
    for (ReviewedFinding found : review.findings()) {
      if (!found.isOpen()) {
        table.row(
            attr("data-key", found.key()),
            List.of(
                all(
                    HtmlWords.mark(found.finding().severity()),
                    text(" " + Wording.line(found.finding().message()))),
                el("code", text(found.key())),
                text(whyNotCounted(found))));
      }
    }
    return titled("Findings that do not count", "", table);
  }

  private static String whyNotCounted(ReviewedFinding found) {
    return switch (found.standing()) {
      case OPEN -> "";
      case SUPERSEDED -> "said by " + found.superseder().orElse("");
      case SWITCHED_OFF -> found.switchedOff().map(Wording::switchedOff).orElse("");
      case DECIDED -> found.decided().map(Decided::of).orElse("");
      case BASELINE -> "known before";
    };
  }

  private Html decisions() {
    HtmlTable table = new HtmlTable("", "Target", "Decision", "Why");
    for (DecisionStatus status : review.decisions()) {
      if (status.covered() == 0) {
        table.row(
            el("code", text(Wording.line(status.decision().target()))),
            text(Decided.of(status.decision())),
            text(Decided.state(status)));
      }
    }
    return titled("Decisions that cover nothing", "", table);
  }
}
