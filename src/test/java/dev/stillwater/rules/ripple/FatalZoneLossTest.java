package dev.stillwater.rules.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class FatalZoneLossTest {
  private static final FatalZoneLoss RULE = new FatalZoneLoss();

  private static Reviewed design(String db, String link, String journey) {
    return Reviewed.of(
        """
        client c
        service s replicas=2 zones=a,b p99=40ms concurrency=100
        relational-db db replicas=2 p99=10ms %s
        c -> s id=in rate=50 timeout=5s clientLb=true
        s -> db id=load timeout=500ms %s
        journey j path=in,load %s
        """
            .formatted(db, link, journey));
  }

  @Test
  void whatStandsInTheZoneAloneTakesTheJourneyAlong() {
    Finding finding = design("zones=a", "", "class=hard").only(RULE);

    assertThat(finding.subject()).isEqualTo("j / a");
    assertThat(finding.detail()).isEqualTo("db");
    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.because().getFirst()).contains("db runs in a alone", "down after 500 ms");
    assertThat(design("zones=a", "", "importance=critical").only(RULE).severity().word())
        .isEqualTo("critical");
    assertThat(design("zones=a", "", "class=soft").of(RULE)).hasSize(1);
  }

  @Test
  void furtherZonesProvidersAndFallbacksSaveIt() {
    assertThat(design("zones=a,b", "", "class=hard").of(RULE)).isEmpty();
    assertThat(design("zones=a managed=true", "", "class=hard").of(RULE)).isEmpty();
    assertThat(design("zones=a", "fallback=static", "class=hard").of(RULE)).isEmpty();
    assertThat(design("", "", "class=hard").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void eachZoneAndJourneyIsOneFinding() {
    Reviewed reviewed =
        Reviewed.of(
            """
            zone eu kind=region name=Europe
            client c
            service s zones=a
            service t zones=eu
            service free zones=a,b
            c -> s id=one timeout=1s
            s -> t id=two timeout=500ms
            c -> free id=three timeout=1s
            journey j path=one,two class=hard
            journey k path=one,two class=hard
            journey ok path=three class=hard
            """);

    assertThat(reviewed.of(RULE))
        .extracting(Finding::subject)
        .containsExactly("j / a", "j / eu", "k / a", "k / eu");
    assertThat(reviewed.find("REL-RP-005@j / eu").orElseThrow().message()).contains("zone Europe");
  }

  @Test
  void spreadingSavesTheJourney() {
    Reviewed before = design("zones=a", "", "class=hard");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.recommendations().getFirst().title()).isEqualTo("Run db in two zones");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("db").get(ComponentAttributes.ZONES).orElseThrow())
        .containsExactly("a", "b");
  }

  @Test
  void aFixKnowsThatTheRestOfTheZoneStillFalls() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s zones=a
            service side zones=a
            c -> s id=in timeout=1s
            s -> side id=opt timeout=100ms dependency=soft
            journey j path=in,opt class=hard
            """);
    Finding finding = before.find("REL-RP-005@j / a").orElseThrow();
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.detail()).isEqualTo("s");
    assertThat(finding.journeysLost()).containsExactly("j");
    assertThat(after.context().stillLost(finding)).isEmpty();
  }
}
