package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreachableTargetTest {
  private static final UnreachableTarget RULE = new UnreachableTarget();

  private static final String CHAIN =
      """
      client c
      service s replicas=2 availability=0.999
      relational-db db availability=0.998
      service side availability=0.5
      queue q availability=0.9999
      worker w availability=0.5
      c -> s id=in timeout=2s
      s -> db id=load timeout=1s %s
      s -> side id=side timeout=1s dependency=soft
      s => q id=put timeout=1s
      q -> w id=take
      journey j path=in,load,side,put,take slo=%s
      """;

  private static Reviewed chain(String link, String slo) {
    return Reviewed.of(CHAIN.formatted(link, slo));
  }

  @Test
  void theProductOfWhatIsNeededIsBelowTheTarget() {
    Finding finding = chain("", "0.997").only(RULE);

    assertThat(finding.subject()).isEqualTo("j");
    assertThat(finding.detail()).isEqualTo("0.99690 < 0.99700");
    assertThat(finding.because().getFirst())
        .contains("db (99.8 %), s (99.9 %) and q (99.99 %) multiply to 99.69 % at best");
    assertThat(finding.links()).containsExactly("in", "load", "put");
    assertThat(chain("", "0.9969").of(RULE)).isEmpty();
  }

  @Test
  void whatCanBeMissedDoesNotCount() {
    assertThat(chain("fallback=static", "0.998").of(RULE)).isEmpty();
    assertThat(chain("dependency=soft", "0.998").of(RULE)).isEmpty();
    assertThat(chain("fallback=refresh", "0.998").of(RULE)).isEmpty();
  }

  @Test
  void meanTimesStandForAnAvailability() {
    Reviewed reviewed =
        Reviewed.of(
            """
            client c
            service s mtbf=99h mttr=1h
            service t mtbf=99h
            c -> s id=in timeout=2s
            s -> t id=on timeout=1s
            journey j path=in,on slo=0.995 importance=critical
            """);

    assertThat(reviewed.only(RULE).detail()).isEqualTo("0.99000 < 0.99500");
    assertThat(reviewed.only(RULE).severity().word()).isEqualTo("high");
    assertThat(reviewed.only(RULE).because().getFirst()).contains("one component declares none");
  }

  @Test
  void withoutAnyAvailabilityItCannotJudge() {
    String design = "client c\nservice s\nc -> s id=in timeout=1s\njourney j path=in %s";
    assertThat(Reviewed.of(design.formatted("slo=0.999")).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(Reviewed.of(design.formatted("class=hard")).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void doingWithoutTheWorstDropsItOutOfTheProduct() {
    Reviewed before = chain("", "0.9985");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
  }

  @Test
  void aSecondReplicaWhereThatReachesTheTarget() {
    Reviewed before = chain("effect=write", "0.9985");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.recommendations().getFirst().edit().signature())
        .isEqualTo("RaiseRedundancy(db)");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("db").get(ComponentAttributes.AVAILABILITY))
        .hasValueSatisfying(a -> assertThat(a).isBetween(0.999995, 0.999997));
    assertThat(chain("effect=write", "0.9995").only(RULE).recommendations()).hasSize(1);
  }

  @Test
  void promisingWhatThePartsAllow() {
    Reviewed before = chain("", "0.9999");
    Reviewed after = before.after(before.only(RULE).recommendations().getLast().edit());

    assertThat(before.only(RULE).recommendations().getLast().declaresOnly()).isTrue();
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().journeys().get("j").get(JourneyAttributes.SLO)).contains(0.9969);
  }

  private static List<String> signatures(Reviewed reviewed) {
    return reviewed.only(RULE).recommendations().stream()
        .map(fix -> fix.edit().signature())
        .toList();
  }

  @Test
  void doingWithoutTheWorstComesFirst() {
    assertThat(signatures(chain("", "0.9985")))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("SetFallback(load"),
            second -> assertThat(second).isEqualTo("RaiseRedundancy(db)"),
            third -> assertThat(third).startsWith("LowerSlo(j"));
  }

  @Test
  void aSecondReplicaThatReachesTheTargetExactlyIsEnough() {
    String two =
        """
        client c
        %s x availability=0.9
        c -> x id=in timeout=2s
        journey j path=in slo=%s
        """;
    assertThat(signatures(Reviewed.of(two.formatted("service", 0.99))))
        .contains("RaiseRedundancy(x)");
    assertThat(signatures(Reviewed.of(two.formatted("service", 0.991))))
        .noneMatch(it -> it.startsWith("RaiseRedundancy"));
    assertThat(signatures(Reviewed.of(two.formatted("external", 0.99))))
        .as("somebody else's replicas")
        .noneMatch(it -> it.startsWith("RaiseRedundancy"));
  }

  @Test
  void theFiveWorstAreNamed() {
    assertThat(reason(5)).contains("s1 (99 %) multiply to").doesNotContain("more");
    assertThat(reason(7)).contains("s3 (97 %) and 2 more multiply to");
    assertThat(reason(1)).startsWith("Flagged because s1 (99 %) alone holds it to");
  }

  private static String reason(int services) {
    StringBuilder design = new StringBuilder("client s0\n");
    StringBuilder path = new StringBuilder();
    for (int i = 1; i <= services; i++) {
      design.append("service s%d availability=0.%d%n".formatted(i, 100 - i));
      design.append("s%d -> s%d id=l%d timeout=1s%n".formatted(i - 1, i, i));
      path.append(i == 1 ? "" : ",").append("l").append(i);
    }
    return Reviewed.of(design + "journey j path=" + path + " slo=0.9999")
        .only(RULE)
        .because()
        .getFirst();
  }
}
