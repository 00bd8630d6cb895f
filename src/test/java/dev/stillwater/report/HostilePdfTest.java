package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/// Documents with ten hostile texts each, in every place that takes free text: whatever they say, a
/// document does nothing, shows all of its findings, and no letter leaves its page.
///
/// `-Dstillwater.hostilePdf=300` tries more.
class HostilePdfTest {
  private static final int DOCUMENTS = Integer.getInteger("stillwater.hostilePdf", 40);

  /// So many texts stand in one document.
  private static final int AT_ONCE = 10;

  /// Every so many texts one is huge, and takes the layout of pages ten seconds.
  private static final int HUGE = 200;

  /// The margin of a page in points, less what rounding may take: 16 mm.
  private static final double SIDE = 16 / 25.4 * 72 - 0.5;

  private static final PDRectangle A4 = PDRectangle.A4;

  /// Where the foot of a page ends.
  private static final double FOOT = 15;

  private static String text(int number) {
    return HostileText.of(number % HUGE == 0 ? number + 1 : number);
  }

  @Test
  void noTextMakesADocumentDoAnythingOrLeaveItsPage() throws IOException {
    List<String> harmless = structure(HostileReportsTest.chapter(n -> "harmless"), "harmless");
    assertThat(harmless).isNotEmpty();
    for (int i = 0; i < DOCUMENTS; i++) {
      int from = i * AT_ONCE;
      Chapter chapter = HostileReportsTest.chapter(n -> text(from + n));
      assertThat(structure(chapter, "texts from " + from))
          .as("outline with texts from " + from)
          .hasSameSizeAs(harmless);
    }
  }

  /// Looks at a document; what its outline has.
  private static List<String> structure(Chapter chapter, String what) throws IOException {
    try (PDDocument document = Loader.loadPDF(new PdfReport().write(List.of(chapter)))) {
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      assertThat(catalog.keySet())
          .as(what)
          .doesNotContain(
              COSName.OPEN_ACTION,
              COSName.AA,
              COSName.ACRO_FORM,
              COSName.NAMES,
              COSName.getPDFName("AF"));
      for (PDPage page : document.getPages()) {
        check(page, what);
      }
      Letters letters = new Letters();
      String text = letters.getText(document).replaceAll("\\s+", " ");
      assertThat(letters.outside).as(what + ": letters that leave the page").isEmpty();
      assertThat(text.codePoints().filter(HostileTextTest::isHidden)).as(what).isEmpty();
      Set<String> rules = new LinkedHashSet<>();
      chapter.review().findings().forEach(found -> rules.add(found.finding().rule().shortId()));
      assertThat(text).as(what).contains(rules);
      List<String> titles = new ArrayList<>();
      document.getDocumentCatalog().getDocumentOutline().children().forEach(it -> add(it, titles));
      return titles;
    }
  }

  private static void check(PDPage page, String what) throws IOException {
    assertThat(page.getCOSObject().keySet()).as(what).doesNotContain(COSName.AA);
    assertThat(page.getCropBox().getWidth()).as(what).isCloseTo(A4.getWidth(), within(0.1f));
    assertThat(page.getCropBox().getHeight()).as(what).isCloseTo(A4.getHeight(), within(0.1f));
    assertThat(page.getAnnotations())
        .as(what)
        .allMatch(it -> it.getSubtype().equals("Link"))
        .noneMatch(it -> leads(it.getCOSObject().getCOSDictionary(COSName.A)));
    for (COSName name : page.getResources().getFontNames()) {
      PDFont font = page.getResources().getFont(name);
      assertThat(font.isEmbedded()).as(what + ": " + font.getName()).isTrue();
    }
  }

  /// Whether an action does more than jump inside the document.
  private static boolean leads(COSDictionary action) {
    return action != null && !COSName.getPDFName("GoTo").equals(action.getCOSName(COSName.S));
  }

  private static void add(PDOutlineItem item, List<String> titles) {
    titles.add(item.getTitle());
    item.children().forEach(child -> add(child, titles));
  }

  /// Reads the text, and notes each letter that does not stand between the margins.
  private static final class Letters extends PDFTextStripper {
    private final List<String> outside = new ArrayList<>();

    @Override
    protected void processTextPosition(TextPosition at) {
      double left = at.getXDirAdj();
      double right = left + at.getWidthDirAdj();
      double bottom = at.getYDirAdj();
      boolean inside =
          left >= SIDE
              && right <= at.getPageWidth() - SIDE
              && bottom - at.getHeightDir() >= 0
              && bottom <= at.getPageHeight() - FOOT;
      if (!inside && !at.getUnicode().isBlank()) {
        outside.add(
            at.getUnicode()
                + " on page "
                + getCurrentPageNo()
                + " at "
                + Math.round(left)
                + "–"
                + Math.round(right)
                + ", "
                + Math.round(bottom));
      }
      super.processTextPosition(at);
    }
  }
}
