package dev.stillwater.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The save path on a real disk.
class DiskFileOpsTest {
  private static final byte[] OLD = "old".getBytes(UTF_8);
  private static final byte[] NEW = "new".getBytes(UTF_8);
  private static final Optional<String> OLD_HASH = Optional.of(SafeFile.hash(OLD));

  @TempDir Path folder;

  private final DiskFileOps ops = new DiskFileOps();
  private final SafeFile safe = new SafeFile(ops);

  @Test
  void replacesAFileAndKeepsItsMode() throws IOException {
    Path file = old("orders.json");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(safe.save(file, NEW, OLD_HASH)).isEqualTo(new SaveResult.Saved(SafeFile.hash(NEW)));
    assertThat(file).hasBinaryContent(NEW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void aNewFileHasTheModeOfAnyNewFile() throws IOException {
    Path file = folder.resolve("new.json");
    safe.save(file, NEW, Optional.empty());
    Path plain = Files.write(folder.resolve("plain"), NEW);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void followsLinksToTheirEnd() throws IOException {
    Path file = old("orders.json");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("orders.json"));
    Path links = Files.createSymbolicLink(folder.resolve("links"), link);
    assertThat(safe.save(links, NEW, OLD_HASH)).isInstanceOf(SaveResult.Saved.class);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(links).isSymbolicLink();
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aLinkToNothingGetsItsFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later.json"));
    assertThat(safe.save(link, NEW, Optional.empty())).isInstanceOf(SaveResult.Saved.class);
    assertThat(folder.resolve("later.json")).hasBinaryContent(NEW);
  }

  @Test
  void linksInACircleAreAFailure() throws IOException {
    Path one = folder.resolve("one");
    Files.createSymbolicLink(one, Path.of("two"));
    Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    assertThat(safe.save(one, NEW, Optional.empty()).toString()).contains("lead in a circle");
  }

  @Test
  void whatIsNotAFileIsNotReplaced() {
    assertThat(safe.save(folder, NEW, Optional.empty()).toString()).contains("not a regular file");
    assertThat(folder).isDirectory();
    assertThatThrownBy(() -> ops.read(Path.of("/dev/null"))).hasMessageContaining("regular file");
  }

  @Test
  void aMissingFolderIsSaidToBeMissing() {
    assertThat(safe.save(folder.resolve("none/orders.json"), NEW, Optional.empty()).toString())
        .contains("its folder does not exist");
  }

  @Test
  void sweepsByAge() throws IOException {
    Path draft = old(".stillwater-0123456789abcdef.draft");
    Instant written = ops.modified(draft);
    assertThat(safe.sweep(folder, Duration.ofHours(1), written.plusSeconds(3599))).isEmpty();
    assertThat(safe.sweep(folder, Duration.ofHours(1), written.plusSeconds(3601)))
        .containsExactly(draft);
    assertThat(draft).doesNotExist();
  }

  private Path old(String name) throws IOException {
    return Files.write(folder.resolve(name), OLD);
  }
}
