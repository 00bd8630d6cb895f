package dev.stillwater.ui;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Short notices at the lower edge that nobody has to answer: `Saved`, `Copied 3 components`.
public final class Toasts {
  private static final int MOST = 3;
  private static final double SHORTEST = 2.4;

  /// Seconds to read a character.
  private static final double READING = 0.055;

  private final VBox view = new VBox();

  public Toasts() {
    view.getStyleClass().add("sw-toasts");
    view.setAlignment(Pos.BOTTOM_CENTER);
    view.setMouseTransparent(true);
    view.setPickOnBounds(false);
  }

  /// A layer that lets clicks through.
  public Parent view() {
    return view;
  }

  public void show(String text) {
    view.getChildren().removeIf(node -> text.equals(node.getUserData()));
    Label toast = new Label(text);
    toast.setUserData(text);
    toast.setWrapText(true);
    toast.setMinHeight(Region.USE_PREF_SIZE);
    toast.getStyleClass().add("sw-toast");
    view.getChildren().add(toast);
    while (view.getChildren().size() > MOST) {
      view.getChildren().removeFirst();
    }
    PauseTransition stay =
        new PauseTransition(Duration.seconds(SHORTEST + READING * text.length()));
    FadeTransition fade = new FadeTransition(Duration.millis(180), toast);
    fade.setToValue(0);
    SequentialTransition life = new SequentialTransition(stay, fade);
    life.setOnFinished(event -> remove(toast));
    life.play();
  }

  private void remove(Node toast) {
    view.getChildren().remove(toast);
  }
}
