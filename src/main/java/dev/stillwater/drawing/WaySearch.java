package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the cheapest way for a link among a few likely ones.
final class WaySearch {
  private static final double LONG = 1500;
  private static final int MOST_LANES = 24;
  private static final int ENOUGH = 3;
  private static final int MOST_STEPS = 8;

  private final Board board;
  private final Lanes free;
  private final WayCost costs;
  private double[] lanes = new double[64];
  private int laneCount;

  WaySearch(Board board, WayCost costs) {
    this.board = board;
    this.costs = costs;
    this.free = new Lanes(board);
  }

  /// A way that is not looked for: along the gap beside the row of the callee. Where there are
  /// thousands of links, nobody follows a long one with the eye, and a search would take seconds.
  double[] express(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    double u0 = board.u(out);
    double u1 = -board.u(in);
    double start = in.side.start(board.cards[in.card]);
    double end = start + in.side.length(board.cards[in.card]);
    double aside = Routing.CLEAR + 2 + wire % 3 * Routing.LANE;
    double lane = out.v < in.v ? start - aside : end + aside;
    double first = u0 + Math.min(16 + out.first % 12 * Routing.LANE, (u1 - u0) / 3);
    double second = u1 - Math.min(16 + in.first % 3 * Routing.LANE, (u1 - u0) / 3);
    return new double[] {
      u0, out.v, first, out.v, first, lane, second, lane, second, in.v, u1, in.v
    };
  }

  boolean isExpress(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    return board.crowded
        && out.side != in.side
        && Math.abs(board.u(out) + board.u(in)) + Math.abs(out.v - in.v) > LONG;
  }

  double[] cheapest(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    List<double[]> candidates = new ArrayList<>();
    double[] best = new double[0];
    double bestCost = Double.POSITIVE_INFINITY;
    for (double[] way : out.side == in.side ? around(wire) : across(wire)) {
      double cost = costs.cost(wire, way);
      if (cost < bestCost) {
        best = way;
        bestCost = cost;
      }
    }
    if (out.side != in.side
        && (board.careful ? costs.isTroubled(wire, best) : bestCost >= WayCost.HIT)) {
      candidates.addAll(board.careful ? turns(wire) : List.of());
      candidates.addAll(detours(wire));
      candidates.add(sneaking(wire));
    }
    for (double[] way : candidates) {
      double cost = way.length == 0 ? Double.POSITIVE_INFINITY : costs.cost(wire, way);
      if (cost < bestCost) {
        best = way;
        bestCost = cost;
      }
    }
    return best;
  }

  /// The way that is taken where nothing stands in it.
  double[] plain(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    double u0 = board.u(out);
    if (out.side == in.side) {
      double u1 = board.u(in);
      return bent(out, in, u0, u1, Math.max(u0, u1) + Routing.STUB);
    }
    double u1 = -board.u(in);
    return bent(out, in, u0, u1, u0 + Math.min(Routing.STUB, (u1 - u0) / 2));
  }

  /// Ways that leave and arrive on the same side.
  private List<double[]> around(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    double u0 = board.u(out);
    double u1 = board.u(in);
    double far = Math.max(u0, u1) + Routing.STUB;
    double turn = free.lane(wire, far, Math.max(u0, u1) + 12, far + 120, out.v, in.v);
    return List.<double[]>of(new double[] {u0, out.v, turn, out.v, turn, in.v, u1, in.v});
  }

  /// Ways of three segments.
  private List<double[]> across(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    double u0 = board.u(out);
    double u1 = -board.u(in);
    List<double[]> ways = new ArrayList<>();
    ways.add(bent(out, in, u0, u1, trunk(wire, u0, u1)));
    double late = free.lane(wire, u1 - Routing.STUB, u0 + 12, u1 - 16, out.v, in.v);
    ways.add(bent(out, in, u0, u1, late));
    double middle = free.lane(wire, Math.rint((u0 + u1) / 2), u0 + 12, u1 - 16, out.v, in.v);
    ways.add(bent(out, in, u0, u1, middle));
    return ways;
  }

  /// Ways of three segments that turn elsewhere in the channel.
  private List<double[]> turns(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    double u0 = board.u(out);
    double u1 = -board.u(in);
    double step = Math.max(16, (u1 - u0) / MOST_STEPS);
    List<double[]> ways = new ArrayList<>();
    for (double wanted = u0 + 16; wanted < u1 - 16; wanted += step) {
      ways.add(bent(out, in, u0, u1, free.lane(wire, wanted, u0 + 12, u1 - 16, out.v, in.v)));
    }
    return ways;
  }

  private static double[] bent(Port out, Port in, double u0, double u1, double turn) {
    return new double[] {u0, out.v, turn, out.v, turn, in.v, u1, in.v};
  }

  /// Where the branches of a port leave its common line; decided by the first that asks.
  private double trunk(int wire, double u0, double u1) {
    Port out = board.outPorts[wire];
    if (Double.isNaN(out.trunk)) {
      double low = out.v;
      double high = out.v;
      double nearest = u1;
      for (int branch : out.wires) {
        Port in = board.inPorts[branch];
        if (in.side != out.side) {
          low = Math.min(low, in.v);
          high = Math.max(high, in.v);
          nearest = Math.min(nearest, -board.u(in));
        }
      }
      double wanted = u0 + Math.min(Routing.STUB, Math.rint((nearest - u0) / 2));
      out.trunk = free.lane(wire, wanted, u0 + 8, nearest - 14, low, high);
    }
    return out.trunk;
  }

  /// Ways of five segments along free lanes above and below what is in the way, nearest first.
  private List<double[]> detours(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    double u0 = board.u(out);
    double u1 = -board.u(in);
    double first = early(wire, u0, u1);
    double second = Math.max(first, u1 - Routing.STUB);
    double v0 = out.v;
    double v1 = in.v;
    List<double[]> ways = new ArrayList<>();
    int tried = 0;
    for (double lane : lanes(out, in, first, second)) {
      if (++tried > (board.careful ? 5 : 1) * MOST_LANES
          || ways.size() == (board.careful ? 10 : 1) * ENOUGH) {
        break;
      }
      if (costs.segmentHits(wire, first, lane, second, lane, false, false) == 0) {
        double turn = free.lane(wire, second, first + 8, u1 - 12, lane, v1);
        ways.add(new double[] {u0, v0, first, v0, first, lane, turn, lane, turn, v1, u1, v1});
      }
    }
    return ways;
  }

  private double early(int wire, double u0, double u1) {
    double trunk = trunk(wire, u0, u1);
    return trunk > u1 - 16 ? u0 + (u1 - u0) / 3 : trunk;
  }

  /// Coordinates just beside the board.cards that lie between two columns and near the level of
  /// either end, those that lead least astray first.
  private double[] lanes(Port out, Port in, double first, double second) {
    double low = Math.min(out.v, in.v);
    double high = Math.max(out.v, in.v);
    double band = (board.careful ? 9 : 3) * Card.HEIGHT;
    laneCount = 0;
    if (high - low <= 2 * band) {
      addLanes(out.side, first, second, low - band, high + band);
    } else {
      addLanes(out.side, first, second, low - band, low + band);
      addLanes(out.side, first, second, high - band, high + band);
    }
    double[] sorted = Arrays.copyOf(lanes, laneCount);
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return byDetour(Arrays.copyOf(sorted, distinct), low, high);
  }

  /// Sorts by how far a way from one level to the other is longer for it: lanes between the levels
  /// first, then those outside, from both ends inwards.
  private static double[] byDetour(double[] sorted, double low, double high) {
    double[] result = new double[sorted.length];
    int count = 0;
    int below = 0;
    while (below < sorted.length && sorted[below] < low) {
      below++;
    }
    int above = below;
    while (above < sorted.length && sorted[above] <= high) {
      result[count++] = sorted[above++];
    }
    below--;
    while (count < result.length) {
      boolean down =
          above == sorted.length || below >= 0 && low - sorted[below] <= sorted[above] - high;
      result[count++] = down ? sorted[below--] : sorted[above++];
    }
    return result;
  }

  private void addLanes(Side side, double first, double second, double low, double high) {
    Box area = side.box(first, low, second, high);
    board.cardsIn(
        area,
        id -> {
          double start = side.start(board.cards[id]) - Routing.CLEAR - 2;
          double end = start + side.length(board.cards[id]) + 2 * Routing.CLEAR + 4;
          if (laneCount + 6 > lanes.length) {
            lanes = Arrays.copyOf(lanes, lanes.length * 2);
          }
          for (int i = 0; i < (board.careful ? 3 : 2); i++) {
            lanes[laneCount++] = start - i * Routing.LANE;
            lanes[laneCount++] = end + i * Routing.LANE;
          }
        });
  }

  /// A way that goes ahead until a card stands before it, steps aside, and goes on; empty when it
  /// does not get through in a few steps.
  private double[] sneaking(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    Side side = out.side;
    double u0 = board.u(out);
    double u1 = -board.u(in);
    double first = early(wire, u0, u1);
    double second = Math.max(first, u1 - Routing.STUB);
    List<Double> way = new ArrayList<>(List.of(u0, out.v));
    double u = first;
    double v = out.v;
    for (int step = 0; step < MOST_STEPS; step++) {
      Box card = next(side, u, second, v);
      if (card == null) {
        double turn = free.lane(wire, second, u + 4, u1 - 12, v, in.v);
        way.addAll(List.of(turn, v, turn, in.v, u1, in.v));
        return way.stream().mapToDouble(x -> x).toArray();
      }
      double latest = side.near(card) - Routing.CLEAR;
      double aside = v;
      double turn = latest;
      double least = Double.POSITIVE_INFINITY;
      for (double level : besides(side, card)) {
        double at = free.lane(wire, latest - 6, u, latest, v, level);
        double price = Math.abs(level - in.v) + Math.abs(level - v);
        price += costs.segmentHits(wire, at, v, at, level, false, false) > 0 ? WayCost.HIT : 0;
        if (board.careful && price < least) {
          Box further = next(side, at, second, level);
          double end = further == null ? second : side.near(further) - Routing.CLEAR;
          price += costs.clash(wire, at, level, end, level);
        }
        if (price < least) {
          least = price;
          aside = level;
          turn = at;
        }
      }
      way.addAll(List.of(turn, v, turn, aside));
      u = turn;
      v = aside;
    }
    return new double[0];
  }

  /// The levels just beside a card at which a line may pass it.
  private double[] besides(Side side, Box card) {
    double before = side.start(card) - Routing.CLEAR - 2;
    double behind = side.start(card) + side.length(card) + Routing.CLEAR + 2;
    return board.careful
        ? new double[] {
          before,
          behind,
          before - Routing.LANE,
          behind + Routing.LANE,
          before - 2 * Routing.LANE,
          behind + 2 * Routing.LANE
        }
        : new double[] {before, behind};
  }

  private @Nullable Box next(Side side, double u, double end, double v) {
    Box area = side.box(u, v - Routing.CLEAR, end, v + Routing.CLEAR);
    Box[] nearest = {null};
    board.cardsIn(
        area,
        id -> {
          Box card = board.cards[id];
          if (side.near(card) > u
              && (nearest[0] == null || side.near(card) < side.near(nearest[0]))) {
            nearest[0] = card;
          }
        });
    return nearest[0];
  }
}
