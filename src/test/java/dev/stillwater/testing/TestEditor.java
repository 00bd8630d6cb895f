package dev.stillwater.testing;

import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Input;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A fluent hand on the real editor, without a screen: it presses, drags and lets go at points of
/// the drawing, and finds what lies there as the window would.
public final class TestEditor {
  private static final double HANDLE = 8;

  private final Workspace workspace;
  private final SceneBuilder scenes = new SceneBuilder();
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

  /// What lies at a point: an end of the selected link, a handle of the selected zone, a handle at
  /// the right edge of a card, a card, a link, the heading or border of a zone, or nothing.
  public Hit hitAt(Point point) {
    return end(point)
        .or(() -> frameHandle(point))
        .or(() -> card(point))
        .or(() -> link(point))
        .or(() -> zone(point))
        .orElseGet(Hit.Nothing::new);
  }

  private Optional<Hit> end(Point point) {
    if (state().selection().links().size() != 1) {
      return Optional.empty();
    }
    String link = state().selection().links().getFirst();
    List<Point> way = way(link);
    if (way.isEmpty()) {
      return Optional.empty();
    }
    return way.getLast().distance(point) <= HANDLE
        ? Optional.of(new Hit.OnEnd(link, false))
        : way.getFirst().distance(point) <= HANDLE
            ? Optional.of(new Hit.OnEnd(link, true))
            : Optional.empty();
  }

  private Optional<Hit> frameHandle(Point point) {
    return state()
        .selection()
        .zone()
        .flatMap(zone -> frame(zone).flatMap(box -> frameHandle(zone, box, point)));
  }

  private static Optional<Hit> frameHandle(String zone, Box box, Point point) {
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        Point handle =
            new Point(box.x() + (dx + 1) * box.width() / 2, box.y() + (dy + 1) * box.height() / 2);
        if ((dx != 0 || dy != 0) && handle.distance(point) <= HANDLE) {
          return Optional.of(new Hit.OnFrame(zone, dx, dy));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Hit> card(Point point) {
    Folds folds = Folds.of(state().shown());
    var places = folds.layout(state().shown().layout()).positions().entrySet();
    for (var entry : places) {
      Box card = Box.card(entry.getValue());
      if (folds.zoneOf(entry.getKey()).isEmpty()
          && Math.abs(point.x() - (card.x() + card.width())) <= HANDLE / 2
          && Math.abs(point.y() - card.center().y()) <= HANDLE) {
        return Optional.of(new Hit.OnHandle(entry.getKey()));
      }
    }
    return places.stream()
        .filter(entry -> Box.card(entry.getValue()).contains(point))
        .findFirst()
        .map(entry ->
            folds
                .zoneOf(entry.getKey())
                .<Hit>map(Hit.OnZone::new)
                .orElseGet(() -> new Hit.OnComponent(entry.getKey())));
  }

  private Optional<Hit> link(Point point) {
    return drawn().items().stream()
        .filter(item -> item.route().isPresent() && item.distance(point.x(), point.y()) <= 7)
        .filter(item -> design().links().contains(item.id()))
        .findFirst()
        .map(item -> {
          List<Point> way = way(item.id());
          int best = 0;
          for (int i = 0; i < way.size() - 1; i++) {
            if (item.route().orElseThrow().segment(i).distance(point.x(), point.y()) <= 7) {
              best = i;
            }
          }
          return new Hit.OnLink(item.id(), Optional.of(new Hit.Grip(way, best)));
        });
  }

  private Optional<Hit> zone(Point point) {
    for (var frame : ZoneFrames.drawn(design(), state().shown().layout()).reversed()) {
      var box = frame.box();
      boolean inside = box.contains(point.x(), point.y());
      if (inside && (point.y() - box.y() <= 26 || !box.grown(-7).contains(point.x(), point.y()))) {
        return Optional.of(new Hit.OnZone(frame.zones().getFirst().id()));
      }
    }
    return Optional.empty();
  }

  /// The drawing as it is shown now.
  public Scene drawn() {
    return scenes.build(SceneInput.of(state().shown(), Presets.NONE));
  }

  /// The way of a link as it is drawn now, from card to card.
  public List<Point> way(String link) {
    List<Point> way = new ArrayList<>();
    drawn()
        .body(link)
        .flatMap(Item::route)
        .ifPresent(route -> {
          for (int i = 0; i < route.size(); i++) {
            way.add(new Point(route.x(i), route.y(i)));
          }
        });
    return way;
  }

  /// The frame of a zone as it is drawn now.
  public Optional<Box> frame(String zone) {
    Folds folds = Folds.of(state().shown());
    return ZoneFrames.drawn(design(), state().shown().layout()).stream()
        .filter(frame -> frame.zones().getFirst().id().equals(zone))
        .filter(frame -> !folds.boxes().containsKey(zone))
        .findFirst()
        .map(frame ->
            new Box(frame.box().x(), frame.box().y(), frame.box().width(), frame.box().height()));
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

  /// Takes hold of the drawing as the middle button does, drags and lets go.
  public TestEditor pan(Point from, Point to) {
    workspace.send(new Input.Grab(from));
    return dragTo(to).release();
  }

  /// The middle of one stretch of a link's line.
  public Point stretch(String link, int segment) {
    List<Point> way = way(link);
    Point a = way.get(segment);
    Point b = way.get(segment + 1);
    return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  /// Moves a stretch of a link's line.
  public TestEditor bend(String link, int segment, double dx, double dy) {
    Point from = stretch(link, segment);
    Hit hit = new Hit.OnLink(link, Optional.of(new Hit.Grip(way(link), segment)));
    workspace.send(new Input.Press(from, hit, keys, 1));
    return dragTo(from.plus(dx, dy)).release();
  }

  /// Takes an end of a link to another component.
  public TestEditor reconnect(String link, boolean caller, String component) {
    clickLink(link);
    List<Point> way = way(link);
    press(caller ? way.getFirst() : way.getLast());
    return dragTo(middle(component).plus(0, 6)).dragTo(middle(component)).release();
  }

  /// Draws the frame of a zone.
  public TestEditor frame(double x, double y, double width, double height) {
    workspace.use(new Tool.Framing());
    return press(new Point(x, y)).dragTo(new Point(x + width, y + height)).release();
  }

  /// Moves a handle of a zone's frame.
  public TestEditor resize(String zone, int dx, int dy, Point to) {
    workspace.select(Selection.zone(zone));
    Box box = frame(zone).orElseThrow();
    press(new Point(box.x() + (dx + 1) * box.width() / 2, box.y() + (dy + 1) * box.height() / 2))
        .dragTo(to.plus(3, 3));
    return dragTo(to).release();
  }

  public TestEditor choose(int offer) {
    workspace.send(new Input.Choose(offer));
    return this;
  }

  public TestEditor select(Selection selection) {
    workspace.select(selection);
    return this;
  }

  /// Commits what a command makes of the document.
  public TestEditor command(String label, UnaryOperator<Document> change) {
    workspace.commit(label, change.apply(document()));
    return this;
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
