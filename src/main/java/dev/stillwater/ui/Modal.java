package dev.stillwater.ui;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card over the window that keeps the keyboard until it is closed: the shade behind it takes the
/// clicks, Esc closes it, and the keyboard goes back to where it was. One card at a time.
public final class Modal {
  private final StackPane host;
  private final Region shade = new Region();
  private final StackPane layer = new StackPane();
  private final ChangeListener<Node> keeper = (of, was, is) -> keep(is);
  private @Nullable Runnable closed;
  private @Nullable Node before;

  /// @param host what the window shows, with room on top
  public Modal(StackPane host) {
    this.host = host;
    shade.getStyleClass().add("sw-shade");
    shade.setOnMouseClicked(event -> close());
    layer.setId("modal");
    layer.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  public boolean isShowing() {
    return host.getChildren().contains(layer);
  }

  /// Shows a card, in the place of one that is still there.
  ///
  /// @param focus what gets the keyboard
  /// @param whenClosed told once, however the card is closed
  public void show(Node card, Pos position, Node focus, Runnable whenClosed) {
    close();
    closed = whenClosed;
    Scene scene = host.getScene();
    before = scene == null ? null : scene.getFocusOwner();
    StackPane.setAlignment(card, position);
    layer.getChildren().setAll(shade, card);
    host.getChildren().add(layer);
    host.applyCss();
    host.layout();
    focus.requestFocus();
    if (scene != null) {
      scene.focusOwnerProperty().addListener(keeper);
    }
  }

  public void close() {
    if (!isShowing()) {
      return;
    }
    Scene scene = host.getScene();
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(keeper);
    }
    host.getChildren().remove(layer);
    layer.getChildren().clear();
    Node back = before;
    before = null;
    if (back != null && back.getScene() != null) {
      back.requestFocus();
    }
    Runnable tell = closed;
    closed = null;
    if (tell != null) {
      tell.run();
    }
  }

  /// The keyboard does not leave the card.
  private void keep(@Nullable Node owner) {
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at == layer) {
        return;
      }
    }
    if (owner != null) {
      firstFocusable(layer).requestFocus();
    }
  }

  private static Node firstFocusable(StackPane within) {
    return within.lookupAll("*").stream()
        .filter(node -> node.isFocusTraversable() && node.isVisible() && !node.isDisabled())
        .findFirst()
        .orElse(within);
  }
}
