package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of any design: it ends, it explains itself, and it depends on nothing that means
/// nothing.
class RippleProperties {
  private static final int TRIES = 100;

  private static Analysis analysis(Design design) {
    return Analysis.of(design, GoldenPresets.ALL);
  }

  private static List<Injection> everything(Design design) {
    List<Injection> all = new ArrayList<>();
    for (String component : design.components().ids()) {
      for (Failure how : Failure.values()) {
        all.add(new Injection(component, how));
      }
    }
    return all;
  }

  @Property(tries = TRIES)
  void everyFactIsExplainedByAnEarlierOne(@ForAll long seed) {
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    for (Injection injection : everything(design)) {
      RippleResult result = analysis.ripple(injection);
      Set<String> slots = new HashSet<>();
      Set<Fact> before = new HashSet<>(result.facts());
      double last = 0;
      assertThat(result.facts()).isNotEmpty();
      for (Fact fact : result.facts()) {
        assertThat(fact.t()).isFinite().isGreaterThanOrEqualTo(last);
        last = fact.t();
        assertThat(slots.add(fact.node() + " " + fact.impact() + " " + fact.scope())).isTrue();
        assertThat(fact.why()).doesNotContain("null", "NaN", "unlimited");
        assertThat(fact.factor()).isFinite().isGreaterThanOrEqualTo(1 - 1e-9);
        fact.follows()
            .ifPresent(cause -> {
              assertThat(before).contains(cause);
              assertThat(cause.t()).isLessThanOrEqualTo(fact.t());
            });
        assertThat(fact.chain().getFirst().node().id()).isEqualTo(injection.target());
      }
      assertThat(result.journeys()).hasSize(design.journeys().size());
      for (JourneyOutcome outcome : result.journeys()) {
        assertThat(Double.isNaN(outcome.t())).isEqualTo(outcome.state() == State.OK);
        assertThat(outcome.path().isEmpty()).isEqualTo(outcome.state() == State.OK);
      }
      for (Absorber absorber : result.absorbers()) {
        assertThat(absorber.onLink() ? design.links().ids() : design.components().ids())
            .contains(absorber.element());
        assertThat(absorber.t()).isFinite();
        assertThat(absorber.holds()).isPositive();
      }
      assertThat(analysis.ripple(injection)).isSameAs(result);
    }
  }

  @Property(tries = TRIES)
  void theOrderOfTheFileChangesNothing(@ForAll long seed, @ForAll long shuffle) {
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    Analysis other = analysis(SmallDesigns.shuffled(design, shuffle));
    for (Injection injection : everything(design)) {
      assertThat(told(other.ripple(injection))).isEqualTo(told(analysis.ripple(injection)));
    }
  }

  @Property(tries = TRIES)
  void renamingInOrderChangesNothingButNames(@ForAll long seed) {
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    Analysis other = analysis(SmallDesigns.any(seed, name -> "Q:" + name));
    for (Injection injection : everything(design)) {
      Injection renamed = new Injection("Q:" + injection.target(), injection.how());
      List<String> there =
          told(other.ripple(renamed)).stream().map(line -> line.replace("Q:", "")).toList();
      assertThat(there).isEqualTo(told(analysis.ripple(injection)));
    }
  }

  /// Names break ties. Among slow callees at the same instant that decides which of them a caller
  /// is said to wait for, and among links of a growing cycle which is cut; everything else is the
  /// same under any names.
  @Property(tries = TRIES)
  void anyRenamingLeavesTheFateOfJourneys(@ForAll long seed) {
    UnaryOperator<String> mirror =
        name -> name.charAt(0) + String.format("%03d", 500 - Integer.parseInt(name.substring(1)));
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    Analysis other = analysis(SmallDesigns.any(seed, mirror));
    assumeTrue(analysis.load().cut().isEmpty() && other.load().cut().isEmpty());
    for (Injection injection : everything(design)) {
      if (injection.how() != Failure.GREY) {
        RippleResult here = analysis.ripple(injection);
        RippleResult there =
            other.ripple(new Injection(mirror.apply(injection.target()), injection.how()));
        for (JourneyOutcome outcome : here.journeys()) {
          JourneyOutcome twin = there.journey(mirror.apply(outcome.id()));
          assertThat(twin.state()).isEqualTo(outcome.state());
          if (outcome.state() != State.OK) {
            assertThat(twin.t()).isCloseTo(outcome.t(), within(1e-6 * (1 + outcome.t())));
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  void longerRetentionNeverStopsAJourneyEarlier(@ForAll long seed) {
    Design design = SmallDesigns.any(seed);
    Design patient =
        design.withComponents(
            Index.of(
                design.components().stream()
                    .map(component ->
                        changed(
                            component,
                            ComponentAttributes.RETENTION,
                            span -> Timespan.ofMillis(2 * span.millis())))
                    .toList()));
    assertNeverEarlier(design, patient, List.of(Failure.values()), journey -> true);
  }

  /// Of the component that a journey calls first; further down a replica more can turn silence into
  /// an error, and an error travels faster than silence. A grey failure is left out: while a pool
  /// fills, its owner is not yet said to be slow, so the journey is late to notice.
  @Property(tries = TRIES)
  void aReplicaMoreBehindTheEntryNeverStopsAJourneyEarlier(@ForAll long seed) {
    Design design = SmallDesigns.acyclic(seed);
    Component entry = design.components().get("c1");
    int replicas = entry.get(ComponentAttributes.REPLICAS).orElse(1);
    assertNeverEarlier(
        design,
        design.with(entry.with(ComponentAttributes.REPLICAS, replicas + 1)),
        List.of(Failure.CRASH, Failure.ERROR, Failure.OVERLOAD),
        RippleProperties::entersByTheFirstLink);
  }

  @Property(tries = TRIES)
  void aBulkheadBehindTheEntryNeverStopsAJourneyEarlier(@ForAll long seed, @ForAll byte limit) {
    Design design = SmallDesigns.acyclic(seed);
    Design limited = design;
    for (Link link : design.links()) {
      boolean isFinite =
          link.get(LinkAttributes.TIMEOUT).map(span -> !span.isUnlimited()).orElse(false)
              && link.get(LinkAttributes.RETRIES).orElse(0) >= 0;
      if (link.from().equals("c1") && isFinite && link.get(LinkAttributes.BULKHEAD).isEmpty()) {
        limited = limited.with(link.with(LinkAttributes.BULKHEAD, 1 + (limit & 127)));
      }
    }
    assertNeverEarlier(
        design,
        limited,
        List.of(Failure.CRASH, Failure.ERROR, Failure.OVERLOAD),
        RippleProperties::entersByTheFirstLink);
  }

  private static boolean entersByTheFirstLink(JourneyOutcome outcome) {
    return outcome.reach().first().id().equals("l0");
  }

  private static void assertNeverEarlier(
      Design design, Design better, List<Failure> how, Predicate<JourneyOutcome> which) {
    Analysis before = analysis(design);
    Analysis after = analysis(better);
    for (Injection injection : everything(design)) {
      if (how.contains(injection.how())) {
        RippleResult then = before.ripple(injection);
        for (JourneyOutcome outcome : after.ripple(injection).journeys()) {
          if (outcome.state() == State.DOWN && which.test(outcome)) {
            assertThat(then.journey(outcome.id()).state()).isEqualTo(State.DOWN);
            assertThat(then.journey(outcome.id()).t()).isLessThanOrEqualTo(outcome.t() + 1e-6);
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  void islandsDoNotFeelEachOther(@ForAll long seed, @ForAll long otherSeed) {
    Design here = SmallDesigns.any(seed, name -> "a-" + name);
    Design there = SmallDesigns.any(otherSeed, name -> "b-" + name);
    Design both =
        here.withComponents(here.components().withAll(there.components().all()))
            .withLinks(here.links().withAll(there.links().all()))
            .withJourneys(here.journeys().withAll(there.journeys().all()));
    Analysis alone = analysis(here);
    Analysis together = analysis(both);
    for (Injection injection : everything(here)) {
      RippleResult result = together.ripple(injection);
      assertThat(result.facts()).isEqualTo(alone.ripple(injection).facts());
      assertThat(result.absorbers()).isEqualTo(alone.ripple(injection).absorbers());
      assertThat(result.journeys())
          .filteredOn(outcome -> outcome.state() != State.OK)
          .extracting(JourneyOutcome::id)
          .allMatch(id -> id.startsWith("a-"));
    }
  }

  @Example
  void theGeneratorMakesJourneysFailInManyWays() {
    TreeMap<State, Integer> states = new TreeMap<>();
    for (long seed = 0; seed < 200; seed++) {
      Design design = SmallDesigns.any(seed);
      Analysis analysis = analysis(design);
      for (Injection injection : everything(design)) {
        analysis
            .ripple(injection)
            .journeys()
            .forEach(outcome -> states.merge(outcome.state(), 1, Integer::sum));
      }
    }
    assertThat(states).containsOnlyKeys(State.values());
    assertThat(states.values()).allMatch(count -> count > 20);
  }

  private static <E extends Element<E>, T> E changed(
      E element, Attribute<T> attribute, UnaryOperator<T> change) {
    return element
        .get(attribute)
        .map(value -> element.with(attribute, change.apply(value)))
        .orElse(element);
  }

  /// Everything that a result says, as text.
  private static List<String> told(RippleResult result) {
    List<String> lines = new ArrayList<>();
    result.facts().forEach(fact -> lines.add(fact + " " + fact.factor() + " " + fact.follows()));
    for (JourneyOutcome outcome : result.journeys()) {
      Journey journey = outcome.reach().journey();
      lines.add(journey.id() + outcome.state() + outcome.t() + outcome.path());
    }
    result.absorbers().forEach(absorber -> lines.add(absorber.toString()));
    return lines;
  }
}
