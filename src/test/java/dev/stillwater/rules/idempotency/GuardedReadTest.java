package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class GuardedReadTest {
  private static final GuardedRead RULE = new GuardedRead();

  @Test
  void readsThatAreGuarded() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        queue q preset=sqs-standard
        worker w replicas=2
        c -> s id=read effect=read idempotency=token timeout=1s           # FLAG REL-ID-008 info
        c -> s id=undeclared idempotency=token timeout=1s                 # FLAG REL-ID-008 info
        c -> s id=write effect=write idempotency=token timeout=1s
        c -> s id=upsert effect=idempotent-write idempotency=token timeout=1s
        c -> s id=plain effect=read timeout=1s
        q -> w id=looked effect=read idempotency=dedup-store              # FLAG REL-ID-008 info
        journey j path=read class=hard importance=critical
        """);
  }

  @Test
  void eachFixRemovesItTheLikelierFirst() {
    String call = "client c\nservice s\nc -> s id=l idempotency=token tokenTtl=1h ";
    EachFix.removes(RULE, call + "effect=read", "ClearIdempotency(l)", "SetEffect(l, write)");
    EachFix.removes(RULE, call, "SetEffect(l, write)", "ClearIdempotency(l)");
  }

  @Test
  void nothingOfTheMachineryIsLeft() {
    Reviewed after =
        EachFix.best(
            RULE,
            "queue q\nworker w\nq -> w id=l effect=read idempotency=dedup-store tokenTtl=1h"
                + " tokenSource=client dedupAtomic=true");
    assertThat(after.design().links().get("l").attributes().toPlain()).containsOnlyKeys("effect");
  }

  @Test
  void itSaysWhetherTheReadWasDeclared() {
    String call = "client c\nservice s\nc -> s id=l idempotency=token ";
    Finding declared = Reviewed.of(call + "effect=read").only(RULE);
    Finding assumed = Reviewed.of(call).only(RULE);
    assertThat(declared.because().getFirst()).contains("although it only reads");
    assertThat(assumed.because().getFirst()).contains("its effect is undeclared");
  }

  @Test
  void withoutMachineryItDoesNotApply() {
    assertThat(Reviewed.of("client c\nservice s\nc -> s effect=read").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void itSaysByWhatRepeatsAreRecognised() {
    String call = "client c\nservice s\nc -> s id=l effect=read idempotency=";
    assertThat(Reviewed.of(call + "token").only(RULE).because().getFirst())
        .contains("recognised by a token although");
    assertThat(Reviewed.of(call + "dedup-store").only(RULE).because().getFirst())
        .contains("recognised by a record although");
  }
}
