package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import org.junit.jupiter.api.Test;

class ShortVisibilityTest {
  private static final ShortVisibility RULE = new ShortVisibility();

  @Test
  void aFunctionNeedsSixTimesAsLong() {
    Reviewed.expectFlags(
        RULE,
        """
        queue equal visibility=40s
        queue less visibility=39s                # FLAG REL-QU-007 high
        queue six visibility=60s
        queue five visibility=59s                # FLAG REL-QU-007 medium
        queue half visibility=9s                 # FLAG REL-QU-007 high
        queue unknown visibility=1s
        queue none
        stream k visibility=1s
        worker w p99=40s
        function f p99=10s
        worker u
        equal -> w
        less -> w
        six -> f
        five -> f
        half -> f
        unknown -> u
        none -> w
        k -> w
        """);
  }

  @Test
  void calleesCountAndCriticalJourneysToo() {
    Reviewed.expectFlags(
        RULE,
        """
        queue a visibility=45s
        queue b visibility=45s                   # FLAG REL-QU-007 critical
        queue c visibility=45s                   # FLAG REL-QU-007 high
        worker alone p99=40s
        worker calling p99=40s
        function f p99=10s
        external e p99=10s
        a -> alone
        b -> calling id=x
        c -> f id=y
        calling -> e
        journey j path=x,y importance=critical
        """);
  }

  @Test
  void thePatienceForFunctionsIsASetting() {
    String design =
        "settings visibilityFactor=%s\nqueue q visibility=30s\nfunction f p99=10s\nq -> f";
    assertThat(Reviewed.of(design.formatted(3)).of(RULE)).isEmpty();
    assertThat(Reviewed.of(design.formatted(4)).of(RULE)).hasSize(1);
  }

  @Test
  void withoutP99ItCannotBeJudged() {
    assertThat(Reviewed.of("queue q visibility=1s\nworker w\nq -> w").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void oneFixIsEnoughForAllConsumers() {
    Reviewed before =
        Reviewed.of(
            """
            queue q visibility=5s
            worker w p99=20s
            function f p99=7s
            q -> w
            q -> f
            """);
    assertThat(before.of(RULE))
        .extracting(Finding::key, Finding::detail)
        .containsExactlyInAnyOrder(
            tuple("REL-QU-007@q@f", "5 s vs f"), tuple("REL-QU-007@q@w", "5 s vs w"));

    for (Finding finding : before.of(RULE)) {
      Reviewed after = before.after(finding.recommendations().getFirst().edit());
      assertThat(after.of(RULE)).isEmpty();
      assertThat(after.design().components().get("q").attributes().toPlain())
          .containsEntry("visibility", "2m");
    }
  }

  @Test
  void anAnnotatedQueueIsDrawnOut() {
    Reviewed before =
        Reviewed.of(
            """
            service s
            service t p99=40s
            s -> t id=l effect=write coupling=loose-async via=sqs-standard maxConcurrency=3
            """);
    assertThat(before.only(RULE).subject()).isEqualTo("l");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("l-queue").attributes().toPlain())
        .containsEntry("visibility", "4m");
    assertThat(after.design().links().get("l-queue>t").attributes().toPlain())
        .containsEntry("maxConcurrency", 3L);
  }

  @Test
  void aQueueThatCouldNotBeDrawnIsLeftAlone() {
    Reviewed odd =
        Reviewed.of(
            "service s\n"
                + "relational-db db p99=40s\n"
                + "s -> db id=l coupling=loose-async via=sqs-standard");
    assertThat(odd.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void itSaysWhetherEveryMessageComesTwiceOrOnlyARepeatedBatch() {
    String design = "queue q visibility=%s\nfunction f p99=10s\nq -> f";
    assertThat(Reviewed.of(design.formatted("9s")).only(RULE).because().getFirst())
        .contains("every slow message is processed twice at the same time");
    assertThat(Reviewed.of(design.formatted("10s")).only(RULE))
        .returns(Severity.MEDIUM, Finding::severity)
        .satisfies(finding ->
            assertThat(finding.because().getFirst())
                .contains("being a function, should have 6 times that, 1 min"));
  }

  @Test
  void aConsumerThatTakesNoTimeCannotBeJudged() {
    assertThat(Reviewed.of("queue q visibility=1s\nworker w p99=0s\nq -> w").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }
}
