package dev.stillwater.io;

import java.util.Optional;

/// What became of a save. Only [Saved] means that the document is on the disk to stay.
public sealed interface SaveResult {

  /// The bytes are on the disk and outlast a power cut; `hash` is the one to give to the next save.
  record Saved(String hash) implements SaveResult {}

  /// Somebody else changed the file since it was read, and it was left alone.
  ///
  /// @param found the hash of what is there now; nothing if the file is gone
  record Conflict(Optional<String> found) implements SaveResult {}

  /// The save did not succeed; the document has to stay marked as changed.
  ///
  /// @param sentence what failed, for the user, with the way out
  /// @param replaced the hash of the new content, in the one case that the file has it already and
  ///   only its survival of a power cut is uncertain; else the file is what it was, byte for byte
  record Failed(String sentence, Optional<String> replaced) implements SaveResult {}
}
