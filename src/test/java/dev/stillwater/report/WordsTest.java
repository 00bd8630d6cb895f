package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static Properties bundle(String name) throws IOException {
    Properties result = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      result.load(in);
    }
    return result;
  }

  @Test
  void everyLanguageHasEveryHeadingAndNoOther() throws IOException {
    assertThat(bundle("words_de.properties").keySet())
        .isEqualTo(bundle("words.properties").keySet());
  }

  @Test
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Words.find("en").orElseThrow().of("plan")).isEqualTo("Do these first");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void headingsOfAPageAreInTheLanguage() {
    Presentation german = Presentation.PLAIN.with(Words.find("de").orElseThrow());
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    for (String format : List.of("html", "md")) {
      assertThat(
              new String(
                  ReportFormats.find(format).orElseThrow().write(List.of(chapter), german),
                  StandardCharsets.UTF_8))
          .contains("Zuerst zu tun", "Nicht bereit", "Offene Fragen")
          .doesNotContain("Do these first", "Not ready");
    }
    assertThat(Words.find("tlh")).isEmpty();
  }
}
