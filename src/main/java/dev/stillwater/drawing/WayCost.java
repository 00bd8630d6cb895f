package dev.stillwater.drawing;

/// What a way costs: its length, its bends, the cards that it touches, the strangers it runs along
/// and crosses.
final class WayCost {
  static final double HIT = 4000;
  static final double CLASH = 150;

  /// What it costs to be nearer to a stranger than [Routing#LANE], and yet a line of its own.
  private static final double NEAR = 40;

  private static final double CROSSING = 10;
  private static final double BEND = 24;

  private final Board board;

  WayCost(Board board) {
    this.board = board;
  }

  /// Whether a way touches a card or runs along a stranger.
  boolean isTroubled(int wire, double[] way) {
    for (int i = 0; i + 3 < way.length; i += 2) {
      if (clash(wire, way[i], way[i + 1], way[i + 2], way[i + 3]) > 0) {
        return true;
      }
    }
    return touched(wire, way) > 0;
  }

  double cost(int wire, double[] way) {
    double cost = 0;
    int segments = way.length / 2 - 1;
    for (int i = 0; i < segments; i++) {
      double u0 = way[2 * i];
      double v0 = way[2 * i + 1];
      double u1 = way[2 * i + 2];
      double v1 = way[2 * i + 3];
      cost += Math.abs(u1 - u0) + Math.abs(v1 - v0);
      cost += HIT * segmentHits(wire, u0, v0, u1, v1, i == 0, i == segments - 1);
      cost += clash(wire, u0, v0, u1, v1);
      cost += board.careful ? CROSSING * crossings(wire, u0, v0, u1, v1) : 0;
    }
    boolean backwards = way[0] > way[2] + 0.01;
    return cost + BEND * segments + (backwards ? HIT : 0);
  }

  int touched(int wire, double[] way) {
    int hits = 0;
    int segments = way.length / 2 - 1;
    for (int i = 0; i < segments; i++) {
      hits +=
          segmentHits(
              wire,
              way[2 * i],
              way[2 * i + 1],
              way[2 * i + 2],
              way[2 * i + 3],
              i == 0,
              i == segments - 1);
    }
    return hits;
  }

  int segmentHits(
      int wire, double u0, double v0, double u1, double v1, boolean first, boolean last) {
    Box box = board.box(wire, u0, v0, u1, v1);
    Routing.Wire ends = board.wires.get(wire);
    return board.cardsTouched(
        box.grown(Routing.CLEAR - 1), first ? ends.from() : -1, last ? ends.to() : -1);
  }

  /// The price of the strangers that a segment would run along, by the length they have in common.
  double clash(int wire, double u0, double v0, double u1, double v1) {
    Box box = board.box(wire, u0, v0, u1, v1);
    if (box.width() < 4 && box.height() < 4) {
      return 0;
    }
    boolean upright = box.width() < box.height();
    Laid along = upright ? board.uprights : board.levels;
    double sideways = Routing.LANE - 1.5;
    int out = board.outPorts[wire].first;
    int in = board.inPorts[wire].first;
    double[] cost = {0};
    along.grid.query(
        box.x() - (upright ? sideways : -2),
        box.y() - (upright ? -2 : sideways),
        box.right() + (upright ? sideways : -2),
        box.bottom() + (upright ? -2 : sideways),
        id -> {
          if (along.isStranger(id, out, in)) {
            cost[0] += clash(along, id, box, upright);
          }
        });
    return Math.min(cost[0], board.careful ? HIT * 0.9 : HIT / 2);
  }

  private double clash(Laid along, int id, Box box, boolean upright) {
    double length = along.common(id, box, upright);
    if (!board.careful) {
      return CLASH + 2 * length;
    }
    double apart = Math.abs(along.across[id] - (upright ? box.centerX() : box.centerY()));
    return apart >= Lanes.NARROW ? NEAR + length / 4 : CLASH + 8 * length;
  }

  /// How many lines of strangers a segment would cross.
  private int crossings(int wire, double u0, double v0, double u1, double v1) {
    Box box = board.box(wire, u0, v0, u1, v1);
    Laid over = box.width() < box.height() ? board.levels : board.uprights;
    int out = board.outPorts[wire].first;
    int in = board.inPorts[wire].first;
    int[] count = {0};
    over.grid.query(
        box.x() + 1,
        box.y() + 1,
        box.right() - 1,
        box.bottom() - 1,
        id -> count[0] += over.isStranger(id, out, in) ? 1 : 0);
    return count[0];
  }
}
