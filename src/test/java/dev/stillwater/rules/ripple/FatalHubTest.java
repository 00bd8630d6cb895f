package dev.stillwater.rules.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class FatalHubTest {
  private static final FatalHub RULE = new FatalHub();

  @Test
  void atLeastTwoJourneysAndHalfOfAll() {
    String hub =
        """
        client c
        service s replicas=2
        service t replicas=2
        service single
        c -> s id=a timeout=1s
        c -> s id=b timeout=1s
        c -> t id=d timeout=1s
        c -> single id=e timeout=1s
        c -> single id=f timeout=1s
        journey ja path=a
        journey jb path=b
        journey jd path=d
        """;
    Finding finding = Reviewed.of(hub).only(RULE);
    assertThat(finding.subject()).isEqualTo("s");
    assertThat(finding.detail()).isEqualTo("ja,jb");
    assertThat(finding.severity().word()).isEqualTo("low");
    assertThat(Reviewed.of(hub + "journey je path=e\n").of(RULE)).hasSize(1);
    assertThat(Reviewed.of(hub + "journey je path=e\njourney jf path=f\n").of(RULE)).isEmpty();
  }

  @Test
  void oneJourneyIsNoComparison() {
    Reviewed one =
        Reviewed.of("client c\nservice s replicas=2\nc -> s id=a timeout=1s\njourney j path=a");
    assertThat(one.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void criticalJourneysDoNotRaiseIt() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s managed=true                 # FLAG REL-RP-006 low
        service cells replicas=2 isolation=cell
        c -> s id=a timeout=1s
        c -> s id=b timeout=1s
        s -> cells id=x timeout=1s
        journey ja path=a,x importance=critical
        journey jb path=b,x importance=critical
        """);
  }

  @Test
  void anAnnotatedBalancerIsNotMeant() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        c -> s id=a timeout=1s coupling=loose-sync
        journey ja path=a
        journey jb path=a
        """);
  }

  @Test
  void cellsOrTheLastGoodState() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            config p replicas=3
            service s
            service t
            c -> s id=a timeout=1s
            c -> t id=b timeout=1s
            p -> s id=to-s
            p -> t id=to-t
            journey ja path=a
            journey jb path=b
            """);
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("SetFallback(to-s, to-t, last-good)", "Cellularize(p)");
    for (Recommendation fix : finding.recommendations()) {
      assertThat(before.after(fix.edit()).of(RULE)).as("%s", fix.title()).isEmpty();
    }
    Reviewed kept = before.after(finding.recommendations().getFirst().edit());
    assertThat(kept.context().stillLost(finding)).isEmpty();
  }

  @Test
  void ofAnExternalSystemOneCanOnlyDeclareIt() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            external x managed=true
            service s
            c -> s id=a timeout=2s
            c -> s id=b timeout=2s
            s -> x id=ask timeout=1s
            journey ja path=a,ask
            journey jb path=b,ask
            """);
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(Recommendation::declaresOnly)
        .containsExactly(true);
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void fiveJourneysAreNamed() {
    assertThat(reason(5)).contains("stop One, j2, j3, j4 and j5: redundancy");
    assertThat(reason(7)).contains("stop One, j2, j3, j4, j5 and 2 more: redundancy");
  }

  private static String reason(int journeys) {
    StringBuilder design = new StringBuilder("client c\nservice s replicas=2\nc -> s id=a\n");
    for (int i = 1; i <= journeys; i++) {
      design.append("journey j%d path=a%s%n".formatted(i, i == 1 ? " name=One" : ""));
    }
    return Reviewed.of(design.toString()).only(RULE).because().getFirst();
  }

  @Test
  void whoKeepsTheLastStateAlreadyIsLeftAlone() {
    Finding finding =
        Reviewed.of(
                """
                client c
                config p replicas=3
                service s
                service t
                c -> s id=a timeout=1s
                c -> t id=b timeout=1s
                p -> s id=to-s
                p -> t id=to-t
                p -> t id=kept fallback=last-good
                journey ja path=a
                journey jb path=b
                """)
            .only(RULE);
    assertThat(finding.links()).containsExactly("to-s", "to-t");
    assertThat(finding.recommendations().getFirst().edit().signature())
        .isEqualTo("SetFallback(to-s, to-t, last-good)");
  }
}
