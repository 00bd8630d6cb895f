package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.analysis.Node;
import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The cases whose descriptions say, worked out by hand, what a correct engine answers. Two of the
/// eight are about rules alone; of those the facts that the rules stand on are checked.
class HandCalculatedTest {
  @Test
  void chattyCallsAddUpToAnExhaustedPool() {
    Analysis analysis = analysis("chatty-grey");
    Fact silent = analysis.ripple("v", Failure.GREY).first("u", Impact.SILENT).orElseThrow();
    assertThat(silent.t()).isCloseTo(200 / 150.0 * 1e3, within(1e-9));
    assertThat(silent.why())
        .isEqualTo("u: 200 workers fill in 1.3 s (150 req/s x 2.0 s held per call)");
  }

  @Test
  void aBlockedSendGivesUpAfterItsTimeout() {
    RippleResult result = analysis("overflow-block-timeout").ripple("w", Failure.CRASH);
    assertThat(result.first("q", Impact.FULL).orElseThrow().t()).isEqualTo(10_000);
    assertThat(result.first("p", Impact.ERR).orElseThrow().t()).isEqualTo(11_000);
    assertThat(result.first("p", Impact.SILENT)).isEmpty();
    assertThat(result.isDown("j")).isTrue();
  }

  @Test
  void waitsBetweenRetriesHoldWorkersToo() {
    Analysis analysis = analysis("retry-backoff-holds");
    Fact silent = analysis.ripple("v", Failure.ERROR).first("u", Impact.SILENT).orElseThrow();
    assertThat(silent.t()).isEqualTo(10_000);
    WorkerDemand demand =
        WorkerDemand.of(analysis.load(), analysis.graph().edgesOf("u>v").getFirst(), 25_500);
    assertThat(demand.held()).isEqualTo(510);
    assertThat(demand.pool()).isEqualTo(200);
  }

  @Test
  void aJourneyThatDoesNotUseALinkIsNotDownWithIt() {
    RippleResult result = analysis("scope-escalation").ripple("d", Failure.CRASH);
    assertThat(result.isDown("j1")).isTrue();
    assertThat(result.isDown("j2")).isFalse();
  }

  @Test
  void slownessDilutesOnItsWay() {
    RippleResult result = analysis("slow-dilution").ripple("d", Failure.GREY);
    assertThat(result.facts()).extracting(Fact::impact).doesNotContain(Impact.SILENT, Impact.ERR);
    Fact degraded = result.first("b", Impact.DEGRADED).orElseThrow();
    assertThat(degraded.factor()).isCloseTo(1.9, within(1e-9));
  }

  @Test
  void theBufferOutlastsLessThanTheRepair() {
    RippleResult result = analysis("settings").ripple("w", Failure.CRASH);
    assertThat(result.first("q", Impact.LOSS).orElseThrow().t()).isEqualTo(3 * 3.6e6);
    assertThat(result.absorbers())
        .contains(new Absorber("q", false, Absorber.Kind.BUFFER, 0, 3 * 3.6e6));
  }

  @Test
  void theLossOfEitherZoneStopsTheJourney() {
    Analysis analysis = analysis("az-is-no-region");
    for (String zone : List.of("a", "b")) {
      List<String> lost =
          analysis.graph().nodes().stream()
              .filter(node -> node.zones().equals(List.of(zone)))
              .map(Node::id)
              .toList();
      assertThat(lost).isNotEmpty();
      assertThat(analysis.ripple(new Injection(lost, Failure.CRASH)).isDown("j")).isTrue();
    }
  }

  @Test
  void aDatabaseThatIsDownIsNoSubscriberToWaitFor() {
    Analysis analysis = analysis("db-is-no-subscriber");
    assertThat(analysis.ripple("db", Failure.CRASH).journey("j").t()).isEqualTo(1_000);
    assertThat(analysis.ripple("mail", Failure.CRASH).journey("j").t()).isEqualTo(1_000);
  }

  private static Analysis analysis(String name) {
    return Analysis.of(
        DesignFiles.read(Reference.shared("fixtures/cases/" + name + ".design.json")),
        GoldenPresets.ALL);
  }
}
