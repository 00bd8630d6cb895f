package dev.stillwater.report;

import static dev.stillwater.report.Markdown.code;
import static dev.stillwater.report.Markdown.text;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.review.Fix;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Verification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The format for pull requests and wikis.
public final class MarkdownReport implements ReportFormat {
  @Override
  public String name() {
    return "md";
  }

  @Override
  public String purpose() {
    return "Markdown, for a pull request or a wiki";
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    return chapters.stream()
        .map(chapter -> new Writer(chapter, presentation).write())
        .collect(Collectors.joining("\n---\n\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// One chapter while it is written.
  private static final class Writer {
    private final Chapter chapter;
    private final Review review;
    private final Presentation presentation;
    private final Words words;
    private final StringBuilder out = new StringBuilder();

    Writer(Chapter chapter, Presentation presentation) {
      this.chapter = chapter;
      this.presentation = presentation;
      this.words = presentation.words();
      this.review = chapter.review();
    }

    String write() {
      summary();
      plan();
      journeys();
      Section.of(chapter).forEach(this::section);
      fixed();
      questions();
      notCounted();
      decisions();
      rules();
      return out.toString().stripTrailing() + "\n";
    }

    private void line(String line) {
      out.append(line).append('\n');
    }

    private void paragraph(String line) {
      line(line);
      line("");
    }

    private void row(String... cells) {
      line("| " + String.join(" | ", cells) + " |");
    }

    private void head(String... cells) {
      row(cells);
      line("|" + " --- |".repeat(cells.length));
    }

    private void summary() {
      Verdict verdict = Verdict.of(chapter.whole());
      paragraph(
          "# "
              + text(presentation.ownTitle().orElse(words.of("report")))
              + ": "
              + text(Wording.name(chapter.title())));
      paragraph("**" + HtmlWords.grade(words, verdict) + ".** " + text(verdict.sentence()));
      Map<Severity, Integer> summary = review.summary();
      List<String> counts = new ArrayList<>();
      for (Severity severity : List.of(Severity.values()).reversed()) {
        int count = summary.getOrDefault(severity, 0);
        if (count > 0) {
          counts.add(severity.mark() + " " + count + " " + severity.word());
        }
      }
      line(
          "- "
              + words.of("findings")
              + ": "
              + (counts.isEmpty() ? "none" : String.join(", ", counts))
              + uncounted());
      FirstLoss.of(chapter)
          .ifPresent(loss ->
              line(
                  "- "
                      + words.of("card.loss")
                      + ": "
                      + Figures.moment(loss.t())
                      + ", "
                      + text(String.join(" → ", loss.way()))));
      line("- " + words.of("questions") + ": " + review.questions().size());
      chapter
          .filter()
          .words()
          .ifPresent(filter ->
              line(
                  "- "
                      + words.of("fact.filter")
                      + ": "
                      + text(filter)
                      + "; "
                      + Figures.count(chapter.leftOut(), "other")
                      + " left out"));
      paragraph(
          "- "
              + words.of("fact.design")
              + ": "
              + code(chapter.file())
              + ", "
              + code(chapter.hash().substring(0, 12))
              + ", reviewed against "
              + Figures.count(review.rules().size(), "rule"));
    }

    private String uncounted() {
      StringBuilder result = new StringBuilder();
      for (Standing standing : Standing.values()) {
        int count = review.count(standing);
        if (count > 0) {
          result.append(
              switch (standing) {
                case OPEN -> "";
                case SUPERSEDED -> "; " + count + " said by a stronger one";
                case SWITCHED_OFF -> "; " + count + " switched off by a rules file";
                case DECIDED -> "; " + count + " decided";
                case BASELINE -> "; " + count + " known before";
              });
        }
      }
      return result.toString();
    }

    private void plan() {
      if (chapter.plan().isEmpty()) {
        return;
      }
      paragraph("## " + words.of("plan"));
      head(words.heads("", "plan.change", "plan.ways", "plan.latency", "plan.gone", "plan.effort"));
      for (int i = 0; i < chapter.first().size(); i++) {
        PlanStep step = chapter.first().get(i);
        row(
            Integer.toString(i + 1),
            step.recommendations().stream()
                    .map(it -> "**" + text(Wording.name(it.title())) + "**" + once(it))
                    .collect(Collectors.joining("<br>"))
                + (step.tradeOff().isBlank() ? "" : "<br>" + text(step.tradeOff())),
            change(Integer.toString(step.waysBefore()), Integer.toString(step.waysAfter())),
            change(Figures.time(step.latencyBefore()), Figures.time(step.latencyAfter())),
            step.gone() + (step.follow().isEmpty() ? "" : ", " + step.follow().size() + " new"),
            step.effort().word());
      }
      line("");
    }

    private static String once(Recommendation recommendation) {
      return recommendation.declaresOnly() ? " (declare, once true)" : "";
    }

    private static String change(String before, String after) {
      return before.equals(after) ? after : "~~" + before + "~~ → **" + after + "**";
    }

    private void journeys() {
      if (review.journeys().isEmpty()) {
        return;
      }
      paragraph("## " + words.of("journeys"));
      head(
          words.heads(
              "journey",
              "journey.class",
              "journey.deadline",
              "journey.latency",
              "journey.stopped"));
      for (JourneyVerdict verdict : review.journeys()) {
        Journey journey = verdict.journey();
        row(
            "**"
                + text(Wording.name(journey.name()))
                + "**"
                + (journey.isCritical() ? ", critical" : ""),
            JourneyWords.bothClasses(journey),
            journey.get(JourneyAttributes.DEADLINE).map(Wording::declared).orElse("not declared"),
            Double.isNaN(verdict.worstLatency())
                ? "nothing is waited for"
                : Figures.time(verdict.worstLatency()),
            stoppers(verdict));
      }
      line("");
    }

    private static String stoppers(JourneyVerdict verdict) {
      List<String> parts =
          verdict.stoppedBy().stream()
              .map(it ->
                  it.component()
                      + (it.how() == Failure.CRASH ? "" : " slow")
                      + " at "
                      + Figures.moment(it.t()))
              .toList();
      return parts.isEmpty() ? "nothing alone" : text(Wording.list(parts, 6));
    }

    private void section(Section section) {
      paragraph(
          "## "
              + section
                  .ofJourney()
                  .map(journey ->
                      text(Wording.name(journey.name()))
                          + " · "
                          + String.join(" · ", JourneyWords.promise(journey)))
                  .orElse(
                      words.of(review.journeys().isEmpty() ? "findings" : "findings.elsewhere")));
      for (Section.Entry entry : section.entries()) {
        finding(entry.head(), "###");
        entry.under().forEach(other -> finding(other, "####"));
      }
    }

    private void finding(ReviewedFinding found, String level) {
      Finding finding = found.finding();
      paragraph(level + " " + finding.severity().mark() + " " + text(finding.message()));
      List<String> meta = new ArrayList<>();
      meta.add(code(found.key()));
      meta.add(finding.severity().word());
      meta.addAll(finding.rule().practices());
      meta.add(finding.rule().failure().title());
      paragraph(String.join(" · ", meta));
      if (!finding.chain().isEmpty()) {
        paragraph(
            finding.chain().stream()
                .map((Fact fact) -> Figures.moment(fact.t()) + " " + text(fact.why()))
                .collect(Collectors.joining(" → ")));
      }
      if (!finding.because().isEmpty()) {
        paragraph(finding.because().stream().map(Markdown::text).collect(Collectors.joining(" ")));
      }
      Chapter.detail(finding).ifPresent(detail -> paragraph(code(detail)));
      found
          .lapsedDecision()
          .ifPresent(lapsed ->
              paragraph(
                  "**Decided before, and open again:** "
                      + text(Decided.of(lapsed.decision()))
                      + ". "
                      + lapsed.why().stream()
                          .map(Markdown::text)
                          .collect(Collectors.joining(" "))));
      fixes(found);
      verification(finding.rule().verification());
      line("");
    }

    private void fixes(ReviewedFinding found) {
      List<Fix> fixes = chapter.fixes(found);
      for (Fix fix : fixes.stream().limit(HtmlFinding.IN_FULL).toList()) {
        line("- " + fix(fix));
      }
      String rest =
          fixes.stream()
              .skip(HtmlFinding.IN_FULL)
              .filter(fix -> !fix.recommendation().isRefused())
              .map(fix -> text(fix.recommendation().title()))
              .collect(Collectors.joining("; "));
      if (!rest.isEmpty()) {
        line("- Also: " + sentence(rest));
      }
    }

    private static String fix(Fix fix) {
      Recommendation recommendation = fix.recommendation();
      boolean refused = recommendation.isRefused();
      List<String> parts = new ArrayList<>();
      parts.add(
          (refused ? "**Not:** " : fix.n() == 1 ? "**Do:** " : "**Or:** ")
              + sentence(text(recommendation.title()) + once(recommendation)));
      String effect = refused ? "" : fix.effect().map(Chapter::effect).orElse("");
      if (!effect.isEmpty()) {
        parts.add(sentence(text(Character.toUpperCase(effect.charAt(0)) + effect.substring(1))));
      }
      if (!refused && !recommendation.choice().isBlank()) {
        parts.add(sentence(text(recommendation.choice())));
      }
      if (!refused && !recommendation.tradeOff().isBlank()) {
        parts.add(sentence(text(recommendation.tradeOff())));
      }
      for (GuardVerdict guard : recommendation.guards()) {
        parts.add(text(guard.text()) + " (" + guard.guard() + ")");
      }
      return String.join(" ", parts);
    }

    private static String sentence(String text) {
      return text.endsWith(".") ? text : text + ".";
    }

    private void verification(Verification verification) {
      item("finding.test", verification.test());
      item("finding.alarm", verification.alarm());
      item("finding.experiment", verification.experiment());
    }

    private void item(String key, String text) {
      if (!text.isBlank()) {
        line("- **" + words.of(key) + ":** " + text(text));
      }
    }

    private void questions() {
      if (review.questions().isEmpty()) {
        return;
      }
      paragraph("## " + words.of("questions"));
      for (Question question : review.questions()) {
        line(
            "- "
                + text(question.text())
                + " "
                + question.answers().stream()
                    .map(answer -> text(answer.title()))
                    .collect(Collectors.joining(" · ")));
      }
      line("");
    }

    private void fixed() {
      if (!chapter.fixed().isEmpty()) {
        paragraph("## " + words.of("fixed"));
        chapter
            .fixed()
            .forEach(it -> line("- " + text(it.message()) + " (" + code(it.key()) + ")"));
        line("");
      }
    }

    private void notCounted() {
      List<ReviewedFinding> rest =
          review.findings().stream().filter(found -> !found.isOpen()).toList();
      if (rest.isEmpty()) {
        return;
      }
      paragraph("## " + words.of("uncounted"));
      for (ReviewedFinding found : rest) {
        line(
            "- "
                + found.finding().severity().mark()
                + " "
                + text(found.finding().message())
                + " ("
                + code(found.key())
                + "): "
                + switch (found.standing()) {
                  case OPEN -> "";
                  case SUPERSEDED -> "said by " + code(found.superseder().orElse(""));
                  case SWITCHED_OFF ->
                      text(found.switchedOff().map(Wording::switchedOff).orElse(""));
                  case DECIDED -> text(found.decided().map(Decided::of).orElse(""));
                  case BASELINE -> "known before";
                });
      }
      line("");
    }

    private void decisions() {
      List<String> lines =
          review.decisions().stream()
              .filter(status -> status.covered() == 0)
              .map(status ->
                  "- "
                      + code(status.decision().target())
                      + ": "
                      + text(Decided.of(status.decision()))
                      + "; "
                      + Decided.state(status))
              .toList();
      if (!lines.isEmpty()) {
        paragraph("## " + words.of("decisions"));
        lines.forEach(this::line);
        line("");
      }
    }

    private void rules() {
      paragraph("## " + words.of("rules"));
      for (RuleStatus.State state : RuleStatus.State.values()) {
        List<String> ids =
            review.rules().stream()
                .filter(status -> status.state() == state)
                .map(status -> status.rule().shortId())
                .toList();
        if (!ids.isEmpty()) {
          line(
              "- "
                  + words.of("rules." + state.word())
                  + " ("
                  + ids.size()
                  + "): "
                  + String.join(", ", ids));
        }
      }
      Method.unmeasured(chapter)
          .ifPresent(sentence -> {
            line("");
            line(sentence);
          });
    }
  }
}
