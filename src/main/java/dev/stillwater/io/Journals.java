package dev.stillwater.io;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder of journals: what programs that died have left there. Finding it changes nothing, so
/// it can be killed and begun again as often as one likes.
public final class Journals {
  private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-(\\d+)-(\\d+)\\.journal");

  private final FileOps ops;
  private final Path folder;

  public Journals(FileOps ops, Path folder) {
    this.ops = ops;
    this.folder = folder;
  }

  /// A document with edits that nobody saved.
  ///
  /// @param content as it would have been saved
  /// @param at when it was kept
  /// @param files all journals that hold nothing else
  public record Left(Journal.Head head, byte[] content, Instant at, List<Path> files) {
    public Left {
      files = List.copyOf(files);
    }
  }

  /// What is left of owners that are gone, the latest first. Two journals of the same document with
  /// the same content, as a killed recovery leaves them, are one.
  ///
  /// @throws IOException when the folder cannot be read
  public List<Left> left(Predicate<Journal.Owner> alive) throws IOException {
    Map<String, Left> found = new LinkedHashMap<>();
    for (Path file : files()) {
      Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
      if (!name.matches()
          || alive.test(
              new Journal.Owner(Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))) {
        continue;
      }
      Optional<Journal.Read> read = ops.read(file).flatMap(Journal::read);
      if (read.isPresent()) {
        Left left =
            new Left(read.get().head(), read.get().content(), read.get().at(), List.of(file));
        // A journal that was being replaced stands beside the one that replaces it.
        String tab = name.group(1) + "-" + name.group(2) + "-" + name.group(3);
        found.merge(tab, left, Journals::later);
      }
    }
    Map<String, Left> distinct = new LinkedHashMap<>();
    for (Left left : found.values()) {
      distinct.merge(
          left.head().path().orElse("/" + left.head().name()) + " " + SafeFile.hash(left.content()),
          left,
          Journals::later);
    }
    return distinct.values().stream().sorted(Comparator.comparing(Left::at).reversed()).toList();
  }

  private static Left later(Left a, Left b) {
    Left later = b.at().isBefore(a.at()) ? a : b;
    List<Path> files = new ArrayList<>(a.files());
    files.addAll(b.files());
    return new Left(later.head(), later.content(), later.at(), files);
  }

  private List<Path> files() throws IOException {
    try {
      return ops.list(folder).stream()
          .sorted(Comparator.comparing(Journals::number).thenComparing(Path::toString))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static int number(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() && name.group(4).length() < 9 ? Integer.parseInt(name.group(4)) : 0;
  }

  /// Forgets what was restored, or what nobody wants.
  public void drop(Left left) throws IOException {
    for (Path file : left.files()) {
      ops.delete(file);
    }
  }
}
