package dev.stillwater.drawing;

import dev.stillwater.model.Component;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cards with their badges and shields.
final class CardItems {
  /// How visible what a failure leaves alone remains.
  static final double FADED = 0.35;

  static final double GONE = 0.55;

  private final CardFigures figures;
  private Map<String, Made> last = Map.of();

  CardItems(CardFigures figures) {
    this.figures = figures;
  }

  /// What the items of a component are made from.
  ///
  /// @param inside what the box of a zone holds; empty on a card
  private record From(
      CardFigures.Look look,
      List<String> inside,
      @Nullable Hurt hurt,
      @Nullable Tint tint,
      @Nullable Badge badge,
      @Nullable Shield shield,
      double opacity) {}

  private record Made(Component component, Presets presets, Box box, From from, List<Item> items) {}

  /// The items of all components, by their numbers.
  List<List<Item>> make(SceneInput input, List<Component> components, Box[] cards) {
    Map<String, Made> next = HashMap.newHashMap(components.size());
    List<List<Item>> result = new ArrayList<>(components.size());
    for (int i = 0; i < cards.length; i++) {
      Component component = components.get(i);
      Box box = cards[i];
      From from = from(input, component);
      Made made = last.get(component.id());
      if (made == null
          || made.component != component
          || made.presets != input.presets()
          || !made.box.equals(box)
          || !made.from.equals(from)) {
        made =
            new Made(
                component, input.presets(), box, from, make(component, input.presets(), box, from));
      }
      next.put(component.id(), made);
      result.add(made.items);
    }
    last = next;
    return result;
  }

  /// The items of one component somewhere else.
  List<Item> make(SceneInput input, Component component, Box box) {
    return make(component, input.presets(), box, from(input, component));
  }

  private static From from(SceneInput input, Component component) {
    String id = component.id();
    Hurt hurt = input.ripple().map(view -> view.hurts().get(id)).orElse(null);
    Ghost.State ghost = input.ghost().map(g -> g.state(id)).orElse(Ghost.State.SAME);
    Tint tint = hurt == null ? input.tints().get(id) : null;
    CardFigures.Look look =
        new CardFigures.Look(
            component.kind(),
            input.folds().zoneOf(id).isPresent(),
            hurt == null ? null : hurt.impact(),
            input.ripple().isPresent() ? null : input.ticks().get(id),
            ghost,
            input.highlight().ids().contains(id),
            tint == null ? null : tint.shade(),
            input.detail());
    return new From(
        look,
        input.folds().zoneOf(id).map(zone -> inside(input.folds(), zone)).orElse(List.of()),
        hurt,
        tint,
        input.ripple().isPresent() ? null : input.badges().get(id),
        input.ripple().map(view -> view.shields().get(id)).orElse(null),
        opacity(input, id, ghost));
  }

  private static List<String> inside(Folds folds, String zone) {
    int components = folds.members(zone).size();
    int links = folds.inside(zone).size();
    List<String> counts = new ArrayList<>();
    counts.add(Figures.count(components, "component"));
    if (links > 0) {
      counts.add(Figures.count(links, "link"));
    }
    return counts;
  }

  /// How visible an element is.
  static double opacity(SceneInput input, String id, Ghost.State ghost) {
    if (ghost == Ghost.State.REMOVED) {
      return GONE;
    }
    boolean fades =
        input.ripple().isPresent() && !input.ripple().get().touches(id)
            || input.highlight().fadesRest() && !input.highlight().ids().contains(id);
    return fades ? FADED : 1;
  }

  private List<Item> make(Component component, Presets presets, Box box, From from) {
    List<Item> items = new ArrayList<>(2);
    CardFigures.Look look = from.look;
    boolean text = look.detail() == Detail.CARD;
    double end = look.impact() == null ? Card.WIDTH - 5 : CardFigures.GLYPH_X - 2;
    double room = end - CardFigures.TEXT_X;
    items.add(
        Item.of(
            component.id(),
            Item.Kind.COMPONENT,
            box.x(),
            box.y(),
            new Box(0, 0, Card.WIDTH, Card.HEIGHT),
            figures.of(look),
            text ? runs(component, presets, from, room) : List.of(),
            from.opacity,
            title(component, presets, from)));
    badge(component, box, from, items);
    if (from.shield != null && text) {
      double width = Pills.width(from.shield);
      items.add(
          Item.of(
              component.id(),
              Item.Kind.SHIELD,
              box.right() - width + 4,
              box.bottom() - 8,
              new Box(0, 0, width, Pills.HEIGHT),
              Pills.shieldFigure(from.shield),
              List.of(Pills.shieldRun(from.shield)),
              1,
              shieldTitle(from.shield)));
    }
    return items;
  }

  private static void badge(Component component, Box box, From from, List<Item> items) {
    Badge badge = from.badge;
    if (badge == null || from.look.detail() == Detail.BLOCK) {
      return;
    }
    String title = badgeTitle(badge);
    if (from.look.detail() == Detail.COMPACT) {
      items.add(
          Item.of(
              component.id(),
              Item.Kind.BADGE,
              box.right() - 4,
              box.y() + 4,
              new Box(-20, -20, 40, 40),
              Pills.spot(badge),
              List.of(),
              from.opacity,
              title));
      return;
    }
    double width = Pills.width(badge);
    items.add(
        Item.of(
            component.id(),
            Item.Kind.BADGE,
            box.right() - width + 4,
            box.y() - 10,
            new Box(0, 0, width, Pills.HEIGHT),
            Pills.badgeFigure(badge),
            List.of(Pills.badgeRun(badge)),
            from.opacity,
            title));
  }

  private static List<Run> runs(Component component, Presets presets, From from, double room) {
    var impact = from.look.impact();
    Hurt hurt = from.hurt;
    String line =
        hurt != null
            ? hurt.line()
            : from.tint != null
                ? from.tint.shade().mark() + " " + VisibleText.of(from.tint.text())
                : from.look.isBox()
                    ? String.join(" · ", from.inside)
                    : CardText.line(component, presets, room);
    Token quiet =
        hurt == null ? Token.MUTED : CardFigures.text(impact, CardFigures.line(hurt.impact()));
    CardName.Lines name = CardName.of(component.name(), room);
    boolean two = name.lines().size() > 1;
    List<Run> runs = new ArrayList<>(3);
    for (String part : name.lines()) {
      double y = !two ? 25 : runs.isEmpty() ? 19 : 33;
      runs.add(
          Run.in(
              part,
              CardFigures.TEXT_X,
              y,
              room,
              name.typeface(),
              CardFigures.text(impact, Token.TEXT)));
    }
    runs.add(Run.in(line, CardFigures.TEXT_X, two ? 47 : 41, room, Typeface.LINE, quiet));
    if (from.look.ghost() == Ghost.State.REMOVED) {
      runs.replaceAll(Run::crossedOut);
    }
    return runs;
  }

  private static String title(Component component, Presets presets, From from) {
    StringBuilder out = new StringBuilder(component.name());
    String noun = from.look.isBox() ? "collapsed zone" : component.kind().noun();
    out.append(" · ").append(noun);
    if (from.look.detail() == Detail.BLOCK) {
      return VisibleText.of(out.toString());
    }
    for (String fact : from.look.isBox() ? from.inside : CardText.facts(component, presets)) {
      if (!fact.equals(noun)) {
        out.append(" · ").append(fact);
      }
    }
    if (from.tint != null) {
      out.append(" · ").append(from.tint.text());
    }
    if (from.hurt != null) {
      out.append(" · ").append(from.hurt.line());
      if (!from.hurt.everybody()) {
        out.append(" for one journey");
      }
    }
    return VisibleText.of(out.toString());
  }

  static String badgeTitle(Badge badge) {
    return Figures.count(badge.count(), "finding")
        + ", the worst "
        + badge.worst().word()
        + (badge.isDecided() ? "; decided" : "");
  }

  static String shieldTitle(Shield shield) {
    String kind = shield.kind().word().replace('-', ' ');
    return shield.line().isEmpty()
        ? "absorbed by " + kind
        : "absorbed by " + kind + " for " + shield.line();
  }
}
