package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossRegionCallTest {
  private static final CrossRegionCall RULE = new CrossRegionCall();

  private static final String ZONES =
      """
      zone e1 parent=east
      zone e2 parent=east
      zone w1 parent=west
      client c
      service s zones=e1
      c -> s id=in timeout=5s
      """;

  private static Reviewed design(String callee, String link) {
    return Reviewed.of(
        ZONES
            + callee
            + "\ns -> t id=far timeout=1s "
            + link
            + "\njourney j path=in,far class=hard");
  }

  @Test
  void endsThatShareNoRegion() {
    Reviewed.expectFlags(
        RULE,
        ZONES
            + """
            service west zones=w1
            service east zones=e2
            service both zones=w1,e2
            service somewhere
            service undeclared zones=u
            queue q zones=w1
            service behind zones=w1
            s -> west id=far timeout=1s                              # FLAG REL-RZ-009 high
            s -> east id=near timeout=1s
            s -> both id=wide timeout=1s
            s -> somewhere id=unknown timeout=1s
            s -> undeclared id=unheard timeout=1s
            s => q id=later timeout=1s
            s -> behind id=balanced timeout=1s coupling=loose-sync   # FLAG REL-RZ-009 high
            journey j path=in,far,near,wide,unknown,unheard,later,balanced class=hard importance=critical
            """);
  }

  @Test
  void onlyWhereSomebodyWaits() {
    Reviewed.expectFlags(
        RULE,
        ZONES
            + """
            service west zones=w1
            s -> west id=far timeout=1s
            journey j path=in,far class=soft importance=critical
            """);
  }

  @Test
  void readsGetAReplicaBesideTheCaller() {
    Reviewed before = design("relational-db t zones=w1 replicas=2 name=Ledger", "");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.severity().word()).isEqualTo("medium");
    assertThat(finding.recommendations().getFirst().title())
        .isEqualTo("Keep a replica of Ledger beside s");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("far").to()).isEqualTo("t-replica");
    assertThat(after.design().links().get("t>t-replica").from()).isEqualTo("t");
    assertThat(after.design().journeys()).isEqualTo(before.design().journeys());
  }

  @Test
  void everyOtherFixBringsBothTogether() {
    for (String callee :
        new String[] {"service t zones=w1", "relational-db t zones=w1", "external t zones=w1"}) {
      Reviewed before = design(callee, "effect=write");
      for (Recommendation fix : before.only(RULE).recommendations()) {
        assertThat(before.after(fix.edit()).of(RULE)).as("%s", fix.title()).isEmpty();
      }
    }
    Reviewed service = design("service t zones=w1", "effect=write");
    Reviewed both = service.after(service.only(RULE).recommendations().getFirst().edit());
    assertThat(both.design().components().get("t").get(ComponentAttributes.ZONES).orElseThrow())
        .containsExactly("w1", "e1");
  }

  private static List<String> advice(String callee, String link) {
    return design(callee, link).only(RULE).recommendations().stream()
        .map(fix -> fix.edit().signature().replaceAll("\\(.*", ""))
        .toList();
  }

  @Test
  void whatIsAdvisedDependsOnWhatIsCalled() {
    assertThat(advice("service t zones=w1", "effect=write")).hasSize(2);
    assertThat(advice("load-balancer t zones=w1", "effect=write")).hasSize(2);
    assertThat(advice("relational-db t zones=w1", "effect=write")).hasSize(1);
    assertThat(design("external t zones=w1", "effect=write").only(RULE).recommendations())
        .singleElement()
        .returns(true, Recommendation::declaresOnly);
  }

  @Test
  void aMoveConcernsTheOtherCallers() {
    String move = "A move across regions needs a copy, a switch and a way back";
    assertThat(design("service t zones=w1", "").only(RULE).recommendations().getLast().tradeOff())
        .isEqualTo(move + ".");
    assertThat(
            design("service t zones=w1\nservice u\nu -> t timeout=1s", "")
                .only(RULE)
                .recommendations()
                .getLast()
                .tradeOff())
        .isEqualTo(move + "; whoever else calls it from where it was is far from it then: u.");
  }
}
