package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.RandomEdits;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReshapingTest {
  private static final Document DOCUMENT =
      RandomEdits.placed(
          DesignFixture.parse(
                  """
                  client shopper
                  service order replicas=4
                  service cart owner=shop
                  service email
                  queue mails
                  shopper -> order
                  shopper -> cart
                  cart -> order id=total
                  order -> email id=mail
                  order -> mails
                  """)
              .design());

  @Test
  void aLinkIsTurnedRoundAndIsCalledAfterItsEndsAgain() {
    Reshaping.Edited edited = Reshaping.reverse(DOCUMENT, List.of("mail", "shopper>cart"));
    Design design = edited.document().design();
    assertThat(design.links().get("mail").from()).isEqualTo("email");
    assertThat(design.links().get("cart>shopper").to()).isEqualTo("shopper");
    assertThat(edited.selection().links()).containsExactly("mail", "cart>shopper");
    assertThat(Reshaping.reverse(edited.document(), edited.selection().links()).document())
        .isEqualTo(DOCUMENT);
  }

  @Test
  void aLinkThatMustNotBeTurnedSaysWhy() {
    assertThat(Reshaping.refusal(DOCUMENT.design(), List.of("mail"))).isEmpty();
    assertThat(Reshaping.refusal(DOCUMENT.design(), List.of("shopper>order")).orElse(""))
        .contains("a service")
        .contains("a client")
        .contains("shopper>order");
  }

  @Test
  void oneComponentTakesOverLinksAndWhatItDoesNotDeclare() {
    Document with =
        DOCUMENT.withDesign(
            DOCUMENT
                .design()
                .with(
                    new Journey("buy")
                        .with(JourneyAttributes.PATH, List.of("shopper>cart", "total", "mail"))));
    Reshaping.Edited edited = Reshaping.merge(with, List.of("order", "cart"));
    Design design = edited.document().design();
    assertThat(design.components().ids()).containsExactly("shopper", "order", "email", "mails");
    assertThat(design.components().get("order").get(ComponentAttributes.OWNER)).contains("shop");
    assertThat(design.components().get("order").get(ComponentAttributes.REPLICAS)).contains(4);
    assertThat(design.links().ids()).contains("mail").doesNotContain("total");
    assertThat(design.links().stream().filter(link -> link.to().equals("order")).map(Link::from))
        .containsExactly("shopper", "shopper");
    assertThat(design.journeys().get("buy").namedLinks()).hasSize(2).last().isEqualTo("mail");
    assertThat(edited.selection()).isEqualTo(Selection.component("order"));
  }

  @Test
  void theSelectedLinksGoToTheSecondHalf() {
    Reshaping.Edited edited = Reshaping.split(DOCUMENT, "order", List.of("mail", "order>mails"));
    Design design = edited.document().design();
    assertThat(design.links().get("mail").from()).isEqualTo("order-2");
    assertThat(design.links().contains("order-2>mails")).isTrue();
    assertThat(design.links().get("total").to()).isEqualTo("order");
    assertThat(design.components().get("order-2").get(ComponentAttributes.REPLICAS)).contains(4);
    assertThat(edited.document().layout().of("order-2")).isPresent();
  }

  @Test
  void mergingAnyTwoLeavesALegalDesign() {
    for (int seed = 0; seed < 200; seed++) {
      Document document = RandomEdits.placed(SmallDesigns.any(seed));
      List<String> ids = new ArrayList<>(document.design().components().ids());
      if (ids.size() < 2) {
        continue;
      }
      Design design =
          Reshaping.merge(document, List.of(ids.get(1), ids.getFirst())).document().design();
      assertThat(design.components().contains(ids.getFirst())).isFalse();
      for (Link link : design.links()) {
        assertThat(design.components().contains(link.from())).isTrue();
        assertThat(design.components().contains(link.to())).isTrue();
      }
      for (Journey journey : design.journeys()) {
        assertThat(journey.namedLinks()).isNotEmpty().allMatch(design.links()::contains);
      }
    }
  }

  @Test
  void theKindOfManyIsChangedAtOnce() {
    Design design =
        Reshaping.kind(DOCUMENT, List.of("cart", "email"), ComponentKind.FUNCTION).design();
    assertThat(design.components().get("cart").kind()).isEqualTo(ComponentKind.FUNCTION);
    assertThat(design.components().get("email").kind()).isEqualTo(ComponentKind.FUNCTION);
    assertThat(design.links()).isEqualTo(DOCUMENT.design().links());
    assertThat(Optional.of(design.components().get("order").kind()))
        .contains(ComponentKind.SERVICE);
  }
}
