package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Whatever stands in a design, a report has the structure that its template gives it.
class HostileTextTest {
  private static final int TRIES = 25;

  private static final Set<String> DRAWING =
      Set.of(
          "svg", "title", "style", "defs", "g", "rect", "path", "text", "use", "pattern", "circle");

  private static final Document BENIGN = Chapters.document(Chapters.RICH);

  private static final String BENIGN_PAGE = written(new HtmlReport(), "benign", "benign");
  private static final String BENIGN_MARKDOWN = written(new MarkdownReport(), "benign", "benign");

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "<script>alert(1)</script>",
            "</style>",
            "</svg>",
            "<img src=x onerror=y>",
            "\"",
            "'",
            "\" onload=\"x",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&",
            "&lt;",
            "&#x202e;",
            "javascript:",
            "\u0000",
            "\u001b[31m",
            "\u0007",
            "\u202e",
            "\u2066",
            "\u200b",
            "\ufeff",
            "\ud800",
            "\r",
            "|",
            "`",
            "```",
            "*",
            "_",
            "[x](http://y)",
            "![x](http://y)",
            "<b>",
            "#",
            "$x$",
            "\\",
            "~~",
            "=cmd()",
            "%s",
            "%n",
            "{0}",
            "ok",
            " ",
            "ü",
            "漢",
            "🏔");
    return Arbitraries.oneOf(
        pieces.list().ofMinSize(1).ofMaxSize(8).map(list -> String.join("", list)),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(40));
  }

  /// The document with the text in every place that takes free text.
  static Document with(Document document, String text) {
    return with(document, () -> text);
  }

  /// The document with one text after the other in the places that take free text.
  static Document with(Document document, Supplier<String> texts) {
    Design design = document.design().withName(texts.get()).withDescription("");
    for (Component component : design.components()) {
      design =
          design.with(
              component
                  .with(ComponentAttributes.NAME, texts.get())
                  .with(ComponentAttributes.DESCRIPTION, texts.get())
                  .with(ComponentAttributes.OWNER, texts.get())
                  .with(ComponentAttributes.TECHNOLOGY, texts.get())
                  .with(ComponentAttributes.NOTES, texts.get()));
    }
    for (Link link : design.links()) {
      design = design.with(link.with(LinkAttributes.DESCRIPTION, texts.get()));
    }
    for (Journey journey : design.journeys()) {
      design = design.with(journey.with(JourneyAttributes.NAME, texts.get()));
    }
    List<Decision> decisions = new ArrayList<>();
    for (Decision decision : document.decisions()) {
      Attributes attributes =
          decision
              .attributes()
              .with(DecisionAttributes.REASON, "r" + texts.get())
              .with(DecisionAttributes.AUTHOR, texts.get())
              .with(DecisionAttributes.TICKET, texts.get());
      decisions.add(new Decision(decision.target(), attributes));
    }
    decisions.add(new Decision(texts.get(), Attributes.none(DecisionAttributes.TABLE)));
    return document.withDesign(design).withDecisions(decisions);
  }

  private static String written(ReportFormat format, String text, String file) {
    Chapter chapter = Chapters.of(with(BENIGN, text), file);
    return new String(format.write(List.of(chapter)), StandardCharsets.UTF_8);
  }

  @Property(seed = "20261129", tries = TRIES)
  void aPageHasTheElementsAndAttributesOfItsTemplateOnly(@ForAll("hostile") String text)
      throws Exception {
    String page = written(new HtmlReport(), text, text);
    List<String> structure = structure(page);
    assertThat(structure).isEqualTo(structure(BENIGN_PAGE));
    assertNoHidden(page);
  }

  /// Names of elements and attributes in order; the drawing, whose lines depend on the length of
  /// names, is looked at by itself.
  static List<String> structure(String page) throws Exception {
    String xml = page.replaceFirst("<!doctype html>\n", "").replaceAll("(<meta [^>]*)>", "$1/>");
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    List<String> result = new ArrayList<>();
    walk(root, false, result);
    return result;
  }

  private static void walk(Element element, boolean drawn, List<String> result) {
    boolean inDrawing = drawn || element.getTagName().equals("svg");
    StringBuilder entry = new StringBuilder(element.getTagName());
    NamedNodeMap attributes = element.getAttributes();
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      names.add(attributes.item(i).getNodeName());
    }
    names.forEach(name -> entry.append(' ').append(name));
    if (inDrawing) {
      assertThat(DRAWING).contains(element.getTagName());
      assertThat(names).noneMatch(name -> name.startsWith("on") || name.contains(":"));
      if (element.hasAttribute("href")) {
        assertThat(element.getAttribute("href")).startsWith("#");
      }
    } else {
      result.add(entry.toString());
    }
    for (org.w3c.dom.Node child = element.getFirstChild();
        child != null;
        child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        walk(inner, inDrawing, result);
      }
    }
  }

  @Property(seed = "20261129", tries = TRIES)
  void markdownHasTheBlocksOfItsTemplateOnly(@ForAll("hostile") String text) {
    String page = written(new MarkdownReport(), text, text);
    assertThat(blocks(page)).isEqualTo(blocks(BENIGN_MARKDOWN));
    assertNoHidden(page);
  }

  static List<String> blocks(String markdown) {
    List<String> result = new ArrayList<>();
    Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .build()
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              protected void visitChildren(Node parent) {
                if (!(parent instanceof Text)) {
                  result.add(parent.getClass().getSimpleName());
                }
                super.visitChildren(parent);
              }

              @Override
              public void visit(org.commonmark.node.HtmlInline html) {
                result.add(html.getLiteral());
              }

              @Override
              public void visit(org.commonmark.node.HtmlBlock html) {
                result.add(html.getLiteral());
              }
            });
    return result;
  }

  @Property(seed = "20261129", tries = TRIES)
  void jsonGivesTheTextBack(@ForAll("hostile") String text) {
    String json = written(new JsonReport(), text, text);
    JsonNode root = new ObjectMapper().readTree(json);
    assertThat(root.path("design").path("name").asString()).isEqualTo(text);
    assertThat(root.path("design").path("file").asString()).isEqualTo(text);
    assertNoHidden(json);
  }

  private static void assertNoHidden(String output) {
    assertThat(output.codePoints().filter(code -> code != '\n').filter(HostileTextTest::isHidden))
        .isEmpty();
  }

  static boolean isHidden(int code) {
    int type = Character.getType(code);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT && code != 0x200c && code != 0x200d;
  }
}
