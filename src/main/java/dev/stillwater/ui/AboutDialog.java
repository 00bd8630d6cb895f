package dev.stillwater.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What this is, which version, and whose work it stands on.
final class AboutDialog {
  private record Part(String name, String licence) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("OpenJFX", "GPL-2.0 with Classpath Exception"),
          new Part("JGraphT", "LGPL-2.1 or EPL-2.0"),
          new Part("Jackson", "Apache-2.0"),
          new Part("Eclipse Layout Kernel", "EPL-2.0"),
          new Part("AtlantaFX", "MIT"),
          new Part("Ikonli", "Apache-2.0"),
          new Part("picocli", "Apache-2.0"),
          new Part("commonmark-java", "BSD-2-Clause"),
          new Part("Inter", "SIL Open Font License 1.1"));

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
    for (int i = 0; i < PARTS.size(); i++) {
      Label licence = new Label(PARTS.get(i).licence());
      licence.getStyleClass().add("sw-secondary");
      parts.addRow(i, new Label(PARTS.get(i).name()), licence);
    }
    Button close = new Button("Close");
    close.setDefaultButton(true);
    close.setOnAction(event -> modal.close());
    VBox card = new VBox(12, name, line, purpose, parts, close);
    card.getStyleClass().addAll("sw-dialog", "sw-about");
    card.setMaxSize(440, 420);
    modal.show(card, Pos.CENTER, close, () -> {});
  }
}
