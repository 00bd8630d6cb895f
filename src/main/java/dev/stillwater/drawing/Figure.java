package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.List;

/// Marks about an origin, later ones over earlier ones. Components that look alike share one
/// instance, so that painters can keep a picture of it by identity.
///
/// @param marks in the order of painting
public record Figure(List<Mark> marks) {
  public static final Figure EMPTY = new Figure(List.of());

  public Figure {
    marks = List.copyOf(marks);
  }

  /// Collects marks.
  static final class Builder {
    private final List<Mark> marks = new ArrayList<>();

    Builder fill(Outline outline, Token token) {
      return fill(outline, token, 1);
    }

    Builder fill(Outline outline, Token token, double opacity) {
      marks.add(new Mark.Trace(outline, new Fill(token, opacity), null));
      return this;
    }

    Builder stroke(Outline outline, Stroke stroke) {
      marks.add(new Mark.Trace(outline, null, stroke));
      return this;
    }

    Builder stroke(Outline outline, Token token, double width) {
      return stroke(outline, new Stroke(token, width));
    }

    Builder add(Mark mark) {
      marks.add(mark);
      return this;
    }

    /// A rectangle that is filled and framed.
    Builder panel(Box box, double radius, Token fill, Stroke stroke) {
      marks.add(new Mark.RoundRect(box, radius, new Fill(fill), stroke));
      return this;
    }

    Builder icon(Icon icon, double x, double y, double size, Token token) {
      double scale = size / Icon.SIZE;
      marks.add(
          new Mark.Trace(
              icon.outline().placed(x, y, scale),
              null,
              new Stroke(token, Icon.STROKE * Math.max(scale, 0.8))));
      return this;
    }

    Figure build() {
      return marks.isEmpty() ? EMPTY : new Figure(marks);
    }
  }
}
