package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.Reference;
import dev.stillwater.testing.RichDesigns;
import dev.stillwater.testing.SharedFiles;
import dev.stillwater.testing.SmallDesigns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// All advice about all findings and all answers to all questions, followed one by one, on every
/// page, template and reference design and on generated ones; see [Advice].
///
/// `-Dstillwater.advised=1000` follows it on so many generated designs.
class RecommendationsTest {
  private static final int GENERATED = Integer.getInteger("stillwater.advised", 60);

  /// Rules of which a legal generated design gives no example; their pages do.
  private static final int SELDOM = 12;

  private static final Presets PRESETS = PresetsJson.shipped();

  private static final Design OTHER =
      DesignFixture.parse("client elsewhere\nservice island\nelsewhere -> island").design();

  @TestFactory
  Stream<DynamicTest> onEveryPage() {
    return Rules.ALL.stream()
        .map(rule -> rule.info().id())
        .flatMap(id ->
            RulePage.of(id).examples().stream()
                .map(DesignFixture::parse)
                .map(page -> test(id, Document.of(page.design()), PRESETS)));
  }

  @TestFactory
  Stream<DynamicTest> onEveryTemplate() {
    return TemplateCatalog.shipped().templates().stream()
        .map((Template template) -> test(template.name(), template.document(), PRESETS));
  }

  @TestFactory
  Stream<DynamicTest> onEveryReferenceDesign() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String folder : List.of("fixtures", "fixtures/cases")) {
      Optional<Path> found = SharedFiles.find(folder);
      if (found.isPresent()) {
        try (Stream<Path> files = Files.list(found.get())) {
          files
              .filter(file -> file.getFileName().toString().endsWith(".design.json"))
              .sorted()
              .forEach(file -> tests.add(test(file)));
        }
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> onLegalGeneratedDesigns() {
    return LongStream.range(0, GENERATED / 2)
        .mapToObj(seed ->
            test("seed " + seed, Document.of(RichDesigns.legal(RichDesigns.any(seed))), PRESETS));
  }

  /// Such a design opens with warnings; what is advised about it must not break it further.
  @TestFactory
  Stream<DynamicTest> onGeneratedDesignsWithLinksThatCannotBe() {
    return LongStream.range(0, GENERATED / 4)
        .mapToObj(
            seed -> test("seed " + seed, Document.of(RichDesigns.any(1_000_000 + seed)), PRESETS));
  }

  @TestFactory
  Stream<DynamicTest> onGeneratedDesignsWithoutCycles() {
    return LongStream.range(0, GENERATED / 4)
        .mapToObj(seed ->
            test(
                "seed " + seed,
                Document.of(RichDesigns.legal(SmallDesigns.acyclic(seed))),
                PRESETS));
  }

  @TestFactory
  Stream<DynamicTest> onRandomReferenceDesigns(@TempDir Path folder) {
    int count = Math.max(1, GENERATED / 20);
    return Reference.random(folder, count, Reference.seed(3)).stream()
        .map(RecommendationsTest::test);
  }

  private static DynamicTest test(Path file) {
    return test(file.getFileName().toString(), Document.of(DesignFiles.read(file)), PRESETS);
  }

  private static DynamicTest test(String name, Document document, Presets presets) {
    return DynamicTest.dynamicTest(
        name, () -> assertThat(Advice.follow(document, presets).faults()).isEmpty());
  }

  /// Advice that was given about one design and is followed on another: late, by a script, twice.
  @Test
  void onAnotherDesignNothingBreaks() {
    for (long seed = 0; seed < GENERATED / 2; seed++) {
      Design other = RichDesigns.legal(RichDesigns.any(seed + 1));
      assertThat(
              Advice.followElsewhere(
                  RichDesigns.legal(RichDesigns.any(seed)), List.of(other, OTHER), PRESETS))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void nearlyEveryRuleSpeaksOfGeneratedDesigns() {
    Map<String, Integer> spoken = new TreeMap<>();
    for (long seed = 0; seed < 400; seed++) {
      Reviewed.of(RichDesigns.legal(RichDesigns.any(seed)))
          .results()
          .findings()
          .forEach(finding -> spoken.merge(finding.rule().id(), 1, Integer::sum));
    }
    List<String> silent =
        Rules.ALL.stream()
            .map(rule -> rule.info().id())
            .filter(id -> !spoken.containsKey(id))
            .toList();
    assertThat(silent).hasSizeLessThanOrEqualTo(SELDOM);
  }
}
