package dev.stillwater.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The file operations that saving consists of, one system call or thereabouts each.
///
/// They are an interface because their failures are the point: a twin in the tests runs out of
/// space, writes half of what it is given, loses what was not forced, and dies between any two
/// calls.
public interface FileOps {

  /// The file that a path leads to when symbolic links are followed. It need not exist.
  Path resolve(Path path) throws IOException;

  /// The content of a regular file, or nothing if no such file exists. Anything else, such as a
  /// directory or a device, is an error.
  Optional<byte[]> read(Path file) throws IOException;

  /// Who may do what with a file; nothing where the file system does not know permissions.
  Optional<Set<PosixFilePermission>> mode(Path file) throws IOException;

  void setMode(Path file, Set<PosixFilePermission> mode) throws IOException;

  /// Makes a directory and those above it, unless they are there.
  void createDirectories(Path directory) throws IOException;

  /// Creates a file that did not exist, and opens it for writing.
  Draft create(Path file) throws IOException;

  /// Puts a file in the place of another one in the same directory, in one step.
  void rename(Path from, Path to) throws IOException;

  /// Makes creations, renames and removals in a directory outlast a power cut.
  void forceDirectory(Path directory) throws IOException;

  void delete(Path file) throws IOException;

  List<Path> list(Path directory) throws IOException;

  Instant modified(Path file) throws IOException;

  /// A file that is being written.
  interface Draft extends Closeable {

    /// Writes some of the bytes that remain, possibly not all, and says how many.
    int write(ByteBuffer bytes) throws IOException;

    /// Makes what was written outlast a power cut.
    void force() throws IOException;
  }
}
