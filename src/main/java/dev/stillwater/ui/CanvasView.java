package dev.stillwater.ui;

import dev.stillwater.editor.Collapsing;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Input;
import dev.stillwater.editor.Offer;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Viewport;
import dev.stillwater.editor.Walk;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Document;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The drawing on screen. It turns what the pointer and the wheel do into inputs and viewports, and
/// leaves painting to the [CanvasPainter].
final class CanvasView extends Region {
  private final Workspace workspace;
  private final CanvasPainter painter;
  private final NameField names;
  private Hit hover = new Hit.Nothing();
  private boolean spaceDown;
  private @Nullable ContextMenu offers;
  private boolean fitWhenSized;

  CanvasView(Workspace workspace, CanvasPainter painter) {
    this.workspace = workspace;
    this.painter = painter;
    this.names = new NameField(workspace, this::requestFocus);
    getStyleClass().add("sw-canvas");
    setId("canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText("Drawing");
    getChildren().addAll(painter.node(), names.node());
    setMinSize(100, 100);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(new Hit.Nothing()));
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    workspace.onChange(this::changed);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    painter.resize(width, height);
    Viewport viewport = workspace.state().viewport();
    if (viewport.width() != width || viewport.height() != height) {
      workspace.show(viewport.resized(width, height));
      if (fitWhenSized) {
        fitWhenSized = false;
        fit();
      }
    }
    names.layOut();
  }

  /// Shows the whole drawing; as soon as the view has a size if it has none yet.
  void fit() {
    if (getWidth() < 2) {
      fitWhenSized = true;
      return;
    }
    painter.bounds().ifPresent(box -> workspace.show(workspace.state().viewport().fitted(box)));
  }

  void zoom(double factor) {
    Viewport viewport = workspace.state().viewport();
    workspace.show(viewport.zoomedAt(viewport.width() / 2, viewport.height() / 2, factor));
  }

  void zoomTo(double zoom) {
    workspace.show(workspace.state().viewport().zoomedTo(zoom));
  }

  void zoomToSelection() {
    painter
        .boundsOf(workspace.state().selection())
        .ifPresent(box -> workspace.show(workspace.state().viewport().fitted(box)));
  }

  /// Moves an element into view.
  void reveal(String id) {
    painter
        .boundsOf(id)
        .ifPresent(box -> workspace.show(workspace.state().viewport().revealing(box)));
  }

  /// Lets the person type a new name for a component.
  void rename(String component) {
    names.begin(component);
  }

  /// Lets the person type a new name for a zone.
  void renameZone(String zone) {
    names.beginZone(zone);
  }

  private void collapse(String zone) {
    Document document = workspace.state().document();
    workspace.commit(Collapsing.label(document, zone), Collapsing.toggled(document, zone));
  }

  /// What the pointer carries from outside, as a point of the drawing; empty outside the view.
  Optional<Point> pointAt(Point2D scenePoint) {
    Point2D local = sceneToLocal(scenePoint);
    return contains(local)
        ? Optional.of(workspace.state().viewport().toDrawing(local.getX(), local.getY()))
        : Optional.empty();
  }

  private void changed(EditorState before, EditorState after) {
    painter.changed(before, after);
    if (before.selection() != after.selection() || before.document() != after.document()) {
      setAccessibleText(Walk.spoken(after));
      setAccessibleRoleDescription(
          after.selection().single().isEmpty() ? "drawing" : "element of the drawing");
    }
    if (before.tool() != after.tool()) {
      offer(after.tool());
      cursor(after);
    }
    if (before.viewport() != after.viewport() || before.shown() != after.shown()) {
      names.layOut();
    }
  }

  private Point at(MouseEvent event) {
    return workspace.state().viewport().toDrawing(event.getX(), event.getY());
  }

  private static Input.Keys keys(MouseEvent event) {
    return new Input.Keys(event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    names.commit();
    boolean pans =
        event.getButton() == MouseButton.MIDDLE
            || event.getButton() == MouseButton.PRIMARY && spaceDown;
    if (pans) {
      workspace.send(new Input.Grab(at(event)));
      return;
    }
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Point at = at(event);
    Hit hit = painter.hit(at);
    workspace.send(new Input.Press(at, hit, keys(event), event.getClickCount()));
    if (event.getClickCount() == 2 && workspace.state().tool() instanceof Tool.Pointing) {
      switch (hit) {
        case Hit.OnComponent on -> {
          workspace.send(new Input.Release(at, hit, keys(event)));
          rename(on.id());
        }
        case Hit.OnZone on -> {
          workspace.send(new Input.Release(at, hit, keys(event)));
          collapse(on.id());
        }
        case Hit.Nothing n -> {}
        case Hit.OnHandle h -> {}
        case Hit.OnLink l -> {}
        case Hit.OnEnd e -> {}
        case Hit.OnFrame f -> {}
      }
    }
  }

  private boolean isPanning() {
    return workspace.state().tool() instanceof Tool.Panning;
  }

  private void dragged(MouseEvent event) {
    if (isPanning()) {
      workspace.send(new Input.Drag(at(event), new Hit.Nothing(), keys(event)));
    } else if (event.getButton() == MouseButton.PRIMARY) {
      Point at = at(event);
      Hit hit = needsHit(workspace.state().tool()) ? painter.hit(at) : new Hit.Nothing();
      workspace.send(new Input.Drag(at, hit, keys(event)));
    }
  }

  private void released(MouseEvent event) {
    if (isPanning() || event.getButton() == MouseButton.PRIMARY) {
      Point at = at(event);
      workspace.send(new Input.Release(at, painter.hit(at), keys(event)));
    }
  }

  /// Only what is carried to a target asks what lies under the pointer.
  private static boolean needsHit(Tool tool) {
    return tool instanceof Tool.Connecting || tool instanceof Tool.Reconnecting;
  }

  private void moved(MouseEvent event) {
    Point at = at(event);
    Hit hit = painter.hit(at);
    hover(hit);
    workspace.send(new Input.Move(at, hit));
  }

  private void hover(Hit hit) {
    if (!hit.equals(hover)) {
      hover = hit;
      painter.hover(hit);
      cursor(workspace.state());
    }
  }

  private void cursor(EditorState state) {
    Tool tool = state.tool();
    boolean crosshair =
        tool instanceof Tool.Placing
            || tool instanceof Tool.Framing
            || tool instanceof Tool.Spanning
            || tool instanceof Tool.Reconnecting
            || tool instanceof Tool.Connecting
            || tool instanceof Tool.Linking;
    if (tool instanceof Tool.Panning) {
      setCursor(Cursor.CLOSED_HAND);
    } else if (spaceDown || tool instanceof Tool.Holding) {
      setCursor(Cursor.OPEN_HAND);
    } else if (hover instanceof Hit.OnFrame on) {
      setCursor(resizing(on));
    } else if (tool instanceof Tool.Bending
        || hover instanceof Hit.OnLink on && state.selection().hasLink(on.id())) {
      setCursor(Cursor.MOVE);
    } else if (crosshair || hover instanceof Hit.OnHandle) {
      setCursor(Cursor.CROSSHAIR);
    } else if (tool instanceof Tool.Dragging) {
      setCursor(Cursor.MOVE);
    } else {
      setCursor(hover instanceof Hit.Nothing ? Cursor.DEFAULT : Cursor.HAND);
    }
  }

  private static Cursor resizing(Hit.OnFrame on) {
    if (on.dx() == 0) {
      return Cursor.V_RESIZE;
    }
    if (on.dy() == 0) {
      return Cursor.H_RESIZE;
    }
    return on.dx() == on.dy() ? Cursor.NW_RESIZE : Cursor.NE_RESIZE;
  }

  private void scrolled(ScrollEvent event) {
    Viewport viewport = workspace.state().viewport();
    if (event.isShortcutDown()) {
      workspace.show(
          viewport.zoomedAt(event.getX(), event.getY(), Math.pow(1.0018, event.getDeltaY())));
    } else if (event.isShiftDown() && event.getDeltaX() == 0) {
      workspace.show(viewport.panned(-event.getDeltaY(), 0));
    } else {
      workspace.show(viewport.panned(-event.getDeltaX(), -event.getDeltaY()));
    }
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
      walk(Walk.next(workspace.state(), !event.isShiftDown()), event);
    } else if (event.isAltDown() && !event.isShiftDown() && event.getCode().isArrowKey()
        || event.getCode().isArrowKey() && workspace.state().selection().components().isEmpty()) {
      walk(Walk.along(workspace.state(), direction(event.getCode())), event);
    } else if (event.getCode() == KeyCode.SPACE && workspace.state().drill().isEmpty()) {
      spaceDown = true;
      cursor(workspace.state());
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE) {
      workspace.drill(drill -> drill.playing(!drill.playing()));
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      workspace.send(new Input.Cancel());
      event.consume();
    }
  }

  private static Walk.Direction direction(KeyCode code) {
    return switch (code) {
      case LEFT, KP_LEFT -> Walk.Direction.LEFT;
      case UP, KP_UP -> Walk.Direction.UP;
      case DOWN, KP_DOWN -> Walk.Direction.DOWN;
      default -> Walk.Direction.RIGHT;
    };
  }

  /// Selects what a key leads to; at the end of the drawing the key goes on to the next pane.
  private void walk(Optional<Selection> wanted, KeyEvent event) {
    wanted.ifPresent(selection -> {
      workspace.select(selection);
      selection.single().ifPresent(this::reveal);
      event.consume();
    });
  }

  private void keyReleased(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      spaceDown = false;
      cursor(workspace.state());
    }
  }

  /// Shows what can be made at the end of a link, or takes the list away.
  private void offer(Tool tool) {
    if (offers != null) {
      offers.setOnHidden(null);
      offers.hide();
      offers = null;
    }
    if (!(tool instanceof Tool.Offering offering)) {
      return;
    }
    ContextMenu menu = new ContextMenu();
    menu.setId("offers");
    menu.getStyleClass().add("sw-offers");
    List<Offer> list = offering.offers();
    for (int i = 0; i < list.size(); i++) {
      int index = i;
      MenuItem item = new MenuItem(list.get(i).title(), Glyphs.of(list.get(i).kind()));
      item.setId("offer-" + list.get(i).kind().word());
      item.setOnAction(event -> workspace.send(new Input.Choose(index)));
      menu.getItems().add(item);
    }
    menu.setOnHidden(event ->
        Platform.runLater(() -> {
          if (workspace.state().tool() == offering) {
            workspace.send(new Input.Cancel());
          }
        }));
    Point screen = workspace.state().viewport().toScreen(offering.at());
    menu.show(this, Side.TOP, screen.x(), screen.y());
    offers = menu;
  }

  /// Selects an element and moves it into view.
  void goTo(String id) {
    if (workspace.state().design().components().contains(id)) {
      workspace.select(Selection.component(id));
    } else if (workspace.state().design().links().contains(id)) {
      workspace.select(Selection.link(id));
    }
    reveal(id);
  }
}
