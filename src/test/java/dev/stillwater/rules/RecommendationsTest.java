package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recommendation of every finding: it removes its finding or makes it smaller, twice is
/// once, it breaks nothing, and where its element is missing it does nothing.
class RecommendationsTest {
  private static final Design OTHER =
      DesignFixture.parse("client elsewhere\nservice island\nelsewhere -> island").design();

  @TestFactory
  Stream<DynamicTest> onEveryPage() {
    return Rules.ALL.stream()
        .map(rule -> rule.info().id())
        .flatMap(id ->
            RulePage.of(id).examples().stream()
                .map(DesignFixture::parse)
                .map(page -> test(id, page.design())));
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
              .forEach(
                  file -> tests.add(test(file.getFileName().toString(), DesignFiles.read(file))));
        }
      }
    }
    return tests.stream();
  }

  private static DynamicTest test(String name, Design design) {
    return DynamicTest.dynamicTest(name, () -> checkAll(Reviewed.of(design)));
  }

  private static void checkAll(Reviewed before) {
    for (Finding finding : before.results().findings()) {
      for (Recommendation recommendation : finding.recommendations()) {
        Edit edit = recommendation.edit();
        String what = finding.key() + " " + edit.signature();
        assertThat(edit.title()).as(what).matches("[A-Z].*[^.]");
        assertThat(recommendation.tradeOff()).as(what).endsWith(".");
        assertThat(edit.apply(OTHER)).as(what).isEqualTo(OTHER);
        Reviewed after = before.after(edit);
        assertThat(after.design()).as(what).isNotEqualTo(before.design());
        after.find(finding.key()).ifPresent(rest -> checkSmaller(what, finding, rest));
        assertThat(finding.journeysLost()).as(what).containsAll(after.context().stillLost(finding));
      }
      for (Question question : before.results().questions()) {
        question.answers().forEach(answer -> before.after(answer.edit()));
      }
    }
  }

  /// Fewer components of a list, fewer links, or less severe.
  private static void checkSmaller(String what, Finding finding, Finding rest) {
    boolean smaller =
        rest.probes().size() < finding.probes().size()
            || rest.links().size() < finding.links().size()
            || rest.severity().compareTo(finding.severity()) < 0;
    assertThat(smaller).as("%s leaves %s", what, rest.detail()).isTrue();
  }
}
