package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class LongChainTest {
  private static final LongChain RULE = new LongChain();

  private static final String CHAIN =
      """
      client u
      load-balancer lb preset=alb
      service a replicas=2 p99=10ms
      service b replicas=2 p99=20ms
      service c replicas=2 p99=30ms
      service d replicas=2
      relational-db db replicas=2
      u -> lb id=in timeout=9s
      lb -> a id=la timeout=8s
      a -> b id=ab timeout=5s
      b -> c id=bc timeout=4s calls=2
      c -> d id=cd timeout=3s effect=write need=later
      d -> db id=save timeout=1s effect=write
      """;

  @Test
  void fourHopsAreTooManyAndRoutersAndStoresAreNone() {
    Finding finding = Reviewed.of(CHAIN + "journey j path=in,la,ab,bc,cd,save\n").only(RULE);

    assertThat(finding.detail()).isEqualTo("4");
    assertThat(finding.severity().word()).isEqualTo("medium");
    assertThat(finding.because().getFirst()).contains("a, b, c and d").contains("99.6 %");
    assertThat(Reviewed.of(CHAIN + "journey j path=in,la,ab,bc\n").of(RULE)).isEmpty();
  }

  @Test
  void theLimitIsASetting() {
    assertThat(
            Reviewed.of("settings chain=5\n" + CHAIN + "journey j path=in,la,ab,bc,cd\n").of(RULE))
        .isEmpty();
    assertThat(Reviewed.of("settings chain=3\n" + CHAIN + "journey j path=in,la,ab,bc\n").of(RULE))
        .hasSize(1);
  }

  @Test
  void behindAnEntryTheChainIsDerived() {
    Finding finding = Reviewed.of(CHAIN + "journey j entry=in importance=critical\n").only(RULE);

    assertThat(finding.detail()).isEqualTo("4");
    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.links()).containsExactly("in", "la", "ab", "bc", "cd", "save");
  }

  @Test
  void itIsCutWhereNobodyNeedsTheAnswer() {
    Reviewed before = Reviewed.of(CHAIN + "journey j entry=in class=hard\n");
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("InsertQueue(cd)", "KeepCopy(ab)", "MergeHops(ab)");
    assertThat(finding.recommendations().getFirst().choice()).startsWith("A queue, because");
    finding
        .recommendations()
        .forEach(it -> assertThat(before.after(it.edit()).of(RULE)).as(it.title()).isEmpty());
  }

  @Test
  void aComponentWithOtherCallersIsNotMerged() {
    Finding finding =
        Reviewed.of(
                CHAIN
                    + """
                    service other replicas=2
                    other -> b id=ob timeout=1s
                    other -> c id=oc timeout=1s
                    other -> d id=od timeout=1s
                    journey j entry=in
                    """)
            .only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("InsertQueue(cd)", "KeepCopy(ab)");
  }

  @Test
  void onlyWhatWorksIsNamedAndTheFarthestIsProbed() {
    Finding finding = Reviewed.of(CHAIN + "journey j path=in,la,ab,bc,cd,save\n").only(RULE);
    assertThat(finding.because().getFirst())
        .startsWith("Flagged because a, b, c and d are called one behind the other, 4 hops");
    assertThat(finding.probes()).extracting(probe -> probe.target()).contains("d");
  }

  @Test
  void aLinkByAnAnnotatedBalancerIsLeftAsItIs() {
    Finding finding =
        Reviewed.of(
                CHAIN
                        .replace("id=ab", "id=ab coupling=loose-sync")
                        .replace("id=bc", "id=bc coupling=loose-sync")
                        .replace("id=cd", "id=cd coupling=loose-sync")
                    + "journey j entry=in\n")
            .only(RULE);
    assertThat(finding.detail()).isEqualTo("4");
    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .noneMatch(it -> it.contains("(ab") || it.contains("(bc") || it.contains("(cd"));
  }
}
