package dev.stillwater.editor;

import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Frame;
import dev.stillwater.model.Layout.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is done to the frames of zones: they are drawn, moved with all that lies in them, and
/// resized.
final class FrameGestures {
  /// A frame is at least so large.
  private static final int LEAST = 48;

  private FrameGestures() {}

  /// A zone that is dragged with everything in it.
  static Tool moving(EditorState state, String zone, Point at) {
    Map<String, Position> origins = new LinkedHashMap<>();
    Folds folds = Folds.of(state.document());
    List<String> members =
        folds.boxes().containsKey(zone)
            ? folds.members(zone)
            : Zoning.members(state.design(), zone);
    for (String id : members) {
      state.document().layout().of(id).ifPresent(position -> origins.put(id, position));
    }
    return new Tool.Dragging(
        at, origins, Optional.of(zone), List.of(), Optional.empty(), List.of());
  }

  /// A layout in which the drawn frames of a dragged zone, and of those in it, have moved too.
  static Layout moved(
      Document document, Layout layout, Tool.Dragging dragging, double dx, double dy) {
    String zone = dragging.zone().orElseThrow();
    int byX = Point.snap(dx);
    int byY = Point.snap(dy);
    if (!dragging.origins().isEmpty()) {
      var first = dragging.origins().entrySet().iterator().next();
      Position now = layout.of(first.getKey()).orElse(first.getValue());
      byX = now.x() - first.getValue().x();
      byY = now.y() - first.getValue().y();
    }
    Layout result = layout;
    for (String id : document.layout().frames().keySet()) {
      if (id.equals(zone) || Zoning.inside(document.design(), zone).contains(id)) {
        result = result.withFrame(id, document.layout().frameOf(id).orElseThrow().plus(byX, byY));
      }
    }
    return result;
  }

  /// The frame of a zone as it is drawn now; the one that was given to it, or that of its members.
  static Optional<Frame> frame(Document document, String zone) {
    return ZoneFrames.of(document.design(), document.layout()).stream()
        .filter(frame -> frame.zones().size() == 1 && frame.zones().getFirst().id().equals(zone))
        .findFirst()
        .map(frame ->
            new Frame(
                (int) Math.round(frame.box().x()),
                (int) Math.round(frame.box().y()),
                (int) Math.round(frame.box().width()),
                (int) Math.round(frame.box().height())));
  }

  /// Begins to resize a zone; nothing where no frame is that of this zone alone.
  static EditorState resizing(EditorState state, Hit.OnFrame on) {
    return frame(state.document(), on.zone())
        .map(frame -> state.with(new Tool.Resizing(on.zone(), frame, on.dx(), on.dy())))
        .orElse(state);
  }

  static EditorState resize(EditorState state, Tool.Resizing resizing, Point at) {
    Frame origin = resizing.origin();
    int left = origin.x();
    int top = origin.y();
    int right = origin.x() + origin.width();
    int bottom = origin.y() + origin.height();
    if (resizing.dx() < 0) {
      left = Math.min(Point.snap(at.x()), right - LEAST);
    } else if (resizing.dx() > 0) {
      right = Math.max(Point.snap(at.x()), left + LEAST);
    }
    if (resizing.dy() < 0) {
      top = Math.min(Point.snap(at.y()), bottom - LEAST);
    } else if (resizing.dy() > 0) {
      bottom = Math.max(Point.snap(at.y()), top + LEAST);
    }
    Document document = state.document();
    Document resized =
        document.withLayout(
            document
                .layout()
                .withFrame(resizing.zone(), new Frame(left, top, right - left, bottom - top)));
    return state.showing(Zoning.refilled(resized, resizing.zone()));
  }

  static EditorState resized(EditorState state, Tool.Resizing resizing) {
    return Gestures.commit(state, "Resize zone " + resizing.zone(), state.shown())
        .with(Selection.zone(resizing.zone()))
        .with(new Tool.Selecting());
  }

  /// The end of drawing a frame: a new zone, unless the frame is too small to be meant.
  static EditorState span(EditorState state, Tool.Spanning spanning, Point at) {
    Box box = Box.between(spanning.from(), at);
    int x = Point.snap(box.x());
    int y = Point.snap(box.y());
    Frame frame =
        new Frame(
            x, y, Point.snap(box.x() + box.width()) - x, Point.snap(box.y() + box.height()) - y);
    if (frame.width() < LEAST || frame.height() < LEAST) {
      return state.with(new Tool.Framing());
    }
    String id = state.design().freeId("zone");
    return Gestures.commit(state, "Add zone " + id, Zoning.framed(state.document(), id, frame))
        .with(Selection.zone(id))
        .with(new Tool.Selecting());
  }
}
