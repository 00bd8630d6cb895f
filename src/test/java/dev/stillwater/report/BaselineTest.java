package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatWasFoundBeforeDoesNotCount() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    Baseline baseline =
        Baseline.read(new JsonReport().write(List.of(chapter, Chapters.of("design Other"))))
            .orElseThrow();
    assertThat(chapter.comparedWith(baseline).review().open()).isEmpty();
    assertThat(chapter.comparedWith(Baseline.NONE).review().open())
        .hasSameSizeAs(chapter.review().open())
        .isNotEmpty();
  }

  @Test
  void anotherDesignIsNotMeant() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    Chapter other = Chapters.ofJson(Chapters.RICH.replace("\"Rich\"", "\"Poor\""));
    Baseline baseline = Baseline.read(new JsonReport().write(List.of(other))).orElseThrow();
    assertThat(chapter.comparedWith(baseline).review().open()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"format\":\"stillwater/1\",\"name\":\"a\"}",
        "{\"format\":\"stillwater-review/2\",\"design\":{\"name\":\"a\"},\"findings\":[]}",
        "{\"format\":\"stillwater-review/1\"}",
        "{\"format\":\"stillwater-reviews/1\",\"reviews\":[{}]}",
        "{\"format\":\"stillwater-reviews/1\"}",
      })
  void anythingElseIsNoBaseline(String text) {
    assertThat(Baseline.read(bytes(text))).isEmpty();
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(Baseline.read(bytes("[".repeat(100_000)))).isEmpty();
  }
}
