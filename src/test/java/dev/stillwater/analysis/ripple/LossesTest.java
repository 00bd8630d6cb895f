package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.model.Design;
import dev.stillwater.model.LinkMode;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is read out of a run for the rules is what the whole ripple says; a few designs of every
/// shape, because the properties try many.
class LossesTest {
  private static final int DESIGNS = 60;

  private static List<Design> designs() {
    List<Design> result = new ArrayList<>();
    for (long seed = 0; seed < DESIGNS; seed++) {
      result.add(SmallDesigns.any(seed));
    }
    return result;
  }

  private static String told(Fact fact) {
    return fact + " x" + fact.factor() + fact.carriedBy().map(it -> " along " + it.id()).orElse("");
  }

  private static List<String> told(List<Fact> facts) {
    return facts.stream().map(LossesTest::told).toList();
  }

  private static List<String> chains(Stream<Fact> facts) {
    return facts.map(fact -> told(fact.chain()).toString()).toList();
  }

  @Test
  void journeysAreDownAsInTheWholeRipple() {
    int lost = 0;
    for (Design design : designs()) {
      Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
      for (Injection injection : analysis.injections()) {
        List<JourneyOutcome> expected =
            analysis.ripple(injection).journeys().stream()
                .filter(it -> it.state() == State.DOWN)
                .toList();
        List<JourneyOutcome> found = analysis.losses(injection).down();
        assertThat(found).extracting(JourneyOutcome::id).isEqualTo(ids(expected));
        for (int i = 0; i < found.size(); i++) {
          assertThat(found.get(i).state()).isEqualTo(State.DOWN);
          assertThat(found.get(i).t()).isEqualTo(expected.get(i).t());
          assertThat(told(found.get(i).path())).isEqualTo(told(expected.get(i).path()));
          lost++;
        }
        assertThat(analysis.losses(injection)).isSameAs(analysis.losses(injection));
      }
    }
    assertThat(lost).isGreaterThan(500);
  }

  private static List<String> ids(List<JourneyOutcome> outcomes) {
    return outcomes.stream().map(JourneyOutcome::id).toList();
  }

  @Test
  void aChainKnowsItsLinks() {
    for (Design design : designs()) {
      Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
      for (Injection injection : analysis.injections()) {
        for (JourneyOutcome outcome : analysis.losses(injection).down()) {
          JourneyOutcome copy =
              new JourneyOutcome(
                  outcome.reach(), outcome.state(), outcome.t(), List.copyOf(outcome.path()));
          for (String link : design.links().ids()) {
            boolean passed =
                outcome.path().stream()
                    .anyMatch(
                        it -> it.carriedBy().filter(e -> e.subject().equals(link)).isPresent());
            assertThat(outcome.cameAlong(link)).isEqualTo(passed);
            assertThat(copy.cameAlong(link)).isEqualTo(passed);
          }
        }
      }
    }
  }

  @Test
  void callersAreSilencedAndBrokersSpillAsInTheWholeRipple() {
    int silenced = 0;
    int spilled = 0;
    for (Design design : designs()) {
      Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
      for (Node target : analysis.graph().nodes()) {
        for (Failure how : List.of(Failure.CRASH, Failure.GREY, Failure.ERROR, Failure.OVERLOAD)) {
          Injection injection = new Injection(target.id(), how);
          List<Fact> facts = analysis.ripple(injection).facts();
          List<Fact> waits =
              facts.stream()
                  .filter(fact -> fact.impact() == Impact.SILENT && fact.node() != target)
                  .filter(fact -> fact.follows().filter(it -> it.node() == target).isPresent())
                  .toList();
          Losses losses = analysis.losses(injection);
          assertThat(chains(losses.silenced().stream()))
              .containsExactlyInAnyOrderElementsOf(chains(waits.stream()));
          assertThat(losses.silenced().stream().map(Fact::t)).isSorted();
          List<Fact> full = spills(analysis, target, facts);
          assertThat(losses.spilled().stream().map(LossesTest::told))
              .containsExactlyInAnyOrderElementsOf(told(full));
          silenced += waits.size();
          spilled += full.size();
        }
      }
    }
    assertThat(silenced).isGreaterThan(100);
    assertThat(spilled).isGreaterThan(50);
  }

  /// By broker in front of a component the first that it is full or loses, for everybody.
  private static List<Fact> spills(Analysis analysis, Node target, List<Fact> facts) {
    return Stream.of(analysis.graph().in(target))
        .filter(edge -> edge.mode() == LinkMode.DELIVER)
        .map(Edge::from)
        .distinct()
        .flatMap(broker ->
            facts.stream()
                .filter(fact -> fact.node() == broker && fact.hurtsEverybody())
                .filter(fact -> fact.impact() == Impact.FULL || fact.impact() == Impact.LOSS)
                .findFirst()
                .stream())
        .toList();
  }

  @Test
  void theFirstFactAtAComponentIsThatOfTheWholeRipple() {
    for (Design design : designs().subList(0, 15)) {
      Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
      for (Injection injection : analysis.injections()) {
        List<Fact> facts = analysis.ripple(injection).facts();
        for (Node node : analysis.graph().nodes()) {
          assertThat(analysis.firstAt(injection, node).map(Fact::t))
              .isEqualTo(facts.stream().filter(it -> it.node() == node).map(Fact::t).findFirst());
        }
      }
    }
  }

  @Test
  void noFailureTakesDownMoreThanItThreatens() {
    int exact = 0;
    int all = 0;
    for (Design design : designs()) {
      Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
      for (Node node : analysis.graph().nodes()) {
        int most = 0;
        for (Failure how : List.of(Failure.CRASH, Failure.GREY, Failure.ERROR, Failure.OVERLOAD)) {
          most = Math.max(most, analysis.losses(new Injection(node.id(), how)).down().size());
        }
        assertThat(most).isLessThanOrEqualTo(analysis.mostLost(node));
        exact += most == analysis.mostLost(node) ? 1 : 0;
        all++;
      }
    }
    assertThat(exact).as("the bound is worth something").isGreaterThan(all / 3);
  }
}
