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
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final PageKit kit;
  private final Words words;

  HtmlChapter(Chapter chapter, String id, PageKit kit) {
    this.chapter = chapter;
    this.review = chapter.review();
    this.design = review.document().design();
    this.id = id;
    this.kit = kit;
    this.words = kit.words();
  }

  /// By name everything that a page shows of the chapter; see [PageTemplate#CHAPTER].
  Map<String, Object> values() {
    kit.bookmarks().add(0, id, Wording.name(chapter.title()));
    HtmlMethod method = new HtmlMethod(chapter, id, kit);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("name", Wording.name(chapter.title()));
    values.put("file", chapter.file());
    values.put("day", chapter.day().toString());
    values.put("hash", chapter.hash());
    values.put("verdict", HtmlWords.grade(words, Verdict.of(chapter.whole())));
    values.put("cover", all(head(), cards()));
    values.put("summary", brief());
    values.put("plan", plan());
    values.put("drawing", drawing());
    values.put("journeys", journeys());
    values.put("findings", findings());
    values.put("fixed", fixed());
    values.put("questions", questions());
    values.put("impact", HtmlImpact.of(chapter, id, kit));
    values.put("notCounted", notCounted());
    values.put("decisions", decisions());
    values.put("rules", method.rules());
    values.put("method", method.method());
    values.put("signOff", HtmlSignOff.of(id, kit));
    return values;
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
            + "."
            + shown();
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
            el("span", text(kit.presentation().heading())),
            el(
                "span",
                attr("title", chapter.hash()),
                text("design " + shortHash() + " · " + Wording.day(chapter.day())))),
        el("h1", text(Wording.name(chapter.title()))),
        all(description),
        el("p", "lead", text(size)));
  }

  /// What a filter left out, as a sentence.
  private String shown() {
    return chapter
        .filter()
        .words()
        .map(filter ->
            " Shown are findings "
                + filter
                + "; "
                + Figures.count(chapter.leftOut(), "other")
                + " left out.")
        .orElse("");
  }

  private Html brief() {
    Brief brief = Brief.of(chapter);
    return el(
        "section",
        "brief",
        part("brief.wrong", brief.wrong()),
        part("brief.first", brief.first()),
        part("brief.buys", brief.buys()));
  }

  private Html part(String key, List<String> sentences) {
    return sentences.isEmpty()
        ? none()
        : el(
            "div",
            el("h2", "label", text(words.of(key))),
            el("p", "key", text(Wording.tied(sentences.getFirst()))),
            all(
                sentences.stream()
                    .skip(1)
                    .map(sentence -> el("p", text(Wording.tied(sentence))))
                    .toList()));
  }

  private String shortHash() {
    String hash = chapter.hash();
    return hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4);
  }

  private Html cards() {
    Verdict verdict = Verdict.of(chapter.whole());
    return el(
        "section",
        "cards",
        attr("aria-label", words.of("card.verdict")),
        el(
            "div",
            "card verdict " + HtmlWords.gradeClass(verdict),
            el("p", "label", text(words.of("card.verdict"))),
            el("p", "figure", text(HtmlWords.grade(words, verdict))),
            el("p", text(Wording.tied(verdict.sentence())))),
        card(words.of("card.findings"), HtmlWords.counts(review), countsInWords()),
        FirstLoss.of(chapter)
            .map(loss ->
                card(
                    words.of("card.loss"),
                    text(Figures.moment(loss.t())),
                    text(String.join(" → ", loss.way()))))
            .orElseGet(() ->
                card(
                    words.of("card.loss"),
                    text("none"),
                    text("no part that answers slowly stops a journey"))),
        card(
            words.of("card.questions"),
            text(Integer.toString(review.questions().size())),
            text(openQuestions())));
  }

  private static Html card(String title, Html figure, Html rest) {
    return el(
        "div", "card", el("p", "label", text(title)), el("p", "figure", figure), el("p", rest));
  }

  /// What the marks of the counts mean, and after that what does not count.
  private Html countsInWords() {
    List<String> counted = new ArrayList<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      int count = review.summary().getOrDefault(severity, 0);
      if (count > 0) {
        counted.add(count + " " + severity.word());
      }
    }
    List<String> others = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      int count = review.count(standing);
      if (standing != Standing.OPEN && count > 0) {
        others.add(count + " " + Standings.phrase(standing));
      }
    }
    String words = counted.isEmpty() ? "none that counts" : String.join(", ", counted);
    return text(others.isEmpty() ? words : words + "; " + String.join(", ", others));
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
            words.heads(
                "journey",
                "journey.class",
                "journey.deadline",
                "journey.latency",
                "journey.stopped"));
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
    return titled("journeys", "", table);
  }

  /// A title that one can jump to.
  static Html heading(PageKit kit, String chapter, String key) {
    String anchor = chapter + "-" + key.replace('.', '-');
    String title = kit.words().of(key);
    kit.bookmarks().add(1, anchor, title);
    return el("h2", attr("id", anchor), attr("lang", kit.words().language()), text(title));
  }

  /// A table under its title; nothing where it is empty.
  private Html titled(String key, String note, HtmlTable table) {
    return table.isEmpty()
        ? none()
        : el(
            "section",
            heading(kit, id, key),
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
            words.heads(
                "", "plan.change", "plan.ways", "plan.latency", "plan.gone", "plan.effort"));
    for (int i = 0; i < chapter.first().size(); i++) {
      step(table, i + 1, chapter.first().get(i));
    }
    return titled(
        "plan",
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
            heading(kit, id, "drawing"),
            el("figure", "drawing", kit.easel().draw(Drawings.scene(chapter), chapter.title())));
  }

  private Html findings() {
    HtmlFinding finding = new HtmlFinding(chapter, id, kit);
    return all(Section.of(chapter).stream().map(section -> section(section, finding)).toList());
  }

  private Html section(Section section, HtmlFinding finding) {
    return el(
        "section",
        section.ofJourney().map(this::promised).orElseGet(this::elsewhere),
        all(section.entries().stream().map(finding::card).toList()));
  }

  private Html promised(Journey journey) {
    String anchor = id + "-j" + List.copyOf(design.journeys().ids()).indexOf(journey.id());
    kit.bookmarks().add(1, anchor, Wording.name(journey.name()));
    return el(
        "h2",
        attr("id", anchor),
        text(Wording.name(journey.name())),
        el(
            "span",
            "promise",
            text(Wording.tied(" · " + String.join(" · ", JourneyWords.promise(journey))))));
  }

  private Html elsewhere() {
    return heading(kit, id, review.journeys().isEmpty() ? "findings" : "findings.elsewhere");
  }

  private Html questions() {
    HtmlTable table =
        new HtmlTable(
            "questions",
            words.heads("questions.question", "questions.attribute", "questions.answers"));
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
        "questions", "What could not be judged because something is not declared.", table);
  }

  private Html notCounted() {
    HtmlTable table =
        new HtmlTable("", words.heads("uncounted.finding", "uncounted.key", "uncounted.why"));
    for (ReviewedFinding found : review.findings()) {
      if (!found.isOpen()) {
        table.row(
            attr("data-key", found.key()),
            List.of(
                all(
                    HtmlWords.mark(found.finding().severity()),
                    text(" " + Wording.line(found.finding().message()))),
                el("code", text(found.key())),
                text(Standings.why(found))));
      }
    }
    return titled("uncounted", "", table);
  }

  private Html fixed() {
    HtmlTable table = new HtmlTable("", words.heads("fixed.finding", "fixed.key"));
    for (Baseline.Known known : chapter.fixed()) {
      table.row(text(Wording.line(known.message())), el("code", text(Wording.line(known.key()))));
    }
    return titled("fixed", "", table);
  }

  private Html decisions() {
    HtmlTable table =
        new HtmlTable("", words.heads("decisions.target", "decisions.decision", "decisions.why"));
    for (DecisionStatus status : review.decisions()) {
      if (status.covered() == 0) {
        table.row(
            el("code", text(Wording.line(status.decision().target()))),
            text(Decided.of(status.decision())),
            text(Decided.state(status)));
      }
    }
    return titled("decisions", "", table);
  }
}
