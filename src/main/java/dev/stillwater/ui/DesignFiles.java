package dev.stillwater.ui;

import dev.stillwater.editor.ChangeRow;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.History;
import dev.stillwater.editor.Tabs;
import dev.stillwater.editor.Tabs.Tab;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.ReadResult;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.DocumentDiff;
import dev.stillwater.model.DocumentMerge;
import dev.stillwater.model.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Opening, saving and closing: what stands in a tab came from which file, and goes back there by
/// the one save path. A file that cannot be read leaves what is open alone.
final class DesignFiles {
  private static final List<String> EXTENSION = List.of("*.design.json");

  private final Workspace workspace;
  private final Tabs<OpenFile> tabs;
  private final RulesInForce rules;
  private final PresetsInForce presets;
  private final SafeFile safe;
  private final Dialogs dialogs;
  private final Consumer<String> notice;
  private final Consumer<Path> opened;
  private final Runnable settle;

  /// Tabs, files and contents that somebody was told about.
  private final Set<String> seen = new HashSet<>();

  private boolean looking;
  private BiConsumer<Path, byte[]> versions = (path, content) -> {};

  /// @param rules follow the file
  /// @param presets follow the file, too
  /// @param notice is told in a few words what was done
  /// @param opened is told the file after opening and after saving
  /// @param settle takes over what is still being typed into fields
  DesignFiles(
      Workspace workspace,
      RulesInForce rules,
      PresetsInForce presets,
      SafeFile safe,
      Dialogs dialogs,
      Consumer<String> notice,
      Consumer<Path> opened,
      Runnable settle) {
    this.workspace = workspace;
    this.tabs = new Tabs<>(workspace, OpenFile.NONE);
    this.rules = rules;
    this.presets = presets;
    this.safe = safe;
    this.dialogs = dialogs;
    this.notice = notice;
    this.opened = opened;
    this.settle = settle;
  }

  /// Is told what was saved where.
  void onSaved(BiConsumer<Path, byte[]> listener) {
    versions = listener;
  }

  Tabs<OpenFile> tabs() {
    return tabs;
  }

  private OpenFile front() {
    return tabs.front().file();
  }

  /// The file of the design in front; empty when it was never saved.
  Optional<Path> file() {
    return front().path();
  }

  /// What the window calls the design in front.
  String title() {
    return title(tabs.front()) + (tabs.front().isDirty() ? " •" : "");
  }

  /// What a tab is called, without the mark of changes.
  static String title(Tab<OpenFile> tab) {
    return tab.file().fileName().orElse(tab.state().design().name() + " (not saved)")
        + (tab.file().readOnly() ? " (read-only)" : "");
  }

  /// Whether nothing would be missed if another document took the place of the one in front.
  private boolean isPristine() {
    EditorState state = workspace.state();
    History history = state.history();
    return front().path().isEmpty()
        && !history.isDirty()
        && !history.canUndo()
        && !history.canRedo()
        && state.design().components().isEmpty();
  }

  /// Puts a document into a tab of its own; what is wrong with the rules beside it.
  private List<LocatedProblem> put(History history, OpenFile file) {
    settle.run();
    List<LocatedProblem> ofRules = new ArrayList<>(follow(file.path()));
    ofRules.addAll(rules.strangers(history.present().design()));
    if (isPristine()) {
      tabs.replace(history, file);
    } else {
      tabs.open(history, file);
    }
    return ofRules;
  }

  /// Reads what stands beside the file that comes to the front; what is wrong with its rules.
  private List<LocatedProblem> follow(Optional<Path> file) {
    presets.follow(file);
    return rules.follow(file);
  }

  /// Opens a document that belongs to no file.
  void openFresh(Document document) {
    put(History.opened(document), OpenFile.NONE);
  }

  /// Opens a document that differs from what is on the disk.
  ///
  /// @param file what was read from there; nothing where there is no such file
  void openUnsaved(Document document, OpenFile file) {
    Optional<Tab<OpenFile>> there =
        file.path().flatMap(path -> tabs.find(tab -> tab.file().isAt(path) && !tab.isDirty()));
    if (there.isPresent() && there.get().file().hash().equals(file.hash())) {
      show(there.get().number());
      workspace.commit("Restore unsaved changes", document);
      return;
    }
    there.ifPresent(tab -> close(tab.number()));
    History history = History.opened(document);
    put(file.base().map(history::onDisk).orElseGet(history::markUnsaved), file);
  }

  /// Opens a file in a tab, or brings the tab to the front that has it; whether that worked.
  boolean open(Path path) {
    Path wanted = path.toAbsolutePath().normalize();
    Optional<Tab<OpenFile>> there = tabs.find(tab -> tab.file().isAt(wanted));
    if (there.isPresent()) {
      show(there.get().number());
      return true;
    }
    return switch (DesignJson.read(path, presets.beside(path))) {
      case ReadResult.Refused refused -> {
        dialogs.problem(path.getFileName() + " cannot be opened", refused.problems());
        yield false;
      }
      case ReadResult.Opened result -> {
        OpenFile file = OpenFile.read(wanted, result.source(), result.readOnly());
        List<LocatedProblem> ofRules = put(History.opened(result.document()), file);
        opened.accept(wanted);
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

  /// Brings a tab to the front.
  void show(int number) {
    if (number == tabs.front().number()) {
      return;
    }
    settle.run();
    Tab<OpenFile> tab = tabs.find(t -> t.number() == number).orElseThrow();
    follow(tab.file().path());
    tabs.show(number);
    lookAtDisk();
  }

  /// Closes a tab, unless something would be lost that the person wants; whether it is closed.
  boolean close(int number) {
    settle.run();
    Tab<OpenFile> tab = tabs.find(t -> t.number() == number).orElseThrow();
    if (tab.isDirty()) {
      show(number);
      if (!mayLose()) {
        return false;
      }
    }
    tabs.close(number, Document.of(Design.empty("Untitled")), OpenFile.NONE);
    follow(front().path());
    return true;
  }

  /// What is wrong with rules files; the design is open all the same.
  private void tell(List<LocatedProblem> ofRules) {
    if (ofRules.stream().anyMatch(LocatedProblem::isError)) {
      dialogs.problem("Some of your rules do not count", ofRules);
    } else if (!ofRules.isEmpty()) {
      notice.accept(ofRules.getFirst().where() + ": " + ofRules.getFirst().message());
    }
  }

  /// Saves to the file of the design in front, or asks for one; whether it is on disk.
  boolean save() {
    settle.run();
    OpenFile file = front();
    return file.path().isPresent() && !file.readOnly()
        ? saveTo(file.path().get(), file.hash())
        : saveAs();
  }

  boolean saveAs() {
    settle.run();
    String name =
        front().fileName().orElse(Ids.of(workspace.state().design().name()) + ".design.json");
    Optional<Path> target = dialogs.chooseTarget("Save design", name, EXTENSION);
    return target.isPresent() && saveTo(target.get(), onDisk(target.get()));
  }

  private boolean saveTo(Path path, Optional<String> expected) {
    EditorState state = workspace.state();
    byte[] content =
        front()
            .source()
            .map(from -> DesignJson.write(state.document(), from))
            .orElseGet(() -> DesignJson.write(state.document()));
    return switch (safe.save(path, content, expected)) {
      case SaveResult.Saved saved -> {
        Path written = path.toAbsolutePath().normalize();
        tabs.file(front().saved(written, state.document(), saved.hash()));
        workspace.markSaved();
        versions.accept(written, content);
        opened.accept(written);
        rules.lookAgain(Optional.of(written)).ifPresent(this::tell);
        presets.follow(Optional.of(written));
        notice.accept("Saved " + path.getFileName());
        yield true;
      }
      case SaveResult.Conflict conflict ->
          switch (dialogs.conflict(path, canMerge(path) && conflict.found().isPresent())) {
            case MERGE -> merge(path) && saveTo(path, front().hash());
            case OVERWRITE -> saveTo(path, conflict.found());
            case SAVE_AS -> saveAs();
            case CANCEL -> false;
          };
      case SaveResult.Failed failed -> {
        if (failed.replaced().isPresent()) {
          tabs.file(front().withHash(failed.replaced()));
        }
        dialogs.failed("Not saved", failed.sentence());
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

  /// Looks whether somebody else wrote the file in front: a document without changes takes over
  /// what is there and keeps selection and viewport; where there are changes, they can be merged.
  void lookAtDisk() {
    OpenFile file = front();
    if (looking || file.path().isEmpty() || file.hash().isEmpty()) {
      return;
    }
    looking = true;
    try {
      rules.lookAgain(file.path()).ifPresent(this::tell);
      presets.lookAgain();
      Path path = file.path().get();
      Optional<String> found = onDisk(path);
      if (!found.equals(file.hash())
          && seen.add(tabs.front().number() + " " + path + " " + found.orElse("gone"))) {
        changedOnDisk(path, found.isPresent());
      }
    } finally {
      looking = false;
    }
  }

  private void changedOnDisk(Path path, boolean there) {
    if (!there) {
      notice.accept(path.getFileName() + " is gone from disk; saving writes it again");
    } else if (!workspace.state().history().isDirty()) {
      switch (DesignJson.read(path, presets.beside(path))) {
        case ReadResult.Refused refused ->
            dialogs.problem(
                path.getFileName() + " changed on disk and cannot be read", refused.problems());
        case ReadResult.Opened result -> {
          tabs.file(OpenFile.read(path, result.source(), result.readOnly()));
          workspace.commit("Take over what changed on disk", result.document());
          workspace.markSaved();
          notice.accept("Read again: " + path.getFileName() + " changed on disk");
        }
      }
    } else if (!canMerge(path)) {
      notice.accept(path.getFileName() + " changed on disk; saving will ask what to do");
    } else if (dialogs.mergeNow(path)) {
      merge(path);
    }
  }

  private boolean canMerge(Path path) {
    return front().isAt(path.toAbsolutePath().normalize()) && front().base().isPresent();
  }

  /// Puts together what is open and what somebody else wrote, as one step; whether that was done.
  private boolean merge(Path path) {
    return switch (DesignJson.read(path, presets.beside(path))) {
      case ReadResult.Refused refused -> {
        dialogs.problem(path.getFileName() + " cannot be merged", refused.problems());
        yield false;
      }
      case ReadResult.Opened theirs -> merge(path, theirs);
    };
  }

  private boolean merge(Path path, ReadResult.Opened theirs) {
    Document base = front().base().orElseThrow();
    Document mine = workspace.state().document();
    DocumentMerge.Merged merged = DocumentMerge.of(base, mine, theirs.document());
    if (!merged.conflicts().isEmpty()) {
      Optional<Map<String, DocumentMerge.Side>> choices =
          dialogs.resolve(String.valueOf(path.getFileName()), merged.conflicts());
      if (choices.isEmpty()) {
        return false;
      }
      merged =
          DocumentMerge.of(
              base,
              mine,
              theirs.document(),
              conflict -> choices.get().getOrDefault(conflict.key(), DocumentMerge.kept(conflict)));
    }
    tabs.file(OpenFile.read(path, theirs.source(), theirs.readOnly()));
    workspace.commit("Merge with the disk", merged.document());
    workspace.update(state -> state.with(state.history().onDisk(theirs.document())));
    notice.accept(
        "Merged with "
            + path.getFileName()
            + ": "
            + ChangeRow.summary(ChangeRow.of(DocumentDiff.of(mine, workspace.state().document()))));
    return true;
  }

  /// Whether the window may close: everything is saved, or the person does not want it.
  boolean mayLeave() {
    settle.run();
    for (Tab<OpenFile> tab : tabs.all()) {
      if (tab.isDirty()) {
        show(tab.number());
        if (!mayLose()) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether the changes in front may go: they are saved now, or the person does not want them.
  private boolean mayLose() {
    return switch (dialogs.unsaved(workspace.state().design().name())) {
      case SAVE -> save();
      case DISCARD -> true;
      case CANCEL -> false;
    };
  }
}
