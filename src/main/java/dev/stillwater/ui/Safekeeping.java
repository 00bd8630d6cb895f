package dev.stillwater.ui;

import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.FileOps;
import dev.stillwater.io.Journal;
import dev.stillwater.io.LocalHistory;
import dev.stillwater.io.StateFolder;
import java.time.InstantSource;
import java.util.function.Predicate;

/// Where and by whom edits and versions are kept.
///
/// @param owner this program
/// @param alive whether another one still runs
/// @param later runs what writes, away from the window's thread
record Safekeeping(
    FileOps ops,
    StateFolder state,
    Journal.Owner owner,
    Predicate<Journal.Owner> alive,
    Later later,
    InstantSource clock) {
  static Safekeeping onDisk(StateFolder state) {
    return new Safekeeping(
        new DiskFileOps(),
        state,
        EditJournals.self(),
        EditJournals::isAlive,
        Later.onOneThread("journal"),
        InstantSource.system());
  }

  LocalHistory history() {
    return new LocalHistory(ops, state.history());
  }
}
