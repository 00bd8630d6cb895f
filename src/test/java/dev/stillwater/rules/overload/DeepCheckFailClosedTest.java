package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class DeepCheckFailClosedTest {
  private static final DeepCheckFailClosed RULE = new DeepCheckFailClosed();

  @Test
  void aFleetThatAsksBehindARouterThatBelievesIt() {
    Reviewed.expectFlags(
        RULE,
        """
        load-balancer closed managed=true
        load-balancer open preset=alb
        service caller replicas=2
        service deep replicas=2 healthCheck=deep          # FLAG REL-OV-004 critical
        service single healthCheck=deep
        service shallow replicas=2 healthCheck=shallow
        service undeclared replicas=2
        service easy replicas=2 healthCheck=deep
        service alone replicas=2 healthCheck=deep
        service direct replicas=2 healthCheck=deep
        service lucky replicas=2 healthCheck=deep
        service both replicas=2 healthCheck=deep          # FLAG REL-OV-004 high
        relational-db d replicas=2
        closed -> deep id=in timeout=1s
        closed -> single timeout=1s
        closed -> shallow timeout=1s
        closed -> undeclared timeout=1s
        closed -> easy timeout=1s
        closed -> alone timeout=1s
        caller -> direct timeout=1s
        open -> lucky timeout=1s
        open -> both timeout=1s
        closed -> both timeout=1s
        deep -> d id=load timeout=1s
        single -> d timeout=1s
        shallow -> d timeout=1s
        undeclared -> d timeout=1s
        easy -> d timeout=1s dependency=soft
        direct -> d timeout=1s
        lucky -> d timeout=1s
        both -> d timeout=1s fallback=static
        journey j path=in,load class=hard importance=critical
        """);
  }

  @Test
  void aShallowCheckOrAnOpenRouterHelps() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            load-balancer lb managed=true
            service s replicas=4 healthCheck=deep
            relational-db d
            c -> lb id=in rate=10 timeout=9s
            lb -> s id=on timeout=8s
            s -> d id=load timeout=1s fallback=stale-cache
            journey j path=in,on,load class=hard
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly("SetHealthCheck(s, shallow)", "SetFailOpen(lb)");
    for (Recommendation each : finding.recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
    Reviewed open = before.after(finding.recommendations().get(1).edit());
    assertThat(open.of(new DeepCheckFailOpen())).hasSize(1);
  }

  @Test
  void anUndrawnBalancerCannotBeToldToFailOpen() {
    Finding finding =
        Reviewed.of(
                """
                service a replicas=2
                service s replicas=4 healthCheck=deep
                relational-db d replicas=2
                a -> s id=l timeout=8s coupling=loose-sync
                s -> d id=load timeout=1s
                """)
            .only(RULE);
    assertThat(finding.recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly("SetHealthCheck(s, shallow)");
    assertThat(finding.because().getFirst()).contains("the load balancer on l sends nothing");
  }

  @Test
  void theRoutersThatBelieveItAreConcerned() {
    Finding finding =
        Reviewed.of(
                """
                load-balancer closed managed=true
                load-balancer open preset=alb
                service s replicas=2 healthCheck=deep
                relational-db d replicas=2
                relational-db e replicas=2
                closed -> s timeout=1s
                open -> s timeout=1s
                s -> d id=load timeout=1s
                s -> e id=look timeout=1s
                """)
            .only(RULE);
    assertThat(finding.components()).containsExactly("s", "d", "e", "closed");
    assertThat(finding.because().getFirst()).contains("of s asks d and e too, and closed sends");
  }
}
