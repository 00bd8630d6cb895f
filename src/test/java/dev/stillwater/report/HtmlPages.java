package dev.stillwater.report;

import dev.stillwater.templates.TemplateCatalog;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pages as readers get them: of a design with much to say, of one with nothing, of hostile texts,
/// and of several designs in another language with a logo.
final class HtmlPages {
  private static final int HOSTILE_PAGES = 3;

  /// One dot.
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

  private HtmlPages() {}

  /// Names of files with their texts.
  static Map<String, String> all() {
    Map<String, String> pages = new LinkedHashMap<>();
    Chapter checkout =
        Chapters.of(
            TemplateCatalog.find("tight-coupling-before").orElseThrow().document(),
            "checkout.design.json");
    pages.put("checkout.html", written(Presentation.PLAIN, checkout));
    pages.put("empty.html", written(Presentation.PLAIN, Chapters.of("design Empty")));
    for (int i = 0; i < HOSTILE_PAGES; i++) {
      int from = 1 + 100 * i;
      Chapter hostile = HostileReportsTest.chapter(n -> HostileText.of(from + n));
      String title = HostileText.of(from + 50);
      pages.put(
          "hostile-" + (i + 1) + ".html",
          written(
              Presentation.PLAIN.withTitle(title).withReviewers(List.of(title, title)), hostile));
    }
    pages.put(
        "several.html",
        written(
            Presentation.PLAIN
                .with(Words.find("de").orElseThrow())
                .with(Logo.of(PNG).orElseThrow())
                .withTitle("Bericht")
                .withReviewers(List.of("Ann Lee")),
            Chapters.ofJson(Chapters.RICH),
            Chapters.of("design Empty"),
            Chapters.ofJson(Chapters.RICH)));
    return pages;
  }

  private static String written(Presentation presentation, Chapter... chapters) {
    return new String(
        new HtmlReport().write(List.of(chapters), presentation), StandardCharsets.UTF_8);
  }
}
