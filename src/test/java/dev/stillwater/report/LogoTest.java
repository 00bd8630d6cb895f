package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogoTest {
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @Test
  void aPictureTravelsInsideThePage() {
    Presentation presentation =
        Presentation.PLAIN.with(Logo.of(PNG).orElseThrow()).withTitle("Review board <1>");
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    assertThat(
            new String(
                new HtmlReport().write(List.of(chapter), presentation), StandardCharsets.UTF_8))
        .contains("<img class=\"logo\" src=\"data:image/png;base64,")
        .contains("Review board &lt;1&gt;");
    assertThat(new PdfReport().write(List.of(chapter), presentation).length).isPositive();
  }

  @Test
  void whatIsNoPngOrJpegIsNoLogo() {
    assertThat(Logo.of("<svg onload=\"x\"/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(Logo.of(new byte[0])).isEmpty();
    byte[] large = new byte[Logo.MOST_BYTES + 1];
    System.arraycopy(PNG, 0, large, 0, PNG.length);
    assertThat(Logo.of(large)).isEmpty();
  }
}
