package dev.stillwater.rules.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.coupling.CyclicCalls;
import org.junit.jupiter.api.Test;

class BootstrapCycleTest {
  private static final BootstrapCycle RULE = new BootstrapCycle();

  private static final String CYCLE =
      """
      config discovery replicas=3
      service orchestrator replicas=3
      service network replicas=3
      discovery -> orchestrator id=nodes mode=config
      discovery -> network id=routes mode=config
      discovery -> orchestrator id=place mode=sync timeout=1s
      orchestrator -> network id=attach timeout=1s
      """;

  @Test
  void configurationThatNeedsItsConsumersCannotStart() {
    Finding finding = Reviewed.of(CYCLE).only(RULE);

    assertThat(finding.key()).isEqualTo("REL-OP-003@discovery+network+orchestrator");
    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.links()).containsExactly("attach", "nodes", "place", "routes");
    assertThat(
            Reviewed.of(CYCLE + "journey j path=attach importance=critical\n")
                .only(RULE)
                .severity()
                .word())
        .isEqualTo("critical");
  }

  @Test
  void aCircleOfCallsAloneIsAnotherRule() {
    Reviewed calls =
        Reviewed.of("service a\nservice b\na -> b id=ab timeout=1s\nb -> a id=ba timeout=1s\n");

    assertThat(calls.of(RULE)).isEmpty();
    assertThat(calls.of(new CyclicCalls())).hasSize(1);
  }

  @Test
  void aConsumerStartsWithoutItsBrokerAndWithAFallback() {
    assertThat(
            Reviewed.of(
                    """
                    service a
                    queue q
                    worker w
                    a -> q id=send effect=write timeout=1s
                    q -> w id=take effect=write
                    w -> a id=ask timeout=1s
                    """)
                .of(RULE))
        .isEmpty();
    assertThat(Reviewed.of(CYCLE.replace("mode=config", "mode=config fallback=last-good")).of(RULE))
        .isEmpty();
  }

  @Test
  void everyConsumerStartsWithWhatItHas() {
    Reviewed before = Reviewed.of(CYCLE);
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly(
            "BreakCycle(nodes, routes, last-good)", "BreakCycle(nodes, routes, static)");
    finding.recommendations().forEach(it -> assertThat(before.after(it.edit()).of(RULE)).isEmpty());
  }
}
