package dev.stillwater.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalHistoryTest {
  private static final Path DESIGN = Path.of("/designs/shop.design.json");
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  private final FaultyFileOps ops = new FaultyFileOps(1 << 20);
  private final LocalHistory history = new LocalHistory(ops, Path.of("/state/history"), 10_000);

  private void keep(String content, Instant at) throws IOException {
    history.keep(DESIGN, content.getBytes(UTF_8), at);
  }

  private List<String> contents() throws IOException {
    List<String> result = new java.util.ArrayList<>();
    for (LocalHistory.Version version : history.versions(DESIGN)) {
      result.add(new String(history.content(version).orElseThrow(), UTF_8));
    }
    return result;
  }

  @Test
  void versionsComeBackTheLatestFirst() throws IOException {
    keep("one", NOW);
    keep("two", NOW.plusSeconds(1));
    keep("two", NOW.plusSeconds(2));
    assertThat(contents()).containsExactly("two", "one");
    assertThat(history.versions(DESIGN).getFirst().at()).isEqualTo(NOW.plusSeconds(1));
    assertThat(history.versions(Path.of("/designs/bank.design.json"))).isEmpty();
    assertThat(history.find(DESIGN, SafeFile.hash("one".getBytes(UTF_8)))).isPresent();
    assertThat(history.find(DESIGN, SafeFile.hash("three".getBytes(UTF_8)))).isEmpty();
  }

  @Test
  void theLastFiftyStayHoweverOldTheyAre() throws IOException {
    for (int i = 0; i < 60; i++) {
      keep("version " + i, NOW.plusSeconds(i));
    }
    assertThat(contents()).hasSize(60);
    keep("much later", NOW.plus(Duration.ofDays(40)));
    assertThat(contents())
        .hasSize(50)
        .startsWith("much later", "version 59")
        .endsWith("version 11");
  }

  @Test
  void theOldestGoWhenTheyTakeTooMuchRoom() throws IOException {
    for (int i = 0; i < 8; i++) {
      keep(("version " + i + " ").repeat(200), NOW.plusSeconds(i));
    }
    assertThat(contents()).hasSizeBetween(4, 5);
    keep("x".repeat(20_000), NOW.plusSeconds(60));
    assertThat(contents()).as("the latest stays, however large").hasSize(1);
  }

  @Test
  void aFullDiskTakesNoVersionAway() throws IOException {
    keep("one", NOW);
    ops.fail(FaultyFileOps.Fault.NO_SPACE, ops.calls.size() + 6);
    assertThatThrownBy(() -> keep("two", NOW.plusSeconds(1))).isInstanceOf(IOException.class);
    assertThat(contents()).containsExactly("one");
  }
}
