package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesignDiffTest {
  private static final String SHOP =
      """
      design Shop
      zone a kind=az parent=eu
      client shopper
      service order replicas=2 p99=40ms zones=a
      service email p99=1500ms
      queue mail-q preset=sqs-standard
      shopper -> order id=checkout rate=50 timeout=10s
      order -> email id=mail
      journey place-order path=checkout,mail class=hard deadline=6s
      """;

  private static Design design(String text) {
    return DesignFixture.parse(text).design();
  }

  private static Design shopWith(String old, String other) {
    assertThat(SHOP).contains(old);
    return design(SHOP.replace(old, other));
  }

  private static List<String> texts(DesignDiff diff) {
    List<String> result = new ArrayList<>();
    for (Difference difference : diff.differences()) {
      result.add(
          difference.kind().word()
              + " "
              + difference.key()
              + difference.formerId().map(id -> " → " + difference.id()).orElse("")
              + (difference.changes().isEmpty() ? "" : " ")
              + String.join(", ", difference.changes().stream().map(it -> it.text()).toList()));
    }
    return result;
  }

  private static List<String> between(Design before, Design after) {
    return texts(DesignDiff.of(before, after));
  }

  @Test
  void sameDesignsDoNotDiffer() {
    assertThat(DesignDiff.of(design(SHOP), design(SHOP)).isEmpty()).isTrue();
  }

  @Test
  void theOrderOfTheFileDoesNotCount() {
    Design shop = design(SHOP);
    List<Component> components = new ArrayList<>(shop.components().all());
    Collections.reverse(components);
    List<Link> links = new ArrayList<>(shop.links().all());
    Collections.reverse(links);
    Design other = shop.withComponents(Index.of(components)).withLinks(Index.of(links));
    assertThat(other).isNotEqualTo(shop);
    assertThat(between(shop, other)).isEmpty();
  }

  @Test
  void everyValueIsSaidAttributeByAttribute() {
    assertThat(
            between(
                design(SHOP),
                shopWith("rate=50 timeout=10s", "rate=80.5 timeout=250ms retries=2 payload=2048")))
        .containsExactly(
            "changed link:checkout Rate 50 /s → 80.5 /s, Timeout 10s → 250ms, Retries not declared"
                + " → 2, Payload not declared → 2048 B");
    assertThat(between(design(SHOP), shopWith("deadline=6s", "slo=0.9995")))
        .containsExactly(
            "changed journey:place-order Deadline 6s → not declared, Target not declared → 99.95"
                + " %");
  }

  @Test
  void whatIsAddedAndRemovedIsSaidWithItsSort() {
    assertThat(
            between(design(SHOP), shopWith("queue mail-q preset=sqs-standard", "cache sessions")))
        .containsExactly("removed component:mail-q", "added component:sessions");
  }

  @Test
  void otherEndsAndOtherKindsAreChanges() {
    Design shop = design(SHOP);
    Design moved = shop.with(shop.links().get("mail").between("order", "mail-q"));
    assertThat(between(shop, moved)).containsExactly("changed link:mail To email → mail-q");
    Design other = shop.with(shop.components().get("email").withKind(ComponentKind.WORKER));
    assertThat(between(shop, other))
        .containsExactly("changed component:email Kind service → worker");
  }

  @Test
  void theDesignItselfAndItsSettingsAreCompared() {
    Design shop = design(SHOP);
    Design other = shop.withName("Store").withSettings(shop.settings().with(Settings.CHATTY, 20.0));
    assertThat(between(shop, other))
        .containsExactly(
            "changed design Name Shop → Store", "changed settings Chatty not declared → 20×");
  }

  @Test
  void unknownFieldsAreCompared() {
    Design shop = design(SHOP);
    Component order = shop.components().get("order");
    Design other =
        shop.with(
            order.withAttributes(order.attributes().withUnknown(Map.of("x-team", "\"red\""))));
    assertThat(between(shop, other))
        .containsExactly("changed component:order x-team not declared → \"red\"");
  }

  @Test
  void aRenamedComponentIsOneDifferenceAndNothingFollowsIt() {
    Design shop = design(SHOP);
    assertThat(between(shop, shop.renameComponent("email", "mailer")))
        .containsExactly("renamed component:email → mailer");
  }

  @Test
  void aRenamedComponentMayHaveAnotherName() {
    Design shop = design(SHOP).renameComponent("email", "mailer");
    Design named =
        shop.with(shop.components().get("mailer").with(ComponentAttributes.NAME, "Mailer"));
    assertThat(between(design(SHOP), named))
        .containsExactly("renamed component:email → mailer Name not declared → Mailer");
  }

  @Test
  void linksThatAreCalledByTheirEndsFollowARenameByHand() {
    String text =
        """
        client shopper
        service order
        service email
        shopper -> order rate=50
        order -> email timeout=2s
        journey place-order path=shopper>order,order>email class=hard
        """;
    String renamed = text.replace("email", "mailer").replace("timeout=2s", "timeout=1s");
    assertThat(between(design(text), design(renamed)))
        .containsExactly(
            "renamed component:email → mailer", "changed link:order>email Timeout 2s → 1s");
  }

  @Test
  void renamedLinksJourneysAndZonesAreFound() {
    Design other =
        design(
            SHOP.replace("id=mail\n", "id=notify\n")
                .replace("checkout,mail", "checkout,notify")
                .replace("place-order", "buy")
                .replace("zone a ", "zone eu-1 ")
                .replace("zones=a", "zones=eu-1"));
    assertThat(between(design(SHOP), other))
        .containsExactly(
            "renamed zone:a → eu-1",
            "renamed link:mail → notify",
            "renamed journey:place-order → buy");
  }

  @Test
  void whatCannotBeToldApartIsNoRename() {
    String two =
        """
        client shopper
        service a
        service b
        shopper -> a
        shopper -> b
        """;
    String others = two.replace("service a", "service c").replace("service b", "service d");
    others = others.replace("-> a", "-> c").replace("-> b", "-> d");
    assertThat(DesignDiff.of(design(two), design(others)).renames()).isEqualTo(Renames.NONE);
  }

  @Test
  void anotherComponentInTheSamePlaceIsNoRename() {
    assertThat(
            DesignDiff.of(
                    design(SHOP),
                    design(
                        SHOP.replace("service email p99=1500ms", "worker mailer p99=1500ms")
                            .replace("order -> email", "order -> mailer")))
                .renames()
                .components())
        .isEmpty();
  }

  @Test
  void severalRenamedNeighboursAreFoundOneAfterTheOther() {
    Design shop = design(SHOP);
    Design other =
        shop.renameComponent("order", "orders")
            .renameComponent("email", "mailer")
            .renameLink("mail", "notify");
    assertThat(between(shop, other))
        .containsExactlyInAnyOrder(
            "renamed component:order → orders",
            "renamed component:email → mailer",
            "renamed link:mail → notify");
  }

  @Test
  void decisionsAndPlacesAreApart() {
    Design shop = design(SHOP);
    Document before =
        Document.of(shop)
            .withLayout(Layout.EMPTY.with("order", new Layout.Position(0, 0)))
            .withDecisions(
                List.of(decision("REL-TO-001@mail", "later"), decision("REL-KS-001@email", "so")));
    Document after =
        Document.of(shop.renameComponent("email", "mailer"))
            .withLayout(Layout.EMPTY.with("order", new Layout.Position(8, 0)))
            .withDecisions(
                List.of(decision("REL-TO-001@mail", "now"), decision("REL-KS-001@mailer", "so")));
    DocumentDiff diff = DocumentDiff.of(before, after);
    assertThat(texts(diff.design())).containsExactly("renamed component:email → mailer");
    assertThat(diff.moved()).containsExactly("order");
    assertThat(diff.decisions()).hasSize(1);
    assertThat(diff.decisions().getFirst().changes().getFirst().text())
        .isEqualTo("Reason later → now");
  }

  private static Decision decision(String target, String reason) {
    return new Decision(
        target, Attributes.none(DecisionAttributes.TABLE).with(DecisionAttributes.REASON, reason));
  }
}
