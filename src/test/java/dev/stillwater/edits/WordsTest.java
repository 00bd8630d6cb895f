package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void aLongListNamesTheFirst() {
    assertThat(Words.some(List.of("a", "b", "c", "d", "e", "f"))).isEqualTo("a, b, c, d, e and f");
    assertThat(Words.some(List.of("a", "b", "c", "d", "e", "f", "g")))
        .isEqualTo("a, b, c, d, e and 2 more");
  }

  @Test
  void lengthsOfTimeAsPeopleSayThem() {
    assertThat(Words.duration(0.25)).isEqualTo("0.25 ms");
    assertThat(Words.duration(40)).isEqualTo("40 ms");
    assertThat(Words.duration(2000)).isEqualTo("2.0 s");
    assertThat(Words.duration(15_300)).isEqualTo("15.3 s");
    assertThat(Words.duration(15 * 60e3)).isEqualTo("15 min");
    assertThat(Words.duration(24 * 3600e3)).isEqualTo("24 h");
    assertThat(Words.duration(4 * 24 * 3600e3)).isEqualTo("4 d");
    assertThat(Words.duration(Double.POSITIVE_INFINITY)).isEqualTo("for ever");
    assertThat(Words.after(0)).isEqualTo("at once");
    assertThat(Words.after(500)).isEqualTo("after 500 ms");
  }

  @Test
  void numbersWithoutNoise() {
    assertThat(Words.number(750)).isEqualTo("750");
    assertThat(Words.number(5095.2)).isEqualTo("5095");
    assertThat(Words.number(0.25)).isEqualTo("0.25");
    assertThat(Words.number(33.333)).isEqualTo("33.3");
    assertThat(Words.number(0)).isEqualTo("0");
    assertThat(Words.number(1e6)).isEqualTo("1000000");
    assertThat(Words.perSecond(50)).isEqualTo("50 req/s");
    assertThat(Words.fixed(0.25, 1)).isEqualTo("0.2");
    assertThat(Words.fixed(0.35, 1)).isEqualTo("0.3");
    assertThat(Words.times(243)).isEqualTo("243");
    assertThat(Words.times(Double.POSITIVE_INFINITY)).isEqualTo("more than 1e308");
  }

  @Test
  void enumerations() {
    assertThat(Words.list(List.of())).isEmpty();
    assertThat(Words.list(List.of("a"))).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(Words.count(5)).isEqualTo("five");
    assertThat(Words.count(11)).isEqualTo("11");
    assertThat(Words.plural(1, "retry", "retries")).isEqualTo("one retry");
    assertThat(Words.plural(0, "retry", "retries")).isEqualTo("no retries");
  }
}
