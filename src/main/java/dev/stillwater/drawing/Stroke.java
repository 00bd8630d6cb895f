package dev.stillwater.drawing;

/// The look of a line. Ends and corners are round.
///
/// @param width in units of the drawing
/// @param opacity 0 to 1
public record Stroke(Token token, double width, Dash dash, double opacity) {
  public Stroke(Token token, double width) {
    this(token, width, Dash.SOLID, 1);
  }

  public Stroke(Token token, double width, Dash dash) {
    this(token, width, dash, 1);
  }

  /// Strokes and gaps by turns, in units of the drawing, round ends not counted.
  public enum Dash {
    SOLID,
    DASHED(5, 6),
    DOTTED(0.1, 4.9),
    /// The border of what somebody else runs.
    BORDER(4, 4),
    /// Of what is only proposed.
    GHOST(3, 4.5);

    private final double[] lengths;

    Dash(double... lengths) {
      this.lengths = lengths;
    }

    /// Lengths of stroke and gap by turns; empty for an unbroken line.
    public double[] lengths() {
      return lengths.clone();
    }
  }
}
