package dev.stillwater.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A disk in memory that fails on demand, and after a power cut shows what a real one might.
///
/// It keeps what programs see apart from what was forced. A power cut may lose any content that was
/// not forced, and any creation, rename or removal in a directory that was not forced; [#afterCut]
/// gives the extremes of what may be left. Every operation is counted, so that a test can walk a
/// fault along all of them.
class FaultyFileOps implements FileOps {

  /// The process is gone. Nothing it does afterwards, such as tidying up, reaches the disk.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /// What happens at one operation.
  enum Fault {
    NONE,
    IO_ERROR,
    NO_SPACE,
    KILL_BEFORE,
    KILL_AFTER
  }

  private static final Set<PosixFilePermission> BY_MASK =
      PosixFilePermissions.fromString("rw-r--r--");

  private static final class Inode {
    byte[] content = {};
    byte[] forced = {};
    Set<PosixFilePermission> mode = BY_MASK;
    Instant modified = Instant.EPOCH;
  }

  private final Map<Path, Inode> entries = new HashMap<>();
  private final Map<Path, Inode> forcedEntries = new HashMap<>();
  private final Map<Path, Path> links = new HashMap<>();
  private final int largestWrite;
  private Fault fault = Fault.NONE;
  private int faultAt = -1;
  private boolean killed;
  private Runnable interloper = () -> {};
  private int interloperAt = -1;

  /// The operations so far, by name.
  final List<String> calls = new ArrayList<>();

  FaultyFileOps(int largestWrite) {
    this.largestWrite = largestWrite;
  }

  FaultyFileOps fail(Fault what, int call) {
    fault = what;
    faultAt = call;
    return this;
  }

  /// Lets somebody else do something just before an operation.
  void meanwhile(int call, Runnable what) {
    interloper = what;
    interloperAt = call;
  }

  /// A file that has been on the disk for long.
  void put(Path file, byte[] content, String mode, Instant modified) {
    var inode = new Inode();
    inode.content = content;
    inode.forced = content;
    inode.mode = PosixFilePermissions.fromString(mode);
    inode.modified = modified;
    entries.put(file, inode);
    forcedEntries.put(file, inode);
  }

  void link(Path from, Path to) {
    links.put(from, to);
  }

  Optional<byte[]> content(Path file) {
    return Optional.ofNullable(entries.get(file)).map(inode -> inode.content);
  }

  String modeOf(Path file) {
    return PosixFilePermissions.toString(entries.get(file).mode);
  }

  Set<Path> files() {
    return entries.keySet();
  }

  /// The contents a file may have after a power cut; an absent file is an empty `Optional`.
  List<Optional<byte[]>> afterCut(Path file) {
    var left = new ArrayList<Optional<byte[]>>();
    for (var directory : List.of(entries, forcedEntries)) {
      var inode = Optional.ofNullable(directory.get(file));
      left.add(inode.map(i -> i.content));
      left.add(inode.map(i -> i.forced));
    }
    return left;
  }

  private interface Operation<T> {
    T run() throws IOException;
  }

  private <T> T call(String name, Operation<T> operation) throws IOException {
    if (killed) {
      throw new Killed();
    }
    int call = calls.size();
    calls.add(name);
    if (call == interloperAt) {
      interloper.run();
    }
    Fault now = call == faultAt ? fault : Fault.NONE;
    return switch (now) {
      case NONE -> operation.run();
      case IO_ERROR -> throw new FileSystemException(name, null, "Input/output error");
      case NO_SPACE -> throw new FileSystemException(name, null, "No space left on device");
      case KILL_BEFORE -> {
        killed = true;
        throw new Killed();
      }
      case KILL_AFTER -> {
        operation.run();
        killed = true;
        throw new Killed();
      }
    };
  }

  private Inode inode(Path file) throws NoSuchFileException {
    Inode inode = entries.get(file);
    if (inode == null) {
      throw new NoSuchFileException(file.toString());
    }
    return inode;
  }

  @Override
  public Path resolve(Path path) throws IOException {
    return call("resolve", () -> links.getOrDefault(path, path));
  }

  @Override
  public Optional<byte[]> read(Path file) throws IOException {
    return call("read", () -> content(file));
  }

  @Override
  public Optional<Set<PosixFilePermission>> mode(Path file) throws IOException {
    return call("mode", () -> Optional.of(inode(file).mode));
  }

  @Override
  public void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
    call("setMode", () -> inode(file).mode = mode);
  }

  @Override
  public void createDirectories(Path directory) throws IOException {
    call("createDirectories", () -> directory);
  }

  @Override
  public Draft create(Path file) throws IOException {
    return call(
        "create",
        () -> {
          if (entries.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
          }
          var inode = new Inode();
          entries.put(file, inode);
          return new MemoryDraft(inode);
        });
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    call(
        "rename",
        () -> {
          entries.put(to, inode(from));
          return entries.remove(from);
        });
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    call(
        "forceDirectory",
        () -> {
          forcedEntries.keySet().removeIf(file -> directory.equals(file.getParent()));
          entries.forEach((file, inode) -> {
            if (directory.equals(file.getParent())) {
              forcedEntries.put(file, inode);
            }
          });
          return directory;
        });
  }

  @Override
  public void delete(Path file) throws IOException {
    call("delete", () -> Optional.ofNullable(entries.remove(file)));
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    return call(
        "list",
        () ->
            entries.keySet().stream()
                .filter(f -> directory.equals(f.getParent()))
                .sorted()
                .toList());
  }

  @Override
  public Instant modified(Path file) throws IOException {
    return call("modified", () -> inode(file).modified);
  }

  private final class MemoryDraft implements Draft {
    private final Inode inode;

    MemoryDraft(Inode inode) {
      this.inode = inode;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return call(
          "write",
          () -> {
            byte[] taken = new byte[Math.min(bytes.remaining(), largestWrite)];
            bytes.get(taken);
            var content = new ByteArrayOutputStream();
            content.writeBytes(inode.content);
            content.writeBytes(taken);
            inode.content = content.toByteArray();
            return taken.length;
          });
    }

    @Override
    public void force() throws IOException {
      call("force", () -> inode.forced = inode.content);
    }

    @Override
    public void close() throws IOException {
      call("close", () -> inode);
    }
  }
}
