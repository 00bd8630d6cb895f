package dev.stillwater.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// The one save path: whatever happens, the file holds the old document or the new one, complete.
///
/// Writing in place loses the document when the process dies half way. So the new content goes into
/// a draft beside the file, is forced to the disk, and takes the file's place by a rename, which is
/// forced too; only then is it called saved. The order of these steps is the whole safety: forced
/// after the rename, a power cut leaves an empty file; without the last force, the old one.
public final class SafeFile {
  private static final Pattern DRAFT = Pattern.compile("\\.stillwater-[0-9a-f]{16}\\.draft");
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final FileOps ops;

  public SafeFile(FileOps ops) {
    this.ops = ops;
  }

  /// Puts `content` in the place of `path`, or of the file that `path` as a symbolic link leads to.
  ///
  /// @param loaded the hash of what was read from there or last saved; nothing if no file is
  ///   expected
  public SaveResult save(Path path, byte[] content, Optional<String> loaded) {
    if (isBlank(content)) {
      return failed(path, "an empty document is never written", Optional.empty());
    }
    boolean renamed = false;
    try {
      Path file = ops.resolve(path);
      Path directory = file.toAbsolutePath().getParent();
      if (directory == null) {
        return failed(path, "it is not the name of a file", Optional.empty());
      }
      Optional<Set<PosixFilePermission>> mode =
          ops.read(file).isPresent() ? ops.mode(file) : Optional.empty();
      if (mode.isPresent() && mode.get().stream().noneMatch(WRITE::contains)) {
        return failed(path, "it is read-only", Optional.empty());
      }
      Path draft = directory.resolve(draftName());
      try {
        write(draft, content, mode);
        Optional<String> found = ops.read(file).map(SafeFile::hash);
        if (!found.equals(loaded)) {
          return new SaveResult.Conflict(found);
        }
        ops.rename(draft, file);
        renamed = true;
      } finally {
        if (!renamed) {
          discard(draft);
        }
      }
      ops.forceDirectory(directory);
      return new SaveResult.Saved(hash(content));
    } catch (IOException e) {
      return failed(path, reason(e), renamed ? Optional.of(hash(content)) : Optional.empty());
    }
  }

  /// Removes the drafts that killed saves left in a directory, and says which. Drafts younger than
  /// `age` may belong to a save that is under way.
  public List<Path> sweep(Path directory, Duration age, Instant now) throws IOException {
    var swept = new ArrayList<Path>();
    for (Path file : ops.list(directory)) {
      if (isDraft(file) && ops.modified(file).isBefore(now.minus(age))) {
        ops.delete(file);
        swept.add(file);
      }
    }
    return swept;
  }

  /// The name by which contents are told apart: SHA-256 in hexadecimal.
  public static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The mode comes before the first byte: what only its owner may read is never readable by
  /// others.
  private void write(Path draft, byte[] content, Optional<Set<PosixFilePermission>> mode)
      throws IOException {
    try (FileOps.Draft out = ops.create(draft)) {
      if (mode.isPresent()) {
        ops.setMode(draft, mode.get());
      }
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        if (out.write(rest) <= 0) {
          throw new IOException("the disk takes no more bytes");
        }
      }
      out.force();
    }
  }

  private void discard(Path draft) {
    try {
      ops.delete(draft);
    } catch (IOException e) {
      // The failure that led here is the one to report; a later sweep removes the draft.
    }
  }

  private static boolean isDraft(Path file) {
    return DRAFT.matcher(String.valueOf(file.getFileName())).matches();
  }

  private static String draftName() {
    return ".stillwater-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
        + ".draft";
  }

  private static boolean isBlank(byte[] content) {
    for (byte b : content) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }

  private static SaveResult failed(Path path, String reason, Optional<String> replaced) {
    String state =
        replaced.isPresent()
            ? " The new content is there, but may not outlast a power cut: save again,"
            : " The file is as it was: save again,";
    return new SaveResult.Failed(
        path.getFileName()
            + " could not be saved: "
            + reason
            + "."
            + state
            + " or save a copy elsewhere.",
        replaced);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "its folder does not exist";
      case AccessDeniedException _ -> "writing there is not permitted";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
