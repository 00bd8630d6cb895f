package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the formats make of one chapter. The expected files were read (the page looked at in a
/// browser) before they were written down; after a change they are to be read again.
class GoldenReportTest {
  @ParameterizedTest
  @ValueSource(strings = {"md", "json", "html", "csv", "sarif", "junit"})
  void aReportReadsAsExpected(String format) throws IOException {
    String written =
        new String(
            ReportFormats.find(format).orElseThrow().write(List.of(HandMade.chapter())),
            StandardCharsets.UTF_8);
    if (format.equals("html")) { // without style sheet and drawing, which have tests of their own
      written =
          written
              .replaceAll("(?s)<style>.*?</style>", "<style></style>")
              .replaceAll("(?s)<svg.*?</svg>", "<svg></svg>")
              .replaceAll("(?=<(?:section|article|h[1-4]|p|tr|li|div|dl|header)[ >])", "\n");
    }
    try (InputStream in = GoldenReportTest.class.getResourceAsStream("shop." + format)) {
      assertThat(in).as("shop." + format).isNotNull();
      assertThat(written).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
