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

  @Test
  void whatOnlyFailsTogetherIsSpreadAsWell() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s replicas=2 zones=a,b
            service p zones=a
            service q zones=a
            service t zones=a
            c -> s id=in timeout=9s clientLb=true
            s -> p id=ask timeout=1s fallback=other-path fallbackTo=q
            s -> t id=need timeout=2s
            journey j path=in,ask,need class=hard
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.detail()).isEqualTo("t");
    assertThat(finding.recommendations().getFirst().edit().signature())
        .isEqualTo("SpreadZones(p, q, t, 2)");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void whatDoesNoHarmStaysWhereItIs() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s zones=a
            service harmless zones=a
            service k zones=a
            c -> s id=in timeout=1s
            c -> k id=other timeout=1s
            s -> harmless id=opt timeout=100ms dependency=soft
            journey j path=in,opt class=hard
            journey other path=other class=hard
            """);
    assertThat(before.find("REL-RP-005@j / a").orElseThrow().recommendations().getFirst().edit())
        .returns("SpreadZones(s, 2)", edit -> edit.signature());
  }

  @Test
  void itNamesFiveAndTheWay() {
    StringBuilder design = new StringBuilder("client s0\n");
    StringBuilder path = new StringBuilder();
    for (int i = 1; i <= 7; i++) {
      design.append(
          "service s%d zones=a%ns%d -> s%d id=l%d timeout=%ds%n".formatted(i, i - 1, i, i, 9 - i));
      path.append(i == 1 ? "" : ",").append("l").append(i);
    }
    Finding finding = Reviewed.of(design + "journey j path=" + path + " class=hard").only(RULE);
    assertThat(finding.because().getFirst())
        .contains(
            "s1, s2, s3, s4, s5 and 2 more run in a alone, and without them j is down at once");
    assertThat(finding.components()).contains("s0", "s1", "s7");
    assertThat(finding.links()).containsExactly("l1");

    Finding one = design("zones=a", "", "class=hard").only(RULE);
    assertThat(one.because().getFirst()).contains("db runs in a alone, and without it j is down");
    assertThat(one.links()).containsExactly("in", "load");
  }
}
