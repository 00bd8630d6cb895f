package dev.stillwater.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The versions of a design that were saved, outside of the project: the last fifty, and all of the
/// last thirty days, as long as they take no more than 64 MiB together. Each is a plain design file
/// that can be opened without this program's help.
public final class LocalHistory {
  static final int MOST = 50;
  static final Duration LONG = Duration.ofDays(30);

  /// Bytes of all versions of one design together.
  static final long MOST_BYTES = 64L << 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME =
      Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3}Z)_(\\d{1,12})_([0-9a-f]{64})\\.design\\.json");

  private final FileOps ops;
  private final SafeFile safe;
  private final Path folder;
  private final long mostBytes;

  public LocalHistory(FileOps ops, Path folder) {
    this(ops, folder, MOST_BYTES);
  }

  LocalHistory(FileOps ops, Path folder, long mostBytes) {
    this.ops = ops;
    this.safe = new SafeFile(ops);
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /// One version.
  ///
  /// @param at when it was saved
  /// @param hash of its content
  public record Version(Path file, Instant at, long size, String hash) {}

  /// The versions of the design at a path, the latest first.
  ///
  /// @throws IOException when they cannot be listed
  public List<Version> versions(Path design) throws IOException {
    List<Version> versions = new ArrayList<>();
    try {
      for (Path file : ops.list(folder(design))) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          versions.add(
              new Version(
                  file,
                  TIME.parse(name.group(1), Instant::from),
                  Long.parseLong(name.group(2)),
                  name.group(3)));
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    versions.sort(Comparator.comparing(Version::at).reversed());
    return versions;
  }

  /// The content of a version; empty when it is gone or is not what was saved.
  public Optional<byte[]> content(Version version) throws IOException {
    return ops.read(version.file()).filter(bytes -> SafeFile.hash(bytes).equals(version.hash()));
  }

  /// The version with a content, if it was kept.
  public Optional<byte[]> find(Path design, String hash) throws IOException {
    for (Version version : versions(design)) {
      if (version.hash().equals(hash)) {
        return content(version);
      }
    }
    return Optional.empty();
  }

  /// Keeps a version, unless it is the latest one already, and lets go of the oldest.
  ///
  /// @throws IOException when it could not be kept; the others are still there
  public void keep(Path design, byte[] content, Instant at) throws IOException {
    String hash = SafeFile.hash(content);
    List<Version> versions = new ArrayList<>(versions(design));
    if (!versions.isEmpty() && versions.getFirst().hash().equals(hash)) {
      return;
    }
    Path own = folder(design);
    ops.createDirectories(own);
    Path origin = own.resolve("origin.txt");
    if (ops.read(origin).isEmpty()) {
      save(origin, (design + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Path file = own.resolve(TIME.format(at) + "_" + content.length + "_" + hash + ".design.json");
    save(file, content);
    versions.addFirst(new Version(file, at, content.length, hash));
    long bytes = 0;
    for (int i = 0; i < versions.size(); i++) {
      Version version = versions.get(i);
      bytes += version.size();
      boolean old = i >= MOST && version.at().isBefore(at.minus(LONG));
      if (i > 0 && (old || bytes > mostBytes)) {
        ops.delete(version.file());
      }
    }
  }

  private void save(Path file, byte[] content) throws IOException {
    switch (safe.save(file, content, Optional.empty())) {
      case SaveResult.Saved saved -> {}
      case SaveResult.Conflict conflict -> throw new IOException(file + " is there already");
      case SaveResult.Failed failed -> throw new IOException(failed.sentence());
    }
  }

  private Path folder(Path design) {
    String path = design.toAbsolutePath().normalize().toString();
    return folder.resolve(SafeFile.hash(path.getBytes(StandardCharsets.UTF_8)).substring(0, 24));
  }
}
