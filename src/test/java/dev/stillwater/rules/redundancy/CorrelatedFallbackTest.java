package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelatedFallbackTest {
  private static final CorrelatedFallback RULE = new CorrelatedFallback();

  private static Reviewed design(String primary, String spare, String... links) {
    return Reviewed.of(
        """
        service s
        service p %s
        service q %s
        relational-db db
        s -> p id=ask timeout=1s fallback=other-path fallbackTo=q
        """
                .formatted(primary, spare)
            + String.join("\n", links));
  }

  @Test
  void zonesOfTheAlternativeWithinThoseOfThePrimary() {
    assertThat(design("zones=a,b", "zones=b").of(RULE)).hasSize(1);
    assertThat(design("zones=a", "zones=a,b").of(RULE)).isEmpty();
    assertThat(design("zones=a", "").of(RULE)).isEmpty();
    assertThat(design("", "zones=a").of(RULE)).isEmpty();
  }

  @Test
  void whatBothNeedOrThePrimaryItself() {
    assertThat(design("", "", "p -> db timeout=1s", "q -> db timeout=1s").of(RULE)).hasSize(1);
    assertThat(design("", "", "q -> p timeout=1s").of(RULE)).hasSize(1);
    assertThat(design("", "", "p -> q timeout=1s").of(RULE)).isEmpty();
    assertThat(design("", "", "p -> db timeout=1s", "q -> db timeout=1s dependency=soft").of(RULE))
        .isEmpty();
    assertThat(design("", "", "p -> db timeout=1s dependency=soft", "q -> db timeout=1s").of(RULE))
        .isEmpty();
  }

  @Test
  void anAnnotatedBalancerStandsForWhatIsBehindIt() {
    assertThat(
            design("", "", "p -> db timeout=1s coupling=loose-sync", "q -> db timeout=1s").of(RULE))
        .hasSize(1);
  }

  @Test
  void aComponentIsNoAlternativeToItself() {
    Reviewed before =
        Reviewed.of(
            "service s\nservice p\ns -> p id=ask timeout=1s fallback=other-path fallbackTo=p");
    Finding finding = before.only(RULE);

    assertThat(finding.because().getFirst()).contains("the same component");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void criticalOnACriticalJourney() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        service p zones=a
        service q zones=a
        c -> s id=in timeout=2s
        s -> p id=ask timeout=1s fallback=other-path fallbackTo=q     # FLAG REL-RZ-005 critical
        journey j path=in,ask importance=critical
        """);
  }

  @Test
  void theAlternativeMovesAway() {
    Reviewed before = design("zones=a,b", "zones=a");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").get(ComponentAttributes.ZONES))
        .contains(List.of("c"));
  }

  @Test
  void zonesAndDependenciesGoTogether() {
    Reviewed before =
        design("zones=a", "zones=a", "p -> db timeout=1s", "q -> db id=load timeout=1s");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.because().getFirst()).contains("it runs in a as well", "both call db");
    assertThat(finding.links()).contains("ask", "load");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").get(ComponentAttributes.ZONES))
        .contains(List.of("b"));
  }

  @Test
  void somethingFixedInsteadOfAnotherComponent() {
    Reviewed before = design("zones=a", "zones=a");
    Reviewed after = before.after(before.only(RULE).recommendations().getLast().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("ask").get(LinkAttributes.FALLBACK_TO)).isEmpty();
  }
}
