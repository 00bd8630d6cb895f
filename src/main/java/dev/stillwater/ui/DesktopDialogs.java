package dev.stillwater.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// Dialogs of the desktop, over one window.
final class DesktopDialogs implements Dialogs {
  private static final ExtensionFilter DESIGNS =
      new ExtensionFilter("Stillwater designs", "*.design.json");
  private final Window owner;

  DesktopDialogs(Window owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> chooseDesigns() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open designs");
    chooser.getExtensionFilters().addAll(DESIGNS, new ExtensionFilter("All files", "*"));
    var files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(file -> file.toPath()).toList();
  }

  @Override
  public Optional<Path> chooseTarget(String title, String name, List<String> extensions) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(String.join(", ", extensions), extensions));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
  }

  @Override
  public Unsaved unsaved(String name) {
    ButtonType save = new ButtonType("Save", ButtonData.YES);
    ButtonType discard = new ButtonType("Don't save", ButtonData.NO);
    Alert alert =
        alert(
            Alert.AlertType.CONFIRMATION,
            "Save the changes to " + name + "?",
            "Without saving, the changes are lost.",
            save,
            discard,
            ButtonType.CANCEL);
    ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public Conflict conflict(Path file) {
    ButtonType copy = new ButtonType("Save as a copy…", ButtonData.YES);
    ButtonType overwrite = new ButtonType("Overwrite", ButtonData.NO);
    Alert alert =
        alert(
            Alert.AlertType.WARNING,
            file.getFileName() + " changed on disk since it was opened.",
            "Somebody else, or git, wrote it. Overwriting loses what they changed.",
            copy,
            overwrite,
            ButtonType.CANCEL);
    ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
    return answer == copy
        ? Conflict.SAVE_AS
        : answer == overwrite ? Conflict.OVERWRITE : Conflict.CANCEL;
  }

  @Override
  public void problem(String title, List<String> lines) {
    Alert alert = alert(Alert.AlertType.ERROR, title, "", ButtonType.CLOSE);
    TextArea text = new TextArea(String.join("\n", lines));
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefSize(640, Math.clamp(lines.size() * 40L, 80, 360));
    alert.getDialogPane().setContent(text);
    alert.showAndWait();
  }

  private Alert alert(Alert.AlertType type, String header, String body, ButtonType... buttons) {
    Alert alert = new Alert(type, body, buttons);
    alert.initOwner(owner);
    alert.setTitle("Stillwater");
    alert.setHeaderText(header);
    alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    alert.getDialogPane().getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
    return alert;
  }
}
