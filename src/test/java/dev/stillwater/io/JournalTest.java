package dev.stillwater.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.io.FaultyFileOps.Fault;
import dev.stillwater.io.FaultyFileOps.Killed;
import dev.stillwater.io.Journal.Head;
import dev.stillwater.io.Journal.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalTest {
  private static final Path FOLDER = Path.of("/state/recovery");
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Owner DEAD = new Owner(7, 1000);

  private static Head head(Owner owner, int tab) {
    return new Head(owner, tab, Optional.of("/designs/shop.json"), "Shop", Optional.of("abc"));
  }

  private static byte[] version(int number) {
    return ("{\n  \"edit\": " + number + ",\n" + "  \"same\": \"line\"\n".repeat(number % 7) + "}")
        .getBytes(UTF_8);
  }

  /// What the next start finds, on a disk that works.
  private static List<String> left(FaultyFileOps ops) throws IOException {
    return lefts(copy(ops));
  }

  private static FaultyFileOps copy(FaultyFileOps ops) {
    FaultyFileOps disk = new FaultyFileOps(64);
    for (Path file : ops.files()) {
      disk.put(file, ops.content(file).orElseThrow(), "rw-------", NOW);
    }
    return disk;
  }

  private static List<String> lefts(FaultyFileOps ops) throws IOException {
    return new Journals(ops, FOLDER)
        .left(owner -> false).stream().map(left -> new String(left.content(), UTF_8)).toList();
  }

  private static String text(int number) {
    return new String(version(number), UTF_8);
  }

  @Test
  void theLastContentComesBackWithItsHead() throws IOException {
    FaultyFileOps ops = new FaultyFileOps(5);
    Journal journal = new Journal(ops, FOLDER);
    for (int i = 1; i <= 20; i++) {
      journal.keep(head(DEAD, 1), version(i), NOW.plusSeconds(i));
    }
    var left = new Journals(ops, FOLDER).left(owner -> false);
    assertThat(left).hasSize(1);
    assertThat(new String(left.getFirst().content(), UTF_8)).isEqualTo(text(20));
    assertThat(left.getFirst().head()).isEqualTo(head(DEAD, 1));
    assertThat(left.getFirst().at()).isEqualTo(NOW.plusSeconds(20));
    assertThat(new Journals(ops, FOLDER).left(DEAD::equals)).as("whoever lives keeps it").isEmpty();
    journal.drop();
    assertThat(ops.files()).isEmpty();
  }

  /// Whatever call the program is killed at, and whatever a power cut takes: what was kept is
  /// there, or something newer.
  @ParameterizedTest
  @EnumSource(names = {"KILL_BEFORE", "KILL_AFTER"})
  void killedAtAnyCallLosesNothingThatWasKept(Fault kill) throws IOException {
    for (int call = 0; call < 60; call++) {
      FaultyFileOps ops = new FaultyFileOps(9).fail(kill, call);
      Journal journal = new Journal(ops, FOLDER);
      int kept = 0;
      try {
        for (int i = 1; i <= 5; i++) {
          // A save under another name begins a new file in between.
          Head head =
              i < 3
                  ? head(DEAD, 1)
                  : new Head(DEAD, 1, Optional.of("/other"), "Shop", Optional.empty());
          journal.keep(head, version(i), NOW.plusSeconds(i));
          kept = i;
        }
      } catch (Killed e) {
        // what lies on the disk is all that is left
      }
      int acknowledged = kept;
      List<String> found = left(ops);
      if (acknowledged > 0) {
        assertThat(found).as("%s at %d", kill, call).hasSize(1);
        assertThat(found.getFirst()).isIn(text(acknowledged), text(acknowledged + 1));
      }
      boolean forced =
          ops.files().stream()
              .anyMatch(file ->
                  ops.afterCut(file)
                      .getLast()
                      .flatMap(Journal::read)
                      .filter(read ->
                          new String(read.content(), UTF_8).equals(text(acknowledged))
                              || new String(read.content(), UTF_8).equals(text(acknowledged + 1)))
                      .isPresent());
      assertThat(forced || acknowledged == 0).as("a power cut at %s %d", kill, call).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IO_ERROR", "NO_SPACE"})
  void aDiskThatFailsOnceIsTriedAgain(Fault fault) throws IOException {
    for (int call = 0; call < 25; call++) {
      FaultyFileOps ops = new FaultyFileOps(32).fail(fault, call);
      Journal journal = new Journal(ops, FOLDER);
      int failures = 0;
      int last = 0;
      for (int i = 1; i <= 8; i++) {
        try {
          journal.keep(head(DEAD, 1), version(i), NOW.plusSeconds(i));
          last = i;
        } catch (IOException e) {
          failures++;
        }
        if (last > 0) {
          assertThat(left(ops)).as("%s at %d", fault, call).hasSize(1);
        }
      }
      assertThat(failures).isLessThanOrEqualTo(1);
      assertThat(left(ops)).as("%s at %d", fault, call).containsExactly(text(8));
      journal.drop();
      assertThat(ops.files()).isEmpty();
    }
  }

  @Test
  void aTornTailCountsForNothing() throws IOException {
    FaultyFileOps ops = new FaultyFileOps(1000);
    Journal journal = new Journal(ops, FOLDER);
    journal.keep(head(DEAD, 1), version(1), NOW);
    Path file = ops.files().iterator().next();
    int whole = ops.content(file).orElseThrow().length;
    journal.keep(head(DEAD, 1), version(2), NOW.plusSeconds(1));
    byte[] all = ops.content(file).orElseThrow();
    for (int length = 0; length <= all.length; length++) {
      Optional<Journal.Read> read = Journal.read(Arrays.copyOf(all, length));
      if (length < whole) {
        assertThat(read).isEmpty();
      } else {
        String expected = length == all.length ? text(2) : text(1);
        assertThat(new String(read.orElseThrow().content(), UTF_8)).isEqualTo(expected);
      }
    }
  }

  @Test
  void noByteOfAJournalCanBeWrongUnnoticed() throws IOException {
    FaultyFileOps ops = new FaultyFileOps(1000);
    Journal journal = new Journal(ops, FOLDER);
    for (int i = 1; i <= 3; i++) {
      journal.keep(head(DEAD, 1), version(i), NOW);
    }
    byte[] all = ops.content(ops.files().iterator().next()).orElseThrow();
    Random random = new Random(1);
    for (int i = 0; i < all.length; i++) {
      byte[] wrong = all.clone();
      wrong[i] ^= (byte) (1 + random.nextInt(255));
      Journal.read(wrong)
          .ifPresent(read ->
              assertThat(new String(read.content(), UTF_8)).isIn(text(1), text(2), text(3)));
    }
    byte[] noise = new byte[4096];
    random.nextBytes(noise);
    assertThat(Journal.read(noise)).isEmpty();
  }

  @Test
  void aJournalThatHasGrownIsReplaced() throws IOException {
    FaultyFileOps ops = new FaultyFileOps(1 << 24);
    Journal journal = new Journal(ops, FOLDER);
    Random random = new Random(2);
    byte[] content = new byte[300_000];
    for (int i = 0; i < 12; i++) {
      random.nextBytes(content);
      journal.keep(head(DEAD, 1), content, NOW.plusSeconds(i));
    }
    assertThat(ops.files()).hasSize(1);
    assertThat(ops.files().iterator().next().toString()).endsWith("-2.journal");
    assertThat(new Journals(ops, FOLDER).left(owner -> false).getFirst().content())
        .isEqualTo(content);
  }

  /// A restored copy is kept in a journal of its own before the old one goes: killed in between,
  /// both are there, and the next start finds one.
  @Test
  void aKilledRecoveryIsFoundOnce() throws IOException {
    FaultyFileOps ops = new FaultyFileOps(1000);
    new Journal(ops, FOLDER).keep(head(DEAD, 1), version(3), NOW);
    new Journal(ops, FOLDER).keep(head(new Owner(8, 2000), 4), version(3), NOW.plusSeconds(60));
    Journals journals = new Journals(ops, FOLDER);
    var left = journals.left(owner -> false);
    assertThat(left).hasSize(1);
    assertThat(journals.left(owner -> false)).as("looking changes nothing").hasSize(1);
    journals.drop(left.getFirst());
    assertThat(ops.files()).isEmpty();
  }

  @Test
  void noFolderIsNothingLeft() throws IOException {
    Journals journals = new Journals(new DiskFileOps(), Path.of("/nowhere/at/all"));
    assertThat(journals.left(owner -> false)).isEmpty();
    assertThatThrownBy(() ->
            new Journal(new DiskFileOps(), Path.of("/proc/nowhere"))
                .keep(head(DEAD, 1), version(1), NOW))
        .isInstanceOf(IOException.class);
  }
}
