package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole designs can be read: as they are stored, and laid out by the program alone.
class ReadableDrawingsTest {
  /// What a drawing may have in a corner where no place is left: lines behind words.
  private static final int SOME = 2;

  private static Scene drawn(Design design) {
    return drawn(design, Arrangement.Flow.RIGHT);
  }

  private static Scene drawn(Design design, Arrangement.Flow flow) {
    return DrawingSurvey.drawn(
        design, AutomaticLayout.arrange(design, Arrangement.USUAL.with(flow), () -> false));
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
    Map<DrawingFaults.Kind, Integer> faults = DrawingFaults.count(drawn(design.get()));
    faults.remove(DrawingFaults.Kind.LINK_THROUGH_WORD, 1);
    assertThat(faults).isEmpty();
  }

  @Test
  void aDenseRealArchitectureHasNoFaults() {
    Optional<Design> design = Designs.otelDemo();
    Assumptions.assumeTrue(design.isPresent());
    assertThat(design.get().components().size()).isEqualTo(23);
    assertThat(design.get().links().size()).isEqualTo(66);
    for (Arrangement.Flow flow : Arrangement.Flow.values()) {
      Map<DrawingFaults.Kind, Integer> faults = DrawingFaults.count(drawn(design.get(), flow));
      faults.merge(DrawingFaults.Kind.LINK_THROUGH_WORD, -2 * SOME, Integer::sum);
      faults.values().removeIf(count -> count <= 0);
      assertThat(faults).as("%s", flow).isEmpty();
    }
  }

  @Test
  void oneOfEverythingHasNoFaults() {
    assertThat(DrawingFaults.in(drawn(Designs.shop()))).isEmpty();
  }

  static Stream<Arguments> ofTheProject() throws IOException {
    return DrawingSurvey.documents().entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  /// All templates with their counter-examples and all diagrams, where people placed them.
  @ParameterizedTest
  @MethodSource("ofTheProject")
  void whatTheProjectShowsCanBeRead(String name, Document document) {
    Scene scene = DrawingSurvey.drawn(document.design(), document.layout());
    Map<DrawingFaults.Kind, Integer> faults = DrawingFaults.count(scene);
    int behind = Objects.requireNonNullElse(faults.remove(DrawingFaults.Kind.LINK_THROUGH_WORD), 0);
    assertThat(faults).isEmpty();
    assertThat(behind).isLessThan(SOME);
  }

  /// The diagrams, laid out anew to the right and down.
  @ParameterizedTest
  @MethodSource("ofTheProject")
  void diagramsCanBeReadInBothDirections(String name, Document document) {
    if (document.design().links().size() < 8) {
      return;
    }
    for (Arrangement.Flow flow : Arrangement.Flow.values()) {
      Scene scene = drawn(document.design(), flow);
      Map<DrawingFaults.Kind, Integer> faults = DrawingFaults.count(scene);
      int behind =
          Objects.requireNonNullElse(faults.remove(DrawingFaults.Kind.LINK_THROUGH_WORD), 0)
              + Objects.requireNonNullElse(faults.remove(DrawingFaults.Kind.HEADING_COVERED), 0);
      assertThat(faults).as("%s", flow).isEmpty();
      assertThat(behind).as("%s", flow).isLessThanOrEqualTo(SOME);
      long labels = DrawingFaults.of(scene, Item.Kind.LABEL).size();
      assertThat(labels)
          .as("%s", flow)
          .isGreaterThanOrEqualTo(DrawingSurvey.wanted(document.design()) - 1);
    }
  }

  /// 400 random links among 200 components: nothing is covered, nearly every label has its place,
  /// and where lines coincide, they do so for less than a card is wide.
  @ParameterizedTest
  @EnumSource(Arrangement.Flow.class)
  void twoHundredComponentsCanBeRead(Arrangement.Flow flow) {
    Design design = Designs.grown(200, 400, 7);
    Scene scene = drawn(design, flow);
    assertThat(DrawingFaults.linksThroughCards(scene)).isEmpty();
    assertThat(DrawingFaults.overlaps(scene)).isEmpty();
    assertThat(DrawingFaults.cutTexts(scene)).isEmpty();
    assertThat(DrawingFaults.sharedTracks(scene, 40)).isEmpty();
    assertThat(DrawingFaults.sharedTracks(scene, 12)).hasSizeLessThanOrEqualTo(5);
    assertThat(DrawingFaults.linesBehindWords(scene)).hasSizeLessThanOrEqualTo(20);
    assertThat(DrawingFaults.of(scene, Item.Kind.LABEL))
        .hasSizeGreaterThanOrEqualTo((int) DrawingSurvey.wanted(design) - 3);
  }

  @Test
  void faultsAreFoundWhereThereAreSome() {
    Scene good = drawn(Designs.shop());
    Item link = DrawingFaults.of(good, Item.Kind.LINK).getFirst();
    Item label = DrawingFaults.of(good, Item.Kind.LABEL).getFirst();
    Box over = link.route().orElseThrow().segment(0).grown(20);
    List<Item> items = new ArrayList<>(good.items());
    items.add(stone("stone", Item.Kind.COMPONENT, over, List.of()));
    items.add(
        stone(
            "words",
            Item.Kind.LABEL,
            label.bounds().grown(3),
            List.of(Run.in("far too long a text", 0, 0, 30, Typeface.LINE, Token.TEXT))));
    items.add(
        stone("pill", Item.Kind.BADGE, link.route().orElseThrow().segment(0).grown(4), List.of()));
    items.add(
        new Item(
            "twin",
            Item.Kind.LINK,
            0,
            0,
            link.bounds(),
            Figure.EMPTY,
            List.of(),
            1,
            "",
            link.route().orElseThrow().moved(1, 1)));
    for (Item zone : DrawingFaults.of(good, Item.Kind.ZONE)) {
      items.add(stone("lid", Item.Kind.SIGN, new Box(zone.x(), zone.y(), 60, 30), List.of()));
    }
    assertThat(DrawingFaults.count(new Scene(items, Detail.CARD)).keySet())
        .containsExactlyInAnyOrder(
            DrawingFaults.Kind.LINK_THROUGH_CARD,
            DrawingFaults.Kind.WORD_ON_WORD,
            DrawingFaults.Kind.WORD_ON_CARD,
            DrawingFaults.Kind.LINK_THROUGH_WORD,
            DrawingFaults.Kind.SHARED_TRACK,
            DrawingFaults.Kind.CUT_TEXT,
            DrawingFaults.Kind.HEADING_COVERED);
  }

  private static Item stone(String id, Item.Kind kind, Box box, List<Run> runs) {
    return Item.of(
        id,
        kind,
        box.x(),
        box.y(),
        new Box(0, 0, box.width(), box.height()),
        Figure.EMPTY,
        runs,
        1,
        "");
  }
}
