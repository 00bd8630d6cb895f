package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class SharedDatabaseTest {
  private static final SharedDatabase RULE = new SharedDatabase();

  @Test
  void onlyWritersOfDifferentOwnersShareIt() {
    Reviewed.expectFlags(
        RULE,
        """
        service a owner=shop
        service b owner=shop
        service c
        worker d
        relational-db two                  # FLAG REL-LC-006 high
        relational-db team
        relational-db one
        key-value-store kv                 # FLAG REL-LC-006 medium
        object-store files
        search-index index
        a -> two id=a1 effect=write
        c -> two id=c1 effect=idempotent-write
        a -> team id=a2 effect=write
        b -> team id=b2 effect=write
        a -> one id=a3 effect=write
        c -> one id=c3
        c -> kv id=c4 effect=write
        d -> kv id=d4 effect=write
        a -> files id=a5 effect=write
        c -> files id=c5 effect=write
        a -> index id=a6 effect=write
        c -> index id=c6 effect=write
        journey j path=c1 importance=critical
        """);
  }

  @Test
  void theBusiestWriterBecomesTheOwner() {
    Reviewed before =
        Reviewed.of(
            """
            service orders owner=shop
            service returns owner=shop
            service billing owner=money
            relational-db books
            orders -> books id=order effect=write rate=50
            returns -> books id=refund effect=write rate=1
            billing -> books id=invoice effect=write rate=5
            billing -> books id=look rate=5
            journey j path=invoice
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst()).contains("two different owners");
    Design after = before.after(finding.recommendations().getFirst().edit()).design();

    assertThat(Reviewed.of(after).of(RULE)).isEmpty();
    assertThat(after.links().get("invoice").to()).isEqualTo("orders");
    assertThat(after.links().get("refund").to()).isEqualTo("books");
    assertThat(after.links().get("look").to()).isEqualTo("books");
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("invoice", "order");
  }

  @Test
  void oneTeamIsDeclaredWhereItIsTrue() {
    Reviewed before =
        Reviewed.of(
            """
            service a
            service b owner=shop
            relational-db books
            a -> books id=l effect=write
            b -> books id=m effect=write
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getLast().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("a").get(ComponentAttributes.OWNER))
        .contains("shop");
  }

  @Test
  void onlyComputersWriteAsOwners() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        scheduler s
        service a
        relational-db d
        a -> d id=l effect=write
        c -> d id=m effect=write
        s -> d id=n effect=write
        """);
  }

  @Test
  void aDatabaseThatNobodyWritesToIsNotExamined() {
    String call = "service a\nrelational-db d\na -> d";
    assertThat(Reviewed.of(call + " effect=write").status(RULE).state())
        .isEqualTo(RuleStatus.State.PASSED);
    assertThat(Reviewed.of(call).status(RULE).state()).isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
