package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.List;

/// A place on the side of a card where lines leave or arrive.
final class Port {
  final int card;
  final Side side;
  final int first;
  final boolean out;
  final List<Integer> wires = new ArrayList<>(1);
  double sum;
  int count;
  double v;
  boolean level;
  double trunk = Double.NaN;

  Port(int card, Side side, int first, boolean out) {
    this.card = card;
    this.side = side;
    this.first = first;
    this.out = out;
  }

  double mean() {
    return sum / count;
  }
}
