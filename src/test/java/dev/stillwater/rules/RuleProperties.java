package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Importance;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of the findings of any design: they depend on nothing that means nothing, and what
/// they advise helps.
class RuleProperties {
  private static final int TRIES = 100;

  /// What a rule says of one island depends on the other: it asks for a part of all journeys.
  private static final String RELATIVE = "REL-RP-006";

  /// Rules whose advice is tried on designs of any shape.
  private static final String ADVISING = "REL-(RZ-0(0[2-9]|1.)|OP-00[124]|RP-00[3-6])";

  @Property(tries = TRIES)
  void theOrderOfTheFileChangesNothing(@ForAll long seed, @ForAll long shuffle) {
    Design design = design(seed, UnaryOperator.identity());

    assertThat(told(SmallDesigns.shuffled(design, shuffle))).isEqualTo(told(design));
  }

  @Property(tries = TRIES)
  void renamingInOrderChangesNothingButNames(@ForAll long seed) {
    List<String> renamed =
        told(design(seed, name -> "Q:" + name)).stream()
            .map(line -> line.replace("Q:", ""))
            .toList();

    assertThat(renamed).isEqualTo(told(design(seed, UnaryOperator.identity())));
  }

  @Property(tries = TRIES)
  void twoIslandsHaveTheFindingsOfBoth(@ForAll long seed, @ForAll long otherSeed) {
    Design here = design(seed, name -> "a-" + name);
    Design there = design(otherSeed, name -> "b-" + name);
    Design both =
        here.withComponents(here.components().withAll(there.components().all()))
            .withLinks(here.links().withAll(there.links().all()))
            .withJourneys(here.journeys().withAll(there.journeys().all()));
    List<String> apart = new ArrayList<>(lines(here));
    apart.addAll(lines(there));

    assertThat(lines(both)).containsExactlyInAnyOrderElementsOf(apart);
  }

  @Property(tries = TRIES)
  void whatIsAdvisedHelps(@ForAll long seed) {
    Reviewed before = Reviewed.of(legal(design(seed, UnaryOperator.identity())));
    for (Finding finding : before.results().findings()) {
      if (finding.rule().id().matches(ADVISING)) {
        assertThat(finding.recommendations()).as(finding.key()).isNotEmpty();
        for (Recommendation recommendation : finding.recommendations()) {
          String what = finding.key() + " " + recommendation.edit().signature();
          Reviewed after = before.after(recommendation.edit());
          assertThat(after.design()).as(what).isNotEqualTo(before.design());
          after
              .find(finding.key())
              .ifPresent(rest ->
                  assertThat(
                          rest.links().size() < finding.links().size()
                              || rest.probes().size() < finding.probes().size()
                              || rest.severity().compareTo(finding.severity()) < 0)
                      .as("%s leaves %s", what, rest.because())
                      .isTrue());
        }
      }
    }
  }

  /// Designs on which advice once left everything as it was.
  @Example
  void advisedOnceInVain() {
    whatIsAdvisedHelps(839);
  }

  @Example
  void theGeneratorMakesMostOfTheseRulesSpeak() {
    TreeMap<String, Integer> spoken = new TreeMap<>();
    for (long seed = 0; seed < 300; seed++) {
      Reviewed.of(design(seed, UnaryOperator.identity()))
          .results()
          .findings()
          .forEach(finding -> spoken.merge(finding.rule().id(), 1, Integer::sum));
    }
    assertThat(spoken.keySet().stream().filter(id -> id.matches(ADVISING)))
        .as("%s", spoken)
        .hasSizeGreaterThanOrEqualTo(16);
  }

  /// A small design with zones, promises and habits besides.
  private static Design design(long seed, UnaryOperator<String> naming) {
    Design plain = SmallDesigns.any(seed, naming);
    Random random = new Random(~seed);
    List<Component> components = new ArrayList<>();
    for (Component component : plain.components()) {
      components.add(component.withAttributes(enriched(component, random)));
    }
    List<Link> links = new ArrayList<>();
    for (Link link : plain.links()) {
      Attributes values = choice(link.attributes(), LinkAttributes.ROLLOUT, random);
      values = choice(values, LinkAttributes.EFFECT, random);
      values = choice(values, LinkAttributes.NEED, random);
      String other = naming.apply("c" + random.nextInt(plain.components().size()));
      values = maybe(values, LinkAttributes.FALLBACK_TO, other, random);
      links.add(link.withAttributes(values));
    }
    List<Journey> journeys = new ArrayList<>();
    for (Journey journey : plain.journeys()) {
      Attributes values =
          maybe(journey.attributes(), JourneyAttributes.SLO, 1 - random.nextInt(5) / 100.0, random);
      values = maybe(values, JourneyAttributes.IMPORTANCE, Importance.CRITICAL, random);
      journeys.add(journey.withAttributes(values));
    }
    return plain
        .withComponents(Index.of(components))
        .withLinks(Index.of(links))
        .withJourneys(Index.of(journeys));
  }

  private static Attributes enriched(Component component, Random random) {
    Attributes values = component.attributes();
    List<String> zones =
        List.of("x", "y", "z").subList(random.nextInt(2), 2 + random.nextInt(2)).stream().toList();
    values = maybe(values, ComponentAttributes.ZONES, zones, random);
    values = maybe(values, ComponentAttributes.AVAILABILITY, 1 - random.nextInt(5) / 200.0, random);
    values = maybe(values, ComponentAttributes.ALARMS, random.nextBoolean(), random);
    values = maybe(values, ComponentAttributes.MANAGED, random.nextBoolean(), random);
    values = maybe(values, ComponentAttributes.MTTR, Timespan.ofSeconds(60), random);
    for (Attribute<?> attribute :
        List.of(
            ComponentAttributes.STATE,
            ComponentAttributes.SCALING,
            ComponentAttributes.CRITICALITY,
            ComponentAttributes.ISOLATION,
            ComponentAttributes.REPLICATION,
            ComponentAttributes.LEADER)) {
      if (attribute.appliesTo(component.kind())) {
        values = choice(values, attribute, random);
      }
    }
    return values;
  }

  private static <T> Attributes maybe(
      Attributes values, Attribute<T> attribute, T value, Random random) {
    return random.nextInt(2) == 0 ? values.with(attribute, value) : values;
  }

  private static <T> Attributes choice(Attributes values, Attribute<T> attribute, Random random) {
    List<?> options = ((ValueType.Choice<?>) attribute.type()).options();
    @SuppressWarnings("unchecked")
    T value = (T) options.get(random.nextInt(options.size()));
    return maybe(values, attribute, value, random);
  }

  /// The design without the links that no two such kinds may have.
  private static Design legal(Design design) {
    List<String> illegal = new ArrayList<>();
    for (Link link : design.links()) {
      ComponentKind from = design.components().get(link.from()).kind();
      ComponentKind to = design.components().get(link.to()).kind();
      if (!LegalLinks.legal(Couplings.mode(design, link), from, to)) {
        illegal.add(link.id());
      }
    }
    return design.without(List.of(), illegal);
  }

  private static List<String> lines(Design design) {
    return Reviewed.of(design).results().findings().stream()
        .filter(finding -> !finding.rule().id().equals(RELATIVE))
        .map(
            finding -> finding.key() + " | " + finding.severity().word() + " | " + finding.detail())
        .toList();
  }

  /// Everything that findings say, as text.
  private static List<String> told(Design design) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : Reviewed.of(design).results().findings()) {
      lines.add(
          String.join(
              " | ",
              Arrays.asList(
                  finding.key(),
                  finding.severity().word(),
                  finding.detail(),
                  finding.message(),
                  String.join(" ", finding.because()),
                  finding.components().toString(),
                  finding.links().toString(),
                  finding.journeysLost().toString(),
                  finding.recommendations().stream()
                      .map(fix -> fix.edit().signature() + fix.title() + fix.tradeOff())
                      .toList()
                      .toString())));
    }
    return lines;
  }
}
