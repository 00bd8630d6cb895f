package dev.stillwater.drawing;

/// Through which side of its caller's card a link leaves, and through which of its callee's it
/// enters.
final class Sides {
  /// A channel at least this wide is worth leaving towards.
  private static final double CHANNEL = 20;

  /// Cards of one column that stand nearer than this have no room for a line between them.
  private static final double LEAST = 12;

  private final Board board;

  Sides(Board board) {
    this.board = board;
  }

  void choose() {
    for (int i = 0; i < board.wires.size(); i++) {
      choose(i, board.from(i), board.to(i));
    }
  }

  private void choose(int wire, Box from, Box to) {
    Side ahead = board.down ? Side.BOTTOM : Side.RIGHT;
    Side across = board.down ? Side.RIGHT : Side.BOTTOM;
    if (channel(ahead, from, to) >= CHANNEL) {
      set(wire, ahead, ahead.opposite());
    } else if (channel(ahead.opposite(), from, to) >= CHANNEL) {
      set(wire, ahead.opposite(), ahead);
    } else {
      boolean before = center(across, to) < center(across, from);
      Side aside = before ? across.opposite() : across;
      if (channel(aside, from, to) >= LEAST && !isBlocked(wire, aside, from, to)) {
        set(wire, aside, aside.opposite());
      } else {
        boolean free = isFree(wire, ahead, from, to);
        Side out = free || !isFree(wire, ahead.opposite(), from, to) ? ahead : ahead.opposite();
        set(wire, out, out);
      }
    }
  }

  private void set(int wire, Side leaves, Side enters) {
    board.leaves[wire] = leaves;
    board.enters[wire] = enters;
  }

  /// The room between two cards for whoever leaves by a side.
  private static double channel(Side side, Box from, Box to) {
    return side.near(to) - side.edge(from);
  }

  private static double center(Side side, Box box) {
    return side.u(box.centerX(), box.centerY());
  }

  private static double along(Side side, Box box) {
    return side.v(box.centerX(), box.centerY());
  }

  /// Whether a card stands between two others of one row or column.
  private boolean isBlocked(int wire, Side side, Box from, Box to) {
    double start = Math.max(side.start(from), side.start(to));
    double end = Math.min(side.start(from) + side.length(from), side.start(to) + side.length(to));
    double middle = start < end ? (start + end) / 2 : (along(side, from) + along(side, to)) / 2;
    return touches(
        wire,
        side.box(
            center(side, from), middle - Routing.CLEAR, center(side, to), middle + Routing.CLEAR));
  }

  /// Whether a line finds room beside two cards of one row or column.
  private boolean isFree(int wire, Side side, Box from, Box to) {
    double u = Math.max(side.edge(from), side.edge(to)) + 24;
    return !touches(
        wire, side.box(u - Routing.CLEAR, along(side, from), u + Routing.CLEAR, along(side, to)));
  }

  private boolean touches(int wire, Box box) {
    Routing.Wire ends = board.wires.get(wire);
    return board.cardsTouched(box, ends.from(), ends.to()) > 0;
  }
}
