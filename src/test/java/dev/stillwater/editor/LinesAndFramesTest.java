package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.testing.TestEditor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Lines that are bent, reconnected and turned; frames that are drawn, filled, moved and resized;
/// components in line.
class LinesAndFramesTest {
  private static Document shop() {
    Design design =
        Design.empty("shop")
            .with(new Component("web", ComponentKind.CLIENT))
            .with(new Component("order", ComponentKind.SERVICE))
            .with(new Component("stock", ComponentKind.SERVICE))
            .with(new Component("db", ComponentKind.RELATIONAL_DB))
            .with(new Component("events", ComponentKind.TOPIC))
            .with(new Link("web>order", "web", "order"))
            .with(new Link("save", "order", "db").with(LinkAttributes.RATE, 5.0))
            .with(new Journey("buy").with(JourneyAttributes.ENTRY, "web>order"));
    Map<String, Position> at = new LinkedHashMap<>();
    at.put("web", new Position(0, 0));
    at.put("order", new Position(320, 0));
    at.put("stock", new Position(320, 160));
    at.put("db", new Position(640, 160));
    at.put("events", new Position(640, 320));
    return Document.of(design).withLayout(new Layout(at));
  }

  private static TestEditor editor() {
    return TestEditor.on(shop());
  }

  private static List<String> zones(TestEditor editor, String component) {
    return editor
        .design()
        .components()
        .get(component)
        .get(ComponentAttributes.ZONES)
        .orElse(List.of());
  }

  @Test
  void aStretchIsMovedAndStays() {
    TestEditor editor = editor();
    double before = editor.way("save").get(1).x();
    editor.bend("save", 1, 40, 0);
    assertThat(editor.way("save").get(1).x()).isEqualTo(Point.snap(before + 40));
    assertThat(editor.state().history().undoLabels()).containsExactly("Bend save");
    assertThat(editor.document().layout().bendsOf("save")).hasSize(2);
    assertThat(editor.design()).isSameAs(shopOf(editor));
  }

  /// The design of the first document: bending is no change of meaning.
  private static Design shopOf(TestEditor editor) {
    Design now = editor.design();
    editor.undoAll();
    Design first = editor.design();
    editor.redoAll();
    assertThat(first).isSameAs(now);
    return now;
  }

  @Test
  void aStraightLineGetsAStepOrSlides() {
    TestEditor editor = editor();
    editor.bend("web>order", 0, 0, 96);
    assertThat(editor.way("web>order")).hasSize(6);
    assertThat(editor.way("web>order").get(2).y()).isEqualTo(128);
    TestEditor other = editor();
    other.bend("web>order", 0, 0, 8);
    assertThat(other.way("web>order")).hasSize(2);
    assertThat(other.way("web>order").getFirst().y()).isEqualTo(40);
  }

  @Test
  void bendsFollowBothEndsAndOneEndOnlyBendsItsOwnStretch() {
    TestEditor editor = editor();
    editor.bend("save", 1, 40, 0);
    List<Position> bent = editor.document().layout().bendsOf("save");
    editor
        .select(Selection.ofComponents(List.of("order", "db")))
        .drag(editor.middle("order"), editor.middle("order").plus(64, 400));
    assertThat(editor.document().layout().bendsOf("save"))
        .containsExactlyElementsOf(bent.stream().map(at -> at.plus(64, 400)).toList());
    List<Point> way = editor.way("save");
    editor.select(Selection.NONE).drag(editor.middle("db"), editor.middle("db").plus(0, 200));
    assertThat(editor.way("save").get(1)).isEqualTo(way.get(1));
    assertThat(editor.way("save").getLast().y()).isEqualTo(way.getLast().y() + 200);
  }

  @Test
  void bendsSurviveRenamingAndPasting() {
    TestEditor editor = editor();
    editor.bend("web>order", 0, 0, 96);
    List<Position> corners = editor.document().layout().bendsOf("web>order");
    editor.command("Rename", document -> Editing.rename(document, "order", "till"));
    assertThat(editor.document().layout().bendsOf("web>till")).isEqualTo(corners);
    Document part =
        Editing.fragment(editor.document(), Selection.ofComponents(List.of("web", "till")));
    assertThat(part.layout().bendsOf("web>till")).isEqualTo(corners);
    Document pasted = Editing.paste(editor.document(), part, 24, 24).document();
    assertThat(pasted.layout().bendsOf("web-2>till-2"))
        .isEqualTo(corners.stream().map(at -> at.plus(24, 24)).toList());
  }

  @Test
  void anEndIsTakenToAnotherComponent() {
    TestEditor editor = editor().reconnect("web>order", false, "stock");
    assertThat(editor.design().links().contains("web>stock")).isTrue();
    assertThat(editor.design().journeys().get("buy").get(JourneyAttributes.ENTRY))
        .contains("web>stock");
    assertThat(editor.state().selection()).isEqualTo(Selection.link("web>stock"));
    editor.reconnect("save", true, "stock");
    assertThat(editor.design().links().get("save").from()).isEqualTo("stock");
    assertThat(editor.design().links().get("save").get(LinkAttributes.RATE)).contains(5.0);
  }

  @Test
  void anEndIsNotTakenWhereNoLinkMayLead() {
    TestEditor editor = editor();
    editor.clickLink("save");
    editor.press(editor.way("save").getFirst()).dragTo(editor.middle("web").plus(0, 6));
    editor.dragTo(editor.middle("events"));
    assertThat(editor.state().tool()).isInstanceOf(Tool.Reconnecting.class);
    assertThat(((Tool.Reconnecting) editor.state().tool()).refusal()).isNotEmpty();
    editor.release();
    assertThat(editor.design().links().get("save").from()).isEqualTo("order");
    assertThat(editor.state().history().canUndo()).isFalse();
  }

  @Test
  void aLinkIsTurnedWithItsBends() {
    Document document =
        shop()
            .withDesign(
                shop()
                    .design()
                    .with(
                        new Link("ask", "order", "stock")
                            .with(LinkAttributes.MODE, LinkMode.SYNC)));
    TestEditor editor = TestEditor.on(document);
    editor.bend("ask", 0, 80, 0);
    List<Position> corners = editor.document().layout().bendsOf("ask");
    Relinking.Relinked turned = Relinking.reversed(editor.document(), "ask");
    assertThat(turned.document().design().links().get("ask").from()).isEqualTo("stock");
    assertThat(turned.document().layout().bendsOf("ask")).isEqualTo(corners.reversed());
    assertThat(Relinking.reverseRefusal(editor.document(), "web>order")).isNotEmpty();
  }

  @Test
  void aFrameMakesAZoneOfWhatLiesInIt() {
    TestEditor editor = editor().frame(300, -40, 220, 280);
    assertThat(editor.state().selection().zone()).contains("zone");
    assertThat(zones(editor, "order")).containsExactly("zone");
    assertThat(zones(editor, "stock")).containsExactly("zone");
    assertThat(zones(editor, "db")).isEmpty();
    editor.frame(310, -20, 200, 100);
    assertThat(editor.design().zones().get("zone-2").get(ZoneAttributes.PARENT)).contains("zone");
    assertThat(zones(editor, "order")).containsExactly("zone-2");
    assertThat(zones(editor, "stock")).containsExactly("zone");
  }

  @Test
  void droppingIntoAFrameSetsTheZoneAndLeavingADrawnFrameTakesIt() {
    TestEditor editor = editor().frame(300, -40, 220, 280);
    editor.drag(editor.middle("db"), new Point(410, 116));
    assertThat(zones(editor, "db")).containsExactly("zone");
    assertThat(editor.state().history().undoLabels().getFirst())
        .isEqualTo("Move db to another zone");
    editor.drag(editor.middle("db"), new Point(900, 600));
    assertThat(zones(editor, "db")).isEmpty();
  }

  @Test
  void aFrameAroundItsMembersStretches() {
    Document document =
        shop()
            .withDesign(
                shop()
                    .design()
                    .with(new Zone("a"))
                    .with(
                        shop()
                            .design()
                            .components()
                            .get("order")
                            .with(ComponentAttributes.ZONES, List.of("a"))));
    TestEditor editor = TestEditor.on(document);
    editor.drag(editor.middle("order"), new Point(900, 600));
    assertThat(zones(editor, "order")).containsExactly("a");
    editor.drag(editor.middle("stock"), editor.middle("order").plus(0, 20));
    assertThat(zones(editor, "stock")).containsExactly("a");
  }

  @Test
  void aNewComponentJoinsTheZoneItIsPlacedIn() {
    TestEditor editor = editor().frame(0, 400, 400, 240);
    editor.place(ComponentKind.QUEUE, 200, 520);
    assertThat(zones(editor, "queue")).containsExactly("zone");
  }

  @Test
  void aZoneMovesWithAllThatLiesInIt() {
    TestEditor editor = editor().frame(300, -40, 220, 280);
    Position before = editor.document().layout().of("stock").orElseThrow();
    editor.select(Selection.NONE).press(new Point(330, -34)).dragTo(new Point(340, -20));
    editor.dragTo(new Point(330, 766)).release();
    assertThat(editor.document().layout().of("stock")).contains(before.plus(0, 800));
    assertThat(editor.document().layout().frameOf("zone"))
        .contains(new Layout.Frame(304, 760, 216, 280));
    assertThat(zones(editor, "stock")).containsExactly("zone");
  }

  @Test
  void aFrameIsResizedByItsHandles() {
    TestEditor editor = editor().frame(300, -40, 220, 280);
    editor.resize("zone", 0, 1, new Point(410, 100));
    assertThat(zones(editor, "stock")).isEmpty();
    assertThat(zones(editor, "order")).containsExactly("zone");
    editor.resize("zone", 1, 1, new Point(840, 240));
    assertThat(zones(editor, "db")).containsExactly("zone");
    assertThat(zones(editor, "stock")).containsExactly("zone");
  }

  @Test
  void whatLayInADeletedZoneStays() {
    TestEditor editor = editor().frame(300, -40, 220, 280).frame(310, -20, 200, 100);
    editor.command("Delete", d -> Editing.delete(d, Selection.zone("zone-2")));
    assertThat(zones(editor, "order")).containsExactly("zone");
    editor.command("Delete", d -> Editing.delete(d, Selection.zone("zone")));
    assertThat(zones(editor, "order")).isEmpty();
    assertThat(editor.design().zones().isEmpty()).isTrue();
    assertThat(editor.document().layout().frames()).isEmpty();
  }

  @Test
  void componentsAreAlignedAndDistributed() {
    Selection all = Selection.ofComponents(List.of("web", "order", "stock", "db", "events"));
    Document document = shop();
    assertThat(Aligning.align(document, all, Aligning.Edge.LEFT).layout().positions().values())
        .allMatch(at -> at.x() == 0);
    assertThat(Aligning.align(document, all, Aligning.Edge.RIGHT).layout().positions().values())
        .allMatch(at -> at.x() == 640);
    assertThat(Aligning.align(document, all, Aligning.Edge.CENTER).layout().positions().values())
        .allMatch(at -> at.x() == 320);
    assertThat(Aligning.align(document, all, Aligning.Edge.TOP).layout().positions().values())
        .allMatch(at -> at.y() == 0);
    assertThat(Aligning.align(document, all, Aligning.Edge.MIDDLE).layout().positions().values())
        .allMatch(at -> at.y() == 160);
    assertThat(Aligning.align(document, all, Aligning.Edge.BOTTOM).layout().positions().values())
        .allMatch(at -> at.y() == 320);
    Selection column = Selection.ofComponents(List.of("web", "stock", "events"));
    Document skewed = document.withLayout(document.layout().with("stock", new Position(320, 40)));
    assertThat(Aligning.distribute(skewed, column, false).layout().of("stock"))
        .contains(new Position(320, 160));
    assertThat(Aligning.distribute(skewed, column, true).layout().of("stock"))
        .contains(new Position(320, 40));
    assertThat(Aligning.align(document, Selection.component("db"), Aligning.Edge.LEFT))
        .isSameAs(document);
  }

  @Test
  void gapsThatEqualOthersAreFound() {
    Map<String, Position> at = new LinkedHashMap<>();
    at.put("a", new Position(0, 0));
    at.put("b", new Position(260, 12));
    Snapping.Snapped snapped =
        Snapping.of(
            new Layout(at), Map.of("c", new Position(523, 24)), 0, 0, false, Viewport.initial());
    assertThat(snapped.positions().get("c").x()).isEqualTo(520);
    assertThat(snapped.guides().stream().filter(Tool.Guide::gap)).hasSize(2);
  }

  @Test
  void aNewComponentIsAlignedToo() {
    TestEditor editor = editor();
    editor
        .workspace()
        .use(
            new Tool.Placing(
                ComponentKind.QUEUE,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                false));
    editor.moveTo(new Point(88, 347));
    Tool.Placing placing = (Tool.Placing) editor.state().tool();
    assertThat(placing.guides()).isNotEmpty();
    assertThat(placing.at()).contains(new Point(84, 348));
    editor.click(new Point(88, 347));
    assertThat(editor.document().layout().of("queue")).contains(new Position(0, 320));
  }

  @Test
  void theDrawingIsMovedAboutWithoutAChange() {
    TestEditor editor = editor();
    Viewport before = editor.state().viewport();
    editor.pan(new Point(500, 500), new Point(540, 480));
    assertThat(editor.state().viewport().x()).isEqualTo(before.x() - 40);
    assertThat(editor.state().viewport().y()).isEqualTo(before.y() + 20);
    assertThat(editor.state().history().canUndo()).isFalse();
    editor.workspace().use(new Tool.Holding());
    editor.press(new Point(0, 0)).dragTo(new Point(10, 0)).release();
    assertThat(editor.state().tool()).isInstanceOf(Tool.Holding.class);
  }

  /// Each gesture, cancelled half-way, leaves everything as it was.
  @Test
  void everyGestureIsCancelledExactly() {
    Map<String, java.util.function.Consumer<TestEditor>> gestures = new LinkedHashMap<>();
    gestures.put("drag", e -> e.press(e.middle("order")).dragTo(new Point(900, 900)));
    gestures.put("band", e -> e.press(new Point(-200, -200)).dragTo(new Point(900, 900)));
    gestures.put("link", e -> e.press(e.handle("order")).dragTo(e.middle("db")));
    gestures.put("offer", e -> e.drag(e.handle("order"), new Point(400, 900)));
    gestures.put(
        "bend",
        e -> {
          Hit hit = new Hit.OnLink("save", java.util.Optional.of(new Hit.Grip(e.way("save"), 1)));
          e.workspace().send(new Input.Press(e.stretch("save", 1), hit, Input.Keys.NONE, 1));
          e.dragTo(e.stretch("save", 1).plus(60, 0));
        });
    gestures.put(
        "reconnect",
        e -> {
          e.clickLink("save");
          e.press(e.way("save").getLast()).dragTo(e.middle("stock"));
        });
    gestures.put(
        "frame",
        e -> {
          e.workspace().use(new Tool.Framing());
          e.press(new Point(0, 0)).dragTo(new Point(400, 400));
        });
    gestures.put(
        "pan",
        e -> {
          e.workspace().send(new Input.Grab(new Point(0, 0)));
          e.dragTo(new Point(50, 50));
        });
    gestures.put(
        "resize",
        e -> {
          e.select(Selection.zone("z"));
          Box box = e.frame("z").orElseThrow();
          e.press(new Point(box.x() + box.width(), box.y() + box.height()))
              .dragTo(new Point(1200, 900));
        });
    gestures.put(
        "move zone",
        e -> {
          Box box = e.frame("z").orElseThrow();
          e.press(new Point(box.x() + 40, box.y() + 4)).dragTo(new Point(1200, 900));
        });
    gestures.forEach((name, gesture) -> {
      Document first = shop();
      Document document =
          first
              .withDesign(
                  first
                      .design()
                      .with(new Zone("z"))
                      .with(
                          first
                              .design()
                              .components()
                              .get("events")
                              .with(ComponentAttributes.ZONES, List.of("z"))))
              .withLayout(first.layout().withFrame("z", new Layout.Frame(600, 280, 260, 160)));
      TestEditor editor = TestEditor.on(document);
      Viewport viewport = editor.state().viewport();
      gesture.accept(editor);
      assertThat(editor.state().tool().isGesture()).as(name + " is going on").isTrue();
      editor.cancel();
      assertThat(editor.document()).as(name).isSameAs(document);
      assertThat(editor.state().shown()).as(name).isSameAs(document);
      assertThat(editor.state().viewport()).as(name).isEqualTo(viewport);
      assertThat(editor.state().tool().isGesture()).as(name + " is over").isFalse();
      assertThat(editor.state().history().canUndo()).as(name).isFalse();
    });
  }

  @Test
  void aHandleOfAFrameThatTwoZonesShareBeginsNothing() {
    TestEditor editor = editor();
    editor.command(
        "Zones",
        document ->
            document.withDesign(
                document
                    .design()
                    .with(new Zone("a"))
                    .with(new Zone("b"))
                    .with(
                        document
                            .design()
                            .components()
                            .get("db")
                            .with(ComponentAttributes.ZONES, List.of("a", "b")))));
    Document before = editor.document();
    Point at = new Point(620, 140);
    editor.workspace().send(new Input.Press(at, new Hit.OnFrame("a", -1, -1), Input.Keys.NONE, 1));
    editor.dragTo(at.plus(-80, -80)).release();
    assertThat(editor.document()).isSameAs(before);
    assertThat(editor.state().tool()).isEqualTo(new Tool.Selecting());
  }
}
