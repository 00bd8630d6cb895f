package dev.stillwater.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// A page in CommonMark as nodes: headings, paragraphs, lists, code, tables. Markup inside the text
/// that is not CommonMark is shown as it stands, never run.
public final class RulePageView {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final VBox view = new VBox();
  private final Consumer<String> follow;

  /// @param follow opens the target of a link
  public RulePageView(Consumer<String> follow) {
    this.follow = follow;
    view.getStyleClass().add("sw-page");
  }

  public Parent view() {
    return view;
  }

  public void show(String markdown) {
    Blocks blocks = new Blocks();
    PARSER.parse(markdown).accept(blocks);
    view.getChildren().setAll(blocks.nodes);
  }

  /// Turns blocks into nodes, one below the other.
  private final class Blocks extends AbstractVisitor {
    private final List<Node> nodes = new ArrayList<>();

    private List<Node> inside(org.commonmark.node.Node parent) {
      Blocks blocks = new Blocks();
      for (org.commonmark.node.Node child = parent.getFirstChild();
          child != null;
          child = child.getNext()) {
        child.accept(blocks);
      }
      return blocks.nodes;
    }

    @Override
    public void visit(Heading heading) {
      TextFlow flow = inline(heading, "sw-page-h" + Math.min(3, heading.getLevel()));
      nodes.add(flow);
    }

    @Override
    public void visit(Paragraph paragraph) {
      nodes.add(inline(paragraph, "sw-page-text"));
    }

    @Override
    public void visit(BulletList list) {
      nodes.add(items(list, 0));
    }

    @Override
    public void visit(OrderedList list) {
      Integer start = list.getMarkerStartNumber();
      nodes.add(items(list, start == null ? 1 : start));
    }

    /// @param first the first number; 0 for bullets
    private Node items(ListBlock list, int first) {
      VBox box = new VBox();
      box.getStyleClass().add("sw-page-list");
      int number = first;
      for (org.commonmark.node.Node item = list.getFirstChild();
          item != null;
          item = item.getNext()) {
        Label mark = new Label(first == 0 ? "•" : number + ".");
        mark.getStyleClass().add("sw-page-bullet");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        VBox content = new VBox();
        content.getStyleClass().add("sw-page-item");
        content.getChildren().setAll(item instanceof ListItem ? inside(item) : List.of());
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox row = new HBox(mark, content);
        row.getStyleClass().add("sw-page-row");
        box.getChildren().add(row);
        number++;
      }
      return box;
    }

    @Override
    public void visit(FencedCodeBlock block) {
      nodes.add(code(block.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      nodes.add(code(block.getLiteral()));
    }

    private Node code(String literal) {
      Label label = new Label(literal.stripTrailing());
      label.setWrapText(true);
      label.setMaxWidth(Double.MAX_VALUE);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.getStyleClass().add("sw-page-code");
      return label;
    }

    @Override
    public void visit(BlockQuote quote) {
      VBox box = new VBox();
      box.getStyleClass().add("sw-page-quote");
      box.getChildren().setAll(inside(quote));
      nodes.add(box);
    }

    @Override
    public void visit(ThematicBreak rule) {
      Region line = new Region();
      line.getStyleClass().add("sw-page-rule");
      nodes.add(line);
    }

    @Override
    public void visit(HtmlBlock block) {
      nodes.add(code(block.getLiteral()));
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock) {
        nodes.add(table(block));
      } else {
        visitChildren(block);
      }
    }

    private Node table(CustomBlock block) {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("sw-page-table");
      int row = 0;
      int columns = 0;
      for (TableRow line : rows(block)) {
        boolean head = line.getParent() instanceof TableHead;
        int column = 0;
        for (org.commonmark.node.Node cell = line.getFirstChild();
            cell != null;
            cell = cell.getNext()) {
          if (cell instanceof TableCell) {
            TextFlow flow = inline(cell, head ? "sw-page-th" : "sw-page-td");
            grid.add(flow, column, row);
            column++;
          }
        }
        columns = Math.max(columns, column);
        row++;
      }
      for (int i = 0; i < columns; i++) {
        ColumnConstraints constraints = new ColumnConstraints();
        constraints.setPercentWidth(100.0 / columns);
        constraints.setHalignment(HPos.LEFT);
        grid.getColumnConstraints().add(constraints);
      }
      return grid;
    }

    private List<TableRow> rows(org.commonmark.node.Node parent) {
      List<TableRow> rows = new ArrayList<>();
      for (org.commonmark.node.Node child = parent.getFirstChild();
          child != null;
          child = child.getNext()) {
        if (child instanceof TableRow row) {
          rows.add(row);
        } else {
          rows.addAll(rows(child));
        }
      }
      return rows;
    }

    private TextFlow inline(org.commonmark.node.Node parent, String style) {
      Words words = new Words(style);
      for (org.commonmark.node.Node child = parent.getFirstChild();
          child != null;
          child = child.getNext()) {
        child.accept(words);
      }
      TextFlow flow = new TextFlow();
      flow.getStyleClass().addAll("sw-flow", style + "-flow");
      flow.getChildren().setAll(words.texts);
      return flow;
    }
  }

  /// Turns what stands inside a paragraph into texts.
  private final class Words extends AbstractVisitor {
    private final String style;
    private final List<Text> texts = new ArrayList<>();
    private final Deque<String> marks = new ArrayDeque<>();
    private String target = "";

    Words(String style) {
      this.style = style;
    }

    private void add(String words, String... more) {
      Text text = new Text(words);
      text.getStyleClass().add(style);
      text.getStyleClass().addAll(marks);
      text.getStyleClass().addAll(more);
      if (!target.isEmpty()) {
        String to = target;
        text.setOnMouseClicked(event -> follow.accept(to));
      }
      texts.add(text);
    }

    private void marked(String mark, org.commonmark.node.Node parent) {
      marks.addLast(mark);
      visitChildren(parent);
      marks.removeLast();
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
      add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      add(code.getLiteral(), "sw-page-inline-code");
    }

    @Override
    public void visit(Emphasis emphasis) {
      marked("sw-page-emphasis", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
      marked("sw-page-strong", strong);
    }

    @Override
    public void visit(Link link) {
      target = link.getDestination();
      marked("sw-page-link", link);
      target = "";
    }

    @Override
    public void visit(HtmlInline html) {
      add(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak line) {
      add(" ");
    }

    @Override
    public void visit(HardLineBreak line) {
      add("\n");
    }
  }
}
