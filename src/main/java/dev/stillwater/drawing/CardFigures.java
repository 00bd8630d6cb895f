package dev.stillwater.drawing;

import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.model.ComponentKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The figures of cards, each made once for everything that looks alike. Used from any thread.
final class CardFigures {
  /// What decides how a card looks, text apart.
  ///
  /// @param impact null where nothing is wrong
  /// @param tick null where no journey passes
  /// @param shade null without an overlay
  /// @param isBox whether it is a collapsed zone, of no kind then
  record Look(
      ComponentKind kind,
      boolean isBox,
      @Nullable Impact impact,
      @Nullable Tick tick,
      Ghost.State ghost,
      boolean highlighted,
      Tint.@Nullable Shade shade,
      Detail detail) {}

  private static final double RADIUS = 8;
  private static final Box WHOLE = new Box(0, 0, Card.WIDTH, Card.HEIGHT);

  /// Where the name begins.
  static final double TEXT_X = 38;

  static final double ICON_X = 12;
  static final double GLYPH_X = Card.WIDTH - 28;

  /// The slots along the bottom of a broker.
  private static final double SLOTS = 5;

  private static final double LEVEL = 0.455;

  private final Map<Look, Figure> made = new ConcurrentHashMap<>();

  Figure of(Look look) {
    return made.computeIfAbsent(look, CardFigures::make);
  }

  private static Figure make(Look look) {
    return switch (look.detail()) {
      case CARD -> full(look);
      case COMPACT -> compact(look);
      case BLOCK -> block(look);
    };
  }

  static boolean isRound(ComponentKind kind) {
    return kind.isEdge();
  }

  private static double radius(Look look) {
    return isRound(look.kind()) ? Card.HEIGHT / 2 : RADIUS;
  }

  private static Figure full(Look look) {
    Figure.Builder out = new Figure.Builder();
    body(out, look, 1);
    kindMarks(out, look);
    Token icon = iconToken(look);
    out.icon(icon(look), ICON_X, (Card.HEIGHT - 18) / 2, 18, icon);
    if (look.impact() != null) {
      out.icon(glyph(look.impact()), GLYPH_X, (Card.HEIGHT - 16) / 2, 16, icon);
    }
    tick(out, look, 3, 14);
    ghostMark(out, look);
    return out.build();
  }

  private static Icon icon(Look look) {
    return look.isBox() ? Icon.COPIES : Icon.of(look.kind());
  }

  private static Figure compact(Look look) {
    Figure.Builder out = new Figure.Builder();
    body(out, look, 2.5);
    out.icon(icon(look), (Card.WIDTH - 36) / 2, (Card.HEIGHT - 36) / 2, 36, iconToken(look));
    tick(out, look, 8, 10);
    return out.build();
  }

  private static Figure block(Look look) {
    Token token =
        look.impact() != null
            ? line(look.impact())
            : look.ghost() != Ghost.State.SAME
                ? look.ghost().line()
                : look.highlighted()
                    ? Token.ACCENT
                    : look.shade() != null && look.shade() != Tint.Shade.NONE
                        ? look.shade().line()
                        : Token.BLOCK;
    return new Figure.Builder()
        .add(new Mark.RoundRect(WHOLE, radius(look), new Fill(token), null))
        .build();
  }

  /// Fill, pattern and border; lines are so many times as thick as on a card at scale 1.
  private static void body(Figure.Builder out, Look look, double thick) {
    Impact impact = look.impact();
    Token fill =
        look.shade() != null
            ? look.shade().fill()
            : look.isBox() && look.ghost() == Ghost.State.SAME
                ? Token.ZONE_FILL
                : look.ghost().fill();
    Stroke border = border(look, thick);
    if (impact == null) {
      out.panel(WHOLE, radius(look), fill, border);
      return;
    }
    Box inner = WHOLE.grown(-1);
    switch (impact) {
      case SILENT -> {
        out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.SILENT_FILL), null));
        Stroke hatch = new Stroke(Token.SILENT, 1 * thick, Stroke.Dash.SOLID, 0.22);
        out.stroke(Patterns.hatch(inner, radius(look), 9, 1), hatch);
        out.stroke(Patterns.hatch(inner, radius(look), 9, -1), hatch);
      }
      case ERR ->
          out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.ERROR_FILL), null));
      case SLOW, OVERLOAD ->
          out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.SLOW_FILL), null));
      case DEGRADED -> {
        out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.PANEL), null));
        out.fill(Patterns.lower(WHOLE, radius(look), LEVEL), Token.DEGRADED_FILL);
      }
      case BACKLOG -> {
        out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.PANEL), null));
        out.fill(Patterns.lower(WHOLE, radius(look), LEVEL), Token.BACKLOG_FILL);
        double y = Card.HEIGHT * (1 - LEVEL);
        out.stroke(
            Outline.line(0, y, Card.WIDTH, y),
            new Stroke(Token.BACKLOG, 1.25 * thick, Stroke.Dash.SOLID, 0.6));
      }
      case FULL ->
          out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.FULL_FILL), null));
      case LOSS, DUP, REORDER ->
          out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.LOSS_FILL), null));
      case STALE, BLIND -> {
        out.add(new Mark.RoundRect(WHOLE, radius(look), new Fill(Token.STALE_FILL), null));
        out.fill(Patterns.dots(inner, radius(look), 10, 1.1), Token.STALE, 0.3);
      }
    }
    out.add(new Mark.RoundRect(WHOLE, radius(look), null, border));
  }

  private static Stroke border(Look look, double thick) {
    if (look.impact() != null) {
      Stroke.Dash dash = look.impact() == Impact.LOSS ? Stroke.Dash.DASHED : Stroke.Dash.SOLID;
      return new Stroke(line(look.impact()), 2 * thick, dash);
    }
    if (look.ghost() != Ghost.State.SAME) {
      return new Stroke(look.ghost().line(), 1.5 * thick, Stroke.Dash.GHOST);
    }
    if (look.highlighted()) {
      return new Stroke(Token.ACCENT, 2 * thick);
    }
    if (look.shade() != null && look.shade() != Tint.Shade.NONE) {
      return new Stroke(look.shade().line(), 1.75 * thick);
    }
    return look.kind() == ComponentKind.EXTERNAL
        ? new Stroke(Token.STRONG_LINE, 1.25 * thick, Stroke.Dash.BORDER)
        : new Stroke(Token.CARD_LINE, 1.25 * thick);
  }

  /// The double bottom line of a store, the slots of a broker, the frame inside a box.
  private static void kindMarks(Figure.Builder out, Look look) {
    Token token =
        look.impact() != null
            ? line(look.impact())
            : look.ghost() != Ghost.State.SAME ? look.ghost().line() : Token.CARD_LINE;
    Stroke stroke = new Stroke(token, 1.25, Stroke.Dash.SOLID, look.impact() == null ? 1 : 0.6);
    if (look.isBox()) {
      out.add(
          new Mark.RoundRect(
              WHOLE.grown(-3),
              RADIUS - 3,
              null,
              new Stroke(token, 1, Stroke.Dash.BORDER, look.impact() == null ? 1 : 0.6)));
    } else if (look.kind().isStore()) {
      double y = Card.HEIGHT - 4;
      out.stroke(Outline.line(RADIUS - 3, y, Card.WIDTH - RADIUS + 3, y), stroke);
    } else if (look.kind().isBroker()) {
      double y = Card.HEIGHT - SLOTS;
      Outline.Builder slots = new Outline.Builder().move(1, y).line(Card.WIDTH - 1, y);
      for (double x = 12; x <= Card.WIDTH - 12; x += 12) {
        slots.move(x, y).line(x, Card.HEIGHT - 1);
      }
      out.stroke(slots.build(), stroke);
    }
  }

  private static void tick(Figure.Builder out, Look look, double width, double inset) {
    if (look.tick() != null && look.impact() == null) {
      out.add(
          new Mark.RoundRect(
              new Box(-width / 2, inset, width, Card.HEIGHT - 2 * inset),
              width / 2,
              new Fill(look.tick().token()),
              null));
    }
  }

  /// A small sign at the lower right corner, so that colour does not say it alone.
  private static void ghostMark(Figure.Builder out, Look look) {
    Icon icon =
        switch (look.ghost()) {
          case SAME -> null;
          case ADDED -> Icon.PLUS;
          case REMOVED -> Icon.CROSS;
          case CHANGED -> Icon.PENCIL;
        };
    if (icon != null) {
      Box spot = new Box(Card.WIDTH - 16, Card.HEIGHT - 9, 18, 18);
      out.panel(spot, 9, look.ghost().fill(), new Stroke(look.ghost().line(), 1));
      out.icon(icon, spot.x() + 4, spot.y() + 4, 10, look.ghost().line());
    }
  }

  private static Token iconToken(Look look) {
    if (look.impact() == Impact.FULL) {
      return Token.ON_FULL;
    }
    if (look.impact() != null) {
      return line(look.impact());
    }
    return look.ghost() == Ghost.State.SAME ? Token.ICON : look.ghost().line();
  }

  /// The colour of text on the card.
  static Token text(@Nullable Impact impact, Token otherwise) {
    return impact == Impact.FULL ? Token.ON_FULL : otherwise;
  }

  static Token line(Impact impact) {
    return new Hurt(impact, 0, 1, true).token();
  }

  static Icon glyph(Impact impact) {
    return switch (impact) {
      case SILENT -> Icon.MUTE;
      case ERR -> Icon.CROSS;
      case SLOW -> Icon.CLOCK;
      case DEGRADED -> Icon.HALF;
      case BACKLOG -> Icon.LEVEL;
      case FULL -> Icon.FULL;
      case LOSS -> Icon.BROKEN;
      case STALE -> Icon.HISTORY;
      case DUP -> Icon.COPIES;
      case REORDER -> Icon.SWAPPED;
      case OVERLOAD -> Icon.GAUGE;
      case BLIND -> Icon.EYE_OFF;
    };
  }
}
