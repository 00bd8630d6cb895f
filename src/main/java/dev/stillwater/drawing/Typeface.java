package dev.stillwater.drawing;

/// A weight and a size of the bundled font.
///
/// @param size pixels at scale 1
public record Typeface(Weight weight, double size) {
  /// The weights that are bundled, each with its file.
  public enum Weight {
    REGULAR(400, "Inter-Regular.ttf"),
    MEDIUM(500, "Inter-Medium.ttf"),
    SEMI_BOLD(600, "Inter-SemiBold.ttf"),
    BOLD(700, "Inter-Bold.ttf");

    private final int css;
    private final String file;

    Weight(int css, String file) {
      this.css = css;
      this.file = file;
    }

    /// The number in style sheets.
    public int css() {
      return css;
    }

    /// The class path resource.
    public String resource() {
      return "/dev/stillwater/fonts/" + file;
    }
  }

  /// The name on a card.
  public static final Typeface NAME = new Typeface(Weight.SEMI_BOLD, 13);

  /// The name on a card that is too long for [#NAME].
  public static final Typeface SMALL_NAME = new Typeface(Weight.SEMI_BOLD, 12);

  /// The second line of a card, and labels of links.
  public static final Typeface LINE = new Typeface(Weight.REGULAR, 11);

  /// Counts in badges and seconds in shields.
  public static final Typeface BADGE = new Typeface(Weight.SEMI_BOLD, 11);

  /// The heading of a zone.
  public static final Typeface ZONE = new Typeface(Weight.MEDIUM, 11);
}
