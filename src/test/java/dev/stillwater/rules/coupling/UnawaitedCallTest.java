package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class UnawaitedCallTest {
  private static final UnawaitedCall RULE = new UnawaitedCall();

  private static final String MAIL =
      """
      client shopper
      service order replicas=2 concurrency=50 p99=40ms
      service email replicas=2 p99=1500ms
      shopper -> order id=checkout rate=50 timeout=10s need=result-now effect=write
      order -> email id=mail need=later effect=write
      journey place-order path=checkout,mail class=hard importance=critical
      """;

  @Test
  void writesOfWhichAnAcknowledgementWouldDo() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        service t replicas=2
        service u replicas=2
        external x
        function f
        worker w
        relational-db db replicas=2
        load-balancer lb preset=alb
        c -> s id=in effect=write need=ack-now timeout=1s
        s -> t id=ack effect=write need=ack-now timeout=1s               # FLAG REL-LC-001 medium
        t -> x id=later effect=idempotent-write need=later timeout=1s    # FLAG REL-LC-001 medium
        f -> w id=work effect=write need=later timeout=1s                # FLAG REL-LC-001 medium
        u -> t id=needed effect=write need=result-now timeout=1s
        u -> w id=read need=later timeout=1s
        u -> db id=save effect=write need=ack-now timeout=1s
        w -> lb id=routed effect=write need=later timeout=1s
        lb -> f id=forward effect=write need=later timeout=1s
        x -> t id=from-outside effect=write need=later timeout=1s
        """);
  }

  @Test
  void twoCallsToOneCalleeAreTwoFindingsAndNoFanOut() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        service t replicas=2
        s -> t id=one effect=write need=later timeout=1s    # FLAG REL-LC-001 medium
        s -> t id=two effect=write need=later timeout=1s    # FLAG REL-LC-001 medium
        """);
  }

  @Test
  void aFanOutSpeaksForItsLinks() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        service t replicas=2
        service u replicas=2
        s -> t effect=write need=later timeout=1s
        s -> u effect=write need=later timeout=1s
        """);
  }

  @Test
  void anAnnotatedIntermediaryDecouplesAlready() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        service t replicas=2
        service u replicas=2
        s -> t effect=write need=later timeout=1s coupling=loose-async
        s -> u effect=write need=later timeout=1s coupling=loose-sync
        """);
  }

  @Test
  void itTellsWhatItCostsAndWhatWouldNotBeLost() {
    Reviewed before = Reviewed.of(MAIL);
    Finding finding = before.only(RULE);

    assertThat(finding.message())
        .isEqualTo("order waits for email although nobody needs the answer");
    assertThat(finding.because().getFirst())
        .contains("every request of order waits the 1.5 s that email takes at p99");
    assertThat(finding.journeysLost()).containsExactly("place-order");
    assertThat(finding.chain().getFirst().node().id()).isEqualTo("email");
  }

  @Test
  void aQueueSavesTheJourneyAndBringsTheNextQuestion() {
    Reviewed before = Reviewed.of(MAIL);
    Finding finding = before.only(RULE);
    assertThat(finding.recommendations()).hasSize(1);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());
    Design design = after.design();

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.context().stillLost(finding)).isEmpty();
    assertThat(after.find("REL-ID-002@mail-queue>email")).isPresent();
    assertThat(
            design
                .components()
                .get("mail-queue")
                .get(ComponentAttributes.VISIBILITY)
                .orElseThrow()
                .text())
        .isEqualTo("9s");
    assertThat(design.components().get("mail-queue").get(ComponentAttributes.DLQ))
        .contains("mail-dlq");
    assertThat(design.journeys().get("place-order").namedLinks())
        .containsExactly("checkout", "mail", "mail-queue>email");
  }

  @Test
  void aQueueThatWouldNeverDrainIsNotOffered() {
    Reviewed before = Reviewed.of(MAIL.replace("p99=1500ms", "p99=1500ms capacity=25"));
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("ScaleOut(email, 3) + InsertQueue(mail)");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
    assertThat(finding.because())
        .anyMatch(reason -> reason.contains("takes in 50 req/s and serves 50 req/s"));
    assertThat(
            Reviewed.of(MAIL.replace("p99=1500ms", "p99=1500ms capacity=26"))
                .only(RULE)
                .recommendations())
        .hasSize(1);
  }

  @Test
  void whoeverCannotBeScaledMustBeWaitedFor() {
    Finding finding =
        Reviewed.of(
                MAIL.replace("service email replicas=2 p99=1500ms", "external email p99=1500ms")
                    .replace("p99=1500ms", "p99=1500ms capacity=25"))
            .only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("SetNeed(mail, result-now)");
  }

  @Test
  void aPatternIsChosenByTheSituation() {
    assertThat(choice(MAIL)).startsWith("A queue, because one consumer does the work");
    assertThat(choice(MAIL.replace("need=later", "need=later ordered=true")))
        .startsWith("A FIFO queue, because");
    assertThat(
            choice(
                MAIL.replace("need=later", "need=later ordered=true")
                    .replace("rate=50", "rate=5000")))
        .startsWith("A stream, because order must hold at 5000 req/s");
  }

  private static String choice(String design) {
    return Reviewed.of(design).only(RULE).recommendations().getFirst().choice();
  }

  @Test
  void aQueueThatDrainsTooLateOrHidesAnOwnWriteIsOfferedWithAWarning() {
    Finding finding =
        Reviewed.of(
                """
                client c
                service order
                service email capacity=110
                c -> order id=in rate=50
                order -> email id=mail effect=write need=later
                order -> email id=look
                journey j path=in,mail,look class=soft deadline=10m
                """)
            .only(RULE);

    assertThat(finding.recommendations())
        .singleElement()
        .satisfies(fix ->
            assertThat(fix.guards())
                .extracting(guard -> guard.guard() + " " + guard.kind())
                .containsExactly("REL-NG-005 WARN", "REL-NG-006 WARN"));
  }

  @Test
  void anUndeclaredNeedIsNotEnoughToJudge() {
    assertThat(Reviewed.of(MAIL.replace(" need=later", "")).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void itSaysWhatIsNeeded() {
    String call = "service s\nservice t\ns -> t id=l effect=write timeout=1s need=";
    assertThat(Reviewed.of(call + "later").only(RULE).because().getFirst())
        .contains("l writes and needs nothing back, yet");
    assertThat(Reviewed.of(call + "ack-now").only(RULE).because().getFirst())
        .contains("l writes and needs an acknowledgement only, yet");
  }
}
