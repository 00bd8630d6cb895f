package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.LocalHistory;
import dev.stillwater.io.SafeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What keeps the work of a window safe besides saving: journals of edits, versions of what was
/// saved, and the copies that an earlier window left.
final class Safety {
  /// Drafts of other programs' saves are younger.
  private static final Duration STALE = Duration.ofHours(1);

  private final Safekeeping keeping;
  private final DesignFiles files;
  private final EditJournals journals;
  private final LocalHistory history;
  private final Recovery recovery;
  private final SafeFile safe;
  private final Consumer<String> notice;
  private final Set<Path> swept = new HashSet<>();

  /// Hashes of what was read and is a version by now.
  private final Set<String> known = new HashSet<>();

  /// @param notice tells a sentence, on any thread
  Safety(
      Safekeeping keeping,
      Workspace workspace,
      DesignFiles files,
      Executor foreground,
      Consumer<String> notice) {
    this.keeping = keeping;
    this.files = files;
    this.notice = sentence -> foreground.execute(() -> notice.accept(sentence));
    this.history = keeping.history();
    this.recovery = new Recovery(keeping, workspace.presets());
    this.safe = new SafeFile(keeping.ops());
    this.journals =
        new EditJournals(
            workspace,
            files.tabs(),
            keeping.ops(),
            keeping.state().journals(),
            keeping.owner(),
            keeping.later(),
            keeping.clock(),
            this.notice);
    workspace.onChange(this::changed);
  }

  /// What was on disk when the first edit came is a version too: a merge after a crash starts from
  /// it.
  private void changed(EditorState before, EditorState after) {
    OpenFile file = files.tabs().front().file();
    if (before.history() != after.history()
        && after.history().isDirty()
        && file.path().isPresent()
        && file.source().isPresent()
        && file.source().map(source -> source.sha256()).equals(file.hash())
        && known.add(file.hash().orElse(""))) {
      Path path = file.path().get();
      var source = file.source().get();
      later(() -> keep(path, source.bytes()));
    }
  }

  private void later(Runnable task) {
    keeping.later().after(Duration.ZERO, task);
  }

  private void keep(Path path, byte[] content) {
    try {
      history.keep(path, content, keeping.clock().instant());
    } catch (IOException e) {
      notice.accept("No version was kept in the local history: " + e.getMessage());
    }
  }

  /// A design was saved.
  ///
  /// @param kept is told when it is a version
  void saved(Path path, byte[] content, Runnable kept) {
    later(() -> {
      keep(path, content);
      kept.run();
    });
  }

  /// A file was opened or saved in a folder: what killed saves of ours left there goes.
  void visited(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && swept.add(folder)) {
      later(() -> {
        try {
          safe.sweep(folder, STALE, keeping.clock().instant());
        } catch (IOException e) {
          // A folder that cannot be swept is no reason to disturb anybody.
        }
      });
    }
  }

  /// The versions of the design in front, the latest first.
  List<LocalHistory.Version> versions() {
    return files.file().map(this::versions).orElse(List.of());
  }

  private List<LocalHistory.Version> versions(Path path) {
    try {
      return history.versions(path);
    } catch (IOException e) {
      notice.accept("The local history cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  /// The content of a version; empty when it is gone.
  Optional<byte[]> content(LocalHistory.Version version) {
    try {
      return history.content(version);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Offers what an earlier window left, if anything.
  ///
  /// @param opened is called after a design was restored
  void recover(Modal modal, Runnable opened) {
    List<Recovery.Offer> offers;
    try {
      offers = recovery.offers();
    } catch (IOException e) {
      notice.accept("Unsaved changes of an earlier window cannot be looked for: " + e.getMessage());
      return;
    }
    if (offers.isEmpty()) {
      return;
    }
    new RecoveryDialog(
            modal,
            ZoneId.systemDefault(),
            new RecoveryDialog.Decisions() {
              @Override
              public boolean restore(Recovery.Offer offer) {
                boolean done = Safety.this.restore(offer);
                opened.run();
                return done;
              }

              @Override
              public boolean refuse(Recovery.Offer offer) {
                return Safety.this.refuse(offer);
              }
            })
        .show(offers);
  }

  /// Opens the copy, and forgets where it came from only when it is in a journal again.
  boolean restore(Recovery.Offer offer) {
    files.openUnsaved(offer.mine(), offer.file());
    if (!journals.flush()) {
      return true;
    }
    try {
      recovery.restored(offer);
    } catch (IOException e) {
      notice.accept("The restored copy will be offered once more: " + e.getMessage());
    }
    return true;
  }

  private boolean refuse(Recovery.Offer offer) {
    try {
      recovery.refused(offer);
      return true;
    } catch (IOException e) {
      notice.accept("The unsaved copy stays, and will be offered again: " + e.getMessage());
      return false;
    }
  }

  List<Recovery.Offer> offers() throws IOException {
    return recovery.offers();
  }

  /// The window closes; what is not saved is not wanted.
  void end() {
    journals.end();
  }
}
