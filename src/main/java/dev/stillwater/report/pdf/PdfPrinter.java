package dev.stillwater.report.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.stillwater.drawing.PngWriter;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Element;

/// Prints XHTML into a PDF. The same markup on the same day gives the same bytes.
public final class PdfPrinter {
  /// The type of an `object` that stands for a drawing; its `data` is `drawing:` and the number.
  public static final String DRAWING = "application/x-stillwater-drawing";

  /// The room around a drawing, in its own units.
  public static final double MARGIN = 8;

  private PdfPrinter() {}

  /// @param drawings what the objects in the markup stand for, by number
  /// @param day stands as the day of creation
  public static byte[] print(
      String xhtml, List<Scene> drawings, String title, String tool, LocalDate day) {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withHtmlContent(xhtml, null);
    builder.withProducer(tool);
    builder.useExternalResourceAccessControl(
        (address, type) -> address.startsWith("data:"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    for (Typeface.Weight weight : Typeface.Weight.values()) {
      builder.useFont(() -> PaperFonts.open(weight), "Inter", weight.css(), FontStyle.NORMAL, true);
    }
    builder.useObjectDrawerFactory(new Drawings(drawings));
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      describe(document, title, tool, day);
      document.save(out);
      document.close();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(PDDocument document, String title, String tool, LocalDate day) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setProducer(tool);
    information.setCreator(tool);
    information.setCreationDate(calendar);
    information.setModificationDate(calendar);
    document.setDocumentId(day.toEpochDay());
  }

  /// Paints drawings where the markup has objects for them.
  private record Drawings(List<Scene> scenes) implements FSObjectDrawerFactory {
    @Override
    public FSObjectDrawer createDrawer(Element element) {
      Scene scene =
          scenes.get(Integer.parseInt(element.getAttribute("data").substring("drawing:".length())));
      return (at, x, y, width, height, device, context, dotsPerPixel) -> {
        device.drawWithGraphics(
            (float) x,
            (float) y,
            (float) width / dotsPerPixel,
            (float) height / dotsPerPixel,
            paper -> PngWriter.paint(scene, Theme.LIGHT, paper, width / dotsPerPixel, MARGIN));
        return Map.of();
      };
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return element.getTagName().equals("object") && element.getAttribute("type").equals(DRAWING);
    }
  }
}
