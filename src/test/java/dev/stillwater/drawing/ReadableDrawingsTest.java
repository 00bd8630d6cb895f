package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole designs, laid out by the program alone, can be read.
class ReadableDrawingsTest {
  private static Scene drawn(Design design) {
    SceneInput input = SceneInput.of(design, AutomaticLayout.arrange(design), Presets.NONE);
    return new SceneBuilder().build(input.withBadges(Pictures.badges(design)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkout-tightly-coupled",
        "checkout-loosely-coupled",
        "github-2018-10-21",
        "kinesis-2020-11-25",
        "roblox-2021-10-28",
        "slack-2021-01-04",
        "coverage-model-disconnected-fragments-exercises-the-rules-no-incident-model-fires"
      })
  void referenceDesignsHaveNoFaults(String name) {
    Optional<Design> design = Designs.fixture(name);
    Assumptions.assumeTrue(design.isPresent());
    assertThat(DrawingFaults.in(drawn(design.get()))).isEmpty();
  }

  @Test
  void aDenseRealArchitectureHasNoFaults() {
    Optional<Design> design = Designs.otelDemo();
    Assumptions.assumeTrue(design.isPresent());
    assertThat(design.get().components().size()).isEqualTo(23);
    assertThat(design.get().links().size()).isEqualTo(66);
    assertThat(DrawingFaults.in(drawn(design.get()))).isEmpty();
  }

  @Test
  void oneOfEverythingHasNoFaults() {
    assertThat(DrawingFaults.in(drawn(Designs.shop()))).isEmpty();
  }

  /// 400 random links among 200 components: nothing is covered, and hardly any two lines coincide.
  @Test
  void twoHundredComponentsCanBeRead() {
    Scene scene = drawn(Designs.grown(200, 400, 7));
    assertThat(DrawingFaults.linksThroughCards(scene)).isEmpty();
    assertThat(DrawingFaults.overlaps(scene)).isEmpty();
    assertThat(DrawingFaults.sharedTracks(scene)).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void faultsAreFoundWhereThereAreSome() {
    Scene good = drawn(Designs.shop());
    List<Item> items =
        new java.util.ArrayList<>(
            good.items().stream().filter(i -> i.route().isPresent()).toList());
    Item link = items.getFirst();
    Route way = link.route().orElseThrow();
    Box over = way.segment(0).grown(20);
    items.add(
        Item.of(
            "stone",
            Item.Kind.COMPONENT,
            over.x(),
            over.y(),
            new Box(0, 0, over.width(), over.height()),
            Figure.EMPTY,
            List.of(),
            1,
            ""));
    assertThat(DrawingFaults.in(new Scene(items, Detail.CARD)))
        .contains(link.id() + " passes through stone");
  }
}
