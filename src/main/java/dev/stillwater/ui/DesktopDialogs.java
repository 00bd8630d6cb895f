package dev.stillwater.ui;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.model.DocumentMerge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Dialogs of the desktop, and cards over one window.
final class DesktopDialogs implements Dialogs {
  private static final ExtensionFilter DESIGNS =
      new ExtensionFilter("Stillwater designs", "*.design.json");
  private final Window owner;
  private @Nullable Modal modal;

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
  public Optional<Path> choosePicture() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Choose a logo");
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter("PNG or JPEG", "*.png", "*.jpg", "*.jpeg"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(file -> file.toPath());
  }

  @Override
  public void over(Modal over) {
    modal = over;
  }

  private Modal modal() {
    return Objects.requireNonNull(modal, "no window yet");
  }

  @Override
  public Unsaved unsaved(String name) {
    return new UnsavedChangesDialog(modal()).ask(name);
  }

  @Override
  public Conflict conflict(Path file, boolean canMerge) {
    List<AskDialog.Answer<Conflict>> answers = new ArrayList<>();
    answers.add(new AskDialog.Answer<>(Conflict.CANCEL, "Cancel", ""));
    answers.add(new AskDialog.Answer<>(Conflict.OVERWRITE, "Overwrite", "sw-danger"));
    answers.add(
        new AskDialog.Answer<>(Conflict.SAVE_AS, "Save as a copy…", canMerge ? "" : "sw-primary"));
    if (canMerge) {
      answers.add(new AskDialog.Answer<>(Conflict.MERGE, "Merge and save", "sw-primary"));
    }
    return new AskDialog(modal())
        .ask(
            file.getFileName() + " changed on disk since it was opened.",
            "Somebody else, or git, wrote it. Overwriting loses what they changed."
                + (canMerge
                    ? " Merging takes it over; where both changed the same value, you choose."
                    : ""),
            Conflict.CANCEL,
            answers);
  }

  @Override
  public boolean mergeNow(Path file) {
    return new AskDialog(modal())
        .ask(
            file.getFileName() + " changed on disk.",
            "Somebody else, or git, wrote it while you have changes that are not saved. Merging"
                + " takes over what they changed; where both changed the same value, you choose.",
            false,
            List.of(
                new AskDialog.Answer<>(false, "Later", ""),
                new AskDialog.Answer<>(true, "Merge", "sw-primary")));
  }

  @Override
  public Optional<Map<String, DocumentMerge.Side>> resolve(
      String file, List<DocumentMerge.Conflict> conflicts) {
    return new MergeDialog(modal()).ask(file, conflicts);
  }

  @Override
  public void problem(String title, List<LocatedProblem> problems) {
    new ProblemsDialog(modal()).showAndWait(title, ProblemsDialog.lines(problems));
  }

  @Override
  public void failed(String title, String sentence) {
    new AskDialog(modal())
        .ask(title, sentence, "", List.of(new AskDialog.Answer<>("", "Close", "sw-primary")));
  }
}
