package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Writes a scene as an SVG that stands alone: no script, no reference to anything outside, every
/// text escaped. The same scene gives the same bytes.
///
/// Figures that many items share are written once. Text carries its measured length, so that a
/// reader without the font still sees it inside its card.
public final class SvgWriter {
  /// Which colours the file has.
  public enum Colours {
    /// Those of the reader's system, or of the nearest ancestor with `data-theme`.
    AUTO,
    LIGHT,
    DARK;

    private static Colours of(Theme theme) {
      return theme == Theme.DARK ? DARK : LIGHT;
    }
  }

  /// How a scene is written.
  ///
  /// @param name what the picture is called; read out instead of the picture
  /// @param margin the room around everything, in units of the drawing
  /// @param background whether the canvas is painted
  /// @param prefix begins all ids, so that several pictures can stand in one page
  public record Options(
      String name, Colours colours, double margin, boolean background, String prefix) {
    public static Options of(String name) {
      return new Options(name, Colours.AUTO, 24, true, "sw-");
    }

    public Options with(Colours other) {
      return new Options(name, other, margin, background, prefix);
    }

    public Options with(Theme theme) {
      return with(Colours.of(theme));
    }

    public Options withoutBackground() {
      return new Options(name, colours, margin, false, prefix);
    }

    public Options withMargin(double other) {
      return new Options(name, colours, other, background, prefix);
    }

    /// @throws IllegalArgumentException when it is not made of letters, digits and hyphens
    public Options withPrefix(String other) {
      if (!other.matches("[A-Za-z][A-Za-z0-9-]*")) {
        throw new IllegalArgumentException("no prefix for ids: " + other);
      }
      return new Options(name, colours, margin, background, other);
    }
  }

  private static final String FONTS =
      "Inter,\"Inter Variable\",-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",sans-serif";

  private final Scene scene;
  private final Options options;
  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Map<Figure, String> shared = new IdentityHashMap<>();
  private final Set<Token> fills = EnumSet.noneOf(Token.class);
  private final Set<Token> strokes = EnumSet.noneOf(Token.class);
  private final Map<Typeface, String> typefaces = new LinkedHashMap<>();

  private SvgWriter(Scene scene, Options options) {
    this.scene = scene;
    this.options = options;
  }

  public static String write(Scene scene, Options options) {
    return new SvgWriter(scene, options).write();
  }

  private String write() {
    Box view = scene.bounds().grown(options.margin());
    String body = body(view);
    out.setLength(0);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sw-drawing sw-")
        .append(options.colours().name().toLowerCase(Locale.ROOT))
        .append("\" viewBox=\"");
    numbers(view.x(), view.y(), view.width(), view.height());
    out.append("\" width=\"").append(Numbers.of(view.width()));
    out.append("\" height=\"").append(Numbers.of(view.height()));
    out.append("\" role=\"img\" aria-labelledby=\"")
        .append(options.prefix())
        .append("title\">\n<title id=\"")
        .append(options.prefix())
        .append("title\">");
    text(VisibleText.of(options.name()));
    out.append("</title>\n");
    style();
    return out.append(body).append("</svg>\n").toString();
  }

  private String body(Box view) {
    out.setLength(0);
    definitions();
    if (options.background()) {
      fills.add(Token.CANVAS);
      out.append("<rect class=\"swf-canvas\"");
      box(view);
      out.append("/>\n");
    }
    for (Item item : scene.items()) {
      item(item);
    }
    return out.toString();
  }

  // ---- styles

  private void style() {
    out.append("<style>\n");
    String root = ".sw-" + options.colours().name().toLowerCase(Locale.ROOT);
    out.append(root)
        .append("{fill:none;stroke-linecap:round;stroke-linejoin:round;font-family:")
        .append(FONTS)
        .append("}\n");
    Set<Token> used = EnumSet.noneOf(Token.class);
    used.addAll(fills);
    used.addAll(strokes);
    variables(root, options.colours() == Colours.DARK ? Theme.DARK : Theme.LIGHT, used);
    if (options.colours() == Colours.AUTO) {
      out.append("@media (prefers-color-scheme:dark){");
      variables(root, Theme.DARK, used);
      out.append("}\n");
      variables("[data-theme=light] " + root, Theme.LIGHT, used);
      variables("[data-theme=dark] " + root, Theme.DARK, used);
    }
    for (Token token : fills) {
      colour("swf-", "fill", token);
    }
    for (Token token : strokes) {
      colour("sws-", "stroke", token);
    }
    for (Map.Entry<Typeface, String> entry : typefaces.entrySet()) {
      Typeface typeface = entry.getKey();
      out.append('.')
          .append(entry.getValue())
          .append("{font-weight:")
          .append(typeface.weight().css())
          .append(";font-size:")
          .append(Numbers.of(typeface.size()))
          .append("px}\n");
    }
    out.append("</style>\n");
  }

  private void variables(String selector, Theme theme, Set<Token> used) {
    out.append(selector).append('{');
    for (Token token : used) {
      out.append("--sw-").append(token.css()).append(':').append(theme.hex(token)).append(';');
    }
    out.append("}\n");
  }

  /// The selector is a single class, because no other reaches into what `use` copies; which colour
  /// that is, a variable says, which is inherited. Readers that know no variables keep the first.
  private void colour(String prefix, String property, Token token) {
    Theme theme = options.colours() == Colours.DARK ? Theme.DARK : Theme.LIGHT;
    out.append('.').append(prefix).append(token.css()).append('{');
    out.append(property).append(':').append(theme.hex(token));
    out.append(';').append(property).append(":var(--sw-").append(token.css()).append(")}\n");
  }

  // ---- elements

  private void definitions() {
    Map<Figure, Integer> uses = new IdentityHashMap<>();
    List<Figure> order = new ArrayList<>();
    for (Item item : scene.items()) {
      if (item.figure().marks().size() > 1 && uses.merge(item.figure(), 1, Integer::sum) == 2) {
        order.add(item.figure());
      }
    }
    if (order.isEmpty()) {
      return;
    }
    out.append("<defs>\n");
    for (Figure figure : order) {
      String id = options.prefix() + "f" + shared.size();
      shared.put(figure, id);
      out.append("<g id=\"").append(id).append("\">");
      figure.marks().forEach(this::mark);
      out.append("</g>\n");
    }
    out.append("</defs>\n");
  }

  private void item(Item item) {
    out.append("<g class=\"sw-").append(item.kind().name().toLowerCase(Locale.ROOT)).append('"');
    switch (item.kind()) {
      case COMPONENT -> id("c-", item.id());
      case LINK -> id("l-", item.id());
      case ZONE, SIGN, LABEL, BADGE, SHIELD -> {}
    }
    out.append(" data-id=\"");
    text(VisibleText.of(item.id()));
    out.append('"');
    if (item.x() != 0 || item.y() != 0) {
      out.append(" transform=\"translate(");
      numbers(item.x(), item.y());
      out.append(")\"");
    }
    if (item.opacity() < 1) {
      out.append(" opacity=\"").append(Numbers.of(item.opacity())).append('"');
    }
    out.append("><title>");
    text(VisibleText.of(item.title()));
    out.append("</title>");
    String reference = shared.get(item.figure());
    if (reference != null) {
      out.append("<use href=\"#").append(reference).append("\"/>");
    } else {
      item.figure().marks().forEach(this::mark);
    }
    item.runs().forEach(this::run);
    out.append("</g>\n");
  }

  private void id(String sort, String id) {
    out.append(" id=\"").append(options.prefix()).append(sort);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
      if (plain) {
        out.append(c);
      } else {
        out.append('_').append(Integer.toHexString(c)).append('_');
      }
    }
    out.append('"');
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.RoundRect rect -> {
        out.append("<rect");
        box(rect.box());
        if (rect.radius() > 0) {
          out.append(" rx=\"").append(Numbers.of(rect.radius())).append('"');
        }
        ink(rect);
      }
      case Mark.Trace trace -> {
        out.append("<path d=\"").append(trace.outline().svg()).append('"');
        ink(trace);
      }
    }
    out.append("/>");
  }

  private void ink(Mark mark) {
    Fill fill = mark.fill();
    Stroke stroke = mark.stroke();
    out.append(" class=\"");
    if (fill != null) {
      fills.add(fill.token());
      out.append("swf-").append(fill.token().css());
    }
    if (stroke != null) {
      strokes.add(stroke.token());
      out.append(fill == null ? "sws-" : " sws-").append(stroke.token().css());
    }
    out.append('"');
    if (fill != null && fill.opacity() < 1) {
      out.append(" fill-opacity=\"").append(Numbers.of(fill.opacity())).append('"');
    }
    if (stroke != null) {
      out.append(" stroke-width=\"").append(Numbers.of(stroke.width())).append('"');
      if (stroke.opacity() < 1) {
        out.append(" stroke-opacity=\"").append(Numbers.of(stroke.opacity())).append('"');
      }
      double[] lengths = stroke.dash().lengths();
      if (lengths.length > 0) {
        out.append(" stroke-dasharray=\"");
        numbers(lengths);
        out.append('"');
      }
    }
  }

  private void run(Run run) {
    if (run.text().isEmpty()) {
      return;
    }
    fills.add(run.token());
    String typeface = typefaces.computeIfAbsent(run.typeface(), SvgWriter::className);
    out.append("<text x=\"").append(Numbers.of(run.x()));
    out.append("\" y=\"").append(Numbers.of(run.y()));
    out.append("\" class=\"").append(typeface).append(" swf-").append(run.token().css());
    out.append("\" textLength=\"").append(Numbers.of(run.width()));
    out.append("\" lengthAdjust=\"spacingAndGlyphs\"");
    if (run.struck()) {
      out.append(" text-decoration=\"line-through\"");
    }
    out.append('>');
    text(run.text());
    out.append("</text>");
  }

  /// The same in every picture, so that several in one page agree.
  private static String className(Typeface typeface) {
    return "swt-" + typeface.weight().css() + "-" + Numbers.of(typeface.size()).replace('.', '_');
  }

  private void box(Box box) {
    out.append(" x=\"").append(Numbers.of(box.x()));
    out.append("\" y=\"").append(Numbers.of(box.y()));
    out.append("\" width=\"").append(Numbers.of(box.width()));
    out.append("\" height=\"").append(Numbers.of(box.height())).append('"');
  }

  private void numbers(double... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.append(' ');
      }
      Numbers.append(out, values[i]);
    }
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
