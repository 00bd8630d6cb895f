package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixedUrgencyTest {
  private static final MixedUrgency RULE = new MixedUrgency();

  @Test
  void classesThatShareAQueue() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        queue two                           # FLAG REL-QU-014 medium
        queue critical                      # FLAG REL-QU-014 high
        queue sorted ordering=priority
        queue one
        queue open
        topic t
        worker w
        c -> two id=a
        c -> critical id=b
        c -> sorted id=d
        c -> one id=e
        c -> open id=f
        c -> t id=g
        two -> w
        journey soft path=a,b,d,e,g class=soft
        journey also path=e class=soft
        journey off path=a,d,g class=offline
        journey hard path=b class=hard importance=critical
        journey any path=a,e,f
        """);
  }

  @Test
  void aQueueOnNoClassIsNotExamined() {
    assertThat(Reviewed.of("client c\nqueue q\nc -> q id=l\njourney j path=l").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  private static final String MAILS =
      """
      client user
      scheduler clock
      service account
      worker campaign
      queue mails preset=sqs-standard %s
      worker sender capacity=900
      user -> account id=reset rate=8
      account -> mails id=urgent effect=write
      clock -> campaign id=start rate=2
      campaign -> mails id=bulk effect=write
      mails -> sender id=send effect=write idempotency=token
      """;

  @Test
  void producersOfOneClassSendToItsQueue() {
    Reviewed before =
        Reviewed.of(
            MAILS.formatted("retention=5d")
                + """
                journey password path=reset,urgent,send class=hard
                journey letter path=start,bulk,send class=offline
                journey later entry=start class=soft
                """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    Design design = after.design();
    assertThat(design.components().get("mails-offline").attributes())
        .isEqualTo(design.components().get("mails").attributes());
    assertThat(design.links().get("urgent").to()).isEqualTo("mails");
    assertThat(design.links().get("mails-soft>sender").attributes())
        .isEqualTo(design.links().get("send").attributes());
    assertThat(design.journeys().get("password").namedLinks())
        .containsExactly("reset", "urgent", "send");
    assertThat(design.journeys().get("letter").namedLinks())
        .containsExactly("start", "campaign>mails-offline", "mails-offline>sender");
    assertThat(design.journeys().get("later").namedLinks())
        .containsExactly("start", "campaign>mails-soft", "mails-soft>sender");
  }

  @Test
  void aProducerOfOneClassKeepsItsLink() {
    Reviewed before =
        Reviewed.of(
            MAILS.formatted("")
                + """
                journey password path=reset,urgent,send class=hard
                journey letter entry=start class=offline
                """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("bulk").to()).isEqualTo("mails-offline");
    assertThat(after.design().journeys().get("letter"))
        .isEqualTo(before.design().journeys().get("letter"));
    assertThat(after.context().load().inflow(after.context().graph().node("sender"))).isEqualTo(10);
  }

  @Test
  void aSharedProducerSharesItsMessages() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            queue q
            worker w
            c -> q id=a rate=90
            q -> w id=b
            journey hard entry=a class=hard
            journey soft entry=a class=soft
            journey off entry=a class=offline
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    for (String queue : List.of("q", "q-soft", "q-offline")) {
      assertThat(after.context().load().inflow(after.context().graph().node(queue))).isEqualTo(30);
    }
    assertThat(after.design().journeys().get("soft").namedLinks())
        .containsExactly("c>q-soft", "q-soft>w");
    assertThat(after.design().journeys().get("hard").namedLinks()).containsExactly("a", "b");
  }

  @Test
  void onlyAQueueOfNoProductCanBeToldToSort() {
    String journeys = "journey a path=urgent class=hard\njourney b path=bulk class=offline\n";
    assertThat(Reviewed.of(MAILS.formatted("") + journeys).only(RULE).recommendations()).hasSize(1);

    Reviewed before =
        Reviewed.of(MAILS.formatted("").replace("preset=sqs-standard", "") + journeys);
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());
    assertThat(after.of(RULE)).isEmpty();
  }

  @Test
  void anAnnotatedQueueIsDrawnOutAndSplit() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            worker w
            c -> s id=in rate=10
            s -> w id=l effect=write coupling=loose-async via=sqs-standard
            journey hard path=in,l class=hard
            journey off path=l class=offline
            """);
    assertThat(before.only(RULE).subject()).isEqualTo("l");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().ids()).contains("l-queue", "l-queue-offline");
  }

  @Test
  void itSaysWhoseWorkIsOfWhichClass() {
    String reason =
        Reviewed.of(
                MAILS.formatted("")
                    + """
                    journey password path=urgent class=hard
                    journey letter path=bulk class=offline
                    journey invoice path=bulk class=offline
                    """)
            .only(RULE)
            .because()
            .getFirst();
    assertThat(reason)
        .contains("mails takes hard work of password and offline work of invoice and letter:");
  }
}
