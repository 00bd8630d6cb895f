package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, '', 3",
    "email, email, 0",
    "emial, email, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "flaw, lawn, 2"
  })
  void distanceCountsLetters(String a, String b, int expected) {
    assertThat(Suggestions.distance(a, b)).isEqualTo(expected);
    assertThat(Suggestions.distance(b, a)).isEqualTo(expected);
  }

  @Test
  void theNearestComesFirstAndTheFarNotAtAll() {
    List<String> known = List.of("orders-db", "order", "payment", "Email");
    assertThat(Suggestions.near("ordr", known)).containsExactly("order");
    assertThat(Suggestions.near("EMAIL", known)).containsExactly("Email");
    assertThat(Suggestions.near("db", known)).isEmpty();
    assertThat(Suggestions.near("orders", known)).containsExactly("order", "orders-db");
    assertThat(Suggestions.near("xyzzy", known)).isEmpty();
  }
}
