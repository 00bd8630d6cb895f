package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class UnbalancedReplicasTest {
  private static final UnbalancedReplicas RULE = new UnbalancedReplicas();

  @Test
  void replicatedServicesWithoutABalancer() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        load-balancer lb preset=alb
        service one
        service two replicas=2
        service three replicas=3 managed=true
        worker four replicas=4
        c -> two id=bare timeout=1s                 # FLAG REL-LC-002 low
        one -> two id=again timeout=1s              # FLAG REL-LC-002 low
        c -> lb id=in timeout=1s
        lb -> two id=forward timeout=1s
        two -> one id=single timeout=1s
        two -> three id=managed timeout=1s
        two -> four id=worker timeout=1s
        four -> two id=own timeout=1s clientLb=true
        three -> two id=annotated timeout=1s coupling=loose-sync
        journey j path=bare,again class=hard importance=critical
        """);
  }

  @Test
  void withoutReplicatedServicesThereIsNothingToExamine() {
    assertThat(Reviewed.of("client c\nservice s\nc -> s timeout=1s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void eachFixRemovesIt() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s replicas=2
            c -> s id=in timeout=10s effect=write need=result-now rate=5
            journey j path=in class=hard
            """);
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly("InsertLoadBalancer(in)", "SetClientLb(in)");
    for (Recommendation fix : finding.recommendations()) {
      assertThat(before.after(fix.edit()).of(RULE)).isEmpty();
    }
  }

  @Test
  void theBalancerGivesUpBeforeItsCallerAndIsShared() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            worker d
            service s replicas=2
            c -> s id=in timeout=10s effect=write need=result-now rate=5
            d -> s id=also timeout=3s rate=1
            journey j path=in class=hard
            journey k path=also class=hard
            """);
    Reviewed once = before.after(before.of(RULE).get(1).recommendations().getFirst().edit());
    Design design = once.after(once.only(RULE).recommendations().getFirst().edit()).design();

    assertThat(design.components().ids()).containsExactly("c", "d", "s", "s-lb");
    assertThat(design.links().get("s-lb>s").get(LinkAttributes.TIMEOUT).orElseThrow().text())
        .isEqualTo("8s");
    assertThat(design.journeys().get("j").namedLinks()).containsExactly("in", "s-lb>s");
    assertThat(design.journeys().get("k").namedLinks()).containsExactly("also", "s-lb>s");
  }

  @Test
  void aBalancerIsExplainedWhereTheAnswerIsNeeded() {
    String link = "client c\nservice s replicas=2\nc -> s timeout=1s ";

    assertThat(Reviewed.of(link).only(RULE).recommendations().getFirst().choice())
        .startsWith("A load balancer, because a read is worth its answer only; not a queue");
    assertThat(
            Reviewed.of(link + "effect=write need=ack-now")
                .only(RULE)
                .recommendations()
                .getFirst()
                .choice())
        .isEmpty();
  }
}
