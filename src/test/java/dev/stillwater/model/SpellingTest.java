package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN =
      List.of("service", "load-balancer", "topic", "queue", "timeout", "maxReceives", "a", "db");

  @ParameterizedTest
  @CsvSource({
    "sevice, service",
    "Service, service",
    "loadbalancer, load-balancer",
    "LOAD_BALANCER, load-balancer",
    "queu, queue",
    "tiemout, timeout",
    "max-receives, maxReceives",
    "topics, topic",
    "bd, db"
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(Spelling.nearest(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"mainframe", "x", "zebra", "''", "service"})
  void isSilentWhereNothingIsNear(String typed) {
    assertThat(Spelling.nearest(typed, KNOWN)).isEmpty();
  }

  @Test
  void doesNotCompareWithoutEnd() {
    List<String> many = java.util.stream.IntStream.range(0, 3000).mapToObj(i -> "id" + i).toList();
    assertThat(Spelling.nearest("id1x", many)).isEmpty();
    assertThat(Spelling.nearest("service".repeat(100), KNOWN)).isEmpty();
  }
}
