package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverspentDeadlineTest {
  private static final OverspentDeadline RULE = new OverspentDeadline();

  private static final String SHOP =
      """
      client shopper
      service order p99=100ms
      service price p99=400ms
      service mail p99=600ms
      relational-db db
      shopper -> order id=buy
      order -> price id=ask calls=2
      order -> mail id=send effect=write need=later
      order -> db id=save effect=write need=result-now
      """;

  @Test
  void ownWorkAddsUpAlongThePath() {
    Finding finding =
        Reviewed.of(SHOP + "journey j path=buy,ask,send,save class=hard deadline=1509ms\n")
            .only(RULE);

    assertThat(finding.detail()).isEqualTo("1510 ms > 1509 ms");
    assertThat(finding.severity().word()).isEqualTo("high");
    assertThat(finding.because().getFirst())
        .contains("order 100 ms + price 2 × 400 ms + mail 600 ms + db 10 ms")
        .contains("the largest part is price with 800 ms");
  }

  @Test
  void whatFitsExactlyFits() {
    assertThat(Reviewed.of(SHOP + "journey j path=buy,ask,send,save deadline=1510ms\n").of(RULE))
        .isEmpty();
  }

  @Test
  void behindAnEntryOnlyTheSlowestChainCounts() {
    String entry = SHOP + "journey j entry=buy importance=critical ";
    Finding finding = Reviewed.of(entry + "deadline=899ms\n").only(RULE);

    assertThat(finding.detail()).isEqualTo("900 ms > 899 ms");
    assertThat(finding.severity().word()).isEqualTo("critical");
    assertThat(finding.links()).containsExactly("buy", "ask");
    assertThat(Reviewed.of(entry + "deadline=900ms\n").of(RULE)).isEmpty();
  }

  @Test
  void anUndeclaredTimeCannotBeJudged() {
    Reviewed reviewed =
        Reviewed.of(
            """
            client u
            service a
            u -> a id=in
            journey j path=in deadline=1ms
            """);

    assertThat(reviewed.of(RULE)).isEmpty();
    assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void withoutADeadlineThereIsNothingToKeep() {
    assertThat(Reviewed.of(SHOP + "journey j path=buy,ask\n").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void workThatNobodyWaitsForLeavesThePath() {
    Reviewed before = Reviewed.of(SHOP + "journey j path=buy,ask,send,save deadline=1200ms\n");
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("InsertQueue(send)", "BatchCalls(ask)", "SetDeadline(j, 1.6s)");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void aDeadlineThatCanBeKeptIsTheNextTenthOfASecond() {
    Reviewed before = Reviewed.of(SHOP + "journey j path=buy,ask,send,save deadline=1200ms\n");
    Reviewed after = before.after(before.only(RULE).recommendations().getLast().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().journeys().get("j").get(JourneyAttributes.DEADLINE))
        .hasValueSatisfying(it -> assertThat(it.millis()).isEqualTo(1600));
  }

  @Test
  void everyWayThatTakesTooLongIsConcerned() {
    Reviewed before = Reviewed.of(SHOP + "journey j entry=buy deadline=600ms\n");
    Finding finding = before.only(RULE);
    assertThat(finding.links()).containsExactly("buy", "ask", "send");
    assertThat(finding.detail()).isEqualTo("900 ms > 600 ms");

    Finding rest =
        Reviewed.of(
                SHOP.replace(" id=ask calls=2", " id=ask calls=1")
                    + "journey j entry=buy deadline=600ms\n")
            .only(RULE);
    assertThat(rest.detail()).isEqualTo("700 ms > 600 ms");
    assertThat(rest.links()).containsExactly("buy", "send");
    assertThat(rest.recommendations().getFirst().edit().signature()).isEqualTo("InsertQueue(send)");
  }

  private static List<String> advice(String journey) {
    return Reviewed.of(SHOP + "journey j " + journey).only(RULE).recommendations().stream()
        .map(it -> it.edit().signature())
        .toList();
  }

  @Test
  void batchingIsAdvisedWhereOneCallWouldBeInTime() {
    assertThat(advice("path=buy,ask,send,save deadline=1110ms")).contains("BatchCalls(ask)");
    assertThat(advice("path=buy,ask,send,save deadline=1109ms")).doesNotContain("BatchCalls(ask)");
    assertThat(advice("path=buy,ask deadline=500ms")).contains("BatchCalls(ask)");
    assertThat(advice("path=buy,ask deadline=499ms")).doesNotContain("BatchCalls(ask)");
    assertThat(advice("entry=buy deadline=700ms")).contains("BatchCalls(ask)");
    assertThat(advice("entry=buy deadline=699ms")).doesNotContain("BatchCalls(ask)");
  }

  @Test
  void aComponentThatIsCalledOnceCannotBeBatched() {
    assertThat(
            Reviewed.of(
                    SHOP.replace(" id=ask calls=2", " id=ask calls=1")
                        + "journey j path=buy,send deadline=650ms")
                .only(RULE)
                .recommendations())
        .extracting(it -> it.edit().signature())
        .noneMatch(it -> it.startsWith("BatchCalls"));
  }

  @Test
  void aComponentOnAListedPathCountsOnce() {
    Finding finding =
        Reviewed.of(
                SHOP
                    + "price -> db id=look need=result-now\n"
                    + "journey j path=buy,ask,save,look deadline=900ms")
            .only(RULE);
    assertThat(finding.detail()).isEqualTo("910 ms > 900 ms");
  }

  @Test
  void theSixLargestPartsAreNamed() {
    assertThat(parts(6)).contains("s6 60 ms), and the deadline").doesNotContain("smaller");
    assertThat(parts(8))
        .contains("(s3 30 ms + s4 40 ms + s5 50 ms + s6 60 ms + s7 70 ms + s8 80 ms + 2 smaller)");
  }

  private static String parts(int services) {
    StringBuilder design = new StringBuilder("client u\n");
    StringBuilder path = new StringBuilder("l1");
    for (int i = 1; i <= services; i++) {
      String from = i == 1 ? "u" : "s" + (i - 1);
      design.append("service s%d p99=%dms\n%s -> s%d id=l%d\n".formatted(i, 10 * i, from, i, i));
      path.append(i == 1 ? "" : ",l" + i);
    }
    return Reviewed.of(design + "journey j path=" + path + " deadline=1ms")
        .only(RULE)
        .because()
        .getFirst();
  }
}
