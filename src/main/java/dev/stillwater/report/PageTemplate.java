package dev.stillwater.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The frame of a page in HTML, in Mustache: which parts of a report stand where, and what a
/// company adds around them.
///
/// A template names values and repeats sections; it can call nothing, reads no other file and
/// always ends. It sees maps, lists, texts and markup that the report made, never a Java object.
/// Text is escaped whether two braces or three stand around it, so that no template can let a
/// design speak markup.
public final class PageTemplate {
  /// In characters.
  public static final int MOST_SIZE = 1 << 20;

  /// The values of a page.
  static final List<String> PAGE =
      List.of("language", "policy", "title", "style", "logo", "tool", "contents", "chapters");

  /// The values of one chapter; the parts come after plain texts for words of one's own.
  static final List<String> CHAPTER =
      List.of(
          "id",
          "name",
          "file",
          "day",
          "hash",
          "verdict",
          "cover",
          "summary",
          "plan",
          "drawing",
          "journeys",
          "findings",
          "fixed",
          "questions",
          "impact",
          "notCounted",
          "decisions",
          "rules",
          "method",
          "signOff");

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .escapeHTML(false)
          .strictSections(true)
          .withFormatter(PageTemplate::written)
          .withCollector(new MapsAndLists());

  private final Template template;

  private PageTemplate(Template template) {
    this.template = template;
  }

  /// What came of reading a template.
  public sealed interface Result {
    /// A template in which every name is known.
    record Read(PageTemplate page) implements Result {}

    /// @param sentence what is wrong, with the line
    record Refused(String sentence) implements Result {}
  }

  /// Reads a template, and tries it on an empty report.
  public static Result read(String text) {
    if (text.length() > MOST_SIZE) {
      return new Result.Refused("it is larger than a template may be");
    }
    try {
      PageTemplate page = new PageTemplate(COMPILER.compile(text));
      Map<String, Object> values = blank(PAGE);
      values.put("chapters", List.of(blank(CHAPTER)));
      page.write(values);
      return new Result.Read(page);
    } catch (MustacheException | UnsupportedOperationException e) {
      return new Result.Refused(Wording.line(String.valueOf(e.getMessage())));
    }
  }

  /// The usual template as text, to begin one's own with.
  public static String usual() {
    return ReviewSchema.resource("page.mustache");
  }

  static PageTemplate shipped() {
    return new PageTemplate(COMPILER.compile(usual()));
  }

  private static Map<String, Object> blank(List<String> names) {
    Map<String, Object> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, ""));
    return values;
  }

  /// The page.
  ///
  /// @param values by name a text, [Html], or a list of such maps
  String write(Map<String, Object> values) {
    return template.execute(values);
  }

  private static String written(Object value) {
    StringBuilder out = new StringBuilder();
    Html html = value instanceof Html markup ? markup : Html.text(String.valueOf(value));
    html.write(out);
    return out.toString();
  }

  /// Looks into maps by key and through lists in order, and into nothing else.
  private static final class MapsAndLists implements Mustache.Collector {
    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
      return value instanceof List<?> list ? list.iterator() : null;
    }

    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
      return context instanceof Map<?, ?> map && map.containsKey(name)
          ? (from, key) -> ((Map<?, ?>) from).get(key)
          : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new HashMap<>();
    }
  }
}
