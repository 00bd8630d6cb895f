package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.ReadResult;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import dev.stillwater.io.Source;
import dev.stillwater.model.Document;
import dev.stillwater.model.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Opening and saving: what is open came from which file, and goes back there by the one save path.
/// A file that cannot be read leaves the open document alone.
final class DesignFiles {
  private static final List<String> EXTENSION = List.of("*.design.json");

  private final Workspace workspace;
  private final RulesInForce rules;
  private final SafeFile safe;
  private final Dialogs dialogs;
  private final Consumer<String> notice;
  private final Consumer<Path> opened;
  private Optional<Path> file = Optional.empty();
  private Optional<Source> source = Optional.empty();
  private Optional<String> hash = Optional.empty();
  private boolean readOnly;

  /// @param rules follow the file
  /// @param notice is told in a few words what was done
  /// @param opened is told the file after opening and after saving
  DesignFiles(
      Workspace workspace,
      RulesInForce rules,
      SafeFile safe,
      Dialogs dialogs,
      Consumer<String> notice,
      Consumer<Path> opened) {
    this.workspace = workspace;
    this.rules = rules;
    this.safe = safe;
    this.dialogs = dialogs;
    this.notice = notice;
    this.opened = opened;
  }

  /// The file of the open document; empty when it was never saved.
  Optional<Path> file() {
    return file;
  }

  /// What the window calls the open document.
  String title() {
    String name =
        file.map(path -> String.valueOf(path.getFileName()))
            .orElse(workspace.state().design().name() + " (not saved)");
    return name
        + (readOnly ? " (read-only)" : "")
        + (workspace.state().history().isDirty() ? " •" : "");
  }

  /// Puts a document that belongs to no file in the place of the open one; whether it may go.
  boolean openFresh(Document document) {
    if (!mayLeave()) {
      return false;
    }
    file = Optional.empty();
    source = Optional.empty();
    hash = Optional.empty();
    readOnly = false;
    rules.follow(file);
    workspace.open(document);
    return true;
  }

  /// Opens a file in the place of the open document; whether that worked.
  boolean open(Path path) {
    if (!mayLeave()) {
      return false;
    }
    return switch (DesignJson.read(path, workspace.presets())) {
      case ReadResult.Refused refused -> {
        dialogs.problem(path.getFileName() + " cannot be opened", lines(refused.problems()));
        yield false;
      }
      case ReadResult.Opened result -> {
        file = Optional.of(path.toAbsolutePath().normalize());
        source = Optional.of(result.source());
        hash = Optional.of(result.source().sha256());
        readOnly = result.readOnly();
        List<LocatedProblem> ofRules = new ArrayList<>(rules.follow(file));
        ofRules.addAll(rules.strangers(result.document().design()));
        workspace.open(result.document());
        file.ifPresent(opened);
        notice.accept(
            result
                .notice()
                .orElse(
                    result.problems().isEmpty()
                        ? "Opened " + path.getFileName()
                        : "Opened with "
                            + result.problems().size()
                            + " warnings: "
                            + result.problems().getFirst().message()));
        tell(ofRules);
        yield true;
      }
    };
  }

  /// What is wrong with rules files; the design is open all the same.
  private void tell(List<LocatedProblem> ofRules) {
    if (ofRules.stream().anyMatch(LocatedProblem::isError)) {
      dialogs.problem("Some of your rules do not count", lines(ofRules));
    } else if (!ofRules.isEmpty()) {
      notice.accept(ofRules.getFirst().where() + ": " + ofRules.getFirst().message());
    }
  }

  private static List<String> lines(List<LocatedProblem> problems) {
    return problems.stream().map(LocatedProblem::toString).toList();
  }

  /// Saves to the file of the document, or asks for one; whether the document is on disk.
  boolean save() {
    return file.isPresent() && !readOnly ? saveTo(file.get(), hash) : saveAs();
  }

  boolean saveAs() {
    String name =
        file.map(path -> String.valueOf(path.getFileName()))
            .orElse(Ids.of(workspace.state().design().name()) + ".design.json");
    Optional<Path> target = dialogs.chooseTarget("Save design", name, EXTENSION);
    return target.isPresent() && saveTo(target.get(), onDisk(target.get()));
  }

  private boolean saveTo(Path path, Optional<String> expected) {
    EditorState state = workspace.state();
    byte[] content =
        source
            .map(from -> DesignJson.write(state.document(), from))
            .orElseGet(() -> DesignJson.write(state.document()));
    return switch (safe.save(path, content, expected)) {
      case SaveResult.Saved saved -> {
        file = Optional.of(path.toAbsolutePath().normalize());
        hash = Optional.of(saved.hash());
        readOnly = false;
        workspace.markSaved();
        file.ifPresent(opened);
        rules.lookAgain(file).ifPresent(this::tell);
        notice.accept("Saved " + path.getFileName());
        yield true;
      }
      case SaveResult.Conflict conflict ->
          switch (dialogs.conflict(path)) {
            case OVERWRITE -> saveTo(path, conflict.found());
            case SAVE_AS -> saveAs();
            case CANCEL -> false;
          };
      case SaveResult.Failed failed -> {
        failed.replaced().ifPresent(other -> hash = Optional.of(other));
        dialogs.problem("Not saved", List.of(failed.sentence()));
        yield false;
      }
    };
  }

  /// The hash of what a file holds now; empty when it cannot be read.
  private static Optional<String> onDisk(Path path) {
    try {
      return Optional.of(SafeFile.hash(Files.readAllBytes(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Looks whether somebody else wrote the file: a document without changes is read again and keeps
  /// selection and viewport, one with changes stays, and the next save will ask.
  void lookAtDisk() {
    if (file.isEmpty() || hash.isEmpty()) {
      return;
    }
    rules.lookAgain(file).ifPresent(this::tell);
    Optional<String> found = onDisk(file.get());
    if (found.isEmpty() || found.equals(hash)) {
      return;
    }
    if (workspace.state().history().isDirty()) {
      notice.accept(file.get().getFileName() + " changed on disk; saving will ask what to do");
      return;
    }
    if (DesignJson.read(file.get(), workspace.presets()) instanceof ReadResult.Opened result) {
      source = Optional.of(result.source());
      hash = Optional.of(result.source().sha256());
      EditorState before = workspace.state();
      workspace.open(result.document());
      workspace.show(before.viewport());
      workspace.select(before.selection().restrictedTo(workspace.state().design()));
      notice.accept("Read again: " + file.get().getFileName() + " changed on disk");
    }
  }

  /// Whether the open document may go: it is saved, or the person does not want it.
  boolean mayLeave() {
    if (!workspace.state().history().isDirty()) {
      return true;
    }
    return switch (dialogs.unsaved(workspace.state().design().name())) {
      case SAVE -> save();
      case DISCARD -> true;
      case CANCEL -> false;
    };
  }
}
