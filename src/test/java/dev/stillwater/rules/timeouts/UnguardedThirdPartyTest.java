package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnguardedThirdPartyTest {
  private static final UnguardedThirdParty RULE = new UnguardedThirdParty();

  @Test
  void aCallToAThirdPartyIsKeptApart() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a replicas=2
        function f
        worker w
        external x p99=100ms
        service own replicas=2
        queue q preset=sqs-standard
        load-balancer lb preset=alb
        c -> a id=in timeout=9s
        c -> x id=direct timeout=9s
        lb -> x id=routed timeout=9s
        a -> x id=bare timeout=2s                               # FLAG REL-TR-011 high
        a -> x id=breaker timeout=2s breaker=true
        a -> x id=bulkhead timeout=2s bulkhead=5
        a -> x id=balanced timeout=2s coupling=loose-sync       # FLAG REL-TR-011 medium
        a -> own id=ours timeout=2s
        f -> x id=function timeout=2s                           # FLAG REL-TR-011 medium
        q -> w id=take
        w -> x id=work timeout=2s                               # FLAG REL-TR-011 medium
        journey j path=in,bare class=hard importance=critical
        """);
  }

  @Test
  void aConsumerOfFewMessagesMakesFewCalls() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q preset=sqs-standard
        worker w
        external x
        q -> w id=take maxConcurrency=5
        w -> x id=work timeout=2s
        """);
  }

  private static List<String> signatures(Finding finding) {
    return finding.recommendations().stream().map(r -> r.edit().signature()).toList();
  }

  private static Reviewed call(String caller, String entry, String link) {
    return Reviewed.of(
        "client c\nservice a "
            + caller
            + "\nexternal x p99=400ms\nc -> a id=in timeout=9s "
            + entry
            + "\na -> x id=l "
            + link);
  }

  @Test
  void theCompartmentHoldsHalfMoreThanHealthNeedsAndAQuarterAtMost() {
    assertThat(signatures(call("concurrency=200", "rate=50", "timeout=2s").only(RULE)))
        .containsExactly("AddBulkhead(l, bulkhead 30)", "AddBreaker(l)");
    assertThat(signatures(call("concurrency=100", "rate=50", "timeout=2s").only(RULE)))
        .contains("AddBulkhead(l, bulkhead 25)");
    assertThat(signatures(call("concurrency=100", "", "timeout=2s").only(RULE)))
        .contains("AddBulkhead(l, bulkhead 25)");
    assertThat(signatures(call("concurrency=1", "rate=50", "timeout=2s").only(RULE)))
        .contains("AddBulkhead(l, bulkhead 1)");
  }

  @Test
  void aBreakerAndABulkheadNeedATimeout() {
    Reviewed before = call("concurrency=200", "rate=50", "");
    assertThat(signatures(before.only(RULE)))
        .containsExactly(
            "AddBulkhead(l, bulkhead 30, timeout 800ms)", "AddBreaker(l, timeout 800ms)");
    for (Recommendation each : before.only(RULE).recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).isEmpty();
    }
  }

  @Test
  void itSaysWhatASilentThirdPartyTakes() {
    assertThat(call("concurrency=200", "rate=50", "timeout=2s").only(RULE).because().getFirst())
        .endsWith("when x hangs, its calls take all 200 workers of a.");
    assertThat(
            Reviewed.of("function f\nexternal x\nf -> x id=l timeout=2s")
                .only(RULE)
                .because()
                .getFirst())
        .endsWith("its calls take as many instances of f as there is quota.");
  }
}
