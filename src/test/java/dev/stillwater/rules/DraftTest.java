package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.InsertQueue;
import dev.stillwater.model.Journey;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final RuleInfo RULE = Rules.find("REL-TR-001").orElseThrow().info();

  private final RuleContext context =
      new RuleContext(
          DesignFixture.parse(
                  """
                  client c
                  service a name="50% off"
                  service b
                  service aside
                  c -> a id=in timeout=9s
                  a -> b id=l timeout=1s
                  a -> b id=m timeout=300ms
                  journey j path=in,l,m class=hard importance=critical name=Buying
                  journey k path=in class=hard
                  """)
              .analysis());

  private Node node(String id) {
    return context.graph().node(id);
  }

  private Edge edge(String id) {
    return context.graph().edgesOf(id).getFirst();
  }

  private Journey journey(String id) {
    return context.design().journeys().get(id);
  }

  private Finding about(Node node, UnaryOperator<Draft> draft) {
    Checks checks = new Checks(RULE, context);
    draft.apply(checks.flag(node)).raise();
    return checks.outcome().findings().getFirst();
  }

  private Finding aside(UnaryOperator<Draft> draft) {
    return about(node("aside"), draft);
  }

  private Finding onJourney(UnaryOperator<Draft> draft) {
    return about(node("a"), draft);
  }

  @Test
  void aCriticalJourneyRaisesFromMediumOn() {
    assertThat(onJourney(it -> it.base(Severity.HIGH)).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(onJourney(it -> it.base(Severity.MEDIUM)).severity()).isEqualTo(Severity.HIGH);
    assertThat(onJourney(it -> it.base(Severity.LOW)).severity()).isEqualTo(Severity.LOW);
    assertThat(onJourney(it -> it.base(Severity.INFO)).severity()).isEqualTo(Severity.INFO);
    assertThat(aside(it -> it.base(Severity.HIGH)).severity()).isEqualTo(Severity.HIGH);
    assertThat(onJourney(it -> it.base(Severity.HIGH).exactly()).severity())
        .isEqualTo(Severity.HIGH);
    assertThat(aside(it -> it.base(Severity.HIGH).second(journey("j"))).severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(aside(it -> it.base(Severity.HIGH).second(journey("k"))).severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void whatIsUndeclaredLowers() {
    assertThat(aside(it -> it.base(Severity.HIGH).undeclared(true, "x")).severity())
        .isEqualTo(Severity.MEDIUM);
    assertThat(aside(it -> it.base(Severity.HIGH).undeclared(false, "x")).severity())
        .isEqualTo(Severity.HIGH);
    assertThat(onJourney(it -> it.base(Severity.MEDIUM).undeclared(true, "x")).severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void itSaysWhyItIsNotTheBaseBehindTheFirstReason() {
    assertThat(onJourney(it -> it.base(Severity.MEDIUM).because("One.").because("Two.")).because())
        .containsExactly("One.", "High because Buying is critical.", "Two.");
    assertThat(
            aside(it -> it.base(Severity.HIGH).undeclared(true, "the rate").because("One."))
                .because())
        .containsExactly("One.", "Medium, one lower because the rate is undeclared.");
    assertThat(onJourney(it -> it.base(Severity.MEDIUM).undeclared(true, "the rate")).because())
        .containsExactly(
            "Medium because Buying is critical, one lower because the rate is undeclared.");
    assertThat(aside(it -> it.because("One.")).because()).containsExactly("One.");
    assertThat(onJourney(it -> it.base(Severity.LOW).because("One.")).because())
        .containsExactly("One.");
  }

  @Test
  void elementsAreCalledByTheirNamesWhichMayHoldAnything() {
    Finding finding =
        onJourney(it -> it.message("%s calls %s", node("a"), edge("l")).because("50% and %s"));
    assertThat(finding.message()).isEqualTo("50% off calls l");
    assertThat(finding.because()).contains("50% and %s");
  }

  @Test
  void whatTellsItApartStandsInItsKey() {
    assertThat(aside(it -> it).key()).isEqualTo(RULE.id() + "@aside");
    assertThat(aside(it -> it.second(edge("l"))).key()).isEqualTo(RULE.id() + "@aside@l");
    assertThat(aside(it -> it.second(journey("j"))).key()).isEqualTo(RULE.id() + "@aside@j");
    Finding two = aside(it -> it.second(node("b")));
    assertThat(two.key()).isEqualTo(RULE.id() + "@aside@b");
    assertThat(two.components()).containsExactly("aside", "b");
  }

  @Test
  void everyElementIsConcernedOnce() {
    Finding finding = aside(it -> it.on(edge("l")).on(List.of(edge("m"), edge("l"))).on(node("b")));
    assertThat(finding.links()).containsExactly("l", "m");
    assertThat(finding.components()).containsExactly("aside", "a", "b");
  }

  @Test
  void probesSayWhatIsLostAndShowTheEarliest() {
    Finding finding = aside(it -> it.probesAlong(List.of(edge("l"), edge("m"))));
    assertThat(finding.probes())
        .extracting(probe -> probe.how() + " " + probe.target())
        .containsExactly("CRASH b", "GREY b");
    assertThat(finding.journeysLost()).containsExactly("j");
    assertThat(finding.chain().getFirst().node()).isSameAs(node("b"));
    assertThat(aside(it -> it.probesAlong(List.of())).chain()).isEmpty();
  }

  @Test
  void aRippleThatIsGivenIsTheOneThatIsShown() {
    var other = context.lostAlong(List.of(edge("m"))).getFirst().outcome().path().subList(0, 1);
    assertThat(aside(it -> it.chain(other).probesAlong(List.of(edge("m")))).chain())
        .isEqualTo(other);
  }

  @Test
  void whatAGuardRefusesIsAReasonAndNoAdvice() {
    InsertQueue queue = InsertQueue.on(context.design(), edge("l").link());
    Finding finding =
        aside(it -> it.because("One.").fix(queue, "Costs.").fix(queue, "Costs.").because("Two."));
    assertThat(finding.recommendations()).isEmpty();
    assertThat(finding.because()).hasSize(3).element(1).asString().startsWith("No queue on l: ");
  }

  @Test
  void oneChangeIsAdvisedOnce() {
    Finding finding =
        aside(it ->
            it.declare(Declarations.stopRetrying(edge("l")), "First, %s.", node("b"))
                .fix(Declarations.stopRetrying(edge("l")), "Second.")
                .pick("Because.", Declarations.stopRetrying(edge("m")), "Third."));
    assertThat(finding.recommendations())
        .extracting(Recommendation::tradeOff)
        .containsExactly("First, b.", "Third.");
    assertThat(finding.recommendations())
        .extracting(Recommendation::declaresOnly)
        .containsExactly(true, false);
    assertThat(finding.recommendations().getLast().choice()).isEqualTo("Because.");
    assertThat(finding.recommendations().getLast().title())
        .isEqualTo(Declarations.stopRetrying(edge("m")).title());
  }
}
