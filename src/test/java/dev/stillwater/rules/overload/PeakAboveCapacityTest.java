package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class PeakAboveCapacityTest {
  private static final PeakAboveCapacity RULE = new PeakAboveCapacity();

  @Test
  void whatIsCalledServesItsPeak() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service exact replicas=2 capacity=50
        service over replicas=2 capacity=49.9      # FLAG REL-OV-001 critical
        relational-db d capacity=99                # FLAG REL-OV-001 high
        external x capacity=99                     # FLAG REL-OV-001 high
        config cfg capacity=99                     # FLAG REL-OV-001 high
        cache k capacity=1
        load-balancer lb capacity=1
        c -> exact id=a rate=100 timeout=1s
        c -> over id=b rate=100 timeout=1s
        exact -> d timeout=1s
        exact -> x timeout=1s
        exact -> cfg timeout=1s
        exact -> k timeout=1s
        c -> lb rate=100 timeout=1s
        journey j path=b class=hard importance=critical
        """);
  }

  @Test
  void aConsumerTakesItsTimeUnlessItIsCalledToo() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a replicas=2
        queue q preset=sqs-standard
        queue p preset=sqs-standard
        worker w capacity=10
        worker v capacity=10                        # FLAG REL-OV-001 high
        c -> a rate=100 timeout=1s
        a -> q timeout=1s
        a -> p timeout=1s
        q -> w id=take
        p -> v id=fetch
        a -> v id=ask calls=0.01 timeout=1s
        """);
  }

  @Test
  void unknownNumbersSayNothing() {
    String design = "client c\nservice a %s\nc -> a %s timeout=1s";
    for (String[] each : new String[][] {{"", "rate=9"}, {"capacity=5", ""}}) {
      Reviewed reviewed = Reviewed.of(design.formatted((Object[]) each));
      assertThat(reviewed.of(RULE)).isEmpty();
      assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    }
  }

  @Test
  void aQuarterMoreThanThePeakIsAdvised() {
    Reviewed before =
        Reviewed.of("client c\nservice a replicas=2 capacity=40\nc -> a id=l rate=100 timeout=1s");
    Finding finding = before.only(RULE);
    assertThat(finding.detail()).isEqualTo("100 > 80 rps");

    Recommendation more = finding.recommendations().get(0);
    assertThat(more.edit().signature()).isEqualTo("ScaleOut(a, 4)");
    assertThat(before.after(more.edit()).of(RULE)).isEmpty();
    Recommendation measured = finding.recommendations().get(1);
    assertThat(measured.declaresOnly()).isTrue();
    assertThat(before.after(measured.edit()).of(RULE)).isEmpty();
    assertThat(
            before
                .after(measured.edit())
                .design()
                .components()
                .get("a")
                .get(ComponentAttributes.CAPACITY_RATE))
        .contains(63.0);
  }

  @Test
  void nobodyScalesAThirdPartyOrWhatServesNothing() {
    for (String callee : new String[] {"external x capacity=40", "service x capacity=0"}) {
      Reviewed before = Reviewed.of("client c\n" + callee + "\nc -> x id=l rate=100 timeout=1s");
      assertThat(before.only(RULE).recommendations())
          .singleElement()
          .satisfies(only -> assertThat(only.edit().signature()).isEqualTo("SetCapacity(x, 125)"))
          .satisfies(only -> assertThat(before.after(only.edit()).of(RULE)).isEmpty());
    }
  }

  private static Finding finding(String callee, String... calls) {
    return Reviewed.of("client c\nclient e\n" + callee + "\n" + String.join("\n", calls))
        .only(RULE);
  }

  @Test
  void itNamesTheCallerThatBringsMost() {
    String service = "service a replicas=2 capacity=40";
    assertThat(
            finding(service, "c -> a id=l rate=30 timeout=1s", "e -> a id=m rate=70 timeout=1s")
                .because()
                .getFirst())
        .contains(
            "100 req/s arrive at a at peak, and two replicas of 40 a second each serve 80 req/s")
        .endsWith("; m brings most of it, 70 req/s.");
    assertThat(
            finding(service, "c -> a id=l rate=70 timeout=1s", "e -> a id=m rate=70 timeout=1s")
                .because()
                .getFirst())
        .endsWith("; l brings most of it, 70 req/s.");
    assertThat(finding(service, "c -> a id=l rate=100 timeout=1s").because().getFirst())
        .doesNotContain("brings most of it");
  }

  @Test
  void onlyCallersThatWaitAreCompared() {
    assertThat(
            Reviewed.of(
                    """
                    client c
                    queue q
                    service a capacity=50
                    c -> q rate=90
                    q -> a id=take
                    c -> a id=l rate=10 timeout=1s
                    """)
                .only(RULE)
                .because()
                .getFirst())
        .doesNotContain("brings most of it");
  }

  @Test
  void costsDependOnWhatIsScaledAndOnWhoseItIs() {
    String call = "c -> a id=l rate=100 timeout=1s";
    Finding service = finding("service a capacity=80", call);
    assertThat(service.recommendations().getFirst().tradeOff())
        .startsWith("The replicas cost money");
    assertThat(service.recommendations().getLast().tradeOff()).contains("a load test has shown it");
    assertThat(finding("relational-db a capacity=80", call).recommendations().getFirst().tradeOff())
        .startsWith("More copies serve more reads");
    assertThat(finding("external a capacity=80", call).recommendations().getFirst().tradeOff())
        .contains("once the provider has agreed");
  }
}
