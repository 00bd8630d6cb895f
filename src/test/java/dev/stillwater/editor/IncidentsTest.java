package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.TreeFile;
import dev.stillwater.model.FileTree;
import dev.stillwater.review.FixEffects;
import dev.stillwater.review.LiveReviewer;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.Template.Kind;
import dev.stillwater.templates.TemplateCatalog;
import dev.stillwater.testing.CatalogueChecks;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What comes from `diagrams`: each public outage goes the way of its report, was to be seen the
/// day before, and is offered what was changed afterwards.
class IncidentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  /// Ways of reports that the ripple does not go to their ends, with the reason.
  private static final Map<List<String>, String> BEYOND_THE_MODEL =
      Map.of(
          List.of("cassandra", "indexing-consumer", "broker", "alerting-consumer"),
          "a consumer that starves because its sender is held is no fact of its own",
          List.of("redis-master", "auto-recharge", "card-processor"),
          "a call that is retried repeats its effect towards the callee, against the failure");

  static final List<Template> DIAGRAMS =
      TemplateCatalog.shipped().templates().stream()
          .filter(template -> template.kind() == Kind.INCIDENT || template.kind() == Kind.EXAMPLE)
          .toList();

  static final List<Template> INCIDENTS =
      DIAGRAMS.stream().filter(template -> template.kind() == Kind.INCIDENT).toList();

  private static Replay replay(Template template) {
    return Replay.of(template.title(), template.more()).orElseThrow();
  }

  private static RippleResult play(Template template) {
    return Analysis.of(template.document().design(), PresetsJson.shipped())
        .ripple(replay(template).trigger());
  }

  private static FileTree.Fields fields(TreeFile.Result result) {
    return switch (result) {
      case TreeFile.Result.Tree tree -> (FileTree.Fields) tree.tree();
      case TreeFile.Result.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<List<String>>> expectedPaths() throws IOException {
    String name = "/dev/stillwater/editor/incident-paths.json";
    try (InputStream in = Objects.requireNonNull(IncidentsTest.class.getResourceAsStream(name))) {
      FileTree.Fields all = fields(TreeFile.read(in.readAllBytes(), name));
      return (Map<String, List<List<String>>>) (Map<?, ?>) (Map<?, ?>) all.plain().orElseThrow();
    }
  }

  @Test
  void thereAreADozenIncidentsAndMore() throws IOException {
    assertThat(INCIDENTS).hasSizeGreaterThanOrEqualTo(12);
    assertThat(DIAGRAMS).hasSizeGreaterThanOrEqualTo(20);
    assertThat(expectedPaths().keySet())
        .isEqualTo(new TreeSet<>(INCIDENTS.stream().map(Template::name).toList()));
  }

  @ParameterizedTest
  @FieldSource("DIAGRAMS")
  void aDiagramIsCanonicalAndWithoutProblems(Template template) {
    CatalogueChecks.isCanonical(template);
  }

  @ParameterizedTest
  @FieldSource("DIAGRAMS")
  void aDiagramExplainsItself(Template template) {
    CatalogueChecks.explainsItself(template, 700);
  }

  @ParameterizedTest
  @FieldSource("DIAGRAMS")
  void everyCardHasAPlaceOfItsOwn(Template template) {
    CatalogueChecks.everyCardHasAPlaceOfItsOwn(template);
  }

  @ParameterizedTest
  @FieldSource("DIAGRAMS")
  void theFindingsAreThoseThatItsSidecarDeclares(Template template) {
    Review review =
        new LiveReviewer(PresetsJson.shipped(), () -> RuleSet.BUILT_IN)
            .review(template.document(), DAY);
    List<String> keys = review.findings().stream().map(ReviewedFinding::key).sorted().toList();
    assertThat(template.findings()).isEqualTo(keys);
    template
        .counterExample()
        .ifPresent(other -> {
          Review without =
              new LiveReviewer(PresetsJson.shipped(), () -> RuleSet.BUILT_IN)
                  .review(other.document(), DAY);
          assertThat(other.findings())
              .isEqualTo(without.findings().stream().map(ReviewedFinding::key).sorted().toList());
          assertThat(without.findings().size()).isGreaterThan(keys.size());
        });
  }

  @ParameterizedTest
  @FieldSource("INCIDENTS")
  void theDescriptionNamesTheReportAndSaysThatNumbersAreInvented(Template template) {
    Replay replay = replay(template);
    assertThat(template.document().design().description()).contains("every number is invented");
    assertThat(replay.report()).isNotBlank();
    assertThat(replay.url()).startsWith("http");
    assertThat(replay.day()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(replay.notes()).hasSizeBetween(4, 8);
    for (Replay.Note note : replay.notes()) {
      assertThat(note.text()).endsWith(".");
      note.at()
          .ifPresent(at ->
              assertThat(template.document().design().components().contains(at)).as(at).isTrue());
    }
  }

  @ParameterizedTest
  @FieldSource("INCIDENTS")
  void failingTheTriggerGoesTheWayOfTheReport(Template template) throws IOException {
    RippleResult result = play(template);
    List<List<String>> paths = expectedPaths().get(template.name());
    assertThat(replay(template).paths()).containsExactlyInAnyOrderElementsOf(paths);
    for (List<String> path : paths) {
      assertThat(Replay.runsAlong(result, path))
          .as(String.join(" > ", path))
          .isEqualTo(!BEYOND_THE_MODEL.containsKey(path));
    }
    assertThat(paths).as("a journey fails along one of them").anyMatch(path -> fails(result, path));
  }

  /// Whether a journey is lost, or does wrong, on a way through these components in this order. The
  /// client at its end belongs to the way.
  private static boolean fails(RippleResult result, List<String> path) {
    for (JourneyOutcome outcome : result.journeys()) {
      boolean failed = outcome.isLost() || outcome.state() == JourneyOutcome.State.WRONG;
      List<String> way = new ArrayList<>(result.injection().targets());
      outcome.path().forEach(fact -> way.add(fact.node().id()));
      way.add(outcome.reach().first().from().id());
      if (failed && holds(way, path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(List<String> way, List<String> path) {
    int at = 0;
    for (String component : way) {
      at += at < path.size() && component.equals(path.get(at)) ? 1 : 0;
    }
    return at == path.size();
  }

  @ParameterizedTest
  @FieldSource("INCIDENTS")
  void whatAReviewerHadToSeeIsFound(Template template) {
    assertThat(replay(template).flags()).isNotEmpty();
    for (Replay.Flag flag : replay(template).flags()) {
      assertThat(flag.findings()).as(flag.line()).isNotEmpty();
      assertThat(template.findings()).as(flag.line()).containsAll(flag.findings());
    }
  }

  @ParameterizedTest
  @FieldSource("INCIDENTS")
  void whatWasChangedAfterwardsIsAmongTheFirstThreeRecommendations(Template template) {
    LiveReviewer live = new LiveReviewer(PresetsJson.shipped(), () -> RuleSet.BUILT_IN);
    Review review = live.review(template.document(), DAY);
    FixEffects effects = live.effects(review, DAY, Progress.UNWATCHED);
    assertThat(replay(template).fixes()).isNotEmpty();
    for (Replay.Made made : replay(template).fixes()) {
      ReviewedFinding found =
          review.findings().stream()
              .filter(finding -> finding.key().equals(made.finding()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(made.finding()));
      List<String> ranked =
          effects.ranked(found.finding()).stream()
              .limit(3)
              .map(fix -> fix.recommendation().edit().signature())
              .toList();
      assertThat(ranked).as(made.did()).contains(made.edit());
      assertThat(made.in(review)).as(made.did()).isPresent();
    }
  }

  @ParameterizedTest
  @FieldSource("INCIDENTS")
  void everyNoteAtAComponentHasAMomentOfTheRipple(Template template) {
    RippleResult result = play(template);
    for (Replay.Note note : replay(template).notes()) {
      note.at()
          .ifPresent(at ->
              assertThat(result.facts().stream().map(Fact::node).map(node -> node.id()))
                  .as(at)
                  .contains(at));
    }
  }

  /// The expectation beside the tests is that of the collected reports, where those are at hand.
  @ParameterizedTest
  @FieldSource("INCIDENTS")
  void theExpectationIsThatOfTheCollectedReport(Template template) throws IOException {
    Optional<Path> file =
        SharedFiles.find("corpora/incident/" + template.name() + "/incident.json");
    Path incident =
        file.orElseGet(() -> Assumptions.abort("no collected report of " + template.name()));
    Map<String, Object> report = new LinkedHashMap<>();
    fields(TreeFile.read(incident, incident.toString()))
        .fields()
        .forEach((key, value) -> value.plain().ifPresent(plain -> report.put(key, plain)));
    assertThat(expectedPaths().get(template.name())).isEqualTo(report.get("actual_ripple_paths"));
    assertThat(replay(template).flags())
        .as("one line for each that a tool must flag, in the same order")
        .hasSameSizeAs((List<?>) report.get("tool_must_flag"));
  }
}
