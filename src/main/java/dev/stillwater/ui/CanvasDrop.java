package dev.stillwater.ui;

import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Input;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Workspace;
import java.util.Optional;
import javafx.geometry.Point2D;

/// The drawing as the place where the palette's components are dropped.
record CanvasDrop(Workspace workspace, CanvasView canvas) implements PaletteView.DropTarget {
  @Override
  public void carried(Point2D scenePoint) {
    canvas
        .pointAt(scenePoint)
        .ifPresent(at -> workspace.send(new Input.Move(at, new Hit.Nothing())));
  }

  @Override
  public boolean dropped(Point2D scenePoint) {
    Optional<Point> at = canvas.pointAt(scenePoint);
    at.ifPresent(point -> {
      workspace.send(new Input.Press(point, new Hit.Nothing(), Input.Keys.NONE, 1));
      canvas.requestFocus();
    });
    return at.isPresent();
  }
}
