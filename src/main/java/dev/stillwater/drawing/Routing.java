package dev.stillwater.drawing;

import dev.stillwater.model.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds a way for every link of a drawing, around the cards.
///
/// One pass, in the order of the links; up to [Board#CAREFUL] links, those that run along strangers
/// or touch a card look for a better way afterwards, when all others are known:
///
/// 1. *Sides* ([Sides]). A link leaves towards its callee: to the right or left when a channel lies
///    between the two cards, else up or down, else (something stands between two cards of one
///    column) out and back in on one side. In a drawing that leads down, the same with rows for
///    columns.
/// 2. *Ports* ([Ports]). Along a side, links of one style that leave share a port and a trunk;
///    links that arrive have one each, so that arrows do not hide each other, until there are more
///    than five. Ports are sorted by where their links go, which keeps links of one card from
///    crossing. Parallel links never share. Where both ends are free to, ports are aligned so that
///    a small jog becomes a straight line.
/// 3. *Ways* ([WaySearch]). Three segments with the upright one on the trunk, before the callee or
///    in the middle, else five segments along a free lane above or below what is in the way. The
///    first way that touches no card wins, else the cheapest by length, bends and cards touched
///    ([WayCost]). Segments of strangers keep [#LANE] apart ([Lanes]), or half of that where a
///    channel is full.
///
/// Where there are more than three thousand links, long ones take a way that is not searched for.
///
/// Everything is done in the frame of the side a link leaves by ([Side]). A link costs a few
/// queries of a uniform grid: O(1) for links between neighbours. Orthogonal connector routing with
/// full search (Wybrow, Marriott, Stuckey 2010) finds better ways through dense drawings at a
/// hundred times the price.
final class Routing {
  /// The distance between neighbouring lines.
  static final double LANE = 8;

  /// The room between a line and a card that it passes.
  static final double CLEAR = 10;

  /// How far from the card a trunk stands.
  static final double STUB = 28;

  /// How often links look for better ways once all are laid.
  private static final int PASSES = 3;

  /// A link to be routed.
  ///
  /// @param from the number of the caller's card
  /// @param to the number of the callee's card
  /// @param style links of different styles share no trunk
  /// @param corners those that a person chose; empty where the link is to find its own way
  record Wire(int from, int to, int style, List<Layout.Position> corners) {
    Wire(int from, int to, int style) {
      this(from, to, style, List.of());
    }
  }

  private final Board board;
  private final Ports ports;
  private final WayCost costs;
  private final WaySearch search;
  private final Route[] routes;

  /// What was laid, in the frame of the side that it leaves by, and the numbers of its segments.
  private final double[][] ways;

  private final int[][] segments;

  private Routing(Board board) {
    this.board = board;
    this.ports = new Ports(board);
    this.costs = new WayCost(board);
    this.search = new WaySearch(board, costs);
    int count = board.wires.size();
    this.routes = new Route[count];
    this.ways = new double[count][];
    this.segments = new int[count][];
  }

  /// The ways of all wires, and which of them begin or end on a line that others use too.
  ///
  /// @param down whether requests lead down
  record Ways(Route[] routes, boolean[] sharesStart, boolean[] sharesEnd, boolean down) {}

  /// Lays all wires.
  ///
  /// @param round for each card whether its ends are half circles
  static Ways of(Box[] cards, boolean[] round, List<Wire> wires) {
    return of(cards, round, wires, leadsDown(cards, wires));
  }

  /// The same, some wires of a drawing whose direction is known.
  static Ways of(Box[] cards, boolean[] round, List<Wire> wires, boolean down) {
    return new Routing(new Board(cards, round, wires, down, false)).laid();
  }

  /// The same without looking for the best: for lines that will lie elsewhere with the next frame.
  static Ways quickly(Box[] cards, boolean[] round, List<Wire> wires, boolean down) {
    return new Routing(new Board(cards, round, wires, down, true)).laid();
  }

  /// Whether a drawing is to be read from top to bottom: cards stand in rows rather than columns,
  /// and clearly more links lead down than to the right, so that one card in another place does not
  /// turn all lines.
  static boolean leadsDown(Box[] cards, List<Wire> wires) {
    int right = 0;
    int down = 0;
    for (Wire wire : wires) {
      Box from = cards[wire.from()];
      Box to = cards[wire.to()];
      right += to.x() >= from.right() ? 1 : 0;
      down += to.y() >= from.bottom() ? 1 : 0;
    }
    return down > right + Math.max(2, wires.size() / 4)
        && Arrays.stream(cards).mapToDouble(Box::y).distinct().count()
            <= Arrays.stream(cards).mapToDouble(Box::x).distinct().count();
  }

  private Ways laid() {
    layChosen();
    new Sides(board).choose();
    boolean[] chosen = new boolean[routes.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = routes[i] != null;
    }
    ports.place(chosen);
    ports.align();
    if (board.hasty) {
      layHastily();
    } else {
      lay();
    }
    boolean[] sharesStart = new boolean[routes.length];
    boolean[] sharesEnd = new boolean[routes.length];
    for (int i = 0; i < routes.length; i++) {
      sharesStart[i] = board.outPorts[i] != null && board.outPorts[i].count > 1;
      sharesEnd[i] = board.inPorts[i] != null && board.inPorts[i].count > 1;
    }
    return new Ways(routes, sharesStart, sharesEnd, board.down);
  }

  /// Links with corners of their own; all others keep away from them.
  private void layChosen() {
    for (int i = 0; i < board.wires.size(); i++) {
      Wire wire = board.wires.get(i);
      if (wire.corners().isEmpty()) {
        continue;
      }
      int number = i;
      BentWay.of(
              board.cards[wire.from()],
              board.round[wire.from()],
              board.cards[wire.to()],
              board.round[wire.to()],
              wire.corners())
          .ifPresent(route -> {
            keep(number, route, number, number);
            ports.reserve(wire.from(), route.x(0), route.y(0));
            ports.reserve(wire.to(), route.x(route.size() - 1), route.y(route.size() - 1));
          });
    }
  }

  private void lay() {
    layLoops();
    List<Integer> bent = new ArrayList<>();
    for (int i = 0; i < routes.length; i++) {
      if (routes[i] == null && !layStraight(i)) {
        bent.add(i);
      }
    }
    for (int wire : bent) {
      layBent(wire);
    }
    if (board.careful) {
      for (int pass = 0; pass < PASSES; pass++) {
        layAgain(bent);
      }
    }
  }

  /// Lines without regard to anything but the cards that they join.
  private void layHastily() {
    layLoops();
    for (int i = 0; i < routes.length; i++) {
      if (routes[i] == null) {
        routes[i] = new Route(world(i, search.plain(i)));
      }
    }
  }

  /// Looks for better ways now that all others are known.
  private void layAgain(List<Integer> bent) {
    for (int wire : bent) {
      double[] before = ways[wire];
      lift(wire);
      if (costs.isTroubled(wire, before)) {
        double[] better = search.cheapest(wire);
        keep(
            wire,
            better.length > 0 && costs.cost(wire, better) < costs.cost(wire, before)
                ? better
                : before);
      } else {
        keep(wire, before);
      }
    }
  }

  /// Links to themselves: out of the side where fewest lines end and back in, further out for every
  /// further one.
  private void layLoops() {
    Map<Integer, Integer> before = new HashMap<>();
    for (int i = 0; i < routes.length; i++) {
      if (routes[i] == null && board.isLoop(i)) {
        int card = board.wires.get(i).from();
        keep(i, loop(board.cards[card], before.merge(card, 1, Integer::sum) - 1), i, i);
      }
    }
  }

  private Route loop(Box box, int before) {
    double far = 20 + before * LANE;
    if (board.down) {
      double low = box.bottom() - 8;
      double high = box.bottom() - 24 - before * LANE;
      double x = box.right() + far;
      return new Route(box.right(), low, x, low, x, high, box.right(), high);
    }
    double y = box.bottom() + far;
    double right = box.right() - 20;
    double left = right - 40 - before * LANE;
    return new Route(right, box.bottom(), right, y, left, y, left, box.bottom());
  }

  private boolean layStraight(int wire) {
    Port out = board.outPorts[wire];
    Port in = board.inPorts[wire];
    if (out.side == in.side || out.v != in.v) {
      return false;
    }
    double[] way = {board.u(out), out.v, -board.u(in), in.v};
    if (costs.touched(wire, way) > 0
        || costs.clash(wire, way[0], way[1], way[2], way[3]) >= WayCost.CLASH) {
      return false;
    }
    keep(wire, way);
    return true;
  }

  private void layBent(int wire) {
    keep(wire, search.isExpress(wire) ? search.express(wire) : search.cheapest(wire));
  }

  private double[] world(int wire, double[] way) {
    Side side = board.leaves[wire];
    double[] points = new double[way.length];
    for (int i = 0; i < way.length; i += 2) {
      points[i] = side.x(way[i], way[i + 1]);
      points[i + 1] = side.y(way[i], way[i + 1]);
    }
    return points;
  }

  private void keep(int wire, double[] way) {
    ways[wire] = way;
    keep(wire, new Route(world(wire, way)), board.outPorts[wire].first, board.inPorts[wire].first);
  }

  private void keep(int wire, Route route, int out, int in) {
    routes[wire] = route;
    int[] numbers = new int[route.size() - 1];
    for (int i = 0; i < numbers.length; i++) {
      boolean upright = !route.isHorizontal(i);
      numbers[i] =
          (upright ? board.uprights : board.levels).add(route.segment(i), upright, out, in);
    }
    segments[wire] = numbers;
  }

  /// Takes the segments of a wire away again.
  private void lift(int wire) {
    Route route = routes[wire];
    int[] numbers = segments[wire];
    for (int i = 0; i < numbers.length; i++) {
      (route.isHorizontal(i) ? board.levels : board.uprights).grid.remove(numbers[i]);
    }
  }
}
