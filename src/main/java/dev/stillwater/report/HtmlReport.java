package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.none;
import static dev.stillwater.report.Html.text;

import dev.stillwater.drawing.Theme;
import dev.stillwater.model.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The format for people: one page that needs no network and no script, for a screen, for paper and
/// for the dark.
public final class HtmlReport implements ReportFormat {
  /// Of what rules and findings say, whatever language the headings have.
  private static final String LANGUAGE = "en";

  /// What a browser may do with the page: show it.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String purpose() {
    return "one self-contained page for people, with the drawing";
  }

  @Override
  public List<String> otherExtensions() {
    return List.of("htm");
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    SvgEasel easel = new SvgEasel();
    PageKit kit = new PageKit(presentation, easel, new Bookmarks());
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int i = 0; i < chapters.size(); i++) {
      parts.add(new HtmlChapter(chapters.get(i), "d" + (i + 1), kit).values());
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("language", LANGUAGE);
    page.put("policy", POLICY);
    page.put("title", title(chapters, presentation));
    page.put("style", new Html.Trusted(style() + easel.styles()));
    page.put("logo", logo(presentation));
    page.put("tool", presentation.tool());
    page.put("contents", contents(chapters, presentation));
    page.put("chapters", parts);
    return presentation.frame().write(page).getBytes(StandardCharsets.UTF_8);
  }

  static Html logo(Presentation presentation) {
    return presentation
        .ownLogo()
        .map(logo -> el("img", "logo", attr("src", logo.address()), attr("alt", "")))
        .orElse(none());
  }

  static String title(List<Chapter> chapters, Presentation presentation) {
    Words words = presentation.words();
    return presentation
        .ownTitle()
        .map(Wording::line)
        .orElseGet(() ->
            chapters.size() == 1
                ? words.of("report") + ": " + Wording.line(chapters.getFirst().title())
                : words.of("reports") + ": " + Figures.count(chapters.size(), "design"));
  }

  /// What stands before the chapters: the logo, and where there are several, a list of them.
  static Html contents(List<Chapter> chapters, Presentation presentation) {
    return chapters.size() > 1
        ? el("article", "page", logo(presentation), list(chapters, presentation))
        : logo(presentation);
  }

  private static Html list(List<Chapter> chapters, Presentation presentation) {
    Words words = presentation.words();
    HtmlTable table =
        new HtmlTable(
            "",
            words.heads(
                "contents.design", "contents.verdict", "contents.findings", "contents.file"));
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      table.row(
          el("a", attr("href", "#d" + (i + 1)), text(Wording.name(chapter.title()))),
          HtmlWords.grade(Verdict.of(chapter.whole()), words),
          HtmlWords.counts(chapter.review()),
          text(chapter.file()));
    }
    return all(
        el(
            "p",
            "kicker",
            text(presentation.ownTitle().map(Wording::line).orElse(words.of("reports")))),
        el("h1", text(Figures.count(chapters.size(), "design"))),
        table.html());
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing");
      }
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ":root{"
          + Theme.LIGHT.webCss()
          + "}@media screen and (prefers-color-scheme:dark){:root{"
          + Theme.DARK.webCss()
          + "}}\n"
          + css;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
