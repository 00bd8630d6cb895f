package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ShortRetentionTest {
  private static final ShortRetention RULE = new ShortRetention();

  @Test
  void aDayMustBeSurvived() {
    Reviewed.expectFlags(
        RULE,
        """
        stream day preset=kinesis
        stream less preset=kinesis retention=23h         # FLAG REL-QU-010 medium
        queue part retention=1h                          # FLAG REL-QU-010 high
        queue lossy retention=1h
        queue unread retention=1h
        queue unknown
        topic chained retention=1h
        topic mixed retention=1h                         # FLAG REL-QU-010 medium
        workflow flow retention=1h                       # FLAG REL-QU-010 medium
        queue q preset=sqs-standard
        worker w
        worker v
        day -> w
        less -> w
        part -> w lossOk=true
        part -> v id=x
        lossy -> w lossOk=true
        unknown -> w
        chained -> q
        mixed -> q
        mixed -> w
        flow -> w mode=deliver
        journey j path=x importance=critical
        """);
  }

  @Test
  void theOutageIsASetting() {
    String design = "settings consumerOutage=%s\nqueue q retention=4d\nworker w\nq -> w";
    assertThat(Reviewed.of(design.formatted("4d")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(design.formatted("5d")).of(RULE)).hasSize(1);
  }

  private static String longer(String settings) {
    Reviewed before = Reviewed.of(settings + "\nqueue q retention=1h\nworker w\nq -> w");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    return after
        .design()
        .components()
        .get("q")
        .get(ComponentAttributes.RETENTION)
        .orElseThrow()
        .text();
  }

  @Test
  void aWeekIsUsualAndTheOutageTheLeast() {
    assertThat(longer("")).isEqualTo("7d");
    assertThat(longer("settings consumerOutage=10d")).isEqualTo("10d");
  }

  @Test
  void whatPushesGetsAQueueBeforeEachConsumer() {
    Reviewed before =
        Reviewed.of(
            """
            event-bus bus preset=eventbridge retention=6h
            external e
            worker w
            worker lossy
            bus -> e id=a effect=write
            bus -> w id=b effect=write
            bus -> lossy id=c effect=write lossOk=true
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.links()).containsExactly("a", "b");
    assertThat(finding.recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("InsertQueue(a, b)", "SetRetention(bus, 7d)");

    Reviewed after = before.after(finding.recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().ids()).contains("a-queue", "b-queue");
    assertThat(after.design().links().get("c").to()).isEqualTo("lossy");
  }

  @Test
  void anAnnotatedBrokerIsDrawnOut() {
    Reviewed before =
        Reviewed.of(
            """
            settings consumerOutage=5d
            service s
            worker w
            s -> w id=l effect=write coupling=loose-async via=sqs-standard
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("l-queue").get(ComponentAttributes.RETENTION))
        .map(Object::toString)
        .contains("7d");
  }

  @Test
  void itSaysWhatIsLostFirst() {
    assertThat(
            Reviewed.of("queue q retention=9h\nworker w\nq -> w").only(RULE).because().getFirst())
        .contains("keeps a message for 9 h, and w may be down for 24 h")
        .contains("what came in the first 15 h of such an outage is lost");
  }

  @Test
  void onlyWhatPushesIsSaidToGiveUp() {
    String design = "%s b retention=1h\nworker w\nb -> w";
    for (String kind : new String[] {"queue", "stream"}) {
      assertThat(
              Reviewed.of(design.formatted(kind)).only(RULE).recommendations().getLast().tradeOff())
          .isEqualTo("Storage, and a backlog that takes longer to drain.");
    }
    for (String kind : new String[] {"topic", "event-bus"}) {
      assertThat(
              Reviewed.of(design.formatted(kind)).only(RULE).recommendations().getLast().tradeOff())
          .contains("many services that push give up after a day");
    }
  }

  @Test
  void theTitleNamesTheOnlyConsumer() {
    String design = "topic t retention=1h\nworker w\nworker v\nt -> w\n";
    assertThat(Reviewed.of(design).only(RULE).recommendations().getFirst().title())
        .isEqualTo("Put a queue between t and w");
    assertThat(Reviewed.of(design + "t -> v").only(RULE).recommendations().getFirst().title())
        .isEqualTo("Put a queue between t and each consumer");
  }
}
