package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.testing.TestEditor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GesturesTest {
  private final TestEditor editor =
      TestEditor.empty()
          .place(ComponentKind.CLIENT, 100, 100)
          .place(ComponentKind.SERVICE, 500, 100);

  @Test
  void placingPutsTheMiddleOfACardUnderThePointerOnTheGrid() {
    assertThat(editor.document().layout().of("client")).contains(new Position(16, 72));
    assertThat(editor.state().selection()).isEqualTo(Selection.component("service"));
    assertThat(editor.state().tool()).isEqualTo(new Tool.Selecting());
    assertThat(editor.state().history().undoLabels())
        .containsExactly("Add service service", "Add client client");
  }

  @Test
  void shiftKeepsPlacing() {
    editor.holding(true, false, false).place(ComponentKind.QUEUE, 100, 300).releaseKeys();
    assertThat(editor.state().tool()).isInstanceOf(Tool.Placing.class);
    editor.click(new Point(500, 300)).cancel().cancel();
    assertThat(editor.design().components().ids())
        .containsExactly("client", "service", "queue", "queue-2");
    assertThat(editor.state().tool()).isEqualTo(new Tool.Selecting());
  }

  @Test
  void draggingFromAHandleLinks() {
    editor.link("client", "service");
    assertThat(editor.design().links().ids()).containsExactly("client>service");
    assertThat(editor.state().selection()).isEqualTo(Selection.link("client>service"));
    assertThat(editor.state().history().undoLabels().getFirst())
        .isEqualTo("Link client to service");
  }

  @Test
  void anIllegalTargetSaysWhyAndMakesNothing() {
    editor.press(editor.handle("service")).dragTo(editor.middle("client"));
    assertThat(editor.state().tool())
        .isEqualTo(
            new Tool.Connecting(
                "service",
                editor.middle("client"),
                Optional.of("client"),
                "Nothing calls a client: requests begin there.",
                false));
    editor.release();
    assertThat(editor.design().links().isEmpty()).isTrue();
    assertThat(editor.state().tool()).isEqualTo(new Tool.Selecting());
  }

  @Test
  void draggingToNothingOffersLegalComponentsAndMakesBothInOneStep() {
    int steps = editor.state().history().undoLabels().size();
    editor.linkToNew("service", 900, 100, ComponentKind.QUEUE);
    assertThat(editor.design().components().contains("queue")).isTrue();
    assertThat(Couplings.of(editor.design(), editor.design().links().get("service>queue")))
        .isEqualTo(Coupling.LOOSE_ASYNC);
    assertThat(editor.state().history().undoLabels()).hasSize(steps + 1);
  }

  @Test
  void noOfferIsIllegal() {
    for (ComponentKind kind : ComponentKind.values()) {
      assertThat(Offer.from(kind))
          .allSatisfy(
              offer -> assertThat(LegalLinks.legal(offer.mode(), kind, offer.kind())).isTrue());
    }
  }

  @Test
  void clickingSelectsAndClickingNothingEndsThat() {
    editor.click("client");
    assertThat(editor.state().selection()).isEqualTo(Selection.component("client"));
    editor.holding(true, false, false).click("service").releaseKeys();
    assertThat(editor.state().selection().components()).containsExactly("client", "service");
    editor.holding(false, true, false).click("client").releaseKeys();
    assertThat(editor.state().selection().components()).containsExactly("service");
    editor.click(new Point(300, 400));
    assertThat(editor.state().selection()).isEqualTo(Selection.NONE);
  }

  @Test
  void aRubberBandSelectsWhatItTouches() {
    editor.drag(new Point(0, 0), new Point(650, 200));
    assertThat(editor.state().selection().components()).containsExactly("client", "service");
  }

  @Test
  void draggingMovesTheSelectionTogetherInOneStep() {
    editor.drag(new Point(0, 0), new Point(650, 200));
    int steps = editor.state().history().undoLabels().size();
    Point middle = editor.middle("client");
    editor.press(middle).dragTo(middle.plus(0, 50)).dragTo(middle.plus(0, 160)).release();
    assertThat(editor.document().layout().of("client")).contains(new Position(16, 232));
    assertThat(editor.document().layout().of("service")).contains(new Position(416, 232));
    assertThat(editor.state().history().undoLabels()).hasSize(steps + 1);
    assertThat(editor.state().history().undoLabels().getFirst()).isEqualTo("Move 2 components");
  }

  @Test
  void movingLeavesTheDesignAsItIs() {
    var design = editor.design();
    Point middle = editor.middle("client");
    editor.drag(middle, middle.plus(300, 300));
    assertThat(editor.design()).isSameAs(design);
  }

  @Test
  void aShakyClickMovesNothing() {
    Document before = editor.document();
    Point middle = editor.middle("client");
    editor.press(middle).dragTo(middle.plus(2, 1)).release();
    assertThat(editor.document()).isSameAs(before);
  }

  @Test
  void draggedCardsAlignWithTheirNeighbours() {
    Point middle = editor.middle("client");
    editor.press(middle).dragTo(middle.plus(403, 200));
    assertThat(editor.state().tool())
        .isInstanceOfSatisfying(
            Tool.Dragging.class, dragging -> assertThat(dragging.guides()).isNotEmpty());
    editor.release();
    assertThat(editor.document().layout().of("client").orElseThrow().x()).isEqualTo(416);
  }

  @Test
  void everyGestureCanBeCancelledHalfWay() {
    Document before = editor.document();
    Selection selection = editor.state().selection();
    List<Runnable> gestures =
        List.of(
            () -> editor.press(editor.middle("service")),
            () -> editor.press(editor.middle("service")).dragTo(new Point(800, 400)),
            () -> editor.press(new Point(0, 0)).dragTo(new Point(700, 300)),
            () -> editor.press(editor.handle("client")).dragTo(new Point(300, 300)),
            () -> editor.press(editor.handle("client")).dragTo(editor.middle("service")),
            () -> editor.drag(editor.handle("client"), new Point(300, 300)));
    for (Runnable gesture : gestures) {
      editor.workspace().select(selection);
      gesture.run();
      assertThat(editor.state().tool().isGesture()).isTrue();
      editor.cancel();
      assertThat(editor.document()).isSameAs(before);
      assertThat(editor.state().shown()).isSameAs(before);
      assertThat(editor.state().tool()).isEqualTo(new Tool.Selecting());
      editor.release();
      assertThat(editor.document()).isSameAs(before);
    }
  }

  @Test
  void undoToEmptyAndRedoToFullGiveTheSameDocument() {
    editor.link("client", "service").linkToNew("service", 900, 100, ComponentKind.RELATIONAL_DB);
    Document full = editor.document();
    editor.undoAll();
    assertThat(editor.design().components().isEmpty()).isTrue();
    editor.redoAll();
    assertThat(editor.document()).isEqualTo(full);
  }

  @Test
  void failingAComponentStartsADrill() {
    editor.workspace().use(new Tool.Failing());
    editor.click("service");
    assertThat(editor.injection().target()).isEqualTo("service");
    assertThat(editor.state().drill().orElseThrow().playing()).isTrue();
    editor.cancel();
    assertThat(editor.state().drill()).isEmpty();
    assertThat(editor.state().tool()).isEqualTo(new Tool.Selecting());
  }
}
