package dev.stillwater.ui;

import java.util.List;
import java.util.function.Consumer;

/// Asks what becomes of changes that are not saved.
public final class UnsavedChangesDialog {
  private static final String EXPLANATION =
      "Without saving, what you changed since the last save is lost.";
  private static final List<AskDialog.Answer<Dialogs.Unsaved>> ANSWERS =
      List.of(
          new AskDialog.Answer<>(Dialogs.Unsaved.CANCEL, "Cancel", ""),
          new AskDialog.Answer<>(Dialogs.Unsaved.DISCARD, "Don't save", "sw-danger"),
          new AskDialog.Answer<>(Dialogs.Unsaved.SAVE, "Save", "sw-primary"));

  private final AskDialog dialog;

  public UnsavedChangesDialog(Modal modal) {
    this.dialog = new AskDialog(modal);
  }

  /// Returns when somebody has chosen.
  ///
  /// @param name of the design
  public Dialogs.Unsaved ask(String name) {
    return dialog.ask(question(name), EXPLANATION, Dialogs.Unsaved.CANCEL, ANSWERS);
  }

  /// Tells once what somebody has chosen.
  public void show(String name, Consumer<Dialogs.Unsaved> chosen) {
    dialog.show(question(name), EXPLANATION, Dialogs.Unsaved.CANCEL, ANSWERS, chosen);
  }

  private static String question(String name) {
    return "Save the changes to " + name + "?";
  }
}
