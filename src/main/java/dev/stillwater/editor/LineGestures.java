package dev.stillwater.editor;

import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import java.util.Optional;

/// What is done to the line of a link: its stretches are moved, its ends are taken elsewhere.
final class LineGestures {
  private LineGestures() {}

  /// The preview of a stretch that follows the pointer.
  static EditorState bend(EditorState state, Tool.Bending bending, Point at, boolean free) {
    Document document = state.document();
    Layout layout = document.layout();
    Link link = document.design().links().find(bending.link()).orElse(null);
    if (link == null || link.from().equals(link.to())) {
      return state;
    }
    Optional<Position> from = layout.of(link.from());
    Optional<Position> to = layout.of(link.to());
    if (from.isEmpty() || to.isEmpty()) {
      return state;
    }
    return state.showing(
        document.withLayout(
            layout.withBends(
                link.id(),
                Bends.moved(bending.grip(), Box.card(from.get()), Box.card(to.get()), at, free))));
  }

  /// An end that has just been taken.
  static Tool.Reconnecting reconnecting(EditorState state, Hit.OnEnd end, Point at) {
    Link link = state.design().links().get(end.link());
    return new Tool.Reconnecting(
        end.link(), end.caller() ? link.to() : link.from(), end.caller(), at, Optional.empty(), "");
  }

  /// An end that follows the pointer, with what would become of it there.
  static EditorState reconnecting(EditorState state, Tool.Reconnecting before, Point at, Hit hit) {
    Optional<String> target = hit.touched();
    String refusal = target.map(id -> refusal(state, before, id)).orElse("");
    return state.with(
        new Tool.Reconnecting(before.link(), before.stays(), before.caller(), at, target, refusal));
  }

  /// Why the moving end of a link cannot be at a component; empty when it can.
  static String refusal(EditorState state, Tool.Reconnecting tool, String target) {
    Link link = state.design().links().get(tool.link());
    if (target.equals(tool.caller() ? link.from() : link.to())) {
      return "";
    }
    return tool.caller()
        ? Gestures.refusal(state.design(), target, tool.stays())
        : Gestures.refusal(state.design(), tool.stays(), target);
  }

  static EditorState reconnect(EditorState state, Tool.Reconnecting tool, Input.Release release) {
    EditorState still = state.with(new Tool.Selecting());
    Optional<String> target = release.hit().touched();
    Link link = state.design().links().find(tool.link()).orElse(null);
    if (target.isEmpty() || link == null) {
      return still;
    }
    String from = tool.caller() ? target.get() : link.from();
    String to = tool.caller() ? link.to() : target.get();
    boolean same = from.equals(link.from()) && to.equals(link.to());
    if (same || !Gestures.refusal(state.design(), from, to).isEmpty()) {
      return still;
    }
    Relinking.Relinked changed = Relinking.between(state.document(), tool.link(), from, to);
    return Gestures.commit(
            still, "Reconnect " + tool.link() + " to " + target.get(), changed.document())
        .with(Selection.link(changed.link()));
  }
}
