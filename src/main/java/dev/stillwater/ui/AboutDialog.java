package dev.stillwater.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What this is, which version, and whose work it stands on.
final class AboutDialog {
  /// What the poms of the libraries say; the jar has no poms any more.
  private static final String LICENCES = "licences.txt";

  private record Part(String name, String licence) {}

  private AboutDialog() {}

  static void show(Modal modal) {
    Label name = new Label("Stillwater");
    name.getStyleClass().add("sw-title");
    String version = AboutDialog.class.getPackage().getImplementationVersion();
    Label line =
        new Label(
            "Version "
                + (version == null ? "of the sources" : version)
                + ". Licensed under Apache-2.0.");
    Label purpose =
        new Label(
            "Draw a distributed system, see which failure ripples to whom after how many seconds,"
                + " and what would stop it.");
    purpose.setWrapText(true);
    GridPane parts = new GridPane();
    parts.setHgap(24);
    parts.setVgap(4);
    List<Part> all = parts();
    for (int i = 0; i < all.size(); i++) {
      Label licence = new Label(all.get(i).licence());
      licence.getStyleClass().add("sw-secondary");
      licence.setWrapText(true);
      licence.setMaxWidth(300);
      Label part = new Label(all.get(i).name());
      part.setMinWidth(Region.USE_PREF_SIZE);
      parts.addRow(i, part, licence);
    }
    ScrollPane scroll = new ScrollPane(parts);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(300);
    scroll.getStyleClass().add("sw-doc-scroll");
    Label stands = new Label("It stands on the work of others:");
    Button close = new Button("Close");
    close.setDefaultButton(true);
    close.setOnAction(event -> modal.close());
    VBox card = new VBox(12, name, line, purpose, stands, scroll, close);
    card.getStyleClass().addAll("sw-dialog", "sw-about");
    card.setMaxSize(640, Region.USE_PREF_SIZE);
    modal.show(card, Pos.CENTER, close, () -> {});
  }

  /// All libraries that are shipped, and the font.
  private static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("Inter", "SIL Open Font License 1.1"));
    for (String line : lines()) {
      String[] fields = line.split("\t");
      parts.add(
          new Part(fields[0].substring(fields[0].indexOf(':') + 1) + " " + fields[1], fields[2]));
    }
    return parts;
  }

  /// Group and artifact, version and licence of each library, with tabs between.
  static List<String> lines() {
    try (InputStream in = AboutDialog.class.getResourceAsStream(LICENCES)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
