package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Document;
import dev.stillwater.report.export.DesignExports;
import dev.stillwater.review.Effort;
import dev.stillwater.review.Fix;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Recommendation;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Hundreds of hostile texts in every place of a design that takes free text, through every format:
/// whatever they say, an output has the structure that a harmless design gives it. Pages take
/// longer and have a test of their own.
///
/// `-Dstillwater.hostile=10000` tries more.
class HostileReportsTest {
  private static final int TRIES = Integer.getInteger("stillwater.hostile", 200);

  /// So many texts stand in one design, each in several places.
  private static final int AT_ONCE = 10;

  private static final Reviewer REVIEWER = new Reviewer(PresetsJson.shipped());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MERMAID =
      Pattern.compile(
          "flowchart LR\n(?:  c\\d+(?:\\(\\[|\\[\\[|\\[\\(|\\{\\{|\\[)\"[^\"\\n<>&|`]+\""
              + "(?:]\\)|]]|\\)]|}}|])\n|  c\\d+ (?:-->|-\\.->)\\|\"[^\"\\n<>&|`]+\"\\| c\\d+\n)*");

  private static final Document PLAIN =
      Chapters.document(
          """
          {
            "format": "stillwater/1",
            "name": "Small",
            "components": [
              {"id": "user", "kind": "client"},
              {"id": "web", "kind": "service", "p99": "40ms", "concurrency": 100},
              {"id": "mail", "kind": "service", "replicas": 2, "p99": "1500ms"}
            ],
            "links": [
              {"id": "in", "from": "user", "to": "web", "rate": 50, "timeout": "10s"},
              {"id": "send", "from": "web", "to": "mail", "need": "later", "clientLb": true}
            ],
            "journeys": [
              {"id": "buy", "path": ["in"], "class": "hard", "deadline": "6s"}
            ],
            "decisions": [
              {"target": "REL-LC-002@in", "kind": "accepted", "reason": "soon"}
            ]
          }
          """);

  /// What a format gives, and what it looks like with all text taken away.
  private record Format(
      String name, Function<Chapter, byte[]> write, Function<String, List<String>> structure) {}

  private static final List<Format> FORMATS =
      List.of(
          format("html", HostileReportsTest::html),
          format("md", HostileTextTest::blocks),
          format("json", HostileReportsTest::json),
          format("sarif", HostileReportsTest::json),
          format("junit", HostileReportsTest::xml),
          format("csv", HostileReportsTest::table),
          export("graphml", HostileReportsTest::xml),
          export("csv", HostileReportsTest::table),
          export("mermaid", HostileReportsTest::mermaid));

  private static Format format(String name, Function<String, List<String>> structure) {
    return new Format(
        name, chapter -> ReportFormats.find(name).orElseThrow().write(List.of(chapter)), structure);
  }

  private static Format export(String name, Function<String, List<String>> structure) {
    return new Format(
        "export " + name,
        chapter ->
            DesignExports.find(name)
                .orElseThrow()
                .write(chapter.graph())
                .getBytes(StandardCharsets.UTF_8),
        structure);
  }

  /// A review with fixes as they are recommended and a plan, but nothing measured, which takes most
  /// of the time.
  static Chapter chapter(IntFunction<String> texts) {
    int[] next = new int[1];
    Document document = HostileTextTest.with(PLAIN, () -> texts.apply(next[0]++ % AT_ONCE));
    Analysis analysis = Analysis.of(document.design(), REVIEWER.presets());
    Review review = REVIEWER.review(document, analysis, Chapters.DAY, Progress.UNWATCHED);
    Map<String, List<Fix>> fixes = new LinkedHashMap<>();
    List<Recommendation> first = new ArrayList<>();
    for (ReviewedFinding found : review.findings()) {
      List<Fix> some = new ArrayList<>();
      for (Recommendation recommendation : found.finding().recommendations()) {
        some.add(new Fix(some.size() + 1, recommendation, null));
      }
      fixes.put(found.key(), some);
      found.finding().recommendations().stream().limit(1).forEach(first::add);
    }
    PlanStep step =
        new PlanStep(
            first, List.of(), first.getFirst().tradeOff(), 2, 1, 9, 8, 2, List.of(), Effort.SMALL);
    return new Chapter(texts.apply(0), review, analysis, fixes, List.of(step), Chapters.DAY);
  }

  @Test
  void noTextChangesTheStructureOfAnyFormat() {
    Chapter harmless = chapter(i -> "harmless");
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (Format format : FORMATS) {
      expected.put(format.name(), format.structure().apply(text(format.write().apply(harmless))));
      assertThat(expected.get(format.name())).as(format.name()).isNotEmpty();
    }
    for (int start = 0; start < TRIES; start += AT_ONCE) {
      int from = start;
      Chapter chapter = chapter(i -> HostileText.of(from + i));
      for (Format format : FORMATS) {
        String written = text(format.write().apply(chapter));
        assertNothingHidden(format.name() + " of texts from " + from, written);
        assertThat(format.structure().apply(written))
            .as(format.name() + " of texts from " + from)
            .isEqualTo(expected.get(format.name()));
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void assertNothingHidden(String what, String written) {
    written
        .codePoints()
        .filter(code -> code != '\n' && code != '\r')
        .filter(HostileTextTest::isHidden)
        .findFirst()
        .ifPresent(code -> {
          throw new AssertionError(what + " has U+" + Integer.toHexString(code));
        });
    assertThat(written.replace("\r\n", "")).as(what).doesNotContain("\r");
  }

  private static List<String> html(String page) {
    try {
      return HostileTextTest.structure(page);
    } catch (Exception e) {
      throw new AssertionError(page, e);
    }
  }

  /// Keys and the kinds of values; a finding's location differs with nothing but its file.
  private static List<String> json(String text) {
    List<String> result = new ArrayList<>();
    keys("", JSON.readTree(text), result);
    return result;
  }

  private static void keys(String at, JsonNode node, List<String> result) {
    if (node.isObject()) {
      node.properties().forEach(entry -> keys(at + "/" + entry.getKey(), entry.getValue(), result));
    } else if (node.isArray()) {
      node.forEach(each -> keys(at + "[]", each, result));
    } else {
      result.add(at + " " + node.getNodeType());
    }
  }

  private static List<String> xml(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text)))
              .getDocumentElement();
      List<String> result = new ArrayList<>();
      elements(root, result);
      return result;
    } catch (Exception e) {
      throw new AssertionError(text, e);
    }
  }

  private static void elements(Element element, List<String> result) {
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    result.add(element.getTagName() + names);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        elements(inner, result);
      } else {
        assertThat(child.getNodeType()).isEqualTo(Node.TEXT_NODE);
      }
    }
  }

  /// Rows and columns; that no cell is a formula is checked on the way.
  private static List<String> table(String text) {
    List<String> result = new ArrayList<>();
    for (List<String> row : Tables.read(text)) {
      result.add("row of " + row.size());
      for (String cell : row) {
        assertThat(cell).doesNotContain("\n", "\r", "\t");
        if (!cell.isEmpty() && "=+-@＝＋－＠".indexOf(cell.charAt(0)) >= 0) {
          assertThat(cell).matches("[+-]\\d+(\\.\\d+)?");
        }
      }
    }
    return result;
  }

  private static List<String> mermaid(String text) {
    assertThat(text).matches(MERMAID);
    return text.lines().map(line -> line.replaceAll("\"[^\"]*\"", "")).toList();
  }
}
