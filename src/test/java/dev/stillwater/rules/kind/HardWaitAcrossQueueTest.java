package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardWaitAcrossQueueTest {
  private static final HardWaitAcrossQueue RULE = new HardWaitAcrossQueue();

  private static final String ACROSS =
      """
      client c
      service web replicas=2
      queue q preset=sqs-standard dlq=dead
      queue dead preset=sqs-standard
      service work replicas=2
      key-value-store db preset=dynamodb
      c -> web id=in timeout=5s need=result-now rate=5
      web => q id=hand need=ack-now effect=write timeout=1s
      q -> work id=take effect=idempotent-write
      work -> db id=store effect=idempotent-write need=result-now timeout=1s
      journey j path=in,hand,take,store class=hard importance=critical
      """;

  private static Finding finding(Reviewed reviewed) {
    return reviewed.only(RULE);
  }

  private static Reviewed fixed(Reviewed before, String edit) {
    return finding(before).recommendations().stream()
        .map(Recommendation::edit)
        .filter(each -> each.signature().startsWith(edit))
        .map(before::after)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstHopThatSomebodyWaitsAcrossIsFlaggedOnce() {
    Finding finding = finding(Reviewed.of(ACROSS));

    assertThat(finding.key()).isEqualTo("REL-KS-002@hand@j");
    assertThat(finding.detail()).isEqualTo("j");
    assertThat(finding.severity().word()).isEqualTo("critical");
    assertThat(finding.links()).containsExactly("hand", "take", "store");
    assertThat(finding.because()).anyMatch(reason -> reason.contains("store needs the result now"));
  }

  @Test
  void aResultNeededOnTheSendItselfIsEnough() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service web replicas=2
        queue q preset=sqs-standard
        service work replicas=2
        c -> web id=in timeout=5s
        web => q id=hand need=result-now effect=write timeout=1s   # FLAG REL-KS-002 high
        q -> work id=take effect=idempotent-write
        journey j path=in,hand,take class=hard
        """);
  }

  @Test
  void aBranchThatComesLaterInThePathIsNotBehind() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service web replicas=2
        queue q preset=sqs-standard
        service work replicas=2
        key-value-store db preset=dynamodb
        c -> web id=in timeout=5s
        web => q id=hand need=ack-now effect=write timeout=1s
        web -> db id=read need=result-now timeout=1s
        journey j path=in,hand,read class=hard
        """);
  }

  @Test
  void theAcknowledgementIsTheResultWhereThePathEnds() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service web replicas=2
        queue q preset=sqs-standard
        c -> web id=in timeout=5s
        web => q id=hand need=result-now effect=write timeout=1s
        journey j path=in,hand class=hard
        """);
  }

  @Test
  void byEntryOnlyTheSynchronousPartCounts() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service web replicas=2
        queue q preset=sqs-standard
        service work replicas=2
        queue p preset=sqs-standard
        key-value-store db preset=dynamodb
        c -> web id=in timeout=5s
        web => q id=hand need=ack-now effect=write timeout=1s
        q -> work id=take effect=idempotent-write
        work => p id=further need=result-now effect=write timeout=1s
        work -> db id=store need=result-now timeout=1s
        journey j entry=in class=hard
        """);
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service web replicas=2
        queue q preset=sqs-standard
        c -> web id=in timeout=5s
        web => q id=hand need=result-now effect=write timeout=1s    # FLAG REL-KS-002 high
        journey j entry=in class=hard
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soft", "offline"})
  void whoCanWaitMayUseAQueue(String realTimeClass) {
    assertThat(Reviewed.of(ACROSS.replace("class=hard", "class=" + realTimeClass)).of(RULE))
        .isEmpty();
  }

  @Test
  void anUnknownClassKeepsTheRuleFromJudging() {
    assertThat(Reviewed.of(ACROSS.replace(" class=hard", "")).status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void anAnnotatedQueueIsAHopAsWell() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service web replicas=2
            service work replicas=2
            c -> web id=in timeout=5s
            web -> work id=hand need=result-now coupling=loose-async via=sqs-standard timeout=1s
            journey j path=in,hand class=hard
            """);
    assertThat(finding(before).key()).isEqualTo("REL-KS-002@hand@j");
    assertThat(fixed(before, "ReplaceAsyncHop").of(RULE)).isEmpty();
  }

  @Test
  void callingAndWaitingRemovesTheQueueThatNobodyElseUses() {
    Reviewed after = fixed(Reviewed.of(ACROSS), "ReplaceAsyncHop");
    Design design = after.design();

    assertThat(after.of(RULE)).isEmpty();
    assertThat(design.components().ids()).doesNotContain("q", "dead");
    assertThat(design.components().get("work-lb").kind()).isEqualTo(ComponentKind.LOAD_BALANCER);
    assertThat(design.journeys().get("j").namedLinks())
        .containsExactly("in", "hand", "work-lb>work", "store");
    assertThat(design.links().get("hand").get(LinkAttributes.NEED)).contains(Need.RESULT_NOW);
  }

  @Test
  void aQueueThatOthersUseStays() {
    Reviewed before =
        Reviewed.of(ACROSS + "service other replicas=2\nother => q id=too effect=write timeout=1s");
    Reviewed after = fixed(before, "ReplaceAsyncHop");

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().ids()).contains("too", "take");
    assertThat(after.design().journeys().get("j").namedLinks()).doesNotContain("take");
  }

  @Test
  void splittingEndsTheJourneyAtTheReceipt() {
    Reviewed after = fixed(Reviewed.of(ACROSS), "SplitJourneyAtAck");
    Design design = after.design();

    assertThat(after.of(RULE)).isEmpty();
    assertThat(design.journeys().get("j").namedLinks()).containsExactly("in", "hand");
    assertThat(design.journeys().get("j-completion").namedLinks())
        .containsExactly("hand", "take", "store");
    assertThat(design.journeys().get("j-completion").realTimeClass()).isEqualTo(RealTimeClass.SOFT);
    assertThat(design.journeys().get("j-completion").isCritical()).isTrue();
  }

  @Test
  void itNamesTheBufferOnEitherSideOfIt() {
    assertThat(finding(Reviewed.of(ACROSS)).message())
        .isEqualTo("j waits for a result that comes through q");
    Reviewed taken = Reviewed.of(ACROSS.replace("path=in,hand,take,store", "path=take,store"));
    assertThat(finding(taken).key()).isEqualTo("REL-KS-002@take@j");
    assertThat(finding(taken).message()).isEqualTo("j waits for a result that comes through q");
  }

  @Test
  void onlyASendCanBecomeACall() {
    Reviewed taken = Reviewed.of(ACROSS.replace("path=in,hand,take,store", "path=take,store"));
    assertThat(finding(taken).recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("SetJourneyClass(j, soft)");
  }

  @Test
  void aQueueThatNobodyReadsCannotBeCalledInstead() {
    Reviewed unread =
        Reviewed.of(
            """
            client c
            service web replicas=2
            queue q preset=sqs-standard
            c -> web id=in timeout=5s
            web => q id=hand need=result-now effect=write timeout=1s
            journey j entry=in class=hard
            """);
    assertThat(finding(unread).recommendations())
        .extracting(it -> it.edit().signature())
        .noneMatch(it -> it.startsWith("ReplaceAsyncHop"));
  }
}
