package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.Collapsing;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Document;
import java.util.List;

/// The commands that draw zones as boxes or as frames.
final class ZoneActions {
  private static final String GROUP = "Arrange";

  private final Workspace workspace;

  ZoneActions(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Action> all() {
    return List.of(
        Action.of("zone.collapse", "Collapse or expand the zone", GROUP, this::toggle)
            .key("Shift+Z")
            .when(() -> Collapsing.subject(state()).isPresent())
            .onCanvas(),
        Action.of("zone.collapseAll", "Collapse all zones", GROUP, () -> all(true))
            .when(() -> !Collapsing.all(state().document(), true).equals(state().document())),
        Action.of("zone.expandAll", "Expand all zones", GROUP, () -> all(false))
            .when(() -> !state().document().layout().collapsed().isEmpty()));
  }

  private EditorState state() {
    return workspace.state();
  }

  private void toggle() {
    Collapsing.subject(state())
        .ifPresent(zone -> {
          Document document = state().document();
          workspace.commit(Collapsing.label(document, zone), Collapsing.toggled(document, zone));
          workspace.select(Selection.zone(zone));
        });
  }

  private void all(boolean collapsed) {
    workspace.commit(
        collapsed ? "Collapse all zones" : "Expand all zones",
        Collapsing.all(state().document(), collapsed));
  }
}
