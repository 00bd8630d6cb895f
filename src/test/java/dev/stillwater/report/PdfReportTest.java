package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.review.ReviewedFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private static final Chapter RICH = Chapters.placed(Chapters.RICH);
  private static final byte[] WRITTEN = write(Presentation.PLAIN, RICH);

  private static byte[] write(Presentation presentation, Chapter... chapters) {
    return new PdfReport().write(List.of(chapters), presentation);
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
  }

  @Test
  void everyFindingIsInTheText() throws IOException {
    try (PDDocument document = Loader.loadPDF(WRITTEN)) {
      String text = text(document);
      for (ReviewedFinding found : RICH.review().findings()) {
        assertThat(text).contains(found.finding().message().replaceAll("\\s+", " "));
      }
      assertThat(text)
          .contains("Not ready", "Do these first", "Reviewed and agreed", "one balancer soon")
          .contains(RICH.hash());
    }
  }

  @Test
  void nothingLeavesThePage() throws IOException {
    try (PDDocument document = Loader.loadPDF(WRITTEN)) {
      List<String> outside = new ArrayList<>();
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
              boolean inside =
                  at.getXDirAdj() >= 30
                      && at.getXDirAdj() + at.getWidthDirAdj() <= at.getPageWidth() - 30
                      && at.getYDirAdj() >= 20
                      && at.getYDirAdj() <= at.getPageHeight() - 15;
              if (!inside) {
                outside.add(at.getUnicode() + " on page " + getCurrentPageNo());
              }
              super.processTextPosition(at);
            }
          };
      stripper.getText(document);
      assertThat(outside).isEmpty();
    }
  }

  @Test
  void allFontsAreInside() throws IOException {
    try (PDDocument document = Loader.loadPDF(WRITTEN)) {
      int fonts = 0;
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          fonts++;
        }
      }
      assertThat(fonts).isPositive();
    }
  }

  @Test
  void anOutlineLeadsToSectionsAndFindings() throws IOException {
    try (PDDocument document = Loader.loadPDF(WRITTEN)) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem chapter : document.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(chapter.getTitle());
        for (PDOutlineItem section : chapter.children()) {
          titles.add(section.getTitle());
          for (PDOutlineItem finding : section.children()) {
            titles.add(finding.getTitle());
            assertThat(finding.findDestinationPage(document)).isNotNull();
          }
        }
      }
      assertThat(titles)
          .startsWith("Rich")
          .contains("Do these first", "The design", "Buy", "Method and assumptions");
      assertThat(titles.size()).isGreaterThan(RICH.review().open().size() / 2);
    }
  }

  @Test
  void theSameChapterGivesTheSameBytes() {
    assertThat(write(Presentation.PLAIN, RICH)).isEqualTo(WRITTEN);
  }

  @Test
  void aCharacterWithoutAGlyphIsSpelled() throws IOException {
    Chapter chapter = Chapters.ofJson(Chapters.RICH.replace("\"Rich\"", "\"漢字 🏔\""));
    try (PDDocument document = Loader.loadPDF(write(Presentation.PLAIN, chapter))) {
      assertThat(text(document)).contains("‹U+6F22›‹U+5B57› ‹U+1F3D4›");
    }
  }

  @Test
  void itDoesNothingButLeadIntoItself() throws IOException {
    try (PDDocument document = Loader.loadPDF(WRITTEN)) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getOpenAction()).isNull();
      assertThat(catalog.getNames() == null ? null : catalog.getNames().getJavaScript()).isNull();
      assertThat(catalog.getAcroForm()).isNull();
      for (PDPage page : document.getPages()) {
        assertThat(page.getAnnotations())
            .allMatch(it ->
                it.getSubtype().equals("Link") && !it.getCOSObject().toString().contains("URI"));
      }
    }
  }
}
