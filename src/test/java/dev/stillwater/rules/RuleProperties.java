package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.testing.RichDesigns;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of the findings of any design: they depend on nothing that means nothing. That what
/// they advise helps is tried in [RecommendationsTest].
class RuleProperties {
  private static final int TRIES = 100;

  /// What a rule says of one island depends on the other: it asks for a part of all journeys.
  private static final String RELATIVE = "REL-RP-006";

  @Property(seed = "20261129", tries = TRIES)
  void theOrderOfTheFileChangesNothing(@ForAll long seed, @ForAll long shuffle) {
    Design design = design(seed, UnaryOperator.identity());

    assertThat(told(SmallDesigns.shuffled(design, shuffle))).isEqualTo(told(design));
  }

  @Property(seed = "20261129", tries = TRIES)
  void renamingInOrderChangesNothingButNames(@ForAll long seed) {
    List<String> renamed =
        told(design(seed, name -> "Q:" + name)).stream()
            .map(line -> line.replace("Q:", ""))
            .toList();

    assertThat(renamed).isEqualTo(told(design(seed, UnaryOperator.identity())));
  }

  @Property(seed = "20261129", tries = TRIES)
  void twoIslandsHaveTheFindingsOfBoth(@ForAll long seed, @ForAll long otherSeed) {
    Design here = design(seed, name -> "a-" + name);
    Design there = design(otherSeed, name -> "b-" + name);
    Design both =
        here.withZones(here.zones().withAll(there.zones().all()))
            .withComponents(here.components().withAll(there.components().all()))
            .withLinks(here.links().withAll(there.links().all()))
            .withJourneys(here.journeys().withAll(there.journeys().all()));
    List<String> apart = new ArrayList<>(lines(here));
    apart.addAll(lines(there));

    assertThat(lines(both)).containsExactlyInAnyOrderElementsOf(apart);
  }

  private static Design design(long seed, UnaryOperator<String> naming) {
    return RichDesigns.any(seed, naming);
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
