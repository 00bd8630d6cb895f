package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.DesignFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final String CHECKOUT =
      """
      client shopper
      service order concurrency=100 p99=40ms
      service email p99=1500ms
      service loyalty p99=200ms
      relational-db orders-db p99=10ms
      shopper -> order id=checkout rate=50 timeout=10s need=result-now effect=write retries=2
      order -> orders-db id=save timeout=500ms need=result-now effect=write retries=2
      order -> email id=mail need=later effect=write
      order -> loyalty id=points need=ack-now effect=write timeout=2s
      journey place-order path=checkout,save class=hard importance=critical
      journey browse path=checkout
      """;

  @Test
  void rulesAreSortedAndEachHasAPageAndATest() {
    List<String> ids = Rules.ALL.stream().map(rule -> rule.info().id()).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
    for (Rule rule : Rules.ALL) {
      RuleInfo info = rule.info();
      assertThat(info.id()).matches("REL-[A-Z]{2}-\\d{3}");
      assertThat(info.title()).isEqualTo(RulePage.of(info.id()).title()).isNotBlank();
      assertThat(Category.valueOf(info.id().substring(4, 6))).isEqualTo(info.category());
      assertThat(Rules.find(info.id())).contains(rule);
      assertThatCode(rule.getClass().getName() + "Test");
    }
  }

  private static void assertThatCode(String name) {
    try {
      assertThat(Class.forName(name)).isNotNull();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no test " + name, e);
    }
  }

  @Test
  void everyPageBelongsToARule() throws Exception {
    Path folder = Path.of(Rules.class.getResource("REL-LC-001.md").toURI()).getParent();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".md")))
          .containsExactlyInAnyOrderElementsOf(
              Rules.ALL.stream().map(rule -> rule.info().id() + ".md").toList());
    }
  }

  @Test
  void findingsComeWorstFirst() {
    List<Finding> findings = Reviewed.of(CHECKOUT).results().findings();

    assertThat(findings).isSortedAccordingTo(Rules.ORDER).hasSizeGreaterThan(8);
    assertThat(findings.getFirst().journeysLost()).containsExactly("browse", "place-order");
    assertThat(findings.stream().map(finding -> finding.journeysLost().size()).distinct())
        .isSortedAccordingTo(Collections.reverseOrder());
  }

  @Test
  void everyFindingExplainsItself() {
    for (Finding finding : Reviewed.of(CHECKOUT).results().findings()) {
      assertThat(finding.because()).as(finding.key()).isNotEmpty().allMatch(s -> s.endsWith("."));
      assertThat(finding.because().getFirst()).startsWith("Flagged because ");
      assertThat(finding.message()).as(finding.key()).matches("\\S.*[^.]");
      assertThat(finding.recommendations()).as(finding.key()).isNotEmpty();
    }
  }

  @Test
  void theOrderOfAFileChangesNothing() {
    Design design = DesignFixture.parse(CHECKOUT).design();
    List<Finding> expected = Reviewed.of(design).results().findings();
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      Design shuffled =
          design
              .withComponents(Index.of(shuffled(design.components().all(), random)))
              .withLinks(Index.of(shuffled(design.links().all(), random)))
              .withJourneys(Index.of(shuffled(design.journeys().all(), random)));
      assertThat(Reviewed.of(shuffled).results().findings()).isEqualTo(expected);
    }
  }

  private static <T> List<T> shuffled(java.util.Collection<T> all, Random random) {
    List<T> list = new ArrayList<>(all);
    Collections.shuffle(list, random);
    return list;
  }

  @Test
  void twoIslandsHaveTheFindingsOfBoth() {
    String other =
        CHECKOUT.replaceAll(
            "\\b(shopper|order|email|loyalty|orders-db|checkout|save|mail|points|place-order|browse)\\b(?!=)",
            "x-$1");
    List<String> both = keys(Reviewed.of(CHECKOUT + other));
    List<String> apart = new ArrayList<>(keys(Reviewed.of(CHECKOUT)));
    apart.addAll(keys(Reviewed.of(other)));

    assertThat(both).containsExactlyInAnyOrderElementsOf(apart);
  }

  private static List<String> keys(Reviewed reviewed) {
    return reviewed.results().findings().stream()
        .map(finding -> finding.key() + " " + finding.severity())
        .toList();
  }

  @Test
  void anEmptyDesignHasNothingToJudge() {
    RuleResults results = Reviewed.of(Design.empty("nothing")).results();

    assertThat(results.findings()).isEmpty();
    assertThat(results.questions()).isEmpty();
    assertThat(results.statuses())
        .hasSameSizeAs(Rules.ALL)
        .allMatch(status -> status.state() == RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void itCanBeWatchedAndCancelled() {
    RuleContext context = Reviewed.of(CHECKOUT).context();
    List<Integer> steps = new ArrayList<>();
    Progress until =
        new Progress() {
          @Override
          public void report(int done, int total) {
            steps.add(done);
            assertThat(total).isEqualTo(Rules.ALL.size());
          }

          @Override
          public boolean isCancelled() {
            return steps.size() == 3;
          }
        };

    assertThatThrownBy(() -> Rules.check(context, until)).isInstanceOf(CancellationException.class);
    assertThat(steps).containsExactly(1, 2, 3);
  }

  @Test
  void casesStandUnderTheFindingThatListsThem() {
    List<Finding> findings = Reviewed.of(CHECKOUT).results().findings();

    assertThat(Precedence.under(findings))
        .containsEntry("REL-RZ-001@order", "REL-RP-001@place-order")
        .containsEntry("REL-RZ-001@orders-db", "REL-RP-001@place-order");
    assertThat(Precedence.superseded(findings)).isEmpty();
  }

  @Test
  void aMissingTimeoutSpeaksForWhatFollowsFromIt() {
    List<Finding> findings =
        Reviewed.of(
                """
                client c
                service a replicas=2
                service b replicas=2
                c -> a id=in rate=10 timeout=1s
                a -> b id=none timeout=none retries=1
                a -> b id=undeclared retries=1
                a -> b id=long timeout=2s retries=1
                journey j path=in,none,undeclared,long class=hard deadline=1s
                """)
            .results()
            .findings();

    assertThat(Precedence.superseded(findings))
        .containsOnly(
            Map.entry("REL-TR-002@none@j", "REL-TR-001@none"),
            Map.entry("REL-TR-003@none@in", "REL-TR-001@none"),
            Map.entry("REL-TR-002@undeclared@j", "REL-TR-001@undeclared"));
    assertThat(findings.stream().map(Finding::key))
        .contains("REL-TR-002@long@j", "REL-TR-003@long@in");
  }

  @Test
  void ownFixtureCoversWhatTheReferenceDoesNot() throws Exception {
    try (var lines = RulesTest.class.getResourceAsStream("parcel-tracking.expected.txt");
        var design = RulesTest.class.getResourceAsStream("parcel-tracking.design.json")) {
      Reviewed reviewed =
          Reviewed.of(
              DesignFiles.design(new tools.jackson.databind.ObjectMapper().readTree(design)));
      assertThat(
              reviewed.results().findings().stream()
                  .map(finding ->
                      String.join(
                          " | ",
                          finding.rule().id(),
                          finding.severity().word(),
                          finding.subject(),
                          finding.detail())))
          .containsExactlyInAnyOrderElementsOf(
              new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                  .lines()
                  .toList());
    }
  }
}
