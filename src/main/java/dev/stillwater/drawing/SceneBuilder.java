package dev.stillwater.drawing;

import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns what a drawing shows into what is painted.
///
/// A builder remembers its last drawing and takes over what did not change: figures by look, items
/// by the identity of what they were made from, ways of links while no card moved. What [#build]
/// gives depends on the input alone, never on what was drawn before. Used from one thread.
public final class SceneBuilder {
  private final CardFigures figures = new CardFigures();
  private final CardItems cardItems = new CardItems(figures);
  private final LinkItems linkItems = new LinkItems();
  private final Folding folding = new Folding();
  private @Nullable Built last;
  private @Nullable Way way;

  /// The ways of the last drawing that had any, and what they were laid from.
  private record Way(Box[] cards, boolean[] round, List<Routing.Wire> wires, Routing.Ways ways) {}

  /// A link to be drawn, with what its looks depend on.
  ///
  /// @param bundle the links that are drawn as this one, itself among them; empty for one that
  ///   stands for itself
  record Drawn(
      Link link,
      Component from,
      Component to,
      LinkStyle style,
      Routing.Wire wire,
      List<String> bundle) {
    /// The same with the corners of a layout.
    Drawn bent(Layout layout) {
      List<Layout.Position> corners = layout.bendsOf(link.id());
      return corners.equals(wire.corners())
          ? this
          : new Drawn(
              link,
              from,
              to,
              style,
              new Routing.Wire(wire.from(), wire.to(), wire.style(), corners),
              bundle);
    }
  }

  /// A drawing with everything that went into it; components and links by their numbers.
  ///
  /// @param whole the input with the members of collapsed zones
  /// @param input what was drawn of it
  record Built(
      SceneInput whole,
      SceneInput input,
      List<Component> components,
      Map<String, Integer> numbers,
      Box[] cards,
      boolean[] round,
      List<Drawn> drawn,
      List<Routing.Wire> wires,
      Routing.Ways ways,
      List<List<Item>> cardItems,
      List<List<Item>> linkItems) {}

  /// The drawing of an input. Components without a place, and links at them, are left out.
  public Scene build(SceneInput whole) {
    SceneInput input = folding.fold(whole);
    List<Component> components = components(input);
    Map<String, Integer> numbers = numbers(components);
    boolean[] round = round(components);
    Box[] cards = cards(input.layout(), components);
    List<ZoneFrames.Frame> frames = frames(input, components, cards);
    boolean lines = input.detail() != Detail.BLOCK;
    List<Drawn> drawn = lines ? links(input, components, numbers) : List.of();
    List<Routing.Wire> wires = drawn.stream().map(Drawn::wire).toList();
    Routing.Ways ways = ways(cards, round, wires);
    List<Box> borders = frames.stream().map(ZoneFrames.Frame::box).toList();
    List<List<Item>> cardLists = cardItems.make(input, components, cards);
    Built built =
        new Built(
            whole,
            input,
            components,
            numbers,
            cards,
            round,
            drawn,
            wires,
            ways,
            cardLists,
            linkItems.make(input, drawn, cards, borders, badges(cardLists), ways));
    last = built;
    return scene(input, frames, built.cardItems, built.linkItems, drawn);
  }

  /// Lays the lines of a drawing that shows none, so that they are there when they are wanted.
  public void prepare(SceneInput whole) {
    SceneInput input = folding.fold(whole);
    List<Component> components = components(input);
    Map<String, Integer> numbers = numbers(components);
    boolean[] round = round(components);
    ways(
        cards(input.layout(), components),
        round,
        links(input, components, numbers).stream().map(Drawn::wire).toList());
  }

  /// What follows a drag of something in the last drawing that was built; may be used from another
  /// thread than the builder.
  public Following following() {
    return new Following(Objects.requireNonNull(last), figures);
  }

  /// Whether two inputs differ at most in where things are.
  static boolean onlyMoved(SceneInput before, SceneInput now) {
    return before.design() == now.design()
        && before.presets() == now.presets()
        && before.badges() == now.badges()
        && before.ticks() == now.ticks()
        && before.tints() == now.tints()
        && before.ripple().equals(now.ripple())
        && before.highlight().equals(now.highlight())
        && before.ghost().equals(now.ghost())
        && before.detail() == now.detail()
        && now.layout().positions().size() == before.layout().positions().size();
  }

  private static Scene scene(
      SceneInput input,
      List<ZoneFrames.Frame> frames,
      List<List<Item>> cards,
      List<List<Item>> links,
      List<Drawn> drawn) {
    List<List<Item>> byKind = new ArrayList<>();
    for (int i = 0; i < Item.Kind.values().length; i++) {
      byKind.add(new ArrayList<>());
    }
    frames.forEach(
        frame -> byKind.get(Item.Kind.ZONE.ordinal()).add(ZoneItems.of(frame, input.detail())));
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < links.size(); i++) {
        if (LinkItems.isStressed(input, drawn.get(i).link.id()) == (pass == 1)) {
          links.get(i).forEach(item -> byKind.get(item.kind().ordinal()).add(item));
        }
      }
    }
    for (List<Item> list : cards) {
      list.forEach(item -> byKind.get(item.kind().ordinal()).add(item));
    }
    return new Scene(byKind.stream().flatMap(List::stream).toList(), input.detail());
  }

  /// Where badges and shields stand at cards.
  private static List<Box> badges(List<List<Item>> cards) {
    List<Box> boxes = new ArrayList<>();
    for (List<Item> items : cards) {
      for (Item item : items) {
        if (item.kind() != Item.Kind.COMPONENT) {
          boxes.add(item.bounds());
        }
      }
    }
    return boxes;
  }

  /// Everything that has a place, removed components of a ghost among it.
  private static List<Component> components(SceneInput input) {
    Map<String, Component> result = new LinkedHashMap<>();
    Layout layout = input.layout();
    for (Component component : input.design().components()) {
      if (layout.of(component.id()).isPresent()) {
        result.put(component.id(), component);
      }
    }
    Ghost ghost = input.ghost().orElse(null);
    if (ghost != null) {
      for (Component component : ghost.before().components()) {
        if (ghost.removed().contains(component.id()) && layout.of(component.id()).isPresent()) {
          result.putIfAbsent(component.id(), component);
        }
      }
    }
    return List.copyOf(result.values());
  }

  private static Map<String, Integer> numbers(List<Component> components) {
    Map<String, Integer> numbers = HashMap.newHashMap(components.size());
    components.forEach(component -> numbers.put(component.id(), numbers.size()));
    return numbers;
  }

  /// For each component whether the ends of its card are half circles.
  private static boolean[] round(List<Component> components) {
    boolean[] round = new boolean[components.size()];
    for (int i = 0; i < round.length; i++) {
      round[i] = CardFigures.isRound(components.get(i).kind());
    }
    return round;
  }

  static Box[] cards(Layout layout, List<Component> components) {
    Box[] cards = new Box[components.size()];
    for (int i = 0; i < cards.length; i++) {
      cards[i] = Card.at(layout.of(components.get(i).id()).orElseThrow());
    }
    return cards;
  }

  private static List<ZoneFrames.Frame> frames(
      SceneInput input, List<Component> components, Box[] cards) {
    if (input.detail() == Detail.BLOCK || input.design().zones().isEmpty()) {
      return List.of();
    }
    Map<String, Box> boxes = new LinkedHashMap<>();
    for (int i = 0; i < cards.length; i++) {
      boxes.put(components.get(i).id(), cards[i]);
    }
    return ZoneFrames.of(input.design(), input.layout(), boxes);
  }

  private static List<Drawn> links(
      SceneInput input, List<Component> components, Map<String, Integer> numbers) {
    List<Drawn> result = new ArrayList<>(input.design().links().size());
    for (Link link : input.design().links()) {
      addLink(result, input.design(), input, link, components, numbers);
    }
    Ghost ghost = input.ghost().orElse(null);
    if (ghost != null) {
      for (Link link : ghost.before().links()) {
        if (ghost.removed().contains(link.id()) && !input.design().links().contains(link.id())) {
          addLink(result, ghost.before(), input, link, components, numbers);
        }
      }
    }
    return result;
  }

  private static void addLink(
      List<Drawn> result,
      Design design,
      SceneInput input,
      Link link,
      List<Component> components,
      Map<String, Integer> numbers) {
    Integer from = numbers.get(link.from());
    Integer to = numbers.get(link.to());
    if (from == null || to == null) {
      return;
    }
    Folds folds = input.folds();
    boolean isWhole = folds.isEmpty() || !folds.whole().links().contains(link.id());
    LinkStyle style =
        isWhole
            ? LinkStyle.of(design, link)
            : LinkStyle.of(folds.whole(), folds.whole().links().get(link.id()));
    result.add(
        new Drawn(
            link,
            Objects.requireNonNull(components.get(from)),
            Objects.requireNonNull(components.get(to)),
            style,
            new Routing.Wire(from, to, style.ordinal(), input.layout().bendsOf(link.id())),
            folds.isBundle(link.id()) ? folds.bundle(link.id()) : List.of()));
  }

  private Routing.Ways ways(Box[] cards, boolean[] round, List<Routing.Wire> wires) {
    Way before = way;
    if (before != null
        && Arrays.equals(cards, before.cards)
        && Arrays.equals(round, before.round)
        && wires.equals(before.wires)) {
      return before.ways;
    }
    Routing.Ways ways = Routing.of(cards, round, wires);
    if (!wires.isEmpty()) {
      way = new Way(cards, round, wires, ways);
    }
    return ways;
  }
}
