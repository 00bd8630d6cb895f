package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class OpenEntryTest {
  private static final OpenEntry RULE = new OpenEntry();

  @Test
  void theFirstServiceBehindRouters() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        external partner
        actor person
        scheduler nightly
        dns-cdn dns
        load-balancer lb preset=alb
        api-gateway throttled preset=apigw-rest
        service direct                     # FLAG REL-OV-002 high
        service routed                     # FLAG REL-OV-002 medium
        worker w                           # FLAG REL-OV-002 medium
        service behind
        service calm
        service limited admission=limit
        service fair admission=priority
        service inner
        service clicked
        function f
        c -> direct id=in timeout=1s
        c -> dns timeout=1s
        dns -> lb timeout=1s
        lb -> routed timeout=1s
        lb -> dns id=back timeout=1s
        partner -> w timeout=1s
        c -> throttled timeout=1s
        throttled -> calm timeout=1s
        c -> limited timeout=1s
        limited -> behind timeout=1s
        c -> fair timeout=1s
        direct -> inner timeout=1s
        person -> clicked timeout=1s
        nightly -> clicked id=run timeout=1s
        c -> f timeout=1s
        journey j path=in class=hard importance=critical
        """);
  }

  @Test
  void anyOpenWayInIsEnough() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        api-gateway throttled preset=apigw-rest
        load-balancer lb preset=alb
        service s                          # FLAG REL-OV-002 medium
        c -> throttled timeout=1s
        throttled -> s timeout=1s
        c -> lb timeout=1s
        lb -> s id=side timeout=1s
        """);
  }

  @Test
  void refusingHelps() {
    Reviewed before = Reviewed.of("client c\nservice s capacity=50\nc -> s rate=40 timeout=1s");
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst()).contains("40 req/s at peak", "capacity of 50 req/s");
    assertThat(finding.recommendations()).hasSize(1);
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void wherePrioritiesDifferTheLeastImportantGoFirst() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            c -> s id=buy timeout=1s
            c -> s id=browse timeout=1s
            journey shop path=buy importance=critical
            journey look path=browse
            """);
    Recommendation second = before.only(RULE).recommendations().get(1);
    assertThat(second.edit().signature()).isEqualTo("SetAdmission(s, priority)");
    assertThat(before.after(second.edit()).of(RULE)).isEmpty();
  }

  @Test
  void aRouterThatRefusesIsExamined() {
    assertThat(
            Reviewed.of(
                    """
                    client c
                    api-gateway throttled preset=apigw-rest
                    service calm
                    c -> throttled timeout=1s
                    throttled -> calm timeout=1s
                    """)
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.PASSED);
    assertThat(Reviewed.of("service a\nservice b\na -> b").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void whatIsUnknownIsNotSaid() {
    assertThat(Reviewed.of("client c\nservice s\nc -> s id=l").only(RULE).because().getFirst())
        .contains("reach s over l, and nothing", "above its capacity it works");
  }

  @Test
  void journeysOfOneImportanceNeedNoPriorities() {
    String design =
        """
        client c
        service s
        c -> s id=buy timeout=1s
        c -> s id=browse timeout=1s
        journey shop path=buy importance=critical
        journey look path=browse importance=critical
        """;
    assertThat(Reviewed.of(design).only(RULE).recommendations()).hasSize(1);
    assertThat(Reviewed.of(design.replace(" importance=critical", "")).only(RULE).recommendations())
        .hasSize(1);
  }

  @Test
  void anEntryThatRefusesPasses() {
    assertThat(Reviewed.of("client c\nservice s admission=limit\nc -> s").status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
  }
}
