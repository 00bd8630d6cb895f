package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Severity;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.RichDesigns;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A design repaired by nothing but its own advice: the best measured change of the first finding
/// above low is made, everything is judged again, and so on. It ends, no change takes an earlier
/// one back, and what is left can only be answered by a person.
///
/// `-Dstillwater.repaired=500` repairs so many generated designs.
class RepairTest {
  private static final int GENERATED = Integer.getInteger("stillwater.repaired", 20);
  private static final int MOST_STEPS = 120;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final Presets PRESETS = PresetsJson.shipped();

  /// How a repair went.
  ///
  /// @param steps the signatures of the changes, in order
  /// @param isLoop whether a design came back that was there before
  private record Repair(List<String> steps, boolean isLoop, Review end) {
    /// What is left above low.
    List<ReviewedFinding> left() {
      return end.open().stream().filter(RepairTest::isSerious).toList();
    }
  }

  @Test
  void theTightlyCoupledCheckoutIsRepairedInTwentyFiveSteps() {
    Template template = TemplateCatalog.find("tight-coupling-before").orElseThrow();
    Repair repair = repaired(template.document());

    assertThat(repair.isLoop).isFalse();
    assertThat(repair.steps).hasSizeLessThanOrEqualTo(25);
    assertThat(repair.left()).isEmpty();
    assertThat(repair.end.questions()).isEmpty();
    // What serves the journey first can still be slow itself; nothing else stops it, and no crash.
    assertThat(repair.end.journeys())
        .filteredOn(verdict -> verdict.journey().isCritical())
        .isNotEmpty()
        .flatExtracting(JourneyVerdict::stoppedBy)
        .allMatch(stopper -> stopper.component().equals("order") && stopper.how() == Failure.GREY);
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceDesignIsRepaired() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String folder : List.of("fixtures", "fixtures/cases")) {
      Optional<Path> found = SharedFiles.find(folder);
      if (found.isPresent()) {
        try (Stream<Path> files = Files.list(found.get())) {
          files
              .filter(file -> file.getFileName().toString().endsWith(".design.json"))
              .sorted()
              .forEach(file ->
                  tests.add(
                      test(file.getFileName().toString(), Document.of(DesignFiles.read(file)))));
        }
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> generatedDesignsAreRepaired() {
    return LongStream.range(0, GENERATED)
        .mapToObj(
            seed -> test("seed " + seed, Document.of(RichDesigns.legal(RichDesigns.any(seed)))));
  }

  private static DynamicTest test(String name, Document document) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Repair repair = repaired(document);
          assertThat(repair.isLoop).as("%s", repair.steps).isFalse();
          assertThat(repair.steps).hasSizeLessThan(MOST_STEPS);
          assertThat(repair.left())
              .allMatch(found ->
                  found.finding().recommendations().stream()
                      .allMatch(Recommendation::declaresOnly));
        });
  }

  private static Repair repaired(Document document) {
    Reviewer reviewer = new Reviewer(PRESETS);
    Review review = reviewer.review(document, TODAY);
    List<String> steps = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(DesignHash.of(document.design())));
    Optional<Fix> next = next(reviewer, review);
    while (next.isPresent() && steps.size() < MOST_STEPS) {
      steps.add(next.get().recommendation().edit().signature());
      Document edited = review.document().withDesign(next.get().effect().orElseThrow().edited());
      review = reviewer.review(edited, TODAY);
      if (!seen.add(DesignHash.of(edited.design()))) {
        return new Repair(steps, true, review);
      }
      next = next(reviewer, review);
    }
    return new Repair(steps, false, review);
  }

  /// The best change for the first finding above low for which there is one.
  private static Optional<Fix> next(Reviewer reviewer, Review review) {
    FixEffects effects = new FixEffects(reviewer, review, TODAY);
    return review.open().stream()
        .filter(RepairTest::isSerious)
        .flatMap(found -> effects.ranked(found.finding()).stream().filter(RepairTest::isChange))
        .findFirst();
  }

  private static boolean isSerious(ReviewedFinding found) {
    return found.finding().severity().compareTo(Severity.LOW) > 0;
  }

  private static boolean isChange(Fix fix) {
    return fix.effect().isPresent() && !fix.recommendation().declaresOnly();
  }
}
