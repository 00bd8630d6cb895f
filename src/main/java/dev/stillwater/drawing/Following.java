package dev.stillwater.drawing;

import dev.stillwater.drawing.SceneBuilder.Built;
import dev.stillwater.model.Component;
import dev.stillwater.model.Layout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a drag changes in a drawing that was built: what moved and the links that follow, on ways
/// that hold until the drawing is built anew. Used from one thread.
public final class Following {
  private static final int MOST_MOVED = 200;

  /// Up to so many cards all of them are in the way of a link that follows a drag.
  private static final int FULLY = 1000;

  private static final int MOST_FOLLOWING = 600;

  private final Built built;
  private final CardItems cardItems;
  private final LinkItems linkItems = new LinkItems();
  private final Folding folding = new Folding();

  Following(Built built, CardFigures figures) {
    this.built = built;
    this.cardItems = new CardItems(figures);
  }

  /// What moved, and how it looks now.
  ///
  /// @param ids components that moved and links that follow them
  /// @param items of these alone, in the order of painting; of many links only the route
  /// @param rigid how far everything moved, x and y, when nothing was left behind; else empty
  public record Moved(Set<String> ids, List<Item> items, Optional<double[]> rigid) {}

  /// Whether the drawing is already that of an input, as after a gesture that was cancelled.
  public boolean shows(SceneInput input) {
    return built.input().layout() == input.layout() && SceneBuilder.onlyMoved(built.input(), input);
  }

  /// Looks at what moved since the build; empty where more than that changed. The price is that of
  /// what moved: beyond some hundred links only cards are drawn.
  ///
  /// @param carried the components that can have moved; empty where any can
  public Optional<Moved> moved(SceneInput whole, Set<String> carried) {
    SceneInput input = folding.fold(whole);
    boolean isFolded = !input.folds().isEmpty();
    if (!SceneBuilder.onlyMoved(built.whole(), whole)
        || isFolded == built.input().folds().isEmpty()
        || isFolded && !input.folds().hidesSame(built.input().folds())) {
      return Optional.empty();
    }
    BitSet moved = new BitSet();
    Optional<Box[]> found = cards(input.layout(), isFolded ? Set.of() : carried, moved);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Box[] cards = found.get();
    Set<String> ids = new HashSet<>();
    if (moved.cardinality() > MOST_MOVED) {
      Optional<double[]> rigid = rigid(cards);
      if (rigid.isPresent()) {
        return Optional.of(new Moved(Set.of(), List.of(), rigid));
      }
      moved.stream().forEach(i -> ids.add(built.components().get(i).id()));
      return Optional.of(new Moved(ids, blocks(input, cards, moved), Optional.empty()));
    }
    List<Item> items = new ArrayList<>();
    List<SceneBuilder.Drawn> some = links(input.layout(), moved);
    some.forEach(link -> ids.add(link.link().id()));
    if (some.size() <= MOST_FOLLOWING) {
      linkItems.preview(input, some, cards, ways(cards, some)).forEach(items::addAll);
    }
    moved.stream()
        .forEach(i -> {
          Component component = built.components().get(i);
          ids.add(component.id());
          items.addAll(cardItems.make(input, component, cards[i]));
        });
    items.sort(Comparator.comparingInt(item -> item.kind().ordinal()));
    return Optional.of(new Moved(ids, items, Optional.empty()));
  }

  /// The cards where they are now; empty where one that was drawn has no place any more.
  private Optional<Box[]> cards(Layout layout, Set<String> carried, BitSet moved) {
    Box[] cards = built.cards().clone();
    Iterable<String> candidates = carried.isEmpty() ? built.numbers().keySet() : carried;
    for (String id : candidates) {
      Integer number = built.numbers().get(id);
      if (number == null) {
        continue;
      }
      Layout.Position at = layout.positions().get(id);
      if (at == null) {
        return Optional.empty();
      }
      Box before = cards[number];
      if (at.x() != before.x() || at.y() != before.y()) {
        cards[number] = Card.at(at);
        moved.set(number);
      }
    }
    return Optional.of(cards);
  }

  /// The links at what moved, and those whose corners changed.
  private List<SceneBuilder.Drawn> links(Layout layout, BitSet moved) {
    boolean bent = !layout.bends().equals(built.input().layout().bends());
    List<SceneBuilder.Drawn> some = new ArrayList<>();
    for (SceneBuilder.Drawn link : built.drawn()) {
      SceneBuilder.Drawn now = bent ? link.bent(layout) : link;
      if (now != link || moved.get(link.wire().from()) || moved.get(link.wire().to())) {
        some.add(now);
      }
    }
    return some;
  }

  /// Ways of links that follow a drag; in a large drawing only the cards that they join count.
  private Routing.Ways ways(Box[] cards, List<SceneBuilder.Drawn> some) {
    if (cards.length <= FULLY) {
      return Routing.of(
          cards,
          built.round(),
          some.stream().map(SceneBuilder.Drawn::wire).toList(),
          built.ways().down());
    }
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    List<Routing.Wire> wires = new ArrayList<>(some.size());
    for (SceneBuilder.Drawn link : some) {
      for (int card : new int[] {link.wire().from(), link.wire().to()}) {
        numbers.putIfAbsent(card, numbers.size());
      }
      wires.add(
          new Routing.Wire(
              numbers.getOrDefault(link.wire().from(), 0),
              numbers.getOrDefault(link.wire().to(), 0),
              link.wire().style(),
              link.wire().corners()));
    }
    Box[] few = new Box[numbers.size()];
    boolean[] round = new boolean[few.length];
    numbers.forEach((card, number) -> {
      few[number] = cards[card];
      round[number] = built.round()[card];
    });
    return Routing.quickly(few, round, wires, built.ways().down());
  }

  /// Cards alone, where too many move to draw their links.
  private List<Item> blocks(SceneInput input, Box[] cards, BitSet moved) {
    SceneInput plain = input.with(Detail.BLOCK);
    return moved.stream()
        .mapToObj(i -> cardItems.make(plain, built.components().get(i), cards[i]))
        .flatMap(List::stream)
        .toList();
  }

  private Optional<double[]> rigid(Box[] cards) {
    double dx = cards[0].x() - built.cards()[0].x();
    double dy = cards[0].y() - built.cards()[0].y();
    for (int i = 1; i < cards.length; i++) {
      if (cards[i].x() - built.cards()[i].x() != dx || cards[i].y() - built.cards()[i].y() != dy) {
        return Optional.empty();
      }
    }
    return Optional.of(new double[] {dx, dy});
  }
}
