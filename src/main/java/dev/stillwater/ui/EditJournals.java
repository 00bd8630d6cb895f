package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Tabs;
import dev.stillwater.editor.Tabs.Tab;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.FileOps;
import dev.stillwater.io.Journal;
import dev.stillwater.model.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Keeps a journal of every open design that has changes, so that whatever ends the program, edits
/// older than a second are there at the next start. Edits that follow each other closely are
/// written once. A design without changes has no journal.
final class EditJournals {
  /// How long an edit may wait for others; writing takes the rest of the second.
  static final Duration GATHERING = Duration.ofMillis(250);

  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Tabs<OpenFile> tabs;
  private final FileOps ops;
  private final Path folder;
  private final Journal.Owner owner;
  private final Later later;
  private final InstantSource clock;
  private final Consumer<String> failed;
  private final Map<Integer, Wanted> wanted = new LinkedHashMap<>();
  private final Map<Integer, Journal> journals = new HashMap<>();
  private final Object writing = new Object();
  private final Set<Integer> closed = ConcurrentHashMap.newKeySet();
  private Set<Integer> open = Set.of();
  private boolean scheduled;
  private boolean complained;

  /// @param dirty whether the document has changes that are not on disk
  private record Wanted(Journal.Head head, Document document, boolean dirty) {}

  /// @param failed is told, on any thread, when edits cannot be kept; once until they can again
  EditJournals(
      Workspace workspace,
      Tabs<OpenFile> tabs,
      FileOps ops,
      Path folder,
      Journal.Owner owner,
      Later later,
      InstantSource clock,
      Consumer<String> failed) {
    this.tabs = tabs;
    this.ops = ops;
    this.folder = folder;
    this.owner = owner;
    this.later = later;
    this.clock = clock;
    this.failed = failed;
    workspace.onChange(this::changed);
    tabs.onChange(this::tabsChanged);
    tabsChanged();
    tabs.all().stream().filter(Tab::isDirty).forEach(this::want);
  }

  /// Who this program is among the owners of journals.
  static Journal.Owner self() {
    return owner(ProcessHandle.current());
  }

  private static Journal.Owner owner(ProcessHandle process) {
    return new Journal.Owner(
        process.pid(), process.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L));
  }

  /// Whether an owner still runs on this machine.
  static boolean isAlive(Journal.Owner owner) {
    return ProcessHandle.of(owner.process())
        .filter(ProcessHandle::isAlive)
        .map(EditJournals::owner)
        .filter(owner::equals)
        .isPresent();
  }

  private void changed(EditorState before, EditorState after) {
    if (before.history() != after.history()) {
      want(tabs.front());
    }
  }

  /// The journals of tabs that are gone go too.
  private void tabsChanged() {
    Set<Integer> now = tabs.all().stream().map(Tab::number).collect(Collectors.toSet());
    Set<Integer> gone = new HashSet<>(open);
    gone.removeAll(now);
    open = now;
    if (closed.addAll(gone)) {
      schedule(GATHERING);
    }
  }

  private void want(Tab<OpenFile> tab) {
    Journal.Head head =
        new Journal.Head(
            owner,
            tab.number(),
            tab.file().path().map(Path::toString),
            tab.state().design().name(),
            tab.file().hash());
    synchronized (wanted) {
      wanted.put(tab.number(), new Wanted(head, tab.state().document(), tab.isDirty()));
    }
    schedule(GATHERING);
  }

  private void schedule(Duration delay) {
    synchronized (wanted) {
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    later.after(delay, () -> flush());
  }

  /// Writes what waits to be written; whether all of it is on the disk.
  boolean flush() {
    Map<Integer, Wanted> now;
    synchronized (wanted) {
      scheduled = false;
      now = new LinkedHashMap<>(wanted);
      wanted.clear();
    }
    synchronized (writing) {
      now.forEach(this::write);
    }
    dropClosed();
    synchronized (wanted) {
      return wanted.isEmpty();
    }
  }

  private void write(int tab, Wanted what) {
    Journal journal = journals.computeIfAbsent(tab, number -> new Journal(ops, folder));
    try {
      if (what.dirty()) {
        journal.keep(what.head(), DesignJson.write(what.document()), clock.instant());
      } else {
        journal.drop();
        journals.remove(tab);
      }
      complained = false;
    } catch (IOException e) {
      synchronized (wanted) {
        wanted.putIfAbsent(tab, what);
      }
      if (!complained) {
        complained = true;
        failed.accept(
            "Changes cannot be kept for recovery in "
                + folder
                + ": "
                + e.getMessage()
                + ". Save often.");
      }
      schedule(AGAIN);
    }
  }

  private void dropClosed() {
    synchronized (writing) {
      journals
          .entrySet()
          .removeIf(entry -> {
            if (!closed.contains(entry.getKey())) {
              return false;
            }
            try {
              entry.getValue().drop();
              return true;
            } catch (IOException e) {
              return false;
            }
          });
    }
  }

  /// The window closes, and nobody wants what is not saved.
  void end() {
    synchronized (wanted) {
      wanted.clear();
      scheduled = true;
    }
    closed.addAll(open);
    dropClosed();
  }
}
