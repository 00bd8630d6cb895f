package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.text;

import dev.stillwater.drawing.TextMetrics;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Token;
import dev.stillwater.report.pdf.PdfPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The format for paper and archives: what [HtmlReport] says, on pages of A4, with an outline, page
/// numbers and fonts inside. A character that the font has not is spelled by its number.
public final class PdfReport implements ReportFormat {
  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public String purpose() {
    return "pages for paper and archives, with an outline";
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    PdfEasel easel = new PdfEasel();
    PageKit kit = new PageKit(presentation, easel, new Bookmarks());
    List<Html> articles = new ArrayList<>();
    for (int i = 0; i < chapters.size(); i++) {
      articles.add(article(new HtmlChapter(chapters.get(i), "d" + (i + 1), kit).values()));
    }
    String title = HtmlReport.title(chapters, presentation);
    Html page =
        el(
            "html",
            el(
                "head",
                el("title", text(title)),
                el("style", new Html.Trusted(style() + easel.styles())),
                kit.bookmarks().html()),
            el(
                "body",
                el("div", "foot", text(title)),
                HtmlReport.contents(chapters, presentation),
                all(articles)));
    StringBuilder out = new StringBuilder();
    page.write(out, true);
    return PdfPrinter.print(
        drawable(out), easel.scenes(), title, presentation.tool(), chapters.getFirst().day());
  }

  private static Html article(Map<String, Object> values) {
    List<Html> parts = new ArrayList<>();
    for (String name : PageTemplate.CHAPTER) {
      if (values.get(name) instanceof Html part) {
        parts.add(part);
      }
    }
    return el("article", "page", attr("id", String.valueOf(values.get("id"))), all(parts));
  }

  /// The markup with the characters that the font lacks spelled out; markup itself is plain.
  private static String drawable(StringBuilder markup) {
    StringBuilder out = new StringBuilder(markup.length());
    markup
        .codePoints()
        .forEach(code -> {
          if (code == '\n' || TextMetrics.draws(code)) {
            out.appendCodePoint(code);
          } else {
            out.append(String.format(Locale.ROOT, "‹U+%04X›", code));
          }
        });
    return out.toString();
  }

  /// The style sheet with its colours in place: paper has no variables.
  private static String style() {
    String css = ReviewSchema.resource("pdf.css");
    for (Token token : Token.values()) {
      css = css.replace("var(--sw-" + token.css() + ")", Theme.LIGHT.hex(token));
    }
    return css;
  }
}
