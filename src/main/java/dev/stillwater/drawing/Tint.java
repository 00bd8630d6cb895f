package dev.stillwater.drawing;

/// What an overlay says of one component: words on the card's second line, a mark before them, and
/// a colour of fill and border. The words say it without the colour.
///
/// @param text short: `82 % used`
/// @param shade the colour
public record Tint(String text, Shade shade) {
  /// The colours of overlays, each with a mark of its own in the legend and on the card.
  public enum Shade {
    GOOD(Token.OK, Token.OK_FILL, "●"),
    MILD(Token.LOW, Token.LOW_FILL, "○"),
    WARM(Token.MEDIUM, Token.MEDIUM_FILL, "◐"),
    HOT(Token.HIGH, Token.HIGH_FILL, "▲"),
    WORST(Token.CRITICAL, Token.CRITICAL_FILL, "◆"),
    BLUE(Token.ACCENT, Token.ACCENT_FILL, "■"),
    PINK(Token.LOSS, Token.LOSS_FILL, "✚"),
    GREY(Token.STALE, Token.STALE_FILL, "▬"),
    NONE(Token.CARD_LINE, Token.PANEL, "·");

    private final Token line;
    private final Token fill;
    private final String mark;

    Shade(Token line, Token fill, String mark) {
      this.line = line;
      this.fill = fill;
      this.mark = mark;
    }

    public Token line() {
      return line;
    }

    public Token fill() {
      return fill;
    }

    /// A character that stands for the shade where colours cannot be told apart.
    public String mark() {
      return mark;
    }
  }
}
