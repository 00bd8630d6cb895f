package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictedCouplingTest {
  private static final ContradictedCoupling RULE = new ContradictedCoupling();

  @Test
  void theDrawingContradicts() {
    Reviewed.expectFlags(
        RULE,
        """
        service a
        service b
        load-balancer lb
        queue q
        config c
        monitor m
        a -> lb id=routed coupling=tight                     # FLAG REL-KS-008 medium
        lb -> b id=forward coupling=loose-sync
        a -> b id=balanced clientLb=true coupling=tight      # FLAG REL-KS-008 high
        a -> b id=direct coupling=tight
        a -> q id=send coupling=loose-sync                   # FLAG REL-KS-008 medium
        q -> b id=take coupling=tight                        # FLAG REL-KS-008 medium
        a -> q id=agreed coupling=loose-async
        c -> a id=load coupling=loose-async                  # FLAG REL-KS-008 high
        c -> b id=loads coupling=tight
        m -> a id=probe mode=probe coupling=loose-async      # FLAG REL-KS-008 medium
        a -> b id=plain
        journey j path=balanced importance=critical
        """);
  }

  @Test
  void theProductContradicts() {
    Reviewed.expectFlags(
        RULE,
        """
        service a
        service b
        a -> b id=queue coupling=loose-async via=alb effect=write need=later        # FLAG REL-KS-008 medium
        a -> b id=balancer coupling=loose-sync via=sqs-standard                     # FLAG REL-KS-008 medium
        a -> b id=none coupling=tight via=sqs-standard effect=write need=later      # FLAG REL-KS-008 medium
        a -> b id=store coupling=loose-sync via=dynamodb                            # FLAG REL-KS-008 medium
        a -> b id=right coupling=loose-async via=sns effect=write need=later
        a -> b id=also coupling=loose-sync via=alb
        """);
  }

  @Test
  void theNeedContradicts() {
    Reviewed.expectFlags(
        RULE,
        """
        service a
        service b
        a -> b id=now coupling=loose-async effect=write need=result-now    # FLAG REL-KS-008 medium
        a -> b id=read coupling=loose-async effect=read                    # FLAG REL-KS-008 medium
        a -> b id=undeclared coupling=loose-async
        a -> b id=later coupling=loose-async effect=write need=later
        a -> b id=waits coupling=loose-sync effect=write need=result-now
        """);
  }

  @Test
  void everyCorrectionCorrects() {
    Reviewed before =
        Reviewed.of(
            """
            service a
            service b
            queue q
            a -> q id=send coupling=tight
            a -> b id=product coupling=loose-async via=alb effect=write need=later timeout=1s
            a -> b id=need coupling=loose-async effect=write need=result-now timeout=1s
            journey j path=product
            """);
    for (Finding finding : before.of(RULE)) {
      assertThat(finding.recommendations()).isNotEmpty().allMatch(Recommendation::declaresOnly);
      for (Recommendation recommendation : finding.recommendations()) {
        assertThat(before.after(recommendation.edit()).find(finding.key()))
            .as(recommendation.edit().signature())
            .isEmpty();
      }
    }
    assertThat(before.of(RULE)).hasSize(3);
  }

  @Test
  void whatIsAnnotatedCanBeDrawn() {
    Reviewed before =
        Reviewed.of(
            """
            service a
            service b
            a -> b id=l coupling=loose-async via=alb effect=write need=later timeout=1s retries=1
            journey j path=l
            """);
    Design after =
        before.only(RULE).recommendations().stream()
            .map(Recommendation::edit)
            .filter(edit -> edit.signature().equals("DrawOut(l)"))
            .findFirst()
            .map(edit -> before.after(edit).design())
            .orElseThrow();

    assertThat(after.links().get("l").to()).isEqualTo("l-load-balancer");
    assertThat(after.links().get("l").get(LinkAttributes.COUPLING)).isEmpty();
    assertThat(after.links().get("l").get(LinkAttributes.RETRIES)).contains(1);
    assertThat(after.links().get("l-load-balancer>b").get(LinkAttributes.TIMEOUT)).isPresent();
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("l", "l-load-balancer>b");
  }

  @Test
  void itSaysWhatContradicts() {
    Reviewed reviewed =
        Reviewed.of(
            """
            service a
            service b
            load-balancer lb
            queue q
            config c
            a -> lb id=routed coupling=tight
            lb -> b
            a -> b id=balanced clientLb=true coupling=tight
            a -> q id=send coupling=tight
            c -> a id=load coupling=loose-async
            """);
    assertThat(reviewed.of(RULE))
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "routed is annotated tight, but a router stands at one end",
            "balanced is annotated tight, but its caller balances over replicas itself",
            "send is annotated tight, but it is a send, which nobody waits for",
            "load is annotated loose-async, but it is a config link, on which no broker stands");
  }

  @Test
  void aWriteThatNeedsNothingIsNoContradiction() {
    Reviewed.expectFlags(
        RULE,
        """
        service a
        service b
        a -> b id=write coupling=loose-async effect=write
        a -> b id=said coupling=loose-async effect=read need=later
        """);
  }

  private static List<String> advice(String link) {
    return Reviewed.of("service a\nservice b\na -> b id=l " + link)
        .only(RULE)
        .recommendations()
        .stream()
        .map(it -> it.edit().signature())
        .toList();
  }

  @Test
  void adviceGoesTheWayThatTheLinkAllows() {
    assertThat(advice("coupling=loose-async effect=write need=result-now"))
        .containsExactly(
            "CorrectCoupling(l, loose-sync)", "SetNeed(l, ack-now)", "CorrectCoupling(l)");
    assertThat(advice("coupling=loose-async effect=read"))
        .containsExactly("CorrectCoupling(l, loose-sync)", "CorrectCoupling(l)");
    assertThat(advice("coupling=loose-async via=alb effect=write need=later"))
        .containsExactly("CorrectCoupling(l, loose-async)", "DrawOut(l)", "CorrectCoupling(l)");
    assertThat(advice("coupling=tight via=sqs-standard effect=write need=later"))
        .doesNotContain("CorrectCoupling(l, tight)");
  }

  @Test
  void aSendCannotBecomeACallBehindABalancer() {
    assertThat(
            Reviewed.of("service a\nqueue q\na -> q id=l coupling=loose-async need=result-now")
                .only(RULE)
                .recommendations())
        .extracting(it -> it.edit().signature())
        .doesNotContain("CorrectCoupling(l, loose-sync)");
  }
}
