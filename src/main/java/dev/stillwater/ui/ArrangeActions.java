package dev.stillwater.ui;

import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.drawing.layout.Arrangement.Flow;
import dev.stillwater.drawing.layout.Arrangement.Room;
import dev.stillwater.editor.Action;
import dev.stillwater.editor.Workspace;
import java.util.List;

/// The ways in which the automatic layout can be asked for.
final class ArrangeActions {
  private static final String GROUP = "Arrange";

  private final Workspace workspace;
  private final Arranging arranging;

  ArrangeActions(Workspace workspace, Arranging arranging) {
    this.workspace = workspace;
    this.arranging = arranging;
  }

  List<Action> all() {
    return List.of(
        whole("down", "Arrange from top to bottom", Arrangement.USUAL.with(Flow.DOWN)),
        whole("tight", "Arrange tightly", Arrangement.USUAL.with(Room.TIGHT)),
        whole("wide", "Arrange with more room", Arrangement.USUAL.with(Room.WIDE)),
        Action.of(
                "layout.selection",
                "Arrange the selection, pin the rest",
                GROUP,
                () -> arranging.arrange(workspace.state().selection().components()))
            .key("Alt+Shift+L")
            .when(() -> !workspace.state().selection().components().isEmpty()),
        Action.of("layout.cancel", "Stop arranging", GROUP, arranging::cancel)
            .when(arranging::isBusy));
  }

  private Action whole(String id, String title, Arrangement arrangement) {
    return Action.of("layout." + id, title, GROUP, () -> arranging.arrange(arrangement))
        .when(() -> !workspace.state().design().components().isEmpty());
  }
}
