package dev.stillwater.testing;

import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Input;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Presets;
import java.util.List;
import java.util.Optional;

/// A fluent hand on the real editor, without a screen: it presses, drags and lets go at points of
/// the drawing, and finds what lies there as the window would.
public final class TestEditor {
  private static final double HANDLE = 8;

  private final Workspace workspace;
  private Input.Keys keys = Input.Keys.NONE;
  private Point at = new Point(0, 0);

  private TestEditor(Document document) {
    workspace =
        new Workspace(
            document,
            Presets.NONE,
            (shown, injection) -> new RippleResult(injection, List.of(), List.of(), List.of()),
            TestEditor::inARow);
  }

  public static TestEditor empty() {
    return new TestEditor(Document.of(Design.empty("test")));
  }

  public static TestEditor on(Document document) {
    return new TestEditor(document);
  }

  private static Layout inARow(Document document) {
    Layout layout = document.layout().restrictedTo(document.design());
    int x = 0;
    for (String id : document.design().components().ids()) {
      if (layout.of(id).isEmpty()) {
        layout = layout.with(id, new Position(x, 800));
      }
      x += 200;
    }
    return layout;
  }

  public Workspace workspace() {
    return workspace;
  }

  public EditorState state() {
    return workspace.state();
  }

  public Document document() {
    return state().document();
  }

  public Design design() {
    return document().design();
  }

  /// What lies at a point: a handle at the right edge of a card, a card, or nothing. Links are hit
  /// by name only, because routes belong to the drawing.
  public Hit hitAt(Point point) {
    for (var entry : state().shown().layout().positions().entrySet()) {
      Box card = Box.card(entry.getValue());
      if (Math.abs(point.x() - (card.x() + card.width())) <= HANDLE / 2
          && Math.abs(point.y() - card.center().y()) <= HANDLE) {
        return new Hit.OnHandle(entry.getKey());
      }
    }
    for (var entry : state().shown().layout().positions().entrySet()) {
      if (Box.card(entry.getValue()).contains(point)) {
        return new Hit.OnComponent(entry.getKey());
      }
    }
    return new Hit.Nothing();
  }

  /// The middle of a component's card.
  public Point middle(String component) {
    return Box.card(state().shown().layout().of(component).orElseThrow()).center();
  }

  /// The handle of a component.
  public Point handle(String component) {
    return middle(component).plus(Layout.CARD_WIDTH / 2.0, 0);
  }

  /// Holds keys down until [#releaseKeys].
  public TestEditor holding(boolean shift, boolean control, boolean alt) {
    keys = new Input.Keys(shift, control, alt);
    return this;
  }

  public TestEditor releaseKeys() {
    keys = Input.Keys.NONE;
    return this;
  }

  public TestEditor press(Point point) {
    at = point;
    workspace.send(new Input.Press(point, hitAt(point), keys, 1));
    return this;
  }

  public TestEditor dragTo(Point point) {
    at = point;
    workspace.send(new Input.Drag(point, hitAt(point), keys));
    return this;
  }

  public TestEditor release() {
    workspace.send(new Input.Release(at, hitAt(at), keys));
    return this;
  }

  public TestEditor moveTo(Point point) {
    at = point;
    workspace.send(new Input.Move(point, hitAt(point)));
    return this;
  }

  public TestEditor click(Point point) {
    return press(point).release();
  }

  public TestEditor click(String component) {
    return click(middle(component));
  }

  public TestEditor clickLink(String link) {
    workspace.send(new Input.Press(at, new Hit.OnLink(link), keys, 1));
    workspace.send(new Input.Release(at, new Hit.OnLink(link), keys));
    return this;
  }

  /// Drags from one point to another by way of a third.
  public TestEditor drag(Point from, Point to) {
    return press(from).dragTo(from.plus(20, 20)).dragTo(to).release();
  }

  public TestEditor cancel() {
    workspace.send(new Input.Cancel());
    return this;
  }

  public TestEditor place(ComponentKind kind, double x, double y) {
    workspace.use(new Tool.Placing(kind, Optional.empty(), Optional.empty(), false));
    return click(new Point(x, y));
  }

  public TestEditor link(String from, String to) {
    return drag(handle(from), middle(to));
  }

  /// Drags a link to an empty place and chooses what to make there.
  public TestEditor linkToNew(String from, double x, double y, ComponentKind kind) {
    drag(handle(from), new Point(x, y));
    if (state().tool() instanceof Tool.Offering offering) {
      for (int i = 0; i < offering.offers().size(); i++) {
        if (offering.offers().get(i).kind() == kind) {
          workspace.send(new Input.Choose(i));
          return this;
        }
      }
    }
    throw new AssertionError("no " + kind + " is offered by " + state().tool());
  }

  public TestEditor undoAll() {
    while (state().history().canUndo()) {
      workspace.undo();
    }
    return this;
  }

  public TestEditor redoAll() {
    while (state().history().canRedo()) {
      workspace.redo();
    }
    return this;
  }

  /// A failure as the engine would be asked for it.
  public Injection injection() {
    return state().drill().orElseThrow().injection();
  }
}
