package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Presets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpatialIndexTest {
  private static final Design DESIGN = Designs.grown(120, 200, 11);
  private static final SceneInput INPUT =
      SceneInput.of(DESIGN, AutomaticLayout.arrange(DESIGN), Presets.NONE)
          .withBadges(Pictures.badges(DESIGN));

  @Test
  void findsWhatLookingAtEverythingFinds() {
    Scene scene = new SceneBuilder().build(INPUT);
    check(scene, SpatialIndex.of(scene), new Random(1));
  }

  @Test
  void followsFromSceneToScene() {
    SceneBuilder builder = new SceneBuilder();
    SpatialIndex index = SpatialIndex.of(builder.build(INPUT));
    Random random = new Random(2);
    Layout layout = INPUT.layout();
    List<String> ids = List.copyOf(layout.positions().keySet());
    for (int i = 0; i < 20; i++) {
      String id = ids.get(random.nextInt(ids.size()));
      layout =
          layout.with(id, new Layout.Position(random.nextInt(4000) - 500, random.nextInt(2000)));
      Scene scene = builder.build(INPUT.with(DESIGN, layout));
      index.show(scene);
      assertThat(index.size()).isEqualTo(scene.items().size());
      check(scene, index, random);
    }
    index.show(Scene.EMPTY);
    assertThat(index.in(new Box(-1e4, -1e4, 2e4, 2e4))).isEmpty();
  }

  private static void check(Scene scene, SpatialIndex index, Random random) {
    Box all = scene.bounds();
    for (int i = 0; i < 60; i++) {
      double x = all.x() + random.nextDouble() * all.width();
      double y = all.y() + random.nextDouble() * all.height();
      Box area = new Box(x, y, random.nextInt(900), random.nextInt(600));
      List<Item> within =
          scene.items().stream()
              .filter(item -> item.kind() == Item.Kind.COMPONENT || item.kind() == Item.Kind.LINK)
              .filter(item -> area.contains(item.bounds()))
              .toList();
      assertThat(index.within(area)).isEqualTo(within);
      List<Item> seen = index.in(area);
      for (Item item : scene.items()) {
        if (item.route().isEmpty() && item.bounds().overlaps(area)) {
          assertThat(seen).contains(item);
        }
      }
      List<Item> hit =
          scene.items().stream()
              .filter(item -> item.distance(x, y) <= (item.kind() == Item.Kind.LINK ? 6.0 : 0.0))
              .toList();
      assertThat(index.at(x, y, 6)).containsExactlyInAnyOrderElementsOf(hit);
    }
  }

  @Test
  void hitsTheCardBeforeTheLineAndTheNearerLineFirst() {
    Scene scene =
        new SceneBuilder()
            .build(
                SceneInput.of(
                    Designs.shop(), AutomaticLayout.arrange(Designs.shop()), Presets.NONE));
    SpatialIndex index = SpatialIndex.of(scene);
    Route look = scene.body("look").orElseThrow().route().orElseThrow();
    int last = look.size() - 1;
    double x = (look.x(last) + look.x(last - 1)) / 2;
    double y = look.y(last);
    assertThat(hitLink(index, x, y + 5)).isEqualTo("look");
    assertThat(hitLink(index, x, y)).isEqualTo("look");
    assertThat(
            index.at(x, y + 6.5, 6).stream()
                .filter(i -> i.id().equals("look") && i.kind() == Item.Kind.LINK))
        .isEmpty();
    Box card = scene.body("stock").orElseThrow().bounds();
    assertThat(index.at(card.x() + 1, look.y(last), 6).getFirst().id()).isEqualTo("stock");
  }

  private static String hitLink(SpatialIndex index, double x, double y) {
    return index.hit(x, y, 6, item -> item.kind() == Item.Kind.LINK).orElseThrow().id();
  }
}
