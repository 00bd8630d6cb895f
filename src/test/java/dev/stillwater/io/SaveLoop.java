package dev.stillwater.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A program to be killed: it saves one version of a document after the other, and prints the
/// number of each when it is acknowledged. `kill-saves.sh` kills it and looks at what is left.
///
/// A version is complete if its first and last lines agree and its length is the one that follows
/// from the number, so that a file cut short or mixed from two versions is noticed.
final class SaveLoop {
  private static final String FILLER = "0123456789abcdef".repeat(4) + "\n";
  private static final int MOST_LINES = 4_000;

  private SaveLoop() {}

  /// Prints `found N` or `corrupt` for what is there, then, unless asked only to look, saves on.
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    var safe = new SafeFile(new DiskFileOps());
    byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    Optional<String> loaded =
        Files.exists(file) ? Optional.of(SafeFile.hash(content)) : Optional.empty();
    int version = versionOf(new String(content, UTF_8));
    System.out.println(version < 0 ? "corrupt" : "found " + version);
    if (args.length > 1 || version < 0) {
      return;
    }
    safe.sweep(file.toAbsolutePath().getParent(), Duration.ZERO, Instant.now());
    while (true) {
      version++;
      SaveResult result = safe.save(file, document(version).getBytes(UTF_8), loaded);
      if (!(result instanceof SaveResult.Saved saved)) {
        throw new IllegalStateException(result.toString());
      }
      loaded = Optional.of(saved.hash());
      System.out.println("saved " + version);
    }
  }

  private static String document(int version) {
    return version + "\n" + FILLER.repeat(version * 7919 % MOST_LINES) + version + "\n";
  }

  /// 0 if there is nothing, negative if what is there is not a document.
  private static int versionOf(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String number = text.substring(0, Math.max(0, text.indexOf('\n')));
    return number.matches("[0-9]{1,9}") && text.equals(document(Integer.parseInt(number)))
        ? Integer.parseInt(number)
        : -1;
  }
}
