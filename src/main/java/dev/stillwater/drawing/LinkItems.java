package dev.stillwater.drawing;

import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Links with what stands on and beside their lines.
final class LinkItems {
  static final double CORNER = 8;

  /// Up to so many links show labels while they follow a dragged card.
  private static final int LABELLED = 60;

  /// More links than this follow as lines alone.
  private static final int PLAIN = 100;

  static final double ARROW = 9.5;
  private static final double ARROW_HALF = 5;
  private static final double BEAD = 14;
  private static final double STATION = 24;
  private static final double BEAD_GAP = 3;

  /// The looks of a link apart from its way.
  private record Look(
      Token token,
      double width,
      Stroke.Dash dash,
      LinkStyle style,
      boolean hollow,
      boolean implied,
      Ghost.State ghost,
      Detail detail,
      double opacity,
      @Nullable Hurt hurt,
      @Nullable Badge badge,
      @Nullable Shield shield) {
    boolean stressed() {
      return token != style.token() && ghost == Ghost.State.SAME;
    }
  }

  private record Made(
      SceneBuilder.Drawn drawn,
      Route route,
      Look look,
      LinkPlaces.@Nullable Place place,
      List<Item> items) {}

  private Map<String, Made> last = Map.of();
  private Routing.@Nullable Ways lastWays;
  private List<LinkPlaces.Wish> lastWishes = List.of();
  private List<Box> lastFrames = List.of();
  private List<Box> lastBadges = List.of();
  private List<LinkPlaces.Place> lastPlaces = List.of();
  private final Map<String, LinkText> texts = new HashMap<>();
  private final Map<String, SceneBuilder.Drawn> textOwners = new HashMap<>();

  /// The items of all links, by their numbers.
  List<List<Item>> make(
      SceneInput input,
      List<SceneBuilder.Drawn> drawn,
      Box[] cards,
      List<Box> frames,
      List<Box> badges,
      Routing.Ways ways) {
    List<Look> looks = drawn.stream().map(link -> look(input, link)).toList();
    List<LinkPlaces.Place> places = places(input, drawn, looks, cards, frames, badges, ways);
    Map<String, Made> next = HashMap.newHashMap(drawn.size());
    List<List<Item>> result = new ArrayList<>(drawn.size());
    for (int i = 0; i < drawn.size(); i++) {
      SceneBuilder.Drawn link = drawn.get(i);
      String id = link.link().id();
      Look look = looks.get(i);
      LinkPlaces.Place place = places.isEmpty() ? null : places.get(i);
      Made made = last.get(id);
      if (made == null
          || made.drawn.link() != link.link()
          || made.drawn.from() != link.from()
          || made.drawn.to() != link.to()
          || !made.drawn.bundle().equals(link.bundle())
          || !made.route.equals(ways.routes()[i])
          || !made.look.equals(look)
          || !Objects.equals(made.place, place)) {
        made =
            new Made(
                link, ways.routes()[i], look, place, make(link, ways.routes()[i], look, place));
      }
      next.put(id, made);
      result.add(made.items);
    }
    last = next;
    texts.keySet().retainAll(next.keySet());
    textOwners.keySet().retainAll(next.keySet());
    return result;
  }

  /// The items of some links on other ways; the rest of the drawing is not looked at.
  List<List<Item>> preview(
      SceneInput input, List<SceneBuilder.Drawn> some, Box[] cards, Routing.Ways ways) {
    if (some.size() > PLAIN) {
      return plain(some, ways);
    }
    List<LinkPlaces.Place> places = List.of();
    List<Look> looks = some.stream().map(link -> look(input, link)).toList();
    if (input.detail() == Detail.CARD && some.size() <= LABELLED) {
      List<LinkPlaces.Wish> wishes = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        wishes.add(wish(i, some.get(i), looks.get(i)));
      }
      places = new LinkPlaces(cards, List.of(), List.of(), ways).place(wishes);
    }
    List<List<Item>> result = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      LinkPlaces.Place place = places.isEmpty() ? null : places.get(i);
      result.add(make(some.get(i), ways.routes()[i], looks.get(i), place));
    }
    return result;
  }

  /// Lines without looks: hundreds of them leave no time for more in a frame.
  private static List<List<Item>> plain(List<SceneBuilder.Drawn> some, Routing.Ways ways) {
    List<List<Item>> result = new ArrayList<>(some.size());
    for (int i = 0; i < some.size(); i++) {
      Route route = ways.routes()[i];
      result.add(
          List.of(
              new Item(
                  some.get(i).link().id(),
                  Item.Kind.LINK,
                  0,
                  0,
                  route.bounds(),
                  Figure.EMPTY,
                  List.of(),
                  1,
                  "",
                  route)));
    }
    return result;
  }

  /// Whether a link is painted over the others: the path of a finding, the way of a failure.
  static boolean isStressed(SceneInput input, String id) {
    return input.highlight().ids().contains(id)
        || input.ripple().filter(view -> view.carriers().contains(id)).isPresent();
  }

  private List<LinkPlaces.Place> places(
      SceneInput input,
      List<SceneBuilder.Drawn> drawn,
      List<Look> looks,
      Box[] cards,
      List<Box> frames,
      List<Box> badges,
      Routing.Ways ways) {
    if (input.detail() != Detail.CARD) {
      return List.of();
    }
    List<LinkPlaces.Wish> wishes = new ArrayList<>(drawn.size());
    for (int i = 0; i < drawn.size(); i++) {
      wishes.add(wish(i, drawn.get(i), looks.get(i)));
    }
    if (ways != lastWays
        || !wishes.equals(lastWishes)
        || !frames.equals(lastFrames)
        || !badges.equals(lastBadges)) {
      lastPlaces = new LinkPlaces(cards, frames, badges, ways).place(wishes);
      lastBadges = badges;
      lastWays = ways;
      lastWishes = wishes;
      lastFrames = frames;
    }
    return lastPlaces;
  }

  private static Look look(SceneInput input, SceneBuilder.Drawn drawn) {
    String id = drawn.link().id();
    LinkStyle style = drawn.style();
    Ghost.State ghost = input.ghost().map(g -> g.state(id)).orElse(Ghost.State.SAME);
    Token token = style.token();
    double width = style.width();
    Stroke.Dash dash = style.dash();
    boolean highlighted = input.highlight().ids().contains(id);
    boolean carries = input.ripple().filter(view -> view.carriers().contains(id)).isPresent();
    if (ghost != Ghost.State.SAME) {
      token = ghost.line();
      dash = Stroke.Dash.GHOST;
    } else if (carries) {
      token = Token.LINK_CARRYING;
      width += 0.5;
    } else if (highlighted) {
      token = Token.ACCENT;
      width += 0.5;
    }
    return new Look(
        token,
        width,
        dash,
        style,
        drawn.link().get(LinkAttributes.DEPENDENCY).orElse(Dependency.HARD) == Dependency.SOFT,
        drawn.bundle().isEmpty() && Couplings.impliesIntermediary(input.design(), drawn.link()),
        ghost,
        input.detail(),
        CardItems.opacity(input, id, ghost),
        input.ripple().map(view -> view.hurts().get(id)).orElse(null),
        input.ripple().isPresent() ? null : input.badges().get(id),
        input.ripple().map(view -> view.shields().get(id)).orElse(null));
  }

  private LinkText text(SceneBuilder.Drawn drawn) {
    String id = drawn.link().id();
    SceneBuilder.Drawn owner = textOwners.get(id);
    LinkText text = texts.get(id);
    if (text == null
        || owner == null
        || owner.link() != drawn.link()
        || owner.style() != drawn.style()
        || !owner.bundle().equals(drawn.bundle())) {
      text = text(drawn.link(), drawn.style(), drawn.bundle());
      texts.put(id, text);
      textOwners.put(id, drawn);
    }
    return text;
  }

  private static LinkText text(Link link, LinkStyle style, List<String> bundle) {
    return bundle.isEmpty() ? LinkText.of(link, style) : LinkText.of(bundle);
  }

  private LinkPlaces.Wish wish(int number, SceneBuilder.Drawn drawn, Look look) {
    double width = 0;
    double tall = 0;
    double sign = signWidth(look);
    if (sign > 0) {
      width = sign;
      tall = sign;
    }
    if (look.badge() != null) {
      width += (width > 0 ? BEAD_GAP : 0) + Pills.width(look.badge());
      tall = Math.max(tall, Pills.HEIGHT);
    }
    if (look.shield() != null) {
      width += (width > 0 ? BEAD_GAP : 0) + Pills.width(look.shield());
      tall = Math.max(tall, Pills.HEIGHT);
    }
    LinkText text = text(drawn);
    return new LinkPlaces.Wish(number, text, width, tall, text.guards().size());
  }

  /// The side of what stands on the line: an undrawn intermediary is as good as a small card.
  private static double signWidth(Look look) {
    if (look.implied()) {
      return STATION;
    }
    return switch (look.style()) {
      case LOOSE_SYNC, LOOSE_ASYNC, ILLEGAL -> BEAD;
      case TIGHT, CONFIG, PROBE, REPLICATE -> 0;
    };
  }

  private List<Item> make(
      SceneBuilder.Drawn drawn, Route route, Look look, LinkPlaces.@Nullable Place place) {
    List<Item> items = new ArrayList<>(3);
    String id = drawn.link().id();
    String title = VisibleText.of(LinkText.title(drawn));
    items.add(
        new Item(
            id,
            Item.Kind.LINK,
            0,
            0,
            route.bounds().grown(ARROW_HALF + 1),
            line(route, look),
            List.of(),
            look.opacity(),
            title,
            route));
    if (place == null) {
      return items;
    }
    beads(id, look, place, title, items);
    guards(id, text(drawn), look, place, title, items);
    label(id, look, place, title, items);
    return items;
  }

  private static Figure line(Route route, Look look) {
    Figure.Builder out = new Figure.Builder();
    if (look.detail() != Detail.CARD) {
      Stroke.Dash dash = look.dash() == Stroke.Dash.DOTTED ? Stroke.Dash.GHOST : look.dash();
      return out.stroke(route.outline(CORNER, 0), new Stroke(look.token(), look.width() * 2, dash))
          .build();
    }
    Outline line = route.outline(CORNER, ARROW - 1);
    if (look.style() == LinkStyle.REPLICATE) {
      out.stroke(line, new Stroke(look.token(), look.width() * 2 + 2.5));
      out.stroke(line, new Stroke(Token.CANVAS, 2.5));
    } else {
      out.stroke(line, new Stroke(look.token(), look.width(), look.dash()));
    }
    Outline arrow = route.arrow(ARROW, ARROW_HALF);
    out.add(
        look.hollow()
            ? new Mark.Trace(arrow, new Fill(Token.CANVAS), new Stroke(look.token(), 1.5))
            : new Mark.Trace(arrow, new Fill(look.token()), null));
    if (look.ghost() == Ghost.State.REMOVED) {
      int middle = (route.size() - 1) / 2;
      Box segment = route.segment(middle);
      out.icon(Icon.CROSS, segment.centerX() - 6, segment.centerY() - 6, 12, look.token());
    }
    return out.build();
  }

  private static void beads(
      String id, Look look, LinkPlaces.Place place, String title, List<Item> items) {
    double width = signWidth(look);
    double total =
        width
            + (look.badge() == null ? 0 : Pills.width(look.badge()) + (width > 0 ? BEAD_GAP : 0))
            + (look.shield() == null ? 0 : Pills.width(look.shield()) + (width > 0 ? BEAD_GAP : 0));
    double x = place.x() - total / 2;
    if (width > 0) {
      items.add(
          Item.of(
              id,
              Item.Kind.SIGN,
              x,
              place.y() - width / 2,
              new Box(0, 0, width, width),
              sign(look),
              List.of(),
              look.opacity(),
              title));
      x += width + BEAD_GAP;
    }
    if (look.badge() != null) {
      items.add(
          Item.of(
              id,
              Item.Kind.BADGE,
              x,
              place.y() - Pills.HEIGHT / 2,
              new Box(0, 0, Pills.width(look.badge()), Pills.HEIGHT),
              Pills.badgeFigure(look.badge()),
              List.of(Pills.badgeRun(look.badge())),
              look.opacity(),
              CardItems.badgeTitle(look.badge())));
      x += Pills.width(look.badge()) + BEAD_GAP;
    }
    if (look.shield() != null) {
      items.add(
          Item.of(
              id,
              Item.Kind.SHIELD,
              x,
              place.y() - Pills.HEIGHT / 2,
              new Box(0, 0, Pills.width(look.shield()), Pills.HEIGHT),
              Pills.shieldFigure(look.shield()),
              List.of(Pills.shieldRun(look.shield())),
              1,
              CardItems.shieldTitle(look.shield())));
    }
  }

  private static Figure sign(Look look) {
    Icon icon =
        look.style() == LinkStyle.ILLEGAL
            ? Icon.CROSS
            : look.style() == LinkStyle.LOOSE_ASYNC
                ? look.implied() ? Icon.QUEUE : Icon.MESSAGE
                : Icon.BALANCER;
    Figure.Builder out = new Figure.Builder();
    Hurt hurt = look.hurt();
    if (look.implied()) {
      Token line = hurt == null ? look.token() : hurt.token();
      Token fill = hurt != null && hurt.impact() == Impact.FULL ? Token.FULL_FILL : Token.PANEL;
      Token ink = hurt != null && hurt.impact() == Impact.FULL ? Token.ON_FULL : line;
      return out.panel(new Box(0, 0, STATION, STATION), 6, fill, new Stroke(line, 1.25))
          .icon(icon, 5, 5, STATION - 10, ink)
          .build();
    }
    Token line = hurt == null ? look.token() : hurt.token();
    return out.add(
            new Mark.RoundRect(
                new Box(-1, 0, BEAD + 2, BEAD), BEAD / 2, new Fill(Token.CANVAS), null))
        .icon(icon, 1, 1, BEAD - 2, line)
        .build();
  }

  private static void guards(
      String id, LinkText text, Look look, LinkPlaces.Place place, String title, List<Item> items) {
    Box box = place.guards();
    if (box == null) {
      return;
    }
    Figure.Builder out = new Figure.Builder();
    double x = 0;
    for (Icon icon : text.guards()) {
      out.icon(icon, x, 0, LinkPlaces.GUARD, look.stressed() ? look.token() : Token.MUTED);
      x += LinkPlaces.GUARD_STEP;
    }
    items.add(
        Item.of(
            id,
            Item.Kind.SIGN,
            box.x(),
            box.y(),
            new Box(0, 0, box.width(), box.height()),
            out.build(),
            List.of(),
            look.opacity(),
            title));
  }

  private static void label(
      String id, Look look, LinkPlaces.Place place, String title, List<Item> items) {
    Run run = place.label();
    if (run == null) {
      return;
    }
    Box local = new Box(-2, -10, run.width() + 4, 13);
    Figure behind =
        place.crossed()
            ? new Figure.Builder()
                .add(new Mark.RoundRect(local, 3, new Fill(Token.CANVAS, 0.85), null))
                .build()
            : Figure.EMPTY;
    Run shown =
        new Run(
            run.text(),
            0,
            0,
            run.typeface(),
            look.stressed() || look.ghost() != Ghost.State.SAME ? look.token() : Token.MUTED,
            run.width(),
            look.ghost() == Ghost.State.REMOVED);
    items.add(
        Item.of(
            id,
            Item.Kind.LABEL,
            run.x(),
            run.y(),
            local,
            behind,
            List.of(shown),
            look.opacity(),
            title));
  }
}
