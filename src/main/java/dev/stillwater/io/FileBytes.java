package dev.stillwater.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// What came of reading the bytes of a file, up to a limit.
sealed interface FileBytes {
  record Bytes(byte[] bytes) implements FileBytes {}

  record Unreadable(String message, String advice) implements FileBytes {}

  static FileBytes read(Path file, long most) {
    try {
      if (Files.isDirectory(file)) {
        return new Unreadable("expected a file, found a folder", "Name a file in it.");
      }
      long size = Files.size(file);
      if (size > most) {
        return tooLarge(size, most);
      }
      try (InputStream stream = Files.newInputStream(file)) {
        // A pipe or device has no size: what it gives is limited here.
        byte[] bytes = stream.readNBytes((int) most + 1);
        return bytes.length > most ? tooLarge(-1, most) : new Bytes(bytes);
      }
    } catch (NoSuchFileException e) {
      return new Unreadable("there is no such file", "See whether the name is spelled right.");
    } catch (AccessDeniedException e) {
      return new Unreadable(
          "the file may not be read by you", "Ask its owner for the permission to read it.");
    } catch (IOException e) {
      return new Unreadable(
          "the file could not be read: " + e.getMessage(), "Try again, or copy it.");
    }
  }

  /// @param size negative where nobody knows it
  static Unreadable tooLarge(long size, long most) {
    String has =
        size < 0
            ? "gives more bytes than can be read"
            : String.format(Locale.ROOT, "has %,d bytes", size);
    return new Unreadable(
        String.format(
            Locale.ROOT, "the file %s; at most %,d (%d MiB) are read", has, most, most >> 20),
        "No design is that large: see what wrote the file, or split the design.");
  }
}
