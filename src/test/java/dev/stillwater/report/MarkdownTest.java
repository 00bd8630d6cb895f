package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.VisibleText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

class MarkdownTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /// Text full of what Markdown means something by.
  @Provide
  Arbitrary<String> nasty() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "*",
            "_",
            "`",
            "``",
            "[",
            "](",
            ")",
            "<",
            ">",
            "<b>",
            "</script>",
            "|",
            "\\",
            "#",
            "##",
            "-",
            "+",
            "1.",
            "2)",
            "~~",
            "&",
            "&amp;",
            "&#33;",
            "!",
            "![",
            "http://",
            "www.",
            "@",
            "=",
            "---",
            "***",
            "===",
            "{",
            "}",
            "$",
            "^",
            "\n",
            "\r\n",
            "\t",
            "    ",
            "> ",
            "a",
            "b ",
            " ",
            "\u0000",
            "\u202e",
            "ü",
            "🏔",
            ":",
            "|---|",
            "- [ ] ");
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  private static List<Node> nodes(Node root) {
    List<Node> result = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          protected void visitChildren(Node parent) {
            result.add(parent);
            super.visitChildren(parent);
          }

          @Override
          public void visit(Text text) {
            result.add(text);
          }

          @Override
          public void visit(Code code) {
            result.add(code);
          }
        });
    return result;
  }

  private static String shown(Node root) {
    StringBuilder out = new StringBuilder();
    for (Node node : nodes(root)) {
      if (node instanceof Text text) {
        out.append(text.getLiteral());
      }
    }
    return out.toString();
  }

  @Property(seed = "20261129")
  void aLineOfTextIsAParagraphWithThatText(@ForAll("nasty") String text) {
    String line = Wording.line(text);
    Node root = PARSER.parse("x " + Markdown.text(text));
    assertThat(nodes(root))
        .allMatch(
            node -> node instanceof Text || node instanceof Paragraph || node instanceof Document);
    assertThat(shown(root)).isEqualTo(("x " + line).strip());
  }

  @Property(seed = "20261129")
  void alsoWhereItBeginsTheLine(@ForAll("nasty") String text) {
    Node root = PARSER.parse(Markdown.text(text));
    assertThat(nodes(root))
        .allMatch(
            node -> node instanceof Text || node instanceof Paragraph || node instanceof Document);
    assertThat(shown(root)).isEqualTo(Wording.line(text));
  }

  @Property(seed = "20261129")
  void codeIsCode(@ForAll("nasty") String text) {
    String line = Wording.line(text);
    Node root = PARSER.parse("x " + Markdown.code(text) + " y");
    List<Node> codes = nodes(root).stream().filter(node -> node instanceof Code).toList();
    assertThat(codes).hasSize(1);
    assertThat(((Code) codes.getFirst()).getLiteral().strip()).isEqualTo(line);
    assertThat(shown(root)).isEqualTo("x  y");
  }

  @Property(seed = "20261129")
  void aCellStaysACell(@ForAll("nasty") String text) {
    Node root = PARSER.parse("| a | b |\n| --- | --- |\n| " + Markdown.text(text) + " | y |\n");
    assertThat(shown(root)).isEqualTo("ab" + Wording.line(text) + "y");
  }

  @Example
  void hiddenCharactersAreVisible() {
    assertThat(Markdown.text("a\u202eb")).isEqualTo("a" + VisibleText.of("\u202e") + "b");
  }

  @Example
  void addressesDoNotBecomeLinks() {
    assertThat(Markdown.text("see http://x.y and www.z")).isEqualTo("see http:\\//x.y and www\\.z");
  }
}
