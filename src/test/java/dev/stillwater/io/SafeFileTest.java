package dev.stillwater.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.FaultyFileOps.Fault;
import dev.stillwater.io.FaultyFileOps.Killed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileTest {
  private static final Path FILE = Path.of("/designs/orders.json");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final String OLD = "the old document";
  private static final String NEW = "the new document, somewhat longer";
  private static final String NEWER = "the newest document";

  private final FaultyFileOps ops = disk();

  @Test
  void takesTheStepsInTheOrderThatIsSafe() {
    assertThat(save(ops, NEW, OLD)).isEqualTo(new SaveResult.Saved(hash(NEW)));
    assertThat(String.join(" ", ops.calls).replaceAll("(write )+", "write "))
        .isEqualTo("resolve read mode create setMode write force close read rename forceDirectory");
    assertThat(text(ops.content(FILE))).contains(NEW);
    assertThat(ops.files()).containsExactly(FILE);
  }

  @ParameterizedTest
  @EnumSource(names = {"KILL_BEFORE", "KILL_AFTER"})
  void killedAtAnyCallLeavesTheAcknowledgedDocumentOrTheNextOne(Fault kill) {
    for (int call = 0; call < callsOfTwoSaves(); call++) {
      var disk = disk().fail(kill, call);
      String acknowledged = OLD;
      try {
        acknowledged = saved(disk, NEW, OLD);
        acknowledged = saved(disk, NEWER, NEW);
      } catch (Killed e) {
        // what lies on the disk is all that is left
      }
      String next = acknowledged.equals(OLD) ? NEW : NEWER;
      for (var left : disk.afterCut(FILE)) {
        assertThat(text(left).orElse("no file"))
            .as("%s at the last of %s", kill, disk.calls)
            .isIn(acknowledged, next);
      }
    }
  }

  @Test
  void anAcknowledgedSaveOutlastsAPowerCut() {
    saved(ops, NEW, OLD);
    assertThat(ops.afterCut(FILE)).extracting(SafeFileTest::text).containsOnly(Optional.of(NEW));
  }

  @ParameterizedTest
  @EnumSource(names = {"IO_ERROR", "NO_SPACE"})
  void aFailureAtAnyCallLeavesTheFileAsItWasAndNoDraft(Fault fault) {
    int rename = indexOf("rename");
    for (int call = 0; call <= rename; call++) {
      var disk = disk().fail(fault, call);
      assertThat(save(disk, NEW, OLD))
          .isInstanceOfSatisfying(
              SaveResult.Failed.class,
              failed -> {
                assertThat(failed.sentence())
                    .startsWith("orders.json could not be saved: ")
                    .endsWith(" The file is as it was: save again, or save a copy elsewhere.");
                assertThat(failed.replaced()).isEmpty();
              });
      assertThat(text(disk.content(FILE))).contains(OLD);
      assertThat(disk.modeOf(FILE)).isEqualTo("rw-rw----");
      assertThat(disk.files()).as("after %s", disk.calls).containsExactly(FILE);
    }
  }

  @Test
  void aFailureAfterTheRenameSaysThatTheContentIsThere() {
    ops.fail(Fault.IO_ERROR, indexOf("forceDirectory"));
    assertThat(save(ops, NEW, OLD))
        .isEqualTo(
            new SaveResult.Failed(
                "orders.json could not be saved: Input/output error. The new content is there, but"
                    + " may not outlast a power cut: save again, or save a copy elsewhere.",
                Optional.of(hash(NEW))));
    assertThat(save(ops, NEWER, NEW)).isEqualTo(new SaveResult.Saved(hash(NEWER)));
  }

  @Test
  void aDraftThatCannotBeRemovedIsNotTheFailureReported() {
    var disk =
        new FaultyFileOps(7) {
          @Override
          public void delete(Path file) throws IOException {
            throw new IOException("no removing here");
          }
        };
    disk.put(FILE, bytes(OLD), "rw-rw----", LONG_AGO);
    disk.fail(Fault.NO_SPACE, indexOf("write"));
    assertThat(save(disk, NEW, OLD).toString()).contains("No space left on device");
  }

  @Test
  void aFileThatSomebodyElseChangedIsLeftAlone() {
    assertThat(save(ops, NEW, "what was read once"))
        .isEqualTo(new SaveResult.Conflict(Optional.of(hash(OLD))));
    assertThat(text(ops.content(FILE))).contains(OLD);
    assertThat(ops.files()).containsExactly(FILE);
  }

  @Test
  void aChangeWhileTheDraftIsWrittenIsNoticed() {
    ops.meanwhile(indexOf("force"), () -> ops.put(FILE, bytes("pulled"), "rw-rw----", LONG_AGO));
    assertThat(save(ops, NEW, OLD)).isEqualTo(new SaveResult.Conflict(Optional.of(hash("pulled"))));
    assertThat(text(ops.content(FILE))).contains("pulled");
  }

  @Test
  void aFileThatIsGoneOrUnexpectedlyThereIsAConflict() {
    var gone = new FaultyFileOps(7);
    assertThat(save(gone, NEW, OLD)).isEqualTo(new SaveResult.Conflict(Optional.empty()));
    assertThat(gone.files()).isEmpty();
    assertThat(new SafeFile(ops).save(FILE, bytes(NEW), Optional.empty()))
        .isEqualTo(new SaveResult.Conflict(Optional.of(hash(OLD))));
  }

  @Test
  void aNewFileIsSavedWhereNoneIsExpected() {
    var empty = new FaultyFileOps(7);
    assertThat(new SafeFile(empty).save(FILE, bytes(NEW), Optional.empty()))
        .isEqualTo(new SaveResult.Saved(hash(NEW)));
    assertThat(text(empty.content(FILE))).contains(NEW);
  }

  @Test
  void theModeStaysAndComesBeforeTheContent() {
    saved(ops, NEW, OLD);
    assertThat(ops.modeOf(FILE)).isEqualTo("rw-rw----");
    assertThat(indexOf("setMode")).isLessThan(indexOf("write"));
  }

  @Test
  void aReadOnlyFileIsNotReplacedBehindTheBackOfItsOwner() {
    ops.put(FILE, bytes(OLD), "r--r--r--", LONG_AGO);
    assertThat(save(ops, NEW, OLD).toString()).contains("it is read-only");
    assertThat(text(ops.content(FILE))).contains(OLD);
  }

  @Test
  void aLinkStaysALinkAndItsTargetIsReplaced() {
    Path link = Path.of("/desk/orders.json");
    ops.link(link, FILE);
    assertThat(new SafeFile(ops).save(link, bytes(NEW), Optional.of(hash(OLD))))
        .isEqualTo(new SaveResult.Saved(hash(NEW)));
    assertThat(ops.files()).containsExactly(FILE);
    assertThat(text(ops.content(FILE))).contains(NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n"})
  void anEmptyDocumentIsNeverWritten(String empty) {
    assertThat(save(ops, empty, OLD).toString()).contains("an empty document is never written");
    assertThat(ops.calls).isEmpty();
  }

  @Test
  void aDiskThatTakesNothingMoreIsAFailureNotALoop() {
    var full = new FaultyFileOps(0);
    assertThat(new SafeFile(full).save(FILE, bytes(NEW), Optional.empty()).toString())
        .contains("the disk takes no more bytes");
    assertThat(full.files()).isEmpty();
  }

  @Test
  void sweepsOldDraftsOfOursAndNothingElse() throws IOException {
    var recent = LONG_AGO.plus(Duration.ofDays(3));
    var draft = Path.of("/designs/.stillwater-0123456789abcdef.draft");
    var young = Path.of("/designs/.stillwater-fedcba9876543210.draft");
    var foreign = Path.of("/designs/.stillwater-notes.draft");
    ops.put(draft, bytes("half"), "rw-------", LONG_AGO);
    ops.put(young, bytes("half"), "rw-------", recent);
    ops.put(foreign, bytes("mine"), "rw-------", LONG_AGO);
    assertThat(new SafeFile(ops).sweep(FILE.getParent(), Duration.ofHours(1), recent))
        .containsExactly(draft);
    assertThat(ops.files()).containsExactlyInAnyOrder(FILE, young, foreign);
  }

  @Test
  void sweepsWhatAKilledSaveLeft() throws IOException {
    ops.fail(Fault.KILL_AFTER, indexOf("force"));
    var names = new ArrayList<Path>();
    try {
      save(ops, NEW, OLD);
    } catch (Killed e) {
      names.addAll(ops.files());
    }
    names.remove(FILE);
    var next = disk();
    next.put(names.getFirst(), bytes("half"), "rw-------", LONG_AGO);
    new SafeFile(next).sweep(FILE.getParent(), Duration.ofHours(1), LONG_AGO.plusSeconds(3601));
    assertThat(next.files()).containsExactly(FILE);
  }

  private static FaultyFileOps disk() {
    var disk = new FaultyFileOps(7);
    disk.put(FILE, bytes(OLD), "rw-rw----", LONG_AGO);
    return disk;
  }

  private static int callsOfTwoSaves() {
    var disk = disk();
    saved(disk, NEW, OLD);
    saved(disk, NEWER, NEW);
    return disk.calls.size();
  }

  private static int indexOf(String call) {
    var disk = disk();
    saved(disk, NEW, OLD);
    return disk.calls.indexOf(call);
  }

  private static String saved(FaultyFileOps disk, String content, String loaded) {
    assertThat(save(disk, content, loaded)).isInstanceOf(SaveResult.Saved.class);
    return content;
  }

  private static SaveResult save(FaultyFileOps disk, String content, String loaded) {
    return new SafeFile(disk).save(FILE, bytes(content), Optional.of(hash(loaded)));
  }

  private static String hash(String content) {
    return SafeFile.hash(bytes(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Optional<String> text(Optional<byte[]> bytes) {
    return bytes.map(b -> new String(b, UTF_8));
  }
}
