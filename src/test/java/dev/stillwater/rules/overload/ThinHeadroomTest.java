package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class ThinHeadroomTest {
  private static final ThinHeadroom RULE = new ThinHeadroom();

  private static Reviewed at(String service, String rate) {
    return Reviewed.of(
        "client c\nservice s %s\nc -> s id=l %s timeout=1s".formatted(service, rate));
  }

  @Test
  void aPeakLeavesAFifth() {
    assertThat(at("capacity=100", "rate=80").of(RULE)).isEmpty();
    assertThat(at("capacity=100", "rate=81").only(RULE).severity().word()).isEqualTo("info");
    assertThat(at("capacity=100", "rate=100").of(RULE)).hasSize(1);
    assertThat(at("capacity=100", "rate=101").of(RULE)).isEmpty();
    assertThat(at("capacity=50 replicas=2", "rate=81").of(RULE)).hasSize(1);
  }

  @Test
  void whoScalesWithinAMinuteNeedsLess() {
    String busy = "capacity=100 scaling=auto";
    assertThat(at(busy + " scaleOut=59s", "rate=90").of(RULE)).isEmpty();
    assertThat(at(busy + " scaleOut=60s", "rate=90").of(RULE)).hasSize(1);
    assertThat(at(busy, "rate=90").of(RULE)).hasSize(1);
    assertThat(at("capacity=100 scaleOut=30s", "rate=90").of(RULE)).hasSize(1);
  }

  @Test
  void whatIsCalledAndOurOwnIsMeant() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s capacity=110           # FLAG REL-OV-010 info
        relational-db d capacity=110     # FLAG REL-OV-010 info
        config cfg capacity=110          # FLAG REL-OV-010 info
        external x capacity=110
        cache k capacity=110
        queue q preset=sqs-standard
        worker w capacity=110
        c -> s id=in rate=100 timeout=1s
        s -> d timeout=1s
        s -> cfg timeout=1s
        s -> x timeout=1s
        s -> k timeout=1s
        s -> q timeout=1s
        q -> w id=take
        journey j path=in class=hard importance=critical
        """);
  }

  @Test
  void unknownNumbersSayNothing() {
    assertThat(at("", "rate=9").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(at("capacity=9", "").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void sevenTenthsAreComfortable() {
    Reviewed before = at("capacity=50 replicas=2", "rate=90");
    assertThat(before.only(RULE).recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly("ScaleOut(s, 3)", "SetCapacity(s, 65)");
    for (Recommendation each : before.only(RULE).recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
    assertThat(before.only(RULE).because().getFirst())
        .contains("90 req/s of 100 req/s are 90 % of the capacity of s")
        .contains("the loss of one replica is an overload");
  }

  @Test
  void aStricterSettingIsKeptByTheFix() {
    Reviewed before =
        Reviewed.of(
            "settings headroom=0.5\nclient c\nservice s capacity=100\nc -> s rate=60 timeout=1s");
    for (Recommendation each : before.only(RULE).recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
  }

  @Test
  void itSaysWhetherTheRestCanDoWithoutOneReplica() {
    String headroom = "settings headroom=0.5\nclient c\nservice s capacity=50 %s\nc -> s rate=";
    String reason = ", and the loss of one replica is an overload.";
    assertThat(because(headroom.formatted("replicas=3") + 100)).doesNotContain(reason);
    assertThat(because(headroom.formatted("replicas=3") + 101)).endsWith(reason);
    assertThat(because(headroom.formatted("replicas=1") + 45))
        .contains("45 req/s of 50 req/s are 90 % of the capacity of s, more than 50 %:")
        .doesNotContain(reason);
  }

  private static String because(String design) {
    return Reviewed.of(design).only(RULE).because().getFirst();
  }
}
