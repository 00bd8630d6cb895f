package dev.stillwater.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads views from FXML and hands each its controller, made by whoever asks.
final class Views {
  private Views() {}

  /// The view `dev/stillwater/ui/<name>.fxml` with this controller.
  static <T extends Parent> T load(String name, Object controller) {
    URL url =
        Objects.requireNonNull(
            Views.class.getResource("/dev/stillwater/ui/" + name + ".fxml"), name);
    FXMLLoader loader = new FXMLLoader(url);
    loader.setController(controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("view " + name, e);
    }
  }
}
