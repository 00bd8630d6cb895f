package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.drawing.Badge;
import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Hurt;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.RippleView;
import dev.stillwater.drawing.Run;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.Tint;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.DocumentMerge;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.rules.Severity;
import dev.stillwater.testing.TestEditor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Zones that are drawn as one box, and opened again.
class CollapsingTest {
  private static Component in(String id, ComponentKind kind, String... zones) {
    return new Component(id, kind).with(ComponentAttributes.ZONES, List.of(zones));
  }

  /// `web` calls `a`, `b` and `c`; `a` and `b` are in the rack of the west, `c` in the west and the
  /// east, `db` in the west.
  private static Document document() {
    Design design =
        Design.empty("shop")
            .with(new Zone("west"))
            .with(new Zone("rack").with(ZoneAttributes.PARENT, "west"))
            .with(new Zone("east"))
            .with(new Component("web", ComponentKind.CLIENT))
            .with(in("a", ComponentKind.SERVICE, "rack"))
            .with(in("b", ComponentKind.SERVICE, "rack"))
            .with(in("c", ComponentKind.SERVICE, "west", "east"))
            .with(in("db", ComponentKind.RELATIONAL_DB, "west"))
            .with(new Link("web>a", "web", "a"))
            .with(new Link("web>b", "web", "b"))
            .with(new Link("web>c", "web", "c"))
            .with(new Link("a>b", "a", "b"))
            .with(new Link("a>db", "a", "db"))
            .with(new Link("b>db", "b", "db"));
    Map<String, Position> at = new LinkedHashMap<>();
    at.put("web", new Position(0, 200));
    at.put("a", new Position(320, 0));
    at.put("b", new Position(320, 120));
    at.put("c", new Position(320, 600));
    at.put("db", new Position(640, 0));
    return Document.of(design).withLayout(new Layout(at));
  }

  private static TestEditor collapsed(String... zones) {
    TestEditor editor = TestEditor.on(document());
    for (String zone : zones) {
      editor.command(
          Collapsing.label(editor.document(), zone),
          document -> Collapsing.toggled(document, zone));
    }
    return editor;
  }

  private static List<String> text(Scene scene, String id) {
    return scene.body(id).orElseThrow().runs().stream().map(Run::text).toList();
  }

  private static List<String> cards(Scene scene) {
    return scene.items().stream()
        .filter(item -> item.kind() == Item.Kind.COMPONENT)
        .map(Item::id)
        .toList();
  }

  @Test
  void aBoxStandsForWhatIsInTheZoneAndCountsIt() {
    Scene scene = collapsed("rack").drawn();
    assertThat(cards(scene)).containsExactly("web", "c", "db", Folds.boxOf("rack"));
    assertThat(text(scene, Folds.boxOf("rack"))).containsExactly("rack", "2 components · 1 link");
    assertThat(scene.body("a>b")).isEmpty();
  }

  @Test
  void linksOfOneLookMeetAtTheBoxAsOne() {
    TestEditor editor = collapsed("rack");
    Scene scene = editor.drawn();
    assertThat(scene.body("web>a")).isPresent();
    assertThat(scene.body("web>b")).isEmpty();
    assertThat(scene.body("web>a").orElseThrow().title()).startsWith("2 links: web → rack");
    editor.clickLink("web>a");
    assertThat(editor.state().selection().links()).containsExactly("web>a", "web>b");
  }

  @Test
  void theOutermostCollapsedZoneHasTheBoxAndWhatRunsElsewhereTooStays() {
    Scene scene = collapsed("rack", "west").drawn();
    assertThat(cards(scene)).containsExactly("web", "c", Folds.boxOf("west"));
    Scene all = collapsed("rack", "west", "east").drawn();
    assertThat(cards(all)).containsExactly("web", Folds.boxOf("west"));
  }

  @Test
  void undoOpensTheZoneAndTheDesignIsTheSameAllTheTime() {
    TestEditor editor = TestEditor.on(document());
    Design design = editor.design();
    Document before = editor.document();
    editor.command("Collapse zone rack", it -> Collapsing.toggled(it, "rack"));
    assertThat(editor.design()).isSameAs(design);
    assertThat(editor.state().history().isDirty()).isTrue();
    editor.workspace().undo();
    assertThat(editor.document()).isEqualTo(before);
    editor.workspace().redo();
    assertThat(editor.document().layout().collapsed()).containsExactly("rack");
  }

  @Test
  void itSurvivesSavingAndGoesWithTheZone() {
    Document document = collapsed("rack").document();
    byte[] bytes = DesignJson.write(document);
    assertThat(DesignJson.read(bytes, "shop.design.json", Presets.NONE))
        .isInstanceOfSatisfying(
            ReadResult.Opened.class,
            read -> {
              assertThat(read.document()).isEqualTo(document);
              assertThat(DesignJson.write(read.document())).isEqualTo(bytes);
            });
    assertThat(Zoning.removed(document, "rack").layout().collapsed()).isEmpty();
  }

  @Test
  void aMergeTakesWhatOneSideCollapsedAndTheOtherOpened() {
    Document base = collapsed("rack").document();
    Document mine = Collapsing.toggled(base, "rack");
    Document theirs = Collapsing.toggled(base, "east");
    DocumentMerge.Merged merged = DocumentMerge.of(base, mine, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.document().layout().collapsed()).containsExactly("east");
  }

  @Test
  void aBoxIsSelectedAndMovedWithAllThatIsInIt() {
    TestEditor editor = collapsed("rack");
    Position box = Folds.of(editor.document()).boxes().get("rack");
    Point middle = Box.card(box).center();
    assertThat(editor.hitAt(middle)).isEqualTo(new Hit.OnZone("rack"));
    editor.holding(false, false, true).drag(middle, middle.plus(80, 240)).releaseKeys();
    assertThat(editor.state().selection().zone()).contains("rack");
    assertThat(editor.document().layout().of("a")).contains(new Position(400, 240));
    assertThat(editor.document().layout().of("b")).contains(new Position(400, 360));
    assertThat(editor.state().history().undoLabels().getFirst()).isEqualTo("Move zone rack");
  }

  @Test
  void theFailToolFailsAZoneByItsBox() {
    TestEditor editor = collapsed("west");
    Point box = Box.card(Folds.of(editor.document()).boxes().get("west")).center();
    editor.workspace().use(new Tool.Failing());
    editor.click(box);
    assertThat(editor.injection()).isEqualTo(Injection.ofZone("west"));
  }

  @Test
  void whatIsDroppedOnABoxIsInTheZone() {
    TestEditor editor = collapsed("rack");
    Point box = Box.card(Folds.of(editor.document()).boxes().get("rack")).center();
    editor.drag(editor.middle("db"), box);
    assertThat(editor.design().components().get("db").get(ComponentAttributes.ZONES))
        .contains(List.of("rack"));
    assertThat(cards(editor.drawn())).doesNotContain("db");
  }

  @Test
  void aRubberBandOverTheBoxTakesWhatIsInItAndNothingHiddenElsewhere() {
    TestEditor editor = collapsed("west");
    editor.drag(new Point(300, -40), new Point(520, 40));
    Position at = Folds.of(editor.document()).boxes().get("west");
    boolean touched = Box.between(new Point(300, -40), new Point(520, 40)).overlaps(Box.card(at));
    assertThat(editor.state().selection().components())
        .containsExactlyElementsOf(touched ? List.of("a", "b", "db") : List.of());
    editor.drag(new Point(at.x() - 10, at.y() - 10), new Point(at.x() + 200, at.y() + 80));
    assertThat(editor.state().selection().components()).containsExactly("a", "b", "db");
  }

  @Test
  void theKeyboardWalksOverTheBox() {
    TestEditor editor = collapsed("rack");
    editor.select(Selection.component("web"));
    assertThat(Walk.along(editor.state(), Walk.Direction.RIGHT)).contains(Selection.zone("rack"));
    editor.select(Selection.zone("rack"));
    assertThat(Walk.along(editor.state(), Walk.Direction.RIGHT))
        .contains(Selection.component("db"));
    assertThat(Walk.spoken(editor.state())).isEqualTo("Zone rack, collapsed, 2 components");
  }

  @Test
  void findingsRipplesAndOverlaysAreShownOnTheBox() {
    SceneInput input =
        SceneInput.of(collapsed("rack").document(), Presets.NONE)
            .withBadges(Map.of("a", new Badge(Severity.LOW, 1), "b", new Badge(Severity.HIGH, 2)));
    String box = Folds.boxOf("rack");
    Scene badges = new SceneBuilder().build(input);
    assertThat(badges.of(box)).anyMatch(item -> item.title().equals("3 findings, the worst high"));
    Scene ripple =
        new SceneBuilder()
            .build(
                input.with(
                    new RippleView(
                        Map.of(
                            "a", new Hurt(Impact.SLOW, 0, 10, true),
                            "b", new Hurt(Impact.SILENT, 2000, 1, true)),
                        Set.of("a>b"),
                        Map.of())));
    assertThat(text(ripple, box)).containsExactly("rack", "silent at 2.0 s");
    Scene tints =
        new SceneBuilder()
            .build(
                input.withTints(
                    Map.of(
                        "a", new Tint("20 % used", Tint.Shade.GOOD),
                        "b", new Tint("95 % used", Tint.Shade.HOT))));
    assertThat(text(tints, box).get(1)).contains("95 % used");
  }

  @Test
  void aDrawingWithBoxesDependsOnTheInputAlone() {
    SceneBuilder used = new SceneBuilder();
    used.build(SceneInput.of(document(), Presets.NONE));
    TestEditor editor = collapsed("rack");
    used.build(SceneInput.of(editor.document(), Presets.NONE));
    Document moved = Editing.nudge(editor.document(), Selection.component("a"), 8, 16);
    assertThat(used.build(SceneInput.of(moved, Presets.NONE)).items())
        .isEqualTo(new SceneBuilder().build(SceneInput.of(moved, Presets.NONE)).items());
  }

  @Test
  void collapsingIsAboutTheZoneOfWhatIsSelected() {
    TestEditor editor = TestEditor.on(document());
    editor.select(Selection.component("a"));
    assertThat(Collapsing.subject(editor.state())).contains("rack");
    editor.select(Selection.component("c"));
    assertThat(Collapsing.subject(editor.state())).isEmpty();
    editor.command("all", document -> Collapsing.all(document, true));
    assertThat(cards(editor.drawn())).containsExactly("web", Folds.boxOf("west"));
    assertThat(Collapsing.all(editor.document(), false).layout().collapsed()).isEmpty();
  }
}
