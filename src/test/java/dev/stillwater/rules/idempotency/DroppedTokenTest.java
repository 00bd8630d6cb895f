package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class DroppedTokenTest {
  private static final DroppedToken RULE = new DroppedToken();

  @Test
  void writesBehindATokenThatCarryNone() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        service t replicas=2
        queue q preset=sqs-standard
        worker w replicas=2
        external x
        c -> s id=in effect=write idempotency=token timeout=5s
        c -> t id=plain effect=write timeout=5s
        s -> x id=charge effect=write timeout=1s                    # FLAG REL-ID-005 medium
        s => q id=send effect=write timeout=1s                      # FLAG REL-ID-005 medium
        s -> x id=retried effect=write timeout=1s retries=1
        s -> x id=soft effect=write timeout=1s dependency=soft
        s -> x id=upsert effect=idempotent-write timeout=1s
        s -> x id=passed effect=write timeout=1s idempotency=token
        s -> x id=load effect=read timeout=1s
        t -> x id=other effect=write timeout=1s
        q -> w id=take effect=write idempotency=dedup-store
        w -> x id=mail effect=write timeout=1s                      # FLAG REL-ID-005 medium
        """);
  }

  @Test
  void onACriticalJourneyItIsHigh() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        external x
        c -> s id=in effect=write idempotency=token timeout=5s
        s -> x id=charge effect=write timeout=1s                    # FLAG REL-ID-005 high
        journey j entry=in class=hard importance=critical
        """);
  }

  private static final String TWO =
      """
      client c
      service s
      external x
      relational-db d
      c -> s id=in effect=write idempotency=token tokenTtl=3d timeout=5s
      s -> x id=charge effect=write timeout=1s
      s -> d id=save effect=write timeout=1s retries=2
      s -> x id=book effect=write timeout=1s
      """;

  @Test
  void oneEditPassesTheTokenOnWithEveryWrite() {
    Reviewed before = Reviewed.of(TWO);
    assertThat(before.of(RULE).stream().map(Finding::subject)).containsExactly("book", "charge");
    for (Finding finding : before.of(RULE)) {
      Reviewed after = before.after(finding.recommendations().getFirst().edit());
      assertThat(finding.recommendations().getFirst().edit().signature())
          .isEqualTo("PropagateToken(s)");
      assertThat(after.of(RULE)).isEmpty();
      assertThat(after.find("REL-ID-001@save")).isEmpty();
      assertThat(after.design().links().get("book").get(LinkAttributes.TOKEN_TTL))
          .hasValueSatisfying(kept -> assertThat(kept.text()).isEqualTo("3d"));
    }
  }

  @Test
  void whereNobodyKnowsHowLongTheTokenHasNoEnd() {
    Reviewed after =
        EachFix.best(
            RULE,
            "client c\nservice s\nexternal x\nc -> s idempotency=token\ns -> x id=l effect=write");
    assertThat(after.design().links().get("l").get(LinkAttributes.TOKEN_TTL)).isEmpty();
  }

  @Test
  void eachFixRemovesIt() {
    String store =
        "client c\nservice s\nrelational-db d\nc -> s idempotency=token\ns -> d id=l effect=write";
    EachFix.removes(
        RULE,
        store,
        "PropagateToken(s)",
        "SetIdempotency(l, dedup-store)",
        "SetEffect(l, idempotent-write)");
    EachFix.removes(
        RULE,
        store.replace("relational-db", "external"),
        "PropagateToken(s)",
        "SetEffect(l, idempotent-write)");
  }

  @Test
  void anUndeclaredEffectIsNotEnoughToJudge() {
    assertThat(
            Reviewed.of("client c\nservice s\nexternal x\nc -> s idempotency=token\ns -> x")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void onlyWritesAreExamined() {
    String call = "client c\nservice s\nexternal x\nc -> s idempotency=token\ns -> x ";
    assertThat(Reviewed.of(call + "effect=write retries=1").status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
    assertThat(Reviewed.of(call + "effect=read").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void aRecordInTheStoreIsKeptAsLongAsTheCallersToken() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            relational-db d
            c -> s id=in effect=write idempotency=token tokenTtl=3d timeout=5s
            c -> s id=other effect=write tokenTtl=9d timeout=5s
            s -> d id=l effect=write timeout=1s
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());
    assertThat(after.design().links().get("l").attributes().toPlain())
        .containsEntry("idempotency", "dedup-store")
        .containsEntry("tokenTtl", "3d");
  }

  @Test
  void aTokenThatIsShorterThanADayIsKeptForADay() {
    Reviewed after =
        EachFix.best(
            RULE,
            """
            client c
            service s
            external x
            c -> s id=in effect=write idempotency=token tokenTtl=1h timeout=5s
            s -> x id=l effect=write timeout=1s
            """);
    assertThat(after.design().links().get("l").get(LinkAttributes.TOKEN_TTL))
        .hasValueSatisfying(kept -> assertThat(kept.text()).isEqualTo("1d"));
  }

  @Test
  void aRecordWithoutEndDeclaresNone() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            relational-db d
            c -> s id=in effect=write idempotency=token tokenTtl=none timeout=5s
            s -> d id=l effect=write timeout=1s
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());
    assertThat(after.design().links().get("l").get(LinkAttributes.TOKEN_TTL)).isEmpty();
  }
}
