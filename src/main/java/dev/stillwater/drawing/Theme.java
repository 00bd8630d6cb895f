package dev.stillwater.drawing;

/// One of the two sets of colours.
public enum Theme {
  LIGHT,
  DARK;

  /// The colour as `#rrggbb`.
  public String hex(Token token) {
    return token.value(this);
  }

  /// The colour as 0xRRGGBB.
  public int rgb(Token token) {
    return Integer.parseInt(hex(token), 1, 7, 16);
  }

  /// Every token as a looked-up colour of a JavaFX style sheet: `-sw-link-tight: #4f5863;`.
  public String css() {
    return declarations("-sw-", ".root {\n", "}\n");
  }

  /// Every token as a custom property of a web page: `--sw-link-tight:#4f5863;`.
  public String webCss() {
    return declarations("--sw-", "", "");
  }

  private String declarations(String prefix, String head, String tail) {
    StringBuilder out = new StringBuilder(head);
    for (Token token : Token.values()) {
      out.append(head.isEmpty() ? "" : "  ")
          .append(prefix)
          .append(token.css())
          .append(head.isEmpty() ? ":" : ": ")
          .append(hex(token))
          .append(head.isEmpty() ? ";" : ";\n");
    }
    return out.append(tail).toString();
  }

  /// How well two colours can be told apart: 1 to 21. (L1 + 0.05) / (L2 + 0.05) of the relative
  /// luminances, the lighter first; WCAG 2.2.
  public double contrast(Token first, Token second) {
    double a = luminance(rgb(first)) + 0.05;
    double b = luminance(rgb(second)) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
