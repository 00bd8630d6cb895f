package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class UserWriteWithoutTokenTest {
  private static final UserWriteWithoutToken RULE = new UserWriteWithoutToken();

  @Test
  void writesOfPeopleAndOfTheirRouters() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        actor a
        external partner
        scheduler clock
        api-gateway front preset=apigw-rest
        api-gateway back preset=apigw-rest
        load-balancer inner preset=alb
        service s replicas=2
        service t replicas=2
        c -> s id=click effect=write timeout=1s                  # FLAG REL-ID-009 low
        a -> s id=enter effect=write                             # FLAG REL-ID-009 low
        partner -> s id=push effect=write timeout=1s             # FLAG REL-ID-009 low
        clock -> s id=run effect=write timeout=1s
        s -> t id=inside effect=write timeout=1s
        c -> s id=retried effect=write timeout=1s retries=1
        c -> s id=token effect=write timeout=1s idempotency=token
        c -> s id=upsert effect=idempotent-write timeout=1s
        c -> s id=usage effect=write timeout=1s lossOk=true
        c -> s id=look effect=read timeout=1s
        c -> front id=into effect=read timeout=1s
        front -> s id=forward effect=write                       # FLAG REL-ID-009 low
        c -> back id=written effect=write timeout=1s             # FLAG REL-ID-009 low
        back -> s id=blamed-before effect=write
        t -> inner id=own effect=read timeout=1s
        inner -> s id=no-user effect=write
        journey j path=click class=hard importance=critical
        """);
  }

  @Test
  void anAnnotatedBalancerIsNoSecondFinding() {
    Reviewed reviewed =
        Reviewed.of("client c\nservice s\nc -> s id=l coupling=loose-sync effect=write");
    Finding finding = reviewed.only(RULE);
    assertThat(finding.subject()).isEqualTo("l");
    assertThat(finding.message()).isEqualTo("A second click on l writes to s twice");
  }

  @Test
  void eachFixRemovesIt() {
    EachFix.removes(
        RULE,
        "client c\nservice s\nc -> s id=l effect=write timeout=1s",
        "SetIdempotency(l, token)",
        "SetEffect(l, idempotent-write)",
        "SetLossOk(l)");
  }

  @Test
  void anUndeclaredEffectIsNotEnoughToJudge() {
    assertThat(Reviewed.of("client c\nservice s\nc -> s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }
}
