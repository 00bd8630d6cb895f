package dev.stillwater.drawing;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/// Paints a scene into a PNG, with no display.
public final class PngWriter {
  /// More pixels than this are not painted; the scale is lowered instead.
  public static final long MOST_PIXELS = 64_000_000;

  private static final Map<Typeface.Weight, Font> FONTS = fonts();
  private static final FontRenderContext LETTERS = new FontRenderContext(null, true, true);

  private final Graphics2D graphics;
  private final Theme theme;
  private final boolean outlined;
  private final float[] noDash = {};

  /// @param outlined whether letters are painted as shapes, for a paper that knows no fonts
  private PngWriter(Graphics2D graphics, Theme theme, boolean outlined) {
    this.graphics = graphics;
    this.theme = theme;
    this.outlined = outlined;
  }

  private static Map<Typeface.Weight, Font> fonts() {
    Map<Typeface.Weight, Font> fonts = new EnumMap<>(Typeface.Weight.class);
    for (Typeface.Weight weight : Typeface.Weight.values()) {
      try (InputStream in = PngWriter.class.getResourceAsStream(weight.resource())) {
        if (in == null) {
          throw new IllegalStateException("missing resource " + weight.resource());
        }
        fonts.put(weight, Font.createFont(Font.TRUETYPE_FONT, in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("unreadable resource " + weight.resource(), e);
      }
    }
    return fonts;
  }

  /// The bytes of a PNG.
  ///
  /// @param scale pixels for one unit of the drawing
  /// @param margin the room around everything, in units of the drawing
  public static byte[] write(Scene scene, Theme theme, double scale, double margin) {
    Box view = scene.bounds().grown(margin);
    double area = Math.max(1, view.width() * view.height());
    double shown = Math.min(scale, Math.sqrt(MOST_PIXELS / area));
    int width = Math.max(1, (int) Math.ceil(view.width() * shown));
    int height = Math.max(1, (int) Math.ceil(view.height() * shown));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(new Color(theme.rgb(Token.CANVAS)));
      graphics.fillRect(0, 0, width, height);
      graphics.scale(shown, shown);
      graphics.translate(-view.x(), -view.y());
      PngWriter writer = new PngWriter(graphics, theme, false);
      scene.items().forEach(writer::item);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Paints a scene onto somebody else's paper, such as a page of a document: as lines, not dots.
  ///
  /// @param width what the scene with its margin is scaled to
  /// @param margin the room around everything, in units of the drawing
  public static void paint(
      Scene scene, Theme theme, Graphics2D paper, double width, double margin) {
    Box view = scene.bounds().grown(margin);
    paper.scale(width / view.width(), width / view.width());
    paper.translate(-view.x(), -view.y());
    PngWriter writer = new PngWriter(paper, theme, true);
    scene.items().forEach(writer::item);
  }

  private void item(Item item) {
    AffineTransform before = graphics.getTransform();
    Composite plain = graphics.getComposite();
    graphics.translate(item.x(), item.y());
    for (Mark mark : item.figure().marks()) {
      Shape shape = shape(mark);
      Fill fill = mark.fill();
      if (fill != null) {
        ink(fill.token(), fill.opacity() * item.opacity());
        graphics.fill(shape);
      }
      Stroke stroke = mark.stroke();
      if (stroke != null) {
        ink(stroke.token(), stroke.opacity() * item.opacity());
        graphics.setStroke(stroke(stroke));
        graphics.draw(shape);
      }
    }
    for (Run run : item.runs()) {
      ink(run.token(), item.opacity());
      run(run);
    }
    graphics.setComposite(plain);
    graphics.setTransform(before);
  }

  private void ink(Token token, double opacity) {
    graphics.setColor(new Color(theme.rgb(token)));
    graphics.setComposite(
        opacity >= 1
            ? AlphaComposite.SrcOver
            : AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
  }

  private BasicStroke stroke(Stroke stroke) {
    double[] lengths = stroke.dash().lengths();
    float[] dash = noDash;
    if (lengths.length > 0) {
      dash = new float[lengths.length];
      for (int i = 0; i < dash.length; i++) {
        dash[i] = (float) lengths[i];
      }
    }
    return new BasicStroke(
        (float) stroke.width(),
        BasicStroke.CAP_ROUND,
        BasicStroke.JOIN_ROUND,
        10,
        dash.length == 0 ? null : dash,
        0);
  }

  private static Shape shape(Mark mark) {
    return switch (mark) {
      case Mark.RoundRect rect -> {
        Box box = rect.box();
        double arc = Math.min(2 * rect.radius(), Math.min(box.width(), box.height()));
        yield new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc);
      }
      case Mark.Trace trace -> path(trace.outline());
    };
  }

  private static Path2D path(Outline outline) {
    Path2D.Double path = new Path2D.Double();
    outline.draw(
        0,
        0,
        new Outline.Pen() {
          @Override
          public void moveTo(double x, double y) {
            path.moveTo(x, y);
          }

          @Override
          public void lineTo(double x, double y) {
            path.lineTo(x, y);
          }

          @Override
          public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            path.curveTo(x1, y1, x2, y2, x, y);
          }

          @Override
          public void close() {
            path.closePath();
          }
        });
    return path;
  }

  private void run(Run run) {
    float size = (float) run.typeface().size();
    Font own = Objects.requireNonNull(FONTS.get(run.typeface().weight())).deriveFont(size);
    String text = run.text();
    double x = run.x();
    int start = 0;
    while (start < text.length()) {
      boolean drawn = own.canDisplay(text.codePointAt(start));
      int end = start;
      while (end < text.length() && own.canDisplay(text.codePointAt(end)) == drawn) {
        end += Character.charCount(text.codePointAt(end));
      }
      String part = text.substring(start, end);
      Font font = drawn ? own : new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
      if (outlined) {
        graphics.fill(font.createGlyphVector(LETTERS, part).getOutline((float) x, (float) run.y()));
      } else {
        graphics.setFont(font);
        graphics.drawString(part, (float) x, (float) run.y());
      }
      x += TextMetrics.width(part, run.typeface());
      start = end;
    }
    if (run.struck()) {
      double y = run.y() - size * 0.34;
      graphics.fill(new Rectangle2D.Double(run.x() - 1, y, run.width() + 2, 1));
    }
  }
}
