package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.Tint;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.testing.Checkout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LensTest {
  private static final Design SHOP =
      Design.empty("shop")
          .with(new Component("web", ComponentKind.CLIENT))
          .with(
              new Component("order", ComponentKind.SERVICE)
                  .with(ComponentAttributes.OWNER, "checkout")
                  .with(ComponentAttributes.CAPACITY_RATE, 40.0)
                  .with(ComponentAttributes.REPLICAS, 1))
          .with(new Component("db", ComponentKind.RELATIONAL_DB))
          .with(new Component("events", ComponentKind.QUEUE))
          .with(new Component("mails", ComponentKind.WORKER))
          .with(new Link("buy", "web", "order").with(LinkAttributes.RATE, 50.0))
          .with(new Link("save", "order", "db"))
          .with(new Link("tell", "order", "events"))
          .with(new Link("events>mails", "events", "mails"))
          .with(
              new Journey("j")
                  .with(JourneyAttributes.ENTRY, "buy")
                  .with(JourneyAttributes.CLASS, RealTimeClass.HARD));

  private static Lens.View view(Lens lens, Design design, Design saved) {
    return lens.of(
        Document.of(design), Document.of(saved), Optional.empty(), Presets.NONE, () -> false);
  }

  private static Tint tint(Lens lens, String component) {
    Lens.View view = view(lens, SHOP, SHOP);
    return java.util.Objects.requireNonNull(view.tints().get(component));
  }

  /// Every component has words, and the legend counts all of them.
  @ParameterizedTest
  @EnumSource(Lens.class)
  void everyLensSaysSomethingOfEveryComponent(Lens lens) {
    Document document = Checkout.document();
    Lens.View view =
        lens.of(
            document, document, Optional.of(Checkout.review(document)), Presets.NONE, () -> false);
    assertThat(view.tints().keySet())
        .containsExactlyElementsOf(document.design().components().ids());
    assertThat(view.tints().values()).noneMatch(tint -> tint.text().isBlank());
    assertThat(view.legend().stream().mapToInt(Lens.Entry::count).sum())
        .isEqualTo(document.design().components().size());
    assertThat(lens.title()).isNotBlank();
    assertThat(lens.help()).isNotBlank();
  }

  @Test
  void shadesAreToldApartByTheirMarks() {
    assertThat(java.util.Arrays.stream(Tint.Shade.values()).map(Tint.Shade::mark).distinct())
        .hasSize(Tint.Shade.values().length);
  }

  @Test
  void ownersAndOverloadAreNamed() {
    assertThat(tint(Lens.OWNER, "order").text()).isEqualTo("checkout");
    assertThat(tint(Lens.OWNER, "db")).isEqualTo(new Tint("no owner", Tint.Shade.NONE));
    assertThat(tint(Lens.HEADROOM, "order")).isEqualTo(new Tint("125 % used", Tint.Shade.HOT));
    assertThat(tint(Lens.HEADROOM, "web").text()).isEqualTo("load not known");
    assertThat(tint(Lens.REAL_TIME, "db").text()).isEqualTo("hard");
  }

  @Test
  void aCrashIsCountedByWhomItComesTo() {
    assertThat(tint(Lens.BLAST_RADIUS, "db").text()).startsWith("hits ").contains("1 journey lost");
  }

  @Test
  void changesSinceTheFileAreFound() {
    Design changed =
        SHOP.with(SHOP.components().get("db").with(ComponentAttributes.REPLICAS, 2))
            .with(new Component("cache", ComponentKind.CACHE))
            .with(new Link("mails>db", "mails", "db"));
    Lens.View view = view(Lens.CHANGED, changed, SHOP);
    assertThat(view.tints().get("db").text()).isEqualTo("changed");
    assertThat(view.tints().get("cache").text()).isEqualTo("new");
    assertThat(view.tints().get("mails").text()).isEqualTo("links changed");
    assertThat(view.tints().get("web").text()).isEqualTo("as saved");
  }

  @Test
  void aNeighbourhoodGrowsLinkByLink() {
    assertThat(new Neighbourhood("order", true, 1).ids(SHOP))
        .containsExactlyInAnyOrder("order", "save", "db", "tell", "events");
    assertThat(new Neighbourhood("db", false, 1).ids(SHOP))
        .containsExactlyInAnyOrder("db", "save", "order");
    assertThat(new Neighbourhood("db", false, 2).ids(SHOP))
        .containsExactlyInAnyOrder("db", "save", "order", "buy", "web");
    assertThat(new Neighbourhood("mails", true, 1).ids(SHOP))
        .containsExactlyInAnyOrder("mails", "events>mails", "events");
    assertThat(new Neighbourhood("db", false, 0).depth()).isEqualTo(1);
    assertThat(new Neighbourhood("db", false, 3).deeper(-9).depth()).isEqualTo(1);
  }

  @Test
  void aNeighbourhoodHasAnEndInACycle() {
    Design cycle =
        Design.empty("c")
            .with(new Component("a", ComponentKind.SERVICE))
            .with(new Component("b", ComponentKind.SERVICE))
            .with(new Link("a>b", "a", "b"))
            .with(new Link("b>a", "b", "a"));
    assertThat(new Neighbourhood("a", true, 20).ids(cycle))
        .containsExactlyInAnyOrderElementsOf(List.of("a", "b", "a>b", "b>a"));
  }
}
