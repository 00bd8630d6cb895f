package dev.stillwater.cli;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A page of Markdown for a terminal: wrapped, indented, with headings and code set apart.
final class TerminalMarkdown {
  private static final int WIDTH = 88;
  private final Paint paint;

  TerminalMarkdown(Paint paint) {
    this.paint = paint;
  }

  /// @param label stands before the title
  String of(String label, String markdown) {
    Page page = new Page(label);
    Parser.builder().build().parse(markdown).accept(page);
    return page.out.toString();
  }

  /// A piece of text with its style, between two places where a line may break.
  private record Word(String plain, String painted) {}

  /// The page while it is written.
  private final class Page extends AbstractVisitor {
    private final StringBuilder out = new StringBuilder();
    private final String label;
    private String indent = "";
    private String bullet = "";

    Page(String label) {
      this.label = label;
    }

    @Override
    public void visit(Heading heading) {
      gap();
      String title = plain(heading);
      out.append(
              heading.getLevel() == 1
                  ? paint.muted(label + "  ") + paint.strong(title)
                  : paint.strong(title))
          .append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (bullet.isEmpty()) {
        gap();
      }
      wrap(words(paragraph));
    }

    @Override
    public void visit(BulletList list) {
      list(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
      Integer start = list.getMarkerStartNumber();
      list(list, start == null ? 1 : start);
    }

    private void list(Node list, int first) {
      if (indent.isEmpty()) {
        gap();
      }
      int number = first;
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        if (item instanceof ListItem) {
          bullet = first == 0 ? "• " : number++ + ". ";
          String outer = indent;
          indent = indent + " ".repeat(bullet.length());
          visitChildren(item);
          indent = outer;
          bullet = "";
        }
      }
    }

    @Override
    public void visit(BlockQuote quote) {
      String outer = indent;
      indent = indent + "  ";
      visitChildren(quote);
      indent = outer;
    }

    @Override
    public void visit(FencedCodeBlock block) {
      code(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      code(block.getLiteral());
    }

    private void code(String literal) {
      gap();
      literal
          .lines()
          .forEach(line -> out.append(indent).append("    ").append(paint.calm(line)).append('\n'));
    }

    private void gap() {
      if (!out.isEmpty()) {
        out.append('\n');
      }
    }

    private void wrap(List<Word> words) {
      String prefix = bullet.isEmpty() ? indent : indent.substring(bullet.length()) + bullet;
      bullet = "";
      int column = prefix.length();
      out.append(prefix);
      boolean first = true;
      for (Word word : words) {
        int length = word.plain().length();
        if (!first && column + 1 + length > WIDTH) {
          out.append('\n').append(indent);
          column = indent.length();
        } else if (!first) {
          out.append(' ');
          column++;
        }
        out.append(word.painted());
        column += length;
        first = false;
      }
      out.append('\n');
    }

    /// The words of a paragraph; pieces that touch stay together.
    private List<Word> words(Node paragraph) {
      Words words = new Words();
      paragraph.accept(words);
      words.end();
      return words.all;
    }
  }

  /// Gathers the words of inline text with their styles.
  private final class Words extends AbstractVisitor {
    private final List<Word> all = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder painted = new StringBuilder();
    private boolean strong;
    private boolean muted;

    private void end() {
      if (!plain.isEmpty()) {
        all.add(new Word(plain.toString(), painted.toString()));
        plain.setLength(0);
        painted.setLength(0);
      }
    }

    private void piece(String text, boolean code) {
      plain.append(text);
      painted.append(
          code ? paint.calm(text) : strong ? paint.strong(text) : muted ? paint.muted(text) : text);
    }

    private void text(String literal, boolean code) {
      String[] pieces = literal.split(" ", -1);
      for (int i = 0; i < pieces.length; i++) {
        if (i > 0) {
          end();
        }
        if (!pieces[i].isEmpty()) {
          piece(pieces[i], code);
        }
      }
    }

    @Override
    public void visit(Text text) {
      text(text.getLiteral(), false);
    }

    @Override
    public void visit(Code code) {
      text(code.getLiteral(), true);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      end();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      end();
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
      boolean outer = strong;
      strong = true;
      visitChildren(emphasis);
      strong = outer;
    }

    @Override
    public void visit(Emphasis emphasis) {
      visitChildren(emphasis);
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (!plain.toString().equals(link.getDestination())) {
        end();
        boolean outer = muted;
        muted = true;
        text("(" + link.getDestination() + ")", false);
        muted = outer;
      }
    }
  }

  private static String plain(Node node) {
    StringBuilder result = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            result.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            result.append(code.getLiteral());
          }
        });
    return result.toString();
  }
}
