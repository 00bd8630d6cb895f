package dev.stillwater.drawing;

import java.util.List;
import java.util.function.IntConsumer;

/// A drawing that is being routed: its cards, its wires with their sides and ports, and the lines
/// that lie on it so far.
final class Board {
  /// Above so many links, long ones are laid without a search.
  private static final int CROWDED = 3000;

  /// Up to so many links, crossings count and links that clash are laid a second time.
  private static final int CAREFUL = 800;

  final Box[] cards;

  /// For each card whether its ends are half circles.
  final boolean[] round;

  final List<Routing.Wire> wires;

  /// Whether requests lead down rather than to the right.
  final boolean down;

  /// Whether lines will lie elsewhere with the next frame, so that a search would be in vain.
  final boolean hasty;

  final boolean careful;
  final boolean crowded;

  /// The side of its caller's card by which a wire leaves.
  final Side[] leaves;

  final Side[] enters;

  /// The ports of a wire; null for links to themselves and those that a person laid.
  final Port[] outPorts;

  final Port[] inPorts;
  final Laid uprights = new Laid(64, 1024);
  final Laid levels = new Laid(1024, 64);
  private final Grid grid = new Grid(256);

  Board(Box[] cards, boolean[] round, List<Routing.Wire> wires, boolean down, boolean hasty) {
    this.cards = cards;
    this.round = round;
    this.wires = wires;
    this.down = down;
    int count = wires.size();
    this.leaves = new Side[count];
    this.enters = new Side[count];
    this.outPorts = new Port[count];
    this.inPorts = new Port[count];
    this.hasty = hasty;
    this.crowded = Math.max(count, cards.length) > CROWDED;
    this.careful = !hasty && count <= CAREFUL && cards.length <= 2 * CAREFUL;
    for (int i = 0; i < cards.length; i++) {
      Box card = cards[i];
      grid.put(i, card.x(), card.y(), card.right(), card.bottom());
    }
  }

  Box from(int wire) {
    return cards[wires.get(wire).from()];
  }

  Box to(int wire) {
    return cards[wires.get(wire).to()];
  }

  boolean isLoop(int wire) {
    return wires.get(wire).from() == wires.get(wire).to();
  }

  /// Where a line through a port meets the edge of the card, in the frame of its side.
  double u(Port port) {
    Box card = cards[port.card];
    double edge = port.side.edge(card);
    if (!round[port.card] || !port.side.isUpright()) {
      return edge;
    }
    double radius = card.height() / 2;
    double off = Math.min(radius, Math.abs(port.v - card.centerY()));
    return edge - (radius - Math.sqrt(radius * radius - off * off));
  }

  /// Hands over the numbers of all cards that a rectangle touches.
  void cardsIn(Box box, IntConsumer found) {
    grid.query(box.x(), box.y(), box.right(), box.bottom(), found);
  }

  /// How many cards a rectangle touches, two of them apart.
  int cardsTouched(Box box, int except, int exceptToo) {
    int[] count = {0};
    cardsIn(box, id -> count[0] += id == except || id == exceptToo ? 0 : 1);
    return count[0];
  }

  /// The box around a segment that is given in the frame of the side its wire leaves by.
  Box box(int wire, double u0, double v0, double u1, double v1) {
    return leaves[wire].box(u0, v0, u1, v1);
  }
}
