package dev.stillwater.ui;

import dev.stillwater.editor.ReadMarks;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import dev.stillwater.review.ReviewedFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the workbench remembers of the person who reviews: who it is, and which findings were
/// looked at. It belongs to the person and never into a design. A file that cannot be read or
/// written is no reason not to work.
final class Reading {
  private static final String AUTHOR = "author=";
  private static final String READ = "read=";

  private final @Nullable Path file;
  private final SafeFile safe;
  private final List<Runnable> listeners = new ArrayList<>();
  private String author;
  private ReadMarks marks;

  private Reading(@Nullable Path file, SafeFile safe, String author, ReadMarks marks) {
    this.file = file;
    this.safe = safe;
    this.author = author;
    this.marks = marks;
  }

  /// One that remembers until the program ends.
  static Reading forgetful(SafeFile safe, String author) {
    return new Reading(null, safe, author, ReadMarks.NONE);
  }

  /// @param author who it is when the file does not say so
  static Reading of(Path file, SafeFile safe, String author) {
    String who = author;
    List<String> marks = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(AUTHOR)) {
          who = line.substring(AUTHOR.length());
        } else if (line.startsWith(READ)) {
          marks.add(line.substring(READ.length()));
        }
      }
    } catch (IOException e) {
      // A first start, or nothing to be read: then nothing was read.
    }
    return new Reading(file, safe, who, ReadMarks.of(marks));
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  String author() {
    return author;
  }

  void setAuthor(String other) {
    author = other;
  }

  ReadMarks marks() {
    return marks;
  }

  void read(Collection<ReviewedFinding> findings) {
    change(marks.read(findings));
  }

  void unread(ReviewedFinding found) {
    change(marks.unread(found));
  }

  private void change(ReadMarks next) {
    if (next != marks) {
      marks = next;
      listeners.forEach(Runnable::run);
    }
  }

  /// Writes it down, when the window closes; whether that worked.
  boolean write() {
    Path to = file;
    if (to == null) {
      return true;
    }
    List<String> lines = new ArrayList<>();
    lines.add("# Findings that were looked at in the Stillwater workbench; safe to delete.");
    lines.add(AUTHOR + author.replaceAll("\\R", " "));
    marks.all().forEach(mark -> lines.add(READ + mark));
    byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Path folder = to.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Optional<String> there =
          Files.exists(to) ? Optional.of(SafeFile.hash(Files.readAllBytes(to))) : Optional.empty();
      return safe.save(to, content, there) instanceof SaveResult.Saved;
    } catch (IOException e) {
      return false;
    }
  }
}
