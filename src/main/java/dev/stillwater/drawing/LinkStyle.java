package dev.stillwater.drawing;

import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkMode;

/// The line of a link, by how it couples.
public enum LinkStyle {
  TIGHT(Token.LINK_TIGHT, 2, Stroke.Dash.SOLID),
  LOOSE_SYNC(Token.LINK_LOOSE_SYNC, 1.5, Stroke.Dash.SOLID),
  LOOSE_ASYNC(Token.LINK_LOOSE_ASYNC, 1.75, Stroke.Dash.DASHED),
  CONFIG(Token.LINK_CONFIG, 1.5, Stroke.Dash.DOTTED),
  PROBE(Token.LINK_PROBE, 1.5, Stroke.Dash.DOTTED),
  /// Drawn double.
  REPLICATE(Token.LINK_REPLICATE, 1.25, Stroke.Dash.SOLID),
  ILLEGAL(Token.LINK_ILLEGAL, 2, Stroke.Dash.SOLID);

  private final Token token;
  private final double width;
  private final Stroke.Dash dash;

  LinkStyle(Token token, double width, Stroke.Dash dash) {
    this.token = token;
    this.width = width;
    this.dash = dash;
  }

  public static LinkStyle of(Design design, Link link) {
    LinkMode mode = Couplings.mode(design, link);
    if (!LegalLinks.legal(
        mode,
        design.components().get(link.from()).kind(),
        design.components().get(link.to()).kind())) {
      return ILLEGAL;
    }
    return switch (mode) {
      case CONFIG -> CONFIG;
      case PROBE -> PROBE;
      case REPLICATE -> REPLICATE;
      case SYNC, SEND, DELIVER ->
          switch (Couplings.of(design, link)) {
            case TIGHT -> TIGHT;
            case LOOSE_SYNC -> LOOSE_SYNC;
            case LOOSE_ASYNC -> LOOSE_ASYNC;
          };
    };
  }

  /// Whether somebody waits at the other end of the line for an answer.
  boolean waits() {
    return this == TIGHT || this == LOOSE_SYNC;
  }

  public Token token() {
    return token;
  }

  public double width() {
    return width;
  }

  public Stroke.Dash dash() {
    return dash;
  }
}
