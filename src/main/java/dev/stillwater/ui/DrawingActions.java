package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.Aligning;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Relinking;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.editor.Zoning;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What is done to a drawing as a drawing: components in line, links turned, lines straightened.
final class DrawingActions {
  private static final String GROUP = "Arrange";

  private final Workspace workspace;
  private final Consumer<String> notice;

  DrawingActions(Workspace workspace, Consumer<String> notice) {
    this.workspace = workspace;
    this.notice = notice;
  }

  List<Action> all() {
    List<Action> actions = new ArrayList<>();
    for (Aligning.Edge edge : Aligning.Edge.values()) {
      actions.add(
          Action.of(
                  "arrange." + edge.name().toLowerCase(Locale.ROOT),
                  edge.title(),
                  GROUP,
                  () -> align(edge))
              .key("Alt+Shift+" + key(edge))
              .when(components(2)));
    }
    actions.add(
        Action.of("arrange.across", "Distribute side by side", GROUP, () -> distribute(true))
            .key("Alt+Shift+H")
            .when(components(3)));
    actions.add(
        Action.of("arrange.down", "Distribute one below the other", GROUP, () -> distribute(false))
            .key("Alt+Shift+V")
            .when(components(3)));
    actions.add(
        Action.of("link.reverse", "Turn the link around", GROUP, this::reverse)
            .key("Alt+R")
            .when(this::isLink));
    actions.add(
        Action.of("link.straighten", "Let lines find their own way", GROUP, this::straighten)
            .key("Shortcut+Shift+B")
            .when(this::isBent));
    actions.add(
        Action.of("zone.release", "Draw the zone around its members", GROUP, this::release)
            .when(() ->
                state().selection().zone().isPresent()
                    && state()
                        .document()
                        .layout()
                        .frames()
                        .containsKey(state().selection().zone().get())));
    actions.addAll(new ZoneActions(workspace).all());
    return List.copyOf(actions);
  }

  private static String key(Aligning.Edge edge) {
    return switch (edge) {
      case LEFT -> "Left";
      case CENTER -> "C";
      case RIGHT -> "Right";
      case TOP -> "Up";
      case MIDDLE -> "M";
      case BOTTOM -> "Down";
    };
  }

  private EditorState state() {
    return workspace.state();
  }

  private BooleanSupplier components(int least) {
    return () -> state().selection().components().size() >= least;
  }

  private boolean isLink() {
    Selection selection = state().selection();
    return selection.links().size() == 1 && selection.components().isEmpty();
  }

  private boolean isBent() {
    return state().selection().links().stream()
        .anyMatch(state().document().layout().bends()::containsKey);
  }

  private void align(Aligning.Edge edge) {
    workspace.commit(edge.title(), Aligning.align(state().document(), state().selection(), edge));
  }

  private void distribute(boolean across) {
    workspace.commit(
        across ? "Distribute side by side" : "Distribute one below the other",
        Aligning.distribute(state().document(), state().selection(), across));
  }

  private void reverse() {
    String link = state().selection().links().getFirst();
    String refusal = Relinking.reverseRefusal(state().document(), link);
    if (!refusal.isEmpty()) {
      notice.accept(refusal);
      return;
    }
    Relinking.Relinked turned = Relinking.reversed(state().document(), link);
    workspace.commit("Turn " + link + " around", turned.document());
    workspace.select(Selection.link(turned.link()));
  }

  private void straighten() {
    Document document = state().document();
    Layout layout = document.layout();
    for (String link : state().selection().links()) {
      layout = layout.withBends(link, List.of());
    }
    workspace.commit("Straighten lines", document.withLayout(layout));
  }

  private void release() {
    state()
        .selection()
        .zone()
        .ifPresent(zone ->
            workspace.commit(
                "Draw zone " + zone + " around its members",
                Zoning.released(state().document(), zone)));
  }
}
