package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stillwater.analysis.ripple.Injection.Target;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
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
  private static final List<Failure> ALL_BUT_GREY =
      Arrays.stream(Failure.values()).filter(how -> how != Failure.GREY).toList();

  private static Analysis analysis(Design design) {
    return Analysis.of(design, GoldenPresets.ALL);
  }

  /// Everything that can fail in every way that makes sense, clients and pairs of zones as well.
  private static List<Injection> everything(Analysis analysis) {
    List<Injection> all = new ArrayList<>(analysis.injections());
    for (Component component : analysis.design().components()) {
      if (component.kind().isEdge()) {
        analysis
            .ways()
            .of(Target.COMPONENT, List.of(component.id()))
            .forEach(how -> all.add(new Injection(component.id(), how)));
      }
    }
    List<String> zones = List.copyOf(analysis.ways().zones());
    for (int i = 1; i < zones.size(); i++) {
      all.add(Injection.between(zones.get(i - 1), zones.get(i)));
    }
    return all;
  }

  private static Injection renamed(Injection injection, UnaryOperator<String> naming) {
    return new Injection(
        injection.targets().stream().map(naming).toList(), injection.how(), injection.on());
  }

  @Property(seed = "20261129", tries = TRIES)
  void everyFactIsExplainedByAnEarlierOne(@ForAll long seed) {
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    for (Injection injection : everything(analysis)) {
      RippleResult result = analysis.ripple(injection);
      Set<String> slots = new HashSet<>();
      Set<Fact> before = new HashSet<>(result.facts());
      double last = 0;
      assertThat(result.facts().isEmpty() && startsAtItsTarget(injection)).isFalse();
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
        if (startsAtItsTarget(injection)) {
          assertThat(fact.chain().getFirst().node().id()).isEqualTo(injection.target());
        }
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

  private static boolean startsAtItsTarget(Injection injection) {
    return injection.on() == Target.COMPONENT && injection.how() != Failure.BAD_CONFIG;
  }

  @Property(seed = "20261129", tries = TRIES)
  void theOrderOfTheFileChangesNothing(@ForAll long seed, @ForAll long shuffle) {
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    Analysis other = analysis(SmallDesigns.shuffled(design, shuffle));
    for (Injection injection : everything(analysis)) {
      assertThat(told(other.ripple(injection))).isEqualTo(told(analysis.ripple(injection)));
    }
  }

  @Property(seed = "20261129", tries = TRIES)
  void renamingInOrderChangesNothingButNames(@ForAll long seed) {
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    Analysis other = analysis(SmallDesigns.any(seed, name -> "Q:" + name));
    for (Injection injection : everything(analysis)) {
      List<String> there =
          told(other.ripple(renamed(injection, name -> "Q:" + name))).stream()
              .map(line -> line.replace("Q:", ""))
              .toList();
      assertThat(there).isEqualTo(told(analysis.ripple(injection)));
    }
  }

  /// Names break ties. Among slow callees at the same instant that decides which of them a caller
  /// is said to wait for, and among links of a growing cycle which is cut; everything else is the
  /// same under any names.
  @Property(seed = "20261129", tries = TRIES)
  void anyRenamingLeavesTheFateOfJourneys(@ForAll long seed) {
    UnaryOperator<String> mirror =
        name -> {
          String number = name.replaceAll("\\D", "");
          String other = String.format("%03d", 500 - Integer.parseInt(number));
          return name.replaceFirst(number, other);
        };
    Design design = SmallDesigns.any(seed);
    Analysis analysis = analysis(design);
    Analysis other = analysis(SmallDesigns.any(seed, mirror));
    assumeTrue(analysis.load().cut().isEmpty() && other.load().cut().isEmpty());
    for (Injection injection : everything(analysis)) {
      if (injection.how() != Failure.GREY && injection.how() != Failure.BAD_CONFIG) {
        RippleResult here = analysis.ripple(injection);
        RippleResult there = other.ripple(renamed(injection, mirror));
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

  @Property(seed = "20261129", tries = TRIES)
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
  @Property(seed = "20261129", tries = TRIES)
  void aReplicaMoreBehindTheEntryNeverStopsAJourneyEarlier(@ForAll long seed) {
    Design design = SmallDesigns.acyclic(seed);
    Component entry = design.components().get("c1");
    int replicas = entry.get(ComponentAttributes.REPLICAS).orElse(1);
    assertNeverEarlier(
        design,
        design.with(entry.with(ComponentAttributes.REPLICAS, replicas + 1)),
        ALL_BUT_GREY,
        RippleProperties::entersByTheFirstLink);
  }

  @Property(seed = "20261129", tries = TRIES)
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
    assertNeverEarlier(design, limited, ALL_BUT_GREY, RippleProperties::entersByTheFirstLink);
  }

  /// Where a replica more used to stop a journey: a managed component of one replica and less
  /// capacity than it needs.
  @Example
  void aReplicaMoreForWhatIsTooSmallStopsNothing() {
    for (long seed : new long[] {-2647467451788L, 3204, 6427, 7023, 7569, 9417}) {
      aReplicaMoreBehindTheEntryNeverStopsAJourneyEarlier(seed);
    }
  }

  private static boolean entersByTheFirstLink(JourneyOutcome outcome) {
    return outcome.reach().first().id().equals("l0");
  }

  private static void assertNeverEarlier(
      Design design, Design better, List<Failure> how, Predicate<JourneyOutcome> which) {
    Analysis before = analysis(design);
    Analysis after = analysis(better);
    for (Injection injection : everything(before)) {
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

  /// A call that no journey names, while rates follow from the clients: a rate that was declared
  /// for a caller that nobody calls any more would count anew, and links that a journey no longer
  /// names pass failures on to all journeys.
  @Property(seed = "20261129", tries = TRIES)
  void removingACallLosesNoJourney(@ForAll long seed, @ForAll byte number) {
    Design design = SmallDesigns.acyclic(seed);
    List<Link> links = new ArrayList<>();
    for (Link link : design.links()) {
      links.add(link.id().equals("l0") ? link : link.without(LinkAttributes.RATE));
    }
    Link gone = links.get((number & 127) % links.size());
    design =
        design
            .withLinks(Index.of(links))
            .withJourneys(
                Index.of(
                    design.journeys().stream()
                        .filter(it -> it.get(JourneyAttributes.PATH).isPresent())
                        .filter(it -> !it.namedLinks().contains(gone.id()))
                        .toList()));
    LinkMode mode = Couplings.mode(design, gone);
    assumeTrue(mode == LinkMode.SYNC || mode == LinkMode.SEND);
    Analysis with = analysis(design);
    Analysis without =
        analysis(
            design.withLinks(
                Index.of(links.stream().filter(it -> !it.id().equals(gone.id())).toList())));
    for (Injection injection : everything(without)) {
      if (injection.how() != Failure.GREY) {
        for (JourneyOutcome outcome : without.ripple(injection).journeys()) {
          if (outcome.state() == State.DOWN) {
            assertThat(with.ripple(injection).isDown(outcome.id())).isTrue();
          }
        }
      }
    }
  }

  @Property(seed = "20261129", tries = TRIES)
  void islandsDoNotFeelEachOther(@ForAll long seed, @ForAll long otherSeed) {
    Design here = SmallDesigns.any(seed, name -> "a-" + name);
    Design there = SmallDesigns.any(otherSeed, name -> "b-" + name);
    Design both =
        here.withComponents(here.components().withAll(there.components().all()))
            .withLinks(here.links().withAll(there.links().all()))
            .withJourneys(here.journeys().withAll(there.journeys().all()));
    Analysis alone = analysis(here);
    Analysis together = analysis(both);
    for (Injection injection : everything(alone)) {
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
    Set<Impact> impacts = new HashSet<>();
    Set<Absorber.Kind> absorbers = new HashSet<>();
    Set<Failure> ways = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      Design design = SmallDesigns.any(seed);
      Analysis analysis = analysis(design);
      for (Injection injection : everything(analysis)) {
        RippleResult result = analysis.ripple(injection);
        ways.add(injection.how());
        result.facts().forEach(fact -> impacts.add(fact.impact()));
        result.absorbers().forEach(absorber -> absorbers.add(absorber.kind()));
        result.journeys().forEach(outcome -> states.merge(outcome.state(), 1, Integer::sum));
      }
    }
    assertThat(states).containsOnlyKeys(State.values());
    assertThat(states.values()).allMatch(count -> count > 20);
    assertThat(impacts).containsExactlyInAnyOrder(Impact.values());
    assertThat(absorbers)
        .as("routers before fleets and staged roll-outs are rare")
        .containsAll(
            EnumSet.complementOf(
                EnumSet.of(Absorber.Kind.FAIL_OPEN, Absorber.Kind.STAGED_ROLLOUT)));
    assertThat(ways).containsExactlyInAnyOrder(Failure.values());
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
