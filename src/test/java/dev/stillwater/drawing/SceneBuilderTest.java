package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneBuilderTest {
  private static SceneInput arranged(Design design) {
    return SceneInput.of(design, AutomaticLayout.arrange(design), Presets.NONE);
  }

  private static Design fixture(String name) {
    Optional<Design> design = Designs.fixture(name);
    Assumptions.assumeTrue(design.isPresent(), "the reference material is not here");
    return design.orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkout-tightly-coupled",
        "checkout-loosely-coupled",
        "roblox-2021-10-28",
        "github-2018-10-21",
        "kinesis-2020-11-25",
        "slack-2021-01-04",
        "discord-2017-03-20-presence-reconnect-storm"
      })
  void nothingCoversACardOrALabel(String name) {
    Design design = fixture(name);
    checkRoom(new SceneBuilder().build(arranged(design)));
    checkRoom(new SceneBuilder().build(arranged(design).withBadges(Pictures.badges(design))));
  }

  @Test
  void nothingCoversACardOrALabelInAShop() {
    checkRoom(new SceneBuilder().build(arranged(Designs.shop())));
  }

  private static void checkRoom(Scene scene) {
    List<Item> cards = ofKind(scene, Item.Kind.COMPONENT);
    List<Item> labels = ofKind(scene, Item.Kind.LABEL);
    List<Item> beside = new ArrayList<>(labels);
    beside.addAll(ofKind(scene, Item.Kind.SIGN));
    scene.items().stream()
        .filter(item ->
            item.kind() == Item.Kind.BADGE
                && scene.body(item.id()).orElseThrow().route().isPresent())
        .forEach(beside::add);
    for (Item item : beside) {
      for (Item card : cards) {
        assertThat(item.bounds().overlaps(card.bounds()))
            .as("%s %s over %s", item.kind(), item.id(), card.id())
            .isFalse();
      }
      for (Item label : labels) {
        assertThat(item != label && item.bounds().grown(-0.5).overlaps(label.bounds().grown(-0.5)))
            .as("%s %s over the label of %s", item.kind(), item.id(), label.id())
            .isFalse();
      }
    }
    for (Item link : ofKind(scene, Item.Kind.LINK)) {
      for (Item card : cards) {
        assertThat(RoutingTest.crossed(link.route().orElseThrow(), card.bounds()))
            .as("%s through %s", link.id(), card.id())
            .isFalse();
      }
    }
  }

  private static List<Item> ofKind(Scene scene, Item.Kind kind) {
    return scene.items().stream().filter(item -> item.kind() == kind).toList();
  }

  @Test
  void itemsStandInTheOrderOfPainting() {
    Scene scene = new SceneBuilder().build(arranged(Designs.shop()));
    assertThat(scene.items().stream().map(Item::kind)).isSorted();
    assertThat(ofKind(scene, Item.Kind.COMPONENT)).hasSize(9);
    assertThat(ofKind(scene, Item.Kind.LINK)).hasSize(12);
    for (Item item : scene.items()) {
      assertThat(scene.bounds().contains(item.bounds())).isTrue();
      assertThat(item.title()).isNotBlank();
    }
  }

  @Test
  void theSameInputGivesTheSameDrawing() {
    SceneInput input = arranged(Designs.shop());
    SceneBuilder used = new SceneBuilder();
    used.build(arranged(Designs.grown(30, 50, 1)));
    used.build(input.with(Detail.COMPACT));
    used.build(
        input.with(input.design(), input.layout().with("orders", new Layout.Position(900, 900))));
    assertThat(used.build(input).items())
        .isEqualTo(new SceneBuilder().build(arranged(Designs.shop())).items());
  }

  @Test
  void whatDidNotChangeIsTakenOver() {
    SceneBuilder builder = new SceneBuilder();
    SceneInput input = arranged(Designs.shop());
    Scene before = builder.build(input);
    Scene after = builder.build(input.withBadges(Map.of("stock", new Badge(Severity.HIGH, 2))));
    assertThat(after.body("orders").orElseThrow()).isSameAs(before.body("orders").orElseThrow());
    assertThat(after.body("browse").orElseThrow()).isSameAs(before.body("browse").orElseThrow());
    assertThat(after.of("stock")).hasSize(2);
  }

  @Test
  void cardsThatLookAlikeShareAFigure() {
    Scene scene = new SceneBuilder().build(arranged(Designs.grown(60, 80, 3)));
    long figures =
        ofKind(scene, Item.Kind.COMPONENT).stream()
            .map(item -> System.identityHashCode(item.figure()))
            .distinct()
            .count();
    assertThat(figures).isLessThanOrEqualTo(ComponentKind.values().length);
  }

  @Test
  void draggingKeepsWhatIsNotTouched() {
    Design design = Designs.grown(200, 400, 5);
    SceneInput input = arranged(design);
    SceneBuilder builder = new SceneBuilder();
    Scene before = builder.build(input);
    Layout.Position at =
        input
            .layout()
            .of("service-40")
            .or(() -> input.layout().of("worker-40"))
            .or(() -> input.layout().of("function-40"))
            .or(() -> input.layout().of("api-gateway-40"))
            .orElseThrow();
    String id =
        input.layout().positions().entrySet().stream()
            .filter(entry -> entry.getValue().equals(at))
            .findFirst()
            .orElseThrow()
            .getKey();
    Following.Moved moved =
        builder
            .following()
            .moved(
                input.with(
                    design, input.layout().with(id, new Layout.Position(at.x() + 40, at.y()))),
                Set.of(id))
            .orElseThrow();
    Set<String> follow = new HashSet<>(Set.of(id));
    design.links().all().stream()
        .filter(link -> link.touches(id))
        .forEach(link -> follow.add(link.id()));
    assertThat(follow).hasSizeGreaterThan(1);
    assertThat(moved.ids()).isEqualTo(follow);
    assertThat(moved.rigid()).isEmpty();
    Map<String, Item> bodies = new HashMap<>();
    moved.items().stream()
        .filter(it -> it.kind() == Item.Kind.COMPONENT || it.kind() == Item.Kind.LINK)
        .forEach(it -> bodies.put(it.id(), it));
    assertThat(bodies.keySet()).isEqualTo(follow);
    Box end = Objects.requireNonNull(bodies.get(id)).bounds();
    assertThat(end.x()).isEqualTo(before.body(id).orElseThrow().bounds().x() + 40);
    for (Link link : design.links()) {
      if (link.touches(id)) {
        Route route = Objects.requireNonNull(bodies.get(link.id())).route().orElseThrow();
        int point = link.from().equals(id) ? 0 : route.size() - 1;
        assertThat(end.distance(route.x(point), route.y(point))).isZero();
      }
    }
  }

  @Test
  void whatHasNoPlaceIsLeftOut() {
    Design design = Designs.shop();
    Layout layout = new Layout(Map.of("orders", new Layout.Position(0, 0)));
    Scene scene = new SceneBuilder().build(SceneInput.of(design, layout, Presets.NONE));
    assertThat(scene.items().stream().map(Item::id).distinct())
        .containsExactlyInAnyOrder("eu", "orders", "again");
    assertThat(new SceneBuilder().build(SceneInput.of(design, Layout.EMPTY, Presets.NONE)).bounds())
        .isEqualTo(new Box(0, 0, 0, 0));
  }

  @Test
  void aFailureFadesWhatItLeavesAlone() {
    SceneInput input = arranged(Designs.shop());
    RippleView view =
        new RippleView(
            Map.of("stock", new Hurt(Impact.SILENT, 2000, 1, true)),
            Set.of("reserve"),
            Map.of("welcome", new Shield(Absorber.Kind.BUFFER, 86_400_000)));
    Scene scene =
        new SceneBuilder()
            .build(
                input
                    .with(view)
                    .withBadges(Map.of("bank", new Badge(Severity.LOW, 1)))
                    .withTicks(Map.of("bank", Tick.ON_JOURNEY)));
    Item stock = scene.body("stock").orElseThrow();
    assertThat(stock.opacity()).isEqualTo(1);
    assertThat(stock.runs().get(1).text()).isEqualTo("silent at 2.0 s");
    assertThat(stock.title()).endsWith("silent at 2.0 s");
    assertThat(scene.body("bank").orElseThrow().opacity()).isEqualTo(0.35);
    assertThat(scene.of("bank")).hasSize(1);
    assertThat(scene.body("look").orElseThrow().opacity()).isEqualTo(0.35);
    assertThat(colours(scene.body("reserve").orElseThrow())).containsOnly(Token.LINK_CARRYING);
    assertThat(ofKind(scene, Item.Kind.LINK).getLast().id()).isEqualTo("reserve");
    Item shield = ofKind(scene, Item.Kind.SHIELD).getFirst();
    assertThat(shield.id()).isEqualTo("welcome");
    assertThat(shield.runs().getFirst().text()).isEqualTo("24 h");
    assertThat(shield.title()).isEqualTo("absorbed by buffer for 24 h");
  }

  private static Set<Token> colours(Item item) {
    Set<Token> tokens = new java.util.HashSet<>();
    for (Mark mark : item.figure().marks()) {
      if (mark.stroke() != null) {
        tokens.add(mark.stroke().token());
      }
      if (mark.fill() != null) {
        tokens.add(mark.fill().token());
      }
    }
    return tokens;
  }

  @Test
  void everyStateLooksDifferentWithoutItsColour() {
    SceneInput input = arranged(Designs.shop());
    Set<List<Object>> shapes = new java.util.HashSet<>();
    for (Impact impact : Impact.values()) {
      Scene scene =
          new SceneBuilder()
              .build(
                  input.with(
                      new RippleView(
                          Map.of("orders", new Hurt(impact, 0, 1, true)), Set.of(), Map.of())));
      List<Object> shape = new ArrayList<>();
      for (Mark mark : scene.body("orders").orElseThrow().figure().marks()) {
        shape.add(
            mark instanceof Mark.Trace trace ? trace.outline() : ((Mark.RoundRect) mark).box());
      }
      assertThat(shapes.add(shape)).as("%s", impact).isTrue();
    }
  }

  @Test
  void aGhostShowsWhatAnEditWouldChange() {
    Design before = Designs.shop();
    Design after =
        before
            .without(List.of(), List.of("pay"))
            .with(new Component("calm", ComponentKind.QUEUE))
            .with(new Link("orders>calm", "orders", "calm"))
            .with(before.links().get("look").with(LinkAttributes.RETRIES, 1));
    Ghost ghost = Ghost.between(before, after);
    assertThat(ghost.added()).containsExactlyInAnyOrder("calm", "orders>calm");
    assertThat(ghost.removed()).containsExactly("pay");
    assertThat(ghost.changed()).containsExactly("look");
    Layout layout = AutomaticLayout.place(after, AutomaticLayout.arrange(before));
    Scene scene = new SceneBuilder().build(SceneInput.of(after, layout, Presets.NONE).with(ghost));
    assertThat(colours(scene.body("calm").orElseThrow()))
        .contains(Token.ADDED, Token.ADDED_FILL)
        .doesNotContain(Token.CARD_LINE);
    assertThat(colours(scene.body("pay").orElseThrow())).contains(Token.REMOVED);
    assertThat(
            scene.of("pay").stream()
                .filter(item -> item.kind() == Item.Kind.LABEL)
                .flatMap(item -> item.runs().stream()))
        .isNotEmpty()
        .allMatch(Run::struck);
    assertThat(colours(scene.body("look").orElseThrow())).containsOnly(Token.CHANGED);
    assertThat(colours(scene.body("reserve").orElseThrow())).containsOnly(Token.LINK_TIGHT);
  }

  @Test
  void aHighlightStandsOutAndMayFadeTheRest() {
    SceneInput input = arranged(Designs.shop());
    Scene scene =
        new SceneBuilder().build(input.with(new Highlight(Set.of("pay", "orders"), true)));
    assertThat(colours(scene.body("pay").orElseThrow())).contains(Token.ACCENT);
    assertThat(scene.body("orders").orElseThrow().opacity()).isEqualTo(1);
    assertThat(scene.body("stock").orElseThrow().opacity()).isEqualTo(0.35);
  }

  @Test
  void badgesSayHowManyAndHowBad() {
    SceneInput input = arranged(Designs.shop());
    Scene scene =
        new SceneBuilder()
            .build(
                input.withBadges(
                    Map.of(
                        "orders", new Badge(Severity.CRITICAL, 6),
                        "pay", new Badge(Severity.MEDIUM, 1234))));
    Item badge =
        scene.of("orders").stream()
            .filter(item -> item.kind() == Item.Kind.BADGE)
            .findFirst()
            .orElseThrow();
    assertThat(badge.runs().getFirst().text()).isEqualTo("6");
    assertThat(badge.title()).isEqualTo("6 findings, the worst critical");
    assertThat(badge.bounds().right())
        .isGreaterThan(scene.body("orders").orElseThrow().bounds().right());
    assertThat(
            scene.of("pay").stream()
                .filter(item -> item.kind() == Item.Kind.BADGE)
                .map(item -> item.runs().getFirst().text()))
        .containsExactly("999+");
  }

  @Test
  void lessDetailHasNoText() {
    SceneInput input = arranged(Designs.shop());
    Scene compact = new SceneBuilder().build(input.with(Detail.COMPACT));
    assertThat(compact.items()).allMatch(item -> item.runs().isEmpty());
    assertThat(compact.items().stream().map(Item::kind).distinct())
        .containsExactly(Item.Kind.ZONE, Item.Kind.LINK, Item.Kind.COMPONENT);
    Scene block = new SceneBuilder().build(input.with(Detail.BLOCK));
    assertThat(block.items()).hasSize(9).allMatch(item -> item.figure().marks().size() == 1);
    assertThat(Detail.at(1)).isEqualTo(Detail.CARD);
    assertThat(Detail.at(0.2)).isEqualTo(Detail.COMPACT);
    assertThat(Detail.at(0.05)).isEqualTo(Detail.BLOCK);
  }

  @Test
  void linesShowTheCoupling() {
    Scene scene = new SceneBuilder().build(arranged(Designs.shop()));
    assertThat(stroke(scene, "reserve"))
        .isEqualTo(new Stroke(Token.LINK_TIGHT, 2, Stroke.Dash.SOLID));
    assertThat(stroke(scene, "browse"))
        .isEqualTo(new Stroke(Token.LINK_LOOSE_SYNC, 1.5, Stroke.Dash.SOLID));
    assertThat(stroke(scene, "publish").dash()).isEqualTo(Stroke.Dash.DASHED);
    assertThat(stroke(scene, "settings>orders").dash()).isEqualTo(Stroke.Dash.DOTTED);
    assertThat(stroke(scene, "wrong").token()).isEqualTo(Token.LINK_ILLEGAL);
    assertThat(scene.body("stock>copy").orElseThrow().figure().marks()).hasSize(3);
    Mark arrow = scene.body("pay").orElseThrow().figure().marks().getLast();
    assertThat(arrow.fill()).isEqualTo(new Fill(Token.CANVAS));
    assertThat(scene.body("wrong").orElseThrow().title())
        .isEqualTo("wrong: stock → bank · not a legal link · no timeout");
  }

  private static Stroke stroke(Scene scene, String id) {
    return scene.body(id).orElseThrow().figure().marks().getFirst().stroke();
  }

  @Test
  void zonesFrameTheirComponentsAlone() {
    Scene scene = new SceneBuilder().build(arranged(Designs.shop()));
    List<Item> frames = ofKind(scene, Item.Kind.ZONE);
    assertThat(frames).isNotEmpty();
    assertThat(frames.getFirst().runs().getFirst().text()).isEqualTo("Europe");
    for (Item card : ofKind(scene, Item.Kind.COMPONENT)) {
      boolean member = card.id().equals("orders") || card.id().equals("stock");
      assertThat(frames.stream().anyMatch(frame -> frame.bounds().contains(card.bounds())))
          .as(card.id())
          .isEqualTo(member);
      assertThat(!member && frames.stream().anyMatch(f -> f.bounds().overlaps(card.bounds())))
          .isFalse();
    }
  }
}
