package dev.stillwater.model;

import static dev.stillwater.model.ComponentKind.CACHE;
import static dev.stillwater.model.ComponentKind.CLIENT;
import static dev.stillwater.model.ComponentKind.QUEUE;
import static dev.stillwater.model.ComponentKind.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesignTest {
  private static Link link(String from, String to) {
    return new Link(Link.impliedId(from, to), from, to);
  }

  private static Journey path(String id, String... links) {
    return new Journey(id).with(JourneyAttributes.PATH, List.of(links));
  }

  private final Design shop =
      Design.empty("shop")
          .with(new Component("user", CLIENT))
          .with(new Component("order", SERVICE))
          .with(new Component("mail", SERVICE))
          .with(new Component("cache", CACHE))
          .with(new Component("dead", QUEUE))
          .with(new Component("jobs", QUEUE).with(ComponentAttributes.DLQ, "dead"))
          .with(link("user", "order"))
          .with(link("order", "mail").with(LinkAttributes.BEHIND_CACHE, "cache"))
          .with(link("order", "jobs").with(LinkAttributes.FALLBACK_TO, "dead"))
          .with(path("place", "user>order", "order>mail"))
          .with(path("notify", "order>mail"))
          .with(new Journey("enter").with(JourneyAttributes.ENTRY, "user>order"));

  @Test
  void removingAComponentRemovesWhatOnlyMadeSenseWithIt() {
    Design rest = shop.without(List.of("mail"), List.of());
    assertThat(rest.components().ids()).doesNotContain("mail");
    assertThat(rest.links().ids()).containsExactly("user>order", "order>jobs");
    assertThat(rest.journeys().ids()).containsExactly("place", "enter");
    assertThat(rest.journeys().get("place").namedLinks()).containsExactly("user>order");
  }

  @Test
  void removingAComponentRemovesReferencesToIt() {
    Design rest = shop.without(List.of("dead", "cache"), List.of());
    assertThat(rest.components().get("jobs").get(ComponentAttributes.DLQ)).isEmpty();
    assertThat(rest.links().get("order>jobs").get(LinkAttributes.FALLBACK_TO)).isEmpty();
    assertThat(rest.links().get("order>mail").get(LinkAttributes.BEHIND_CACHE)).isEmpty();
    assertThat(rest.links().size()).isEqualTo(3);
  }

  @Test
  void removingTheEntryRemovesTheJourney() {
    assertThat(shop.without(List.of(), List.of("user>order")).journeys().ids())
        .containsExactly("place", "notify");
  }

  @Test
  void removingNobodyChangesNothing() {
    Design same = shop.without(List.of("nobody"), List.of("nothing"));
    assertThat(same).isEqualTo(shop);
    assertThat(same.components()).isSameAs(shop.components());
    assertThat(same.links()).isSameAs(shop.links());
    assertThat(same.journeys()).isSameAs(shop.journeys());
  }

  @Test
  void renamingTakesEverythingAlongThatNamesIt() {
    Design renamed = shop.renameComponent("dead", "rest");
    assertThat(renamed.components().ids())
        .containsExactly("user", "order", "mail", "cache", "rest", "jobs");
    assertThat(renamed.components().get("jobs").get(ComponentAttributes.DLQ)).contains("rest");
    assertThat(renamed.links().get("order>jobs").get(LinkAttributes.FALLBACK_TO)).contains("rest");

    Design order = shop.renameComponent("order", "orders");
    assertThat(order.links().get("order>mail").from()).isEqualTo("orders");
    assertThat(order.links().get("user>order").to()).isEqualTo("orders");
    assertThat(Validation.of(order, Presets.NONE)).isEmpty();
  }

  @Test
  void renamingALinkKeepsJourneysOnIt() {
    Design renamed = shop.renameLink("user>order", "checkout");
    assertThat(renamed.journeys().get("place").namedLinks())
        .containsExactly("checkout", "order>mail");
    assertThat(renamed.journeys().get("enter").namedLinks()).containsExactly("checkout");
    assertThat(renamed.links().ids()).containsExactly("checkout", "order>mail", "order>jobs");
  }

  @Test
  void aTakenIdIsRefused() {
    assertThatThrownBy(() -> shop.renameComponent("mail", "order"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shop.renameLink("user>order", "order>mail"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void positionsFollowANewIdAndLeaveWithTheirComponent() {
    Layout layout =
        new Layout(Map.of("mail", new Layout.Position(1, 2)), Map.of("mail", "[\"pinned\"]"));
    Layout renamed = layout.renamed("mail", "post");
    assertThat(renamed.of("post")).contains(new Layout.Position(1, 2));
    assertThat(renamed.unknown()).containsEntry("post", "[\"pinned\"]");
    assertThat(layout.renamed("nobody", "x")).isSameAs(layout);

    Document document = Document.of(shop).withLayout(layout);
    Document rest = document.withDesign(shop.without(List.of("mail"), List.of()));
    assertThat(rest.layout()).isEqualTo(Layout.EMPTY);
    assertThat(document.withDesign(shop)).isSameAs(document);
  }
}
