package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class UndeclaredNeedTest {
  private static final UndeclaredNeed RULE = new UndeclaredNeed();

  @Test
  void onlySynchronousWritesOnJourneysAreAskedAbout() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        service t
        queue q preset=sqs-standard
        c -> s id=write effect=write timeout=1s             # FLAG REL-KS-007 info
        s -> t id=upsert effect=idempotent-write timeout=1s # FLAG REL-KS-007 info
        s -> t id=read timeout=1s
        s -> t id=said effect=write need=later timeout=1s
        s -> t id=unknown effect=write need=unknown timeout=1s # FLAG REL-KS-007 info
        s -> t id=elsewhere effect=write timeout=1s
        s -> q id=send effect=write timeout=1s
        journey j path=write,upsert,read,said,unknown,send class=hard importance=critical
        """);
  }

  @Test
  void aJourneyByEntryReachesItsLinks() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        service t
        c -> s id=in timeout=1s
        s -> t id=write effect=write timeout=1s    # FLAG REL-KS-007 info
        journey j entry=in class=hard
        """);
  }

  @Test
  void everyAnswerSettlesTheQuestion() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            c -> s id=write effect=write timeout=1s
            journey j path=write class=hard
            """);
    Question question = before.results().questions().getFirst();
    assertThat(question.key()).isEqualTo("REL-KS-007@write");
    assertThat(question.text()).isEqualTo("What does c need from s before it can go on?");

    assertThat(question.answers().stream().map(answer -> before.after(answer.edit())))
        .allSatisfy(after -> assertThat(after.of(RULE)).isEmpty())
        .extracting(
            after -> after.design().links().get("write").get(LinkAttributes.NEED).orElseThrow())
        .containsExactly(Need.RESULT_NOW, Need.ACK_NOW, Need.LATER);
  }

  @Test
  void bothHalvesOfAnAnnotatedLinkAreOneFinding() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        service t
        c -> s id=in timeout=1s
        s -> t id=write effect=write timeout=1s coupling=loose-sync    # FLAG REL-KS-007 info
        journey j path=in,write class=hard
        """);
  }
}
