package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.List;

/// What lines, arrows and small signs of a drawing mean, each with a sample drawn as the drawing
/// draws it.
public final class DrawingKey {
  /// The size of a sample.
  public static final Box SAMPLE = new Box(0, 0, 44, 16);

  private static final double MIDDLE = SAMPLE.height() / 2;

  private DrawingKey() {}

  /// One line of the key.
  ///
  /// @param sample within [#SAMPLE]
  /// @param text what it means, in a few words
  public record Entry(Figure sample, String text) {}

  /// Entries under a heading.
  public record Part(String title, List<Entry> entries) {
    public Part {
      entries = List.copyOf(entries);
    }
  }

  /// The whole key, lines first.
  public static List<Part> parts() {
    return List.of(
        new Part("Lines", lines()), new Part("On lines", signs()), new Part("On cards", cards()));
  }

  private static List<Entry> lines() {
    List<Entry> lines = new ArrayList<>();
    for (LinkStyle style : LinkStyle.values()) {
      lines.add(new Entry(line(style, false), meaning(style)));
    }
    lines.add(new Entry(line(LinkStyle.TIGHT, true), "soft: goes on without the answer"));
    return lines;
  }

  private static String meaning(LinkStyle style) {
    return switch (style) {
      case TIGHT -> "tight: a direct call, both share fate";
      case LOOSE_SYNC -> "loose, but waits for the answer";
      case LOOSE_ASYNC -> "loose, does not wait";
      case CONFIG -> "configuration";
      case PROBE -> "probe";
      case REPLICATE -> "replication";
      case ILLEGAL -> "not a legal link";
    };
  }

  private static Figure line(LinkStyle style, boolean hollow) {
    Figure.Builder out = new Figure.Builder();
    double end = SAMPLE.width() - 2;
    Outline line = Outline.line(2, MIDDLE, end - 8, MIDDLE);
    if (style == LinkStyle.REPLICATE) {
      out.stroke(line, new Stroke(style.token(), style.width() * 2 + 2.5));
      out.stroke(line, new Stroke(Token.PANEL, 2.5));
    } else {
      out.stroke(line, new Stroke(style.token(), style.width(), style.dash()));
    }
    Outline arrow =
        new Outline.Builder()
            .move(end, MIDDLE)
            .line(end - 9, MIDDLE - 4.5)
            .line(end - 9, MIDDLE + 4.5)
            .close()
            .build();
    out.add(
        hollow
            ? new Mark.Trace(arrow, new Fill(Token.PANEL), new Stroke(style.token(), 1.5))
            : new Mark.Trace(arrow, new Fill(style.token()), null));
    return out.build();
  }

  private static List<Entry> signs() {
    return List.of(
        sign(Icon.NO_TIMEOUT, Token.MUTED, "waits without a timeout"),
        sign(Icon.RETRY, Token.MUTED, "tries again"),
        sign(Icon.BREAKER, Token.MUTED, "circuit breaker"),
        sign(Icon.BULKHEAD, Token.MUTED, "bulkhead"),
        sign(Icon.FALLBACK, Token.MUTED, "fallback"),
        sign(Icon.IDEMPOTENT, Token.MUTED, "idempotent"),
        sign(Icon.OUTBOX, Token.MUTED, "outbox"),
        sign(Icon.CONSTANT_WORK, Token.MUTED, "constant work"),
        sign(Icon.BALANCER, Token.LINK_LOOSE_SYNC, "spread by an intermediary"),
        sign(Icon.MESSAGE, Token.LINK_LOOSE_ASYNC, "handed over as a message"),
        sign(Icon.QUEUE, Token.LINK_LOOSE_ASYNC, "a queue that is not drawn"));
  }

  private static List<Entry> cards() {
    return List.of(
        new Entry(tick(Tick.ON_JOURNEY), "a journey passes here"),
        new Entry(tick(Tick.STOPS_JOURNEY), "it alone can stop a journey"),
        sign(Icon.COPIES, Token.ICON, "a collapsed zone"),
        sign(Icon.SHIELD, Token.OK, "absorbs the failure, for so long"));
  }

  private static Entry sign(Icon icon, Token token, String text) {
    double side = 13;
    return new Entry(
        new Figure.Builder()
            .icon(icon, (SAMPLE.width() - side) / 2, (SAMPLE.height() - side) / 2, side, token)
            .build(),
        text);
  }

  private static Figure tick(Tick tick) {
    Box card = new Box(10, 1, SAMPLE.width() - 20, SAMPLE.height() - 2);
    return new Figure.Builder()
        .panel(card, 4, Token.PANEL, new Stroke(Token.CARD_LINE, 1.25))
        .add(
            new Mark.RoundRect(
                new Box(card.x() - 1.5, card.y() + 3, 3, card.height() - 6),
                1.5,
                new Fill(tick.token()),
                null))
        .build();
  }
}
