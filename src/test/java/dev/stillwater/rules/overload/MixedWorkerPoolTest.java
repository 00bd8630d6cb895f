package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class MixedWorkerPoolTest {
  private static final MixedWorkerPool RULE = new MixedWorkerPool();

  @Test
  void optionalCallsBesideNeededOnes() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service web replicas=2
        service hard replicas=2
        service soft replicas=2
        external x
        c -> web id=in timeout=9s
        web -> hard id=need timeout=1s
        web -> soft id=may timeout=1s dependency=soft                     # FLAG REL-OV-005 high
        web -> soft id=kept timeout=1s dependency=soft bulkhead=5
        web -> soft id=cut timeout=1s dependency=soft breaker=true
        web -> x id=ask timeout=1s                                        # FLAG REL-OV-005 medium
        web -> x id=balanced timeout=1s coupling=loose-sync               # FLAG REL-OV-005 medium
        journey j path=in,may class=hard importance=critical
        """);
  }

  @Test
  void thereMustBeSomethingToDisplace() {
    Reviewed.expectFlags(
        RULE,
        """
        service only replicas=2
        service all-soft replicas=2
        service two-parties replicas=2
        function f
        worker w
        service s replicas=2
        external x
        queue q preset=sqs-standard
        only -> x id=alone timeout=1s
        only -> q id=hand timeout=1s
        all-soft -> s id=a timeout=1s dependency=soft
        all-soft -> x id=b timeout=1s dependency=soft
        two-parties -> x id=first timeout=1s                              # FLAG REL-OV-005 medium
        two-parties -> x id=second timeout=1s                             # FLAG REL-OV-005 medium
        f -> s id=d timeout=1s
        f -> x id=e timeout=1s
        w -> s id=g timeout=1s
        w -> x id=h timeout=1s
        """);
  }

  @Test
  void aCompartmentOrABreakerHelps() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service web concurrency=100 p99=20ms
            service need replicas=2
            service may replicas=2 p99=200ms
            c -> web id=in rate=50 timeout=9s
            web -> need id=a timeout=1s
            web -> may id=b timeout=1s dependency=soft
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly("AddBulkhead(b, bulkhead 15)", "AddBreaker(b)");
    for (Recommendation each : finding.recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
  }

  @Test
  void itSaysWhyACallIsKeptApart() {
    String design =
        """
        service web replicas=2
        service need replicas=2
        %s x
        web -> need id=a timeout=1s
        web -> x id=b timeout=1s %s
        """;
    assertThat(
            Reviewed.of(design.formatted("service", "dependency=soft"))
                .only(RULE)
                .because()
                .getFirst())
        .startsWith("Flagged because b is optional and shares");
    assertThat(Reviewed.of(design.formatted("external", "")).only(RULE).because().getFirst())
        .startsWith("Flagged because b is a call to a third party and shares");
  }
}
