package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.text;

import dev.stillwater.drawing.Theme;
import dev.stillwater.model.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The format for people: one page that needs no network and no script, for a screen, for paper and
/// for the dark.
public final class HtmlReport implements ReportFormat {
  /// What a browser may do with the page: show it.
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String purpose() {
    return "one self-contained page for people, with the drawing";
  }

  @Override
  public byte[] write(List<Chapter> chapters) {
    List<Html> parts = new ArrayList<>();
    if (chapters.size() > 1) {
      parts.add(contents(chapters));
    }
    for (int i = 0; i < chapters.size(); i++) {
      parts.add(new HtmlChapter(chapters.get(i), "d" + (i + 1)).html());
    }
    Html page =
        el(
            "html",
            attr("lang", "en"),
            el(
                "head",
                el("meta", attr("charset", "utf-8")),
                el("meta", attr("http-equiv", "Content-Security-Policy"), attr("content", POLICY)),
                el(
                    "meta",
                    attr("name", "viewport"),
                    attr("content", "width=device-width, initial-scale=1")),
                el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
                el("title", text(title(chapters))),
                el("style", new Html.Trusted(style()))),
            el("body", el("main", all(parts))));
    StringBuilder out = new StringBuilder("<!doctype html>\n");
    page.write(out);
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String title(List<Chapter> chapters) {
    return chapters.size() == 1
        ? "Reliability review: " + Wording.line(chapters.getFirst().title())
        : "Reliability reviews of " + Figures.count(chapters.size(), "design");
  }

  private static Html contents(List<Chapter> chapters) {
    HtmlTable table = new HtmlTable("", "Design", "Verdict", "Findings", "File");
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      table.row(
          el("a", attr("href", "#d" + (i + 1)), text(Wording.name(chapter.title()))),
          HtmlWords.grade(Verdict.of(chapter.review())),
          HtmlWords.counts(chapter.review()),
          text(chapter.file()));
    }
    return el(
        "article",
        "page",
        el("p", "kicker", text("Reliability reviews")),
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
