package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnboundedRetriesTest {
  private static final UnboundedRetries RULE = new UnboundedRetries();

  @Test
  void everyModeButDeliveryIsMeant() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a replicas=2
        service b replicas=2
        config cfg replicas=2
        monitor m
        relational-db d replicas=2
        relational-db e replicas=2
        queue q preset=sqs-standard
        c -> a id=call timeout=1s retries=-1           # FLAG REL-TR-006 critical
        a -> q id=hand timeout=1s retries=-1           # FLAG REL-TR-006 high
        q -> b id=take retries=-1
        cfg -> a id=load retries=-1                    # FLAG REL-TR-006 critical
        m -> a id=look mode=probe retries=-1           # FLAG REL-TR-006 high
        d -> e id=copy mode=replicate retries=-1       # FLAG REL-TR-006 high
        a -> b id=many timeout=1s retries=1000000
        a -> b id=annotated timeout=1s retries=-1 effect=write coupling=loose-async  # FLAG REL-TR-006 high
        journey j path=call class=hard importance=critical
        """);
  }

  private static Reviewed call(String link) {
    return Reviewed.of(
        "client c\nservice a replicas=2\nservice b replicas=2\nc -> a rate=10 timeout=5s\n"
            + "a -> b id=l timeout=1s retries=-1 "
            + link);
  }

  private static List<String> signatures(Reviewed reviewed) {
    return reviewed.only(RULE).recommendations().stream().map(r -> r.edit().signature()).toList();
  }

  @Test
  void twoRepeatsAtRandomMomentsOrNone() {
    Reviewed read = call("");
    assertThat(signatures(read))
        .containsExactly("SetRetries(l, 2, exp, jitter)", "SetRetries(l, 0)");
    for (var each : read.only(RULE).recommendations()) {
      Reviewed after = read.after(each.edit());
      assertThat(after.of(RULE)).isEmpty();
      assertThat(after.of(new SynchronisedRetries())).isEmpty();
    }
  }

  @Test
  void aWriteThatMayNotBeRepeatedIsNotAdvisedToBe() {
    assertThat(signatures(call("effect=write"))).containsExactly("SetRetries(l, 0)");
    assertThat(signatures(call("effect=write idempotency=token"))).hasSize(2);
    assertThat(signatures(call("effect=idempotent-write"))).hasSize(2);
  }

  @Test
  void itSaysWhatPilesUp() {
    Finding finding = call("").only(RULE);
    assertThat(finding.because().getFirst())
        .contains("10 req/s come on top (counted as 10 attempts each)");
  }

  @Test
  void onlyACallThatIsWaitedForIsProbed() {
    assertThat(call("").only(RULE).probes()).isNotEmpty();
    assertThat(
            Reviewed.of("config cfg replicas=2\nservice a replicas=2\ncfg -> a id=l retries=-1")
                .only(RULE)
                .probes())
        .isEmpty();
  }

  @Test
  void itSaysWhatComesOnTop() {
    assertThat(call("").only(RULE).because().getFirst())
        .contains("stays in flight and 10 req/s come on top (counted as 10 attempts each), so");
    assertThat(
            Reviewed.of("service a replicas=2\nservice b replicas=2\na -> b timeout=1s retries=-1")
                .only(RULE)
                .because()
                .getFirst())
        .contains("stays in flight, so");
  }
}
