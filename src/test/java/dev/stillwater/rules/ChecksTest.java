package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Journey;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final RuleInfo RULE = Rules.find("REL-TR-001").orElseThrow().info();

  private final RuleContext context =
      new RuleContext(
          DesignFixture.parse(
                  """
                  client c
                  service a
                  service b
                  service aside
                  c -> a id=in
                  a -> b id=l
                  a -> aside id=m
                  journey j path=in,l importance=critical
                  """)
              .analysis());
  private final Checks checks = new Checks(RULE, context);

  private Node node(String id) {
    return context.graph().node(id);
  }

  private Edge edge(String id) {
    return context.graph().edgesOf(id).getFirst();
  }

  private Journey journey() {
    return context.design().journeys().get("j");
  }

  private RuleStatus status() {
    return checks.outcome().status();
  }

  private Finding finding(String key) {
    return checks.outcome().findings().stream()
        .filter(it -> it.key().equals(RULE.id() + "@" + key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRuleThatLookedAtNothingDoesNotApply() {
    assertThat(status().state()).isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    checks.examined(node("a"));
    checks.examined(edge("l"));
    checks.examined("j");
    checks.examined("j");
    assertThat(status().state()).isEqualTo(RuleStatus.State.PASSED);
    assertThat(status().examined()).as("each subject once").isEqualTo(3);
  }

  @Test
  void whatCannotBeJudgedIsExaminedToo() {
    checks.cannotJudge(node("a"));
    checks.cannotJudge(edge("l"));
    checks.cannotJudge(journey());
    checks.cannotJudge("somebody");
    assertThat(status().state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(status().examined()).isEqualTo(4);
    assertThat(status().questions()).isEqualTo(4);
  }

  @Test
  void whatIsFlaggedIsExaminedToo() {
    checks.flag(node("a")).raise();
    checks.flag(edge("l")).raise();
    checks.flag(journey()).raise();
    checks.flag(List.of(node("a"), node("b"))).raise();
    checks.flag(journey(), "zone").raise();
    checks.flag(node("b"), node("a")).raise();
    checks.cannotJudge(node("aside"));
    assertThat(status().state()).isEqualTo(RuleStatus.State.VIOLATED);
    assertThat(status().examined()).isEqualTo(7);
    assertThat(checks.outcome().findings())
        .extracting(Finding::subject)
        .containsExactly("a", "l", "j", "a+b", "j / zone", "b -> a");
  }

  @Test
  void aFindingIsOnWhatItIsAbout() {
    checks.flag(edge("l")).raise();
    checks.flag(List.of(node("a"), node("b"))).raise();
    checks.flag(node("b"), node("a")).raise();
    assertThat(finding("l").links()).containsExactly("l");
    assertThat(finding("l").components()).containsExactly("a", "b");
    assertThat(finding("a+b").components()).containsExactly("a", "b");
    assertThat(finding("b -> a").components()).containsExactly("b", "a");
  }

  @Test
  void theCriticalJourneyOfAnyOfThemMakesItSeverer() {
    checks.flag(node("aside")).raise();
    checks.flag(edge("m")).raise();
    checks.flag(List.of(node("aside"), node("b"))).raise();
    checks.flag(node("aside"), node("b")).raise();
    checks.flag(node("b"), node("aside")).raise();
    checks.flag(journey()).raise();
    checks.flag(journey(), "zone").raise();
    assertThat(finding("aside").severity()).isEqualTo(RULE.base());
    assertThat(finding("m").severity()).isEqualTo(RULE.base());
    Severity more = RULE.base().plus(1);
    for (String key : List.of("aside+b", "aside -> b", "b -> aside", "j", "j / zone")) {
      assertThat(finding(key).severity()).as(key).isEqualTo(more);
    }
  }

  @Test
  void theFirstOfTwoFindingsWithOneKeySpeaks() {
    checks.flag(node("a")).message("first").raise();
    checks.flag(node("a")).message("second").raise();
    assertThat(checks.outcome().findings()).singleElement().returns("first", Finding::message);
  }

  @Test
  void nobodyGoesOnWhenItIsCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(int done, int total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> new Checks(RULE, context, cancelled).examined("a"))
        .isInstanceOf(CancellationException.class);
  }
}
