package dev.stillwater.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The edits of one open document that are not saved yet, kept so that a killed program loses none
/// of them: when [#keep] returns, the content is on the disk to stay.
///
/// A journal is a file of frames: length, CRC-32C, and what it says. The first names the document,
/// the second holds it whole, each further one only what differs from the one before. A frame that
/// was being written when the program died is torn and counts for nothing; those before it hold.
/// When a file has grown to many times the document, a new one takes its place, and only when that
/// is forced the old one goes. Used from one thread.
public final class Journal {
  static final String ENDING = ".journal";
  private static final byte HEAD = 'H';
  private static final byte WHOLE = 'W';
  private static final byte CHANGE = 'C';

  /// In bytes: journals up to here are never rewritten.
  private static final long SMALL = 1L << 20;

  /// How many times the document a larger journal may be.
  private static final int MANY = 6;

  /// Frames beyond this many bytes are torn, not read.
  private static final int LONGEST = 256 << 20;

  /// Whose journal it is.
  ///
  /// @param started of the process, in milliseconds since 1970: ids of processes come again
  public record Owner(long process, long started) {}

  /// Which document it is.
  ///
  /// @param tab tells the documents of one owner apart
  /// @param path of its file; empty when it was never saved
  /// @param hash of the content of that file when it was last read or written
  public record Head(
      Owner owner, int tab, Optional<String> path, String name, Optional<String> hash) {
    private byte[] bytes() {
      var out = new ByteArrayOutputStream();
      try (var data = new DataOutputStream(out)) {
        data.writeLong(owner.process());
        data.writeLong(owner.started());
        data.writeInt(tab);
        data.writeUTF(path.orElse(""));
        data.writeUTF(name.length() > 1000 ? name.substring(0, 1000) : name);
        data.writeUTF(hash.orElse(""));
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot be written", e);
      }
      return out.toByteArray();
    }
  }

  private final FileOps ops;
  private final Path folder;
  private FileOps.@Nullable Draft out;
  private @Nullable Path file;
  private final List<Path> outdated = new ArrayList<>();
  private @Nullable Head head;
  private byte[] last = {};
  private long size;
  private int number;

  /// @param folder where journals are; made when the first one is written
  public Journal(FileOps ops, Path folder) {
    this.ops = ops;
    this.folder = folder;
  }

  /// Puts the present content of the document on the disk.
  ///
  /// @throws IOException when it is not there; the next call begins a new file
  public void keep(Head of, byte[] content, Instant at) throws IOException {
    boolean grown = size > SMALL && size > (long) MANY * content.length;
    try {
      if (out == null || !of.equals(head) || grown) {
        begin(of, content, at);
      } else {
        append(change(content, at));
        force();
      }
      last = content.clone();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void begin(Head of, byte[] content, Instant at) throws IOException {
    close();
    if (file != null) {
      outdated.add(file);
      file = null;
    }
    ops.createDirectories(folder);
    number++;
    Owner owner = of.owner();
    Path next =
        folder.resolve(
            owner.process() + "-" + owner.started() + "-" + of.tab() + "-" + number + ENDING);
    out = ops.create(next);
    file = next;
    head = of;
    size = 0;
    append(frame(HEAD, at, of.bytes()));
    append(frame(WHOLE, at, content));
    force();
    ops.forceDirectory(folder);
    deleteOutdated();
  }

  private void deleteOutdated() throws IOException {
    while (!outdated.isEmpty()) {
      ops.delete(outdated.getFirst());
      outdated.removeFirst();
    }
  }

  /// The document is saved, or nobody wants it: nothing is left of its journal.
  public void drop() throws IOException {
    close();
    if (file != null) {
      outdated.add(file);
      file = null;
    }
    deleteOutdated();
    last = new byte[0];
    size = 0;
  }

  private void close() {
    FileOps.Draft draft = out;
    out = null;
    if (draft != null) {
      try {
        draft.close();
      } catch (IOException e) {
        // Everything that matters was forced before.
      }
    }
  }

  private void force() throws IOException {
    if (out != null) {
      out.force();
    }
  }

  private void append(byte[] frame) throws IOException {
    FileOps.Draft draft = out;
    if (draft == null) {
      throw new IOException("the journal is closed");
    }
    ByteBuffer rest = ByteBuffer.wrap(frame);
    while (rest.hasRemaining()) {
      if (draft.write(rest) <= 0) {
        throw new IOException("the disk takes no more bytes");
      }
    }
    size += frame.length;
  }

  private byte[] change(byte[] content, Instant at) {
    int most = Math.min(last.length, content.length);
    int prefix = 0;
    while (prefix < most && last[prefix] == content[prefix]) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && last[last.length - 1 - suffix] == content[content.length - 1 - suffix]) {
      suffix++;
    }
    int middle = content.length - prefix - suffix;
    ByteBuffer what = ByteBuffer.allocate(12 + middle);
    what.putInt(prefix).putInt(suffix).putInt(checksum(content)).put(content, prefix, middle);
    return frame(CHANGE, at, what.array());
  }

  private static byte[] frame(byte kind, Instant at, byte[] what) {
    ByteBuffer payload = ByteBuffer.allocate(9 + what.length);
    payload.put(kind).putLong(at.toEpochMilli()).put(what);
    return ByteBuffer.allocate(8 + payload.capacity())
        .putInt(payload.capacity())
        .putInt(checksum(payload.array()))
        .put(payload.array())
        .array();
  }

  private static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /// What a journal holds.
  ///
  /// @param at when the content was kept
  record Read(Head head, byte[] content, Instant at) {}

  /// Reads the frames of a journal up to the first that is torn; empty when not even one content is
  /// whole.
  static Optional<Read> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Head head = null;
    byte[] content = null;
    long at = 0;
    while (in.remaining() >= 8) {
      int length = in.getInt();
      int sum = in.getInt();
      if (length < 9 || length > LONGEST || length > in.remaining()) {
        break;
      }
      byte[] payload = new byte[length];
      in.get(payload);
      if (checksum(payload) != sum) {
        break;
      }
      ByteBuffer frame = ByteBuffer.wrap(payload);
      byte kind = frame.get();
      long time = frame.getLong();
      byte[] next = content;
      if (kind == HEAD) {
        head = head(frame);
      } else if (kind == WHOLE) {
        next = new byte[frame.remaining()];
        frame.get(next);
      } else if (kind == CHANGE && content != null && frame.remaining() >= 12) {
        next = changed(content, frame);
      } else {
        break;
      }
      if (next == null && kind != HEAD) {
        break;
      }
      content = next;
      at = time;
    }
    return head == null || content == null
        ? Optional.empty()
        : Optional.of(new Read(head, content, Instant.ofEpochMilli(at)));
  }

  private static byte @Nullable [] changed(byte[] before, ByteBuffer frame) {
    int prefix = frame.getInt();
    int suffix = frame.getInt();
    int sum = frame.getInt();
    if (prefix < 0 || suffix < 0 || (long) prefix + suffix > before.length) {
      return null;
    }
    int middle = frame.remaining();
    byte[] after = new byte[prefix + middle + suffix];
    System.arraycopy(before, 0, after, 0, prefix);
    frame.get(after, prefix, middle);
    System.arraycopy(before, before.length - suffix, after, prefix + middle, suffix);
    return checksum(after) == sum ? after : null;
  }

  private static @Nullable Head head(ByteBuffer frame) {
    try (var data =
        new DataInputStream(
            new ByteArrayInputStream(frame.array(), frame.position(), frame.remaining()))) {
      Owner owner = new Owner(data.readLong(), data.readLong());
      int tab = data.readInt();
      String path = data.readUTF();
      String name = data.readUTF();
      String hash = data.readUTF();
      return new Head(owner, tab, filled(path), name, filled(hash));
    } catch (IOException e) {
      return null;
    }
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
