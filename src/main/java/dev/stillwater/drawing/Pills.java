package dev.stillwater.drawing;

import dev.stillwater.rules.Severity;

/// Badges and shields: small rounded boxes with a shape and a few characters.
final class Pills {
  static final double HEIGHT = 18;

  /// The side of the shape in a badge.
  private static final double SHAPE = 9;

  private static final double SIDE = 7;
  private static final double GAP = 4;

  private Pills() {}

  static Token token(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Token.CRITICAL;
      case HIGH -> Token.HIGH;
      case MEDIUM -> Token.MEDIUM;
      case LOW -> Token.LOW;
      case INFO -> Token.INFO;
    };
  }

  /// What is decided is drawn in the colour of what can wait.
  private static Token token(Badge badge) {
    return badge.isDecided() ? Token.MUTED : token(badge.worst());
  }

  /// The shape that tells a severity apart without its colour, in a square about a centre.
  static Mark shape(Severity severity, double x, double y, double size) {
    return shape(severity, token(severity), x, y, size);
  }

  private static Mark shape(Severity severity, Token token, double x, double y, double size) {
    double half = size / 2;
    Fill fill = new Fill(token);
    return switch (severity) {
      case CRITICAL ->
          new Mark.Trace(
              Outline.polygon(x, y - half, x + half, y, x, y + half, x - half, y), fill, null);
      case HIGH ->
          new Mark.Trace(
              Outline.polygon(
                  x, y - half * 0.95, x + half, y + half * 0.8, x - half, y + half * 0.8),
              fill,
              null);
      case MEDIUM -> new Mark.Trace(Outline.circle(x, y, half * 0.82), fill, null);
      case LOW ->
          new Mark.Trace(Outline.circle(x, y, half * 0.74), null, new Stroke(token, size * 0.16));
      case INFO -> new Mark.Trace(Outline.circle(x, y, half * 0.36), fill, null);
    };
  }

  static double width(Badge badge) {
    return SIDE + SHAPE + GAP + TextMetrics.width(count(badge), Typeface.BADGE) + SIDE;
  }

  private static String count(Badge badge) {
    return badge.count() > 999 ? "999+" : Integer.toString(badge.count());
  }

  /// A badge about its top left corner.
  static Figure badgeFigure(Badge badge) {
    Token token = token(badge);
    return new Figure.Builder()
        .panel(
            new Box(0, 0, width(badge), HEIGHT), HEIGHT / 2, Token.PANEL, new Stroke(token, 1.25))
        .add(shape(badge.worst(), token, SIDE + SHAPE / 2, HEIGHT / 2, SHAPE))
        .build();
  }

  static Run badgeRun(Badge badge) {
    return Run.in(
        count(badge), SIDE + SHAPE + GAP, HEIGHT / 2 + 4, 100, Typeface.BADGE, token(badge));
  }

  /// The badge of a card that is drawn without text: the shape alone, larger.
  static Figure spot(Badge badge) {
    return new Figure.Builder()
        .add(
            new Mark.Trace(
                Outline.circle(0, 0, 19), new Fill(Token.PANEL), new Stroke(token(badge), 3)))
        .add(shape(badge.worst(), token(badge), 0, 0, 22))
        .build();
  }

  static double width(Shield shield) {
    String text = shield.line();
    double words = text.isEmpty() ? 0 : GAP + TextMetrics.width(text, Typeface.BADGE);
    return SIDE + 12 + words + SIDE;
  }

  static Figure shieldFigure(Shield shield) {
    return new Figure.Builder()
        .panel(
            new Box(0, 0, width(shield), HEIGHT),
            HEIGHT / 2,
            Token.ABSORBER_FILL,
            new Stroke(Token.ABSORBER, 1.25))
        .icon(Icon.SHIELD, SIDE, 3, 12, Token.ABSORBER)
        .build();
  }

  static Run shieldRun(Shield shield) {
    return Run.in(
        shield.line(), SIDE + 12 + GAP, HEIGHT / 2 + 4, 100, Typeface.BADGE, Token.ABSORBER);
  }
}
