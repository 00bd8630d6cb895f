package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Item;
import dev.stillwater.io.DesignJson;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.Checkout;
import dev.stillwater.testing.TestEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Somebody who knows nothing and tries everything: no input, in whatever state, fails, undoing
/// everything gives the first bytes and redoing everything the last.
///
/// 20,000 inputs; `-Dstillwater.monkey=1000000` for a long run, `-Dstillwater.seed=…` to repeat
/// one.
class MonkeyTest {
  private static final int INPUTS = Integer.getInteger("stillwater.monkey", 20_000);
  private static final long SEED = Long.getLong("stillwater.seed", 20261129L);

  /// After so many inputs the history is run through and forgotten.
  private static final int ROUND = 5_000;

  private static final int MOST_COMPONENTS = 24;
  private static final int MOST_ZONES = 8;

  /// Every so many inputs the whole drawing is looked at.
  private static final int LOOK = 100;

  private static final double SIZE = 1200;

  private final Random random = new Random(SEED);

  @Test
  void randomInputsDoNoHarm() {
    Document document = Checkout.document();
    int committed = 0;
    for (int done = 0; done < INPUTS; done += ROUND) {
      TestEditor editor = TestEditor.on(document);
      editor.workspace().commit("Place", editor.workspace().placed(document));
      byte[] first = DesignJson.write(first(editor));
      for (int i = 0; i < Math.min(ROUND, INPUTS - done); i++) {
        try {
          act(editor);
          check(editor);
          if (i % LOOK == 0) {
            look(editor);
          }
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("input " + (done + i) + " of seed " + SEED, e);
        }
      }
      editor.cancel();
      if (editor.state().tool().isGesture()) {
        editor.cancel();
      }
      editor.redoAll();
      committed += editor.state().history().undoLabels().size();
      byte[] last = DesignJson.write(editor.document());
      document = editor.document();
      editor.undoAll();
      assertThat(DesignJson.write(editor.document())).isEqualTo(first);
      editor.redoAll();
      assertThat(DesignJson.write(editor.document())).isEqualTo(last);
    }
    assertThat(committed).as("inputs that changed something").isGreaterThan(INPUTS / 50);
  }

  private static Document first(TestEditor editor) {
    Document now = editor.document();
    editor.undoAll();
    Document first = editor.document();
    editor.redoAll();
    assertThat(editor.document()).isEqualTo(now);
    return first;
  }

  /// What holds in every state: selection and layout name what is there.
  private static void check(TestEditor editor) {
    EditorState state = editor.state();
    var design = state.design();
    assertThat(state.selection().components()).allMatch(design.components()::contains);
    assertThat(state.selection().links()).allMatch(design.links()::contains);
    assertThat(state.selection().zone().filter(id -> !design.zones().contains(id))).isEmpty();
    assertThat(state.document().layout().restrictedTo(design)).isSameAs(state.document().layout());
    if (!state.tool().isGesture()) {
      assertThat(state.shown()).isSameAs(state.document());
    }
  }

  /// Every component is drawn once: as a card, or in the box of its zone.
  private static void look(TestEditor editor) {
    Document shown = editor.state().shown();
    Folds folds = Folds.of(shown);
    List<String> drawn =
        editor.drawn().items().stream()
            .filter(item -> item.kind() == Item.Kind.COMPONENT)
            .map(Item::id)
            .toList();
    assertThat(drawn).doesNotHaveDuplicates();
    for (String id : shown.layout().positions().keySet()) {
      assertThat(drawn.contains(folds.shownAs(id))).as(id).isTrue();
      assertThat(drawn.contains(id)).as(id).isEqualTo(folds.holder(id).isEmpty());
    }
    for (NamedView view : shown.views()) {
      ViewDrawing.of(shown, view, Presets.NONE);
    }
  }

  private void act(TestEditor editor) {
    if (editor.design().components().size() > MOST_COMPONENTS) {
      delete(editor, MOST_COMPONENTS / 2);
    }
    int choice = random.nextInt(100);
    if (choice < 16) {
      editor.press(somewhere(editor));
    } else if (choice < 42) {
      editor.dragTo(somewhere(editor));
    } else if (choice < 58) {
      editor.release();
    } else if (choice < 66) {
      editor.moveTo(somewhere(editor));
    } else if (choice < 69) {
      editor.cancel();
    } else if (choice < 72) {
      editor.choose(random.nextInt(8) - 1);
    } else if (choice < 75) {
      editor.workspace().send(new Input.Grab(somewhere(editor)));
    } else if (choice < 79) {
      editor.holding(random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0);
    } else if (choice < 84) {
      editor.workspace().use(tool());
    } else if (choice < 88) {
      editor.workspace().undo();
    } else if (choice < 91) {
      editor.workspace().redo();
    } else if (choice < 93) {
      editor.select(selection(editor));
    } else if (choice < 94) {
      editor
          .workspace()
          .show(
              editor
                  .state()
                  .viewport()
                  .zoomedAt(random.nextInt(900), random.nextInt(600), 0.5 + random.nextDouble()));
    } else {
      command(editor);
    }
  }

  /// A point anywhere, or on something.
  private Point somewhere(TestEditor editor) {
    List<String> ids = new ArrayList<>(editor.design().components().ids());
    int choice = random.nextInt(10);
    if (choice < 4 && !ids.isEmpty()) {
      String id = ids.get(random.nextInt(ids.size()));
      return editor.state().shown().layout().of(id).isEmpty()
          ? new Point(0, 0)
          : random.nextInt(3) == 0 ? editor.handle(id) : editor.middle(id);
    }
    List<String> links = new ArrayList<>(editor.design().links().ids());
    if (choice < 6 && !links.isEmpty()) {
      List<Point> way = editor.way(links.get(random.nextInt(links.size())));
      if (way.size() > 1) {
        int at = random.nextInt(way.size() - 1);
        double part = random.nextInt(3) / 2.0;
        return new Point(
            way.get(at).x() + (way.get(at + 1).x() - way.get(at).x()) * part,
            way.get(at).y() + (way.get(at + 1).y() - way.get(at).y()) * part);
      }
    }
    List<String> zones = new ArrayList<>(editor.design().zones().ids());
    if (choice < 8 && !zones.isEmpty()) {
      String zone = zones.get(random.nextInt(zones.size()));
      Optional<Box> box =
          Optional.ofNullable(Folds.of(editor.state().shown()).boxes().get(zone))
              .map(Box::card)
              .or(() -> editor.frame(zone));
      if (box.isPresent()) {
        return new Point(
            box.get().x() + random.nextInt(3) * box.get().width() / 2,
            box.get().y() + random.nextInt(3) * box.get().height() / 2);
      }
    }
    return new Point(random.nextDouble() * SIZE - SIZE / 4, random.nextDouble() * SIZE - SIZE / 4);
  }

  private Tool tool() {
    ComponentKind[] kinds = ComponentKind.values();
    return switch (random.nextInt(6)) {
      case 0 -> new Tool.Linking();
      case 1 -> new Tool.Framing();
      case 2 -> new Tool.Holding();
      case 3 ->
          new Tool.Placing(
              kinds[random.nextInt(kinds.length)],
              Optional.empty(),
              Optional.empty(),
              random.nextBoolean());
      case 4 -> new Tool.Failing();
      default -> new Tool.Selecting();
    };
  }

  private Selection selection(TestEditor editor) {
    if (random.nextInt(4) == 0 && !editor.design().zones().isEmpty()) {
      return Selection.zone(pick(new ArrayList<>(editor.design().zones().ids())));
    }
    List<String> components =
        editor.design().components().ids().stream().filter(id -> random.nextInt(3) == 0).toList();
    List<String> links =
        editor.design().links().ids().stream().filter(id -> random.nextInt(5) == 0).toList();
    return new Selection(components, links, Optional.empty());
  }

  private String pick(List<String> ids) {
    return ids.get(random.nextInt(ids.size()));
  }

  private void delete(TestEditor editor, int most) {
    List<String> ids = new ArrayList<>(editor.design().components().ids());
    editor.command(
        "Delete",
        d -> Editing.delete(d, Selection.ofComponents(ids.subList(0, Math.min(most, ids.size())))));
  }

  private void command(TestEditor editor) {
    Selection selection = editor.state().selection();
    Document document = editor.document();
    switch (random.nextInt(15)) {
      case 0 -> editor.command("Delete", d -> Editing.delete(d, selection));
      case 1 -> editor.command("Nudge", d -> Editing.nudge(d, selection, 8, -8));
      case 2 -> {
        Editing.Pasted pasted =
            Editing.paste(document, Editing.fragment(document, selection), 24, 24);
        editor.command("Duplicate", d -> pasted.document()).select(pasted.selection());
      }
      case 3 ->
          editor.command(
              "Align",
              d ->
                  Aligning.align(
                      d,
                      selection,
                      Aligning.Edge.values()[random.nextInt(Aligning.Edge.values().length)]));
      case 4 ->
          editor.command(
              "Distribute", d -> Aligning.distribute(d, selection, random.nextBoolean()));
      case 5 ->
          selection.links().stream()
              .findFirst()
              .filter(id -> Relinking.reverseRefusal(document, id).isEmpty())
              .ifPresent(id -> editor.command("Turn", d -> Relinking.reversed(d, id).document()));
      case 6 ->
          selection.components().stream()
              .findFirst()
              .ifPresent(id ->
                  editor.command("Rename", d -> Editing.rename(d, id, "n" + random.nextInt(40))));
      case 7 ->
          selection.zone().ifPresent(id -> editor.command("Release", d -> Zoning.released(d, id)));
      case 8, 9 ->
          zone(editor).ifPresent(id -> editor.command("Collapse", d -> Collapsing.toggled(d, id)));
      case 10 -> {
        boolean collapsed = random.nextInt(3) == 0;
        editor.command("Collapse all", d -> Collapsing.all(d, collapsed));
      }
      case 11 ->
          zone(editor)
              .ifPresent(id -> {
                if (editor.design().zones().size() >= MOST_ZONES) {
                  editor.command("Cut", d -> Copying.withoutZone(d, id));
                } else {
                  Editing.Pasted pasted = Copying.pasted(document, Copying.zone(document, id));
                  editor.command("Duplicate", d -> pasted.document()).select(pasted.selection());
                }
              });
      case 12 -> editor.command("View", this::named);
      case 13 -> bend(editor);
      default ->
          selection.links().stream()
              .findFirst()
              .ifPresent(id ->
                  editor.command(
                      "Straighten", d -> d.withLayout(d.layout().withBends(id, List.of()))));
    }
  }

  private Optional<String> zone(TestEditor editor) {
    List<String> ids = new ArrayList<>(editor.design().zones().ids());
    return ids.isEmpty() ? Optional.empty() : Optional.of(pick(ids));
  }

  /// With a view added, taken away, asking for something else, or with a card of its own place.
  private Document named(Document document) {
    String name = "view " + random.nextInt(3);
    Optional<NamedView> there = ViewDrawing.find(document, name);
    List<String> ids = new ArrayList<>(document.design().components().ids());
    int choice = random.nextInt(4);
    if (choice == 0) {
      return ViewDrawing.without(document, name);
    }
    return choice == 1 && there.isPresent() && !ids.isEmpty()
        ? ViewDrawing.moved(document, name, pick(ids), new Layout.Position(random.nextInt(400), 8))
        : ViewDrawing.with(document, name, NamedView.of(name, "kind:service"));
  }

  private void bend(TestEditor editor) {
    List<String> links =
        editor.design().links().ids().stream().filter(id -> editor.way(id).size() > 1).toList();
    if (!links.isEmpty() && editor.state().tool() instanceof Tool.Selecting) {
      String link = pick(links);
      int segment = random.nextInt(editor.way(link).size() - 1);
      editor.bend(link, segment, random.nextInt(160) - 80, random.nextInt(160) - 80);
    }
  }
}
