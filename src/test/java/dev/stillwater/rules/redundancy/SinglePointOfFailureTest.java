package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class SinglePointOfFailureTest {
  private static final SinglePointOfFailure RULE = new SinglePointOfFailure();

  @Test
  void whatAnImportantJourneyNeedsAndRunsOnce() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        load-balancer lb                       # FLAG REL-RZ-001 high
        service s                              # FLAG REL-RZ-001 high
        relational-db db                       # FLAG REL-RZ-001 high
        cache near                             # FLAG REL-RZ-001 high
        queue q                                # FLAG REL-RZ-001 high
        service two replicas=2
        key-value-store managed preset=dynamodb
        external x
        service optional
        service fallback
        cache refreshed
        service off-path
        monitor m
        c -> lb id=in timeout=1s
        lb -> s id=forward timeout=1s
        s -> db id=load timeout=1s
        s -> near id=near timeout=1s
        s => q id=send timeout=1s
        s -> two id=two timeout=1s
        s -> managed id=managed timeout=1s
        s -> x id=pay timeout=1s
        s -> optional id=optional timeout=1s dependency=soft
        s -> fallback id=fallback timeout=1s fallback=static
        s -> refreshed id=refreshed timeout=1s fallback=refresh
        s -> off-path timeout=1s
        m -> optional mode=probe
        journey j path=in,forward,load,near,send,two,managed,pay,optional,fallback,refreshed class=hard
        """);
  }

  @Test
  void importanceOrClassMakesAJourneyImportant() {
    String design =
        """
        client c
        service s
        c -> s id=in timeout=1s
        journey j path=in %s
        """;
    assertThat(Reviewed.of(design.formatted("class=hard")).only(RULE).severity().word())
        .isEqualTo("high");
    assertThat(
            Reviewed.of(design.formatted("class=offline importance=critical"))
                .only(RULE)
                .severity()
                .word())
        .isEqualTo("critical");
    assertThat(Reviewed.of(design.formatted("class=soft")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(design.formatted("importance=normal")).of(RULE)).isEmpty();
  }

  @Test
  void twoReplicasBehindABalancerSaveTheJourney() {
    Reviewed before =
        Reviewed.of(
            """
            zone a parent=eu
            zone b parent=eu
            zone far parent=us
            client c
            client d
            service s zones=b
            c -> s id=in timeout=5s rate=5
            d -> s id=also timeout=5s rate=5 clientLb=true
            journey j path=in class=hard
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.journeysLost()).containsExactly("j");
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.context().stillLost(finding)).isEmpty();
    assertThat(after.design().components().get("s").get(ComponentAttributes.ZONES).orElseThrow())
        .containsExactly("b", "a");
    assertThat(after.design().journeys().get("j").namedLinks()).containsExactly("in", "s-lb>s");
    assertThat(after.design().links().get("also").to()).isEqualTo("s");
    assertThat(after.find("REL-LC-002@in")).isEmpty();
  }

  @Test
  void aStoreGetsFailoverAndDecidesAboutReplicationItself() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s replicas=2
            relational-db db
            c -> s id=in timeout=5s rate=5
            s -> db id=load timeout=1s
            journey j path=in,load class=hard
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("db").get(ComponentAttributes.FAILOVER_MODE))
        .contains(FailoverMode.AUTO);
    assertThat(after.design().components().get("db").get(ComponentAttributes.REPLICATION))
        .isEmpty();
    assertThat(after.design().components().get("db").get(ComponentAttributes.ZONES)).isEmpty();
  }

  @Test
  void declaringItManagedIsOfferedAsADeclaration() {
    Reviewed before =
        Reviewed.of("client c\nservice s\nc -> s id=in timeout=1s\njourney j path=in class=hard");
    Recommendation managed = before.only(RULE).recommendations().getLast();

    assertThat(managed.declaresOnly()).isTrue();
    assertThat(before.after(managed.edit()).of(RULE)).isEmpty();
  }

  @Test
  void aCopyOfAStoreIsMoreThanASecondReplica() {
    String design = "client c\n%s s\nc -> s id=in timeout=1s\njourney j path=in class=hard";
    assertThat(tradeOff(design.formatted("relational-db"))).startsWith("A second copy costs money");
    assertThat(tradeOff(design.formatted("service"))).startsWith("The second replica costs money");
  }

  private static String tradeOff(String design) {
    return Reviewed.of(design).only(RULE).recommendations().getFirst().tradeOff();
  }
}
