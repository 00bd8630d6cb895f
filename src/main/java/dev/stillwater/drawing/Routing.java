package dev.stillwater.drawing;

import dev.stillwater.model.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds a way for every link of a drawing, around the cards.
///
/// One pass, in the order of the links; nothing is moved that was laid before:
///
/// 1. *Sides.* A link leaves towards its callee: to the right or left when a channel lies between
///    the two cards, else up or down, else (something stands between two cards of one column) out
///    and back in on one side.
/// 2. *Ports.* Along a side, links of one style that leave share a port and a trunk; links that
///    arrive have one each, so that arrows do not hide each other, until there are more than
///    [#SEPARATE]. Ports are sorted by where their links go, which keeps links of one card from
///    crossing. Parallel links never share. Where both ends are free to, ports are aligned so that
///    a small jog becomes a straight line.
/// 3. *Ways.* Three segments with the upright one on the trunk, before the callee or in the middle,
///    else five segments along a free lane above or below what is in the way. The first way that
///    touches no card wins, else the cheapest by length, bends and cards touched. Upright segments
///    of strangers keep [#LANE] apart.
///
/// Where there are more than [#CROWDED] links, long ones take a way that is not searched for.
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

  private static final double SEPARATE = 5;
  private static final double PORT_GAP = 16;
  private static final double LEAST_GAP = 10;
  private static final double SIDE_MARGIN = 10;

  /// How far from each other the outer ports of a half circle are.
  private static final double ROUND_PORTS = 14;

  /// A channel at least this wide is worth leaving towards.
  private static final double CHANNEL = 20;

  /// A difference between two ports up to which they are aligned.
  private static final double JOG = 26;

  /// Above so many links, long ones are laid without a search.
  private static final int CROWDED = 3000;

  private static final double LONG = 1500;

  /// Up to so many links, crossings count and links that clash are laid a second time.
  private static final int CAREFUL = 800;

  private static final int MOST_LANES = 24;
  private static final int ENOUGH = 3;
  private static final int MOST_STEPS = 8;
  private static final int MOST_SHIFTS = 24;

  private static final double HIT = 4000;
  private static final double CLASH = 150;
  private static final double CROSSING = 10;
  private static final double BEND = 24;

  /// How often links look for better ways once all are laid.
  private static final int PASSES = 2;

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

  /// A place on the side of a card where lines leave or arrive.
  private static final class Port {
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

  /// Segments that were laid, each with the ports it belongs to.
  private static final class Laid {
    private final Grid grid;
    private int count;
    private int[] outPorts = new int[256];
    private int[] inPorts = new int[256];
    private double[] across = new double[256];
    private double[] low = new double[256];
    private double[] high = new double[256];

    Laid(double cellWidth, double cellHeight) {
      this.grid = new Grid(cellWidth, cellHeight);
    }

    /// The number of the segment.
    int add(Box box, boolean upright, int out, int in) {
      if (count == outPorts.length) {
        outPorts = Arrays.copyOf(outPorts, count * 2);
        inPorts = Arrays.copyOf(inPorts, count * 2);
        across = Arrays.copyOf(across, count * 2);
        low = Arrays.copyOf(low, count * 2);
        high = Arrays.copyOf(high, count * 2);
      }
      outPorts[count] = out;
      inPorts[count] = in;
      across[count] = upright ? box.x() : box.y();
      low[count] = upright ? box.y() : box.x();
      high[count] = upright ? box.bottom() : box.right();
      grid.put(count, box.x(), box.y(), box.right(), box.bottom());
      return count++;
    }

    /// For how long a segment runs beside a box.
    double common(int segment, Box box, boolean upright) {
      double start = Math.max(low[segment], upright ? box.y() : box.x());
      double end = Math.min(high[segment], upright ? box.bottom() : box.right());
      return Math.max(0, end - start);
    }

    boolean isStranger(int segment, int out, int in) {
      return outPorts[segment] != out && inPorts[segment] != in;
    }
  }

  private record PortKey(int card, Side side, boolean out, int style, int lane) {}

  private final Box[] cards;
  private final boolean[] round;
  private final List<Wire> wires;
  private boolean careful;
  private boolean crowded;
  private final Grid cardGrid = new Grid(256);
  private final Laid uprights = new Laid(64, 1024);
  private final Laid levels = new Laid(1024, 64);

  /// Intervals of u in which an upright segment may not stand, low and high by turns.
  private double[] blocked = new double[64];

  private int blockedCount;
  private double[] lanes = new double[64];
  private int laneCount;

  private final Side[] leaves;
  private final Side[] enters;

  /// The ports of a side by card and side, sorted along it.
  private final Map<Integer, List<Port>> bySide = new HashMap<>();

  /// Where links laid by hand end, along a side, by card and side.
  private final Map<Integer, List<Double>> chosen = new HashMap<>();

  private final Port[] outPorts;
  private final Port[] inPorts;
  private final Route[] routes;

  /// What was laid, in the frame of the side that it leaves by, and the numbers of its segments.
  private final double[][] ways;

  private final int[][] segments;

  private Routing(Box[] cards, boolean[] round, List<Wire> wires) {
    this.cards = cards;
    this.round = round;
    this.wires = wires;
    this.leaves = new Side[wires.size()];
    this.enters = new Side[wires.size()];
    this.outPorts = new Port[wires.size()];
    this.inPorts = new Port[wires.size()];
    this.crowded = Math.max(wires.size(), cards.length) > CROWDED;
    this.careful = wires.size() <= CAREFUL && cards.length <= 2 * CAREFUL;
    this.routes = new Route[wires.size()];
    this.ways = new double[wires.size()][];
    this.segments = new int[wires.size()][];
    for (int i = 0; i < cards.length; i++) {
      Box card = cards[i];
      cardGrid.put(i, card.x(), card.y(), card.right(), card.bottom());
    }
  }

  /// The ways of all wires, and which of them begin or end on a line that others use too.
  record Ways(Route[] routes, boolean[] sharesStart, boolean[] sharesEnd) {}

  /// Lays all wires.
  ///
  /// @param round for each card whether its ends are half circles
  static Ways of(Box[] cards, boolean[] round, List<Wire> wires) {
    Routing routing = new Routing(cards, round, wires);
    routing.layChosen();
    routing.chooseSides();
    routing.placePorts();
    routing.align();
    routing.lay();
    return routing.ways();
  }

  /// The same without looking for the best: for lines that will lie elsewhere with the next frame.
  static Ways quickly(Box[] cards, boolean[] round, List<Wire> wires) {
    Routing routing = new Routing(cards, round, wires);
    routing.careful = false;
    routing.crowded = true;
    routing.layChosen();
    routing.chooseSides();
    routing.placePorts();
    routing.align();
    routing.lay();
    return routing.ways();
  }

  private Ways ways() {
    boolean[] sharesStart = new boolean[wires.size()];
    boolean[] sharesEnd = new boolean[wires.size()];
    for (int i = 0; i < wires.size(); i++) {
      sharesStart[i] = outPorts[i] != null && outPorts[i].count > 1;
      sharesEnd[i] = inPorts[i] != null && inPorts[i].count > 1;
    }
    return new Ways(routes, sharesStart, sharesEnd);
  }

  // ---- what a person laid

  /// Links with corners of their own; all others keep away from them.
  private void layChosen() {
    for (int i = 0; i < wires.size(); i++) {
      Wire wire = wires.get(i);
      if (wire.corners().isEmpty()) {
        continue;
      }
      int number = i;
      BentWay.of(
              cards[wire.from()],
              round[wire.from()],
              cards[wire.to()],
              round[wire.to()],
              wire.corners())
          .ifPresent(route -> {
            keep(number, route, number, number);
            end(wire.from(), route.x(0), route.y(0));
            end(wire.to(), route.x(route.size() - 1), route.y(route.size() - 1));
          });
    }
  }

  private void end(int card, double x, double y) {
    Side side = Side.at(cards[card], x, y);
    chosen.computeIfAbsent(key(card, side), k -> new ArrayList<>()).add(side.v(x, y));
  }

  private boolean isChosen(int wire) {
    return routes[wire] != null && outPorts[wire] == null;
  }

  // ---- sides

  private void chooseSides() {
    for (int i = 0; i < wires.size(); i++) {
      Wire wire = wires.get(i);
      if (wire.from() == wire.to() || isChosen(i)) {
        leaves[i] = Side.RIGHT;
        enters[i] = Side.BOTTOM;
        continue;
      }
      chooseSide(i, cards[wire.from()], cards[wire.to()]);
    }
  }

  private void chooseSide(int wire, Box from, Box to) {
    Side side;
    if (to.x() - from.right() >= CHANNEL) {
      side = Side.RIGHT;
    } else if (from.x() - to.right() >= CHANNEL) {
      side = Side.LEFT;
    } else {
      side = to.centerY() >= from.centerY() ? Side.BOTTOM : Side.TOP;
      boolean apart =
          side == Side.BOTTOM ? to.y() - from.bottom() >= 12 : from.y() - to.bottom() >= 12;
      if (!apart || between(wire, from, to)) {
        boolean freeRight = channelFree(wire, Math.max(from.right(), to.right()) + 24, from, to);
        boolean freeLeft = channelFree(wire, Math.min(from.x(), to.x()) - 24, from, to);
        leaves[wire] = freeRight || !freeLeft ? Side.RIGHT : Side.LEFT;
        enters[wire] = leaves[wire];
        return;
      }
    }
    leaves[wire] = side;
    enters[wire] = side.opposite();
  }

  private boolean between(int wire, Box from, Box to) {
    double left = Math.max(from.x(), to.x());
    double right = Math.min(from.right(), to.right());
    double middle = left < right ? (left + right) / 2 : (from.centerX() + to.centerX()) / 2;
    return cardsTouched(
            middle - CLEAR,
            Math.min(from.centerY(), to.centerY()),
            middle + CLEAR,
            Math.max(from.centerY(), to.centerY()),
            wires.get(wire).from(),
            wires.get(wire).to())
        > 0;
  }

  private boolean channelFree(int wire, double x, Box from, Box to) {
    return cardsTouched(
            x - CLEAR,
            Math.min(from.centerY(), to.centerY()),
            x + CLEAR,
            Math.max(from.centerY(), to.centerY()),
            wires.get(wire).from(),
            wires.get(wire).to())
        == 0;
  }

  // ---- ports

  private void placePorts() {
    int[][] arriving = new int[cards.length][4];
    for (int i = 0; i < wires.size(); i++) {
      arriving[wires.get(i).to()][enters[i].ordinal()] += isChosen(i) ? 0 : 1;
    }
    Map<PortKey, Port> shared = new HashMap<>();
    Map<Long, Integer> parallel = new HashMap<>();
    for (Wire wire : wires) {
      parallel.merge(pair(wire), 1, Integer::sum);
    }
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < wires.size(); i++) {
      Wire wire = wires.get(i);
      if (wire.from() == wire.to() || isChosen(i)) {
        continue;
      }
      boolean twin = parallel.getOrDefault(pair(wire), 1) > 1;
      boolean crowded = arriving[wire.to()][enters[i].ordinal()] > SEPARATE;
      Port out =
          port(
              shared,
              ports,
              new PortKey(wire.from(), leaves[i], true, wire.style(), twin ? i : -1),
              i);
      Port in =
          port(
              shared,
              ports,
              new PortKey(wire.to(), enters[i], false, wire.style(), crowded && !twin ? -1 : i),
              i);
      outPorts[i] = out;
      inPorts[i] = in;
      Box from = cards[wire.from()];
      Box to = cards[wire.to()];
      out.sum += out.side.isUpright() ? to.centerY() : to.centerX();
      in.sum += in.side.isUpright() ? from.centerY() : from.centerX();
      out.count++;
      in.count++;
      out.wires.add(i);
    }
    for (Port port : ports) {
      bySide.computeIfAbsent(key(port.card, port.side), k -> new ArrayList<>()).add(port);
    }
    for (int card = 0; card < cards.length; card++) {
      for (Side side : Side.values()) {
        List<Port> list = bySide.get(key(card, side));
        if (list != null) {
          spread(list);
        }
      }
    }
  }

  private static long pair(Wire wire) {
    return (long) wire.from() << 32 | wire.to();
  }

  private static int key(int card, Side side) {
    return card * 4 + side.ordinal();
  }

  private static Port port(Map<PortKey, Port> shared, List<Port> ports, PortKey key, int wire) {
    Port port = shared.get(key);
    if (port == null) {
      port = new Port(key.card(), key.side(), wire, key.out());
      shared.put(key, port);
      ports.add(port);
    }
    return port;
  }

  private void spread(List<Port> ports) {
    ports.sort(Comparator.comparingDouble(Port::mean).thenComparingInt(port -> port.first));
    Box card = cards[ports.getFirst().card];
    Side side = ports.getFirst().side;
    double length = side.length(card);
    int count = ports.size();
    double most = isRoundCaller(ports) ? ROUND_PORTS : length - 2 * SIDE_MARGIN;
    double gap = count == 1 ? 0 : Math.min(PORT_GAP, most / (count - 1));
    double middle = side.start(card) + length / 2;
    for (int i = 0; i < count; i++) {
      ports.get(i).v = Math.rint(middle + (i - (count - 1) / 2.0) * gap);
    }
    for (double taken : chosen.getOrDefault(key(ports.getFirst().card, side), List.of())) {
      stepAside(ports, taken, side.start(card) + SIDE_MARGIN, side.start(card) + length);
    }
  }

  /// Moves ports along their side that would lie on the end of a link laid by hand.
  private static void stepAside(List<Port> ports, double taken, double least, double end) {
    for (Port port : ports) {
      if (Math.abs(port.v - taken) < LEAST_GAP) {
        double above = taken - LEAST_GAP;
        double below = taken + LEAST_GAP;
        boolean up = port.v < taken && above >= least || below > end - SIDE_MARGIN;
        port.v = up ? Math.max(least, above) : below;
      }
    }
  }

  /// Lines that only leave a half circle do so where it is nearly flat.
  private boolean isRoundCaller(List<Port> ports) {
    Port first = ports.getFirst();
    return round[first.card] && first.side.isUpright() && ports.stream().allMatch(port -> port.out);
  }

  /// Makes the two ports of a link level where they differ by little and can move along their sides
  /// without meeting their neighbours.
  private void align() {
    for (int i = 0; i < wires.size(); i++) {
      Port out = outPorts[i];
      Port in = inPorts[i];
      if (out == null || out.side == in.side) {
        continue;
      }
      double jog = Math.abs(out.v - in.v);
      if (jog > JOG) {
        continue;
      }
      double middle = Math.rint((out.v + in.v) / 2);
      if (out.count == 1 && canMove(out, middle) && canMove(in, middle)) {
        level(out, in, middle);
      } else if (canMove(in, out.v)) {
        level(out, in, out.v);
      } else if ((out.count == 1 || jog <= JOG / 3) && canMove(out, in.v)) {
        level(out, in, in.v);
      }
    }
  }

  private static void level(Port out, Port in, double v) {
    out.v = v;
    in.v = v;
    out.level = true;
    in.level = true;
  }

  private boolean canMove(Port port, double v) {
    if (port.v == v) {
      return true;
    }
    Box card = cards[port.card];
    double start = port.side.start(card);
    if (port.level || v < start + SIDE_MARGIN || v > start + port.side.length(card) - SIDE_MARGIN) {
      return false;
    }
    List<Port> side = bySide.getOrDefault(key(port.card, port.side), List.of());
    int at = side.indexOf(port);
    return (at == 0 || v - side.get(at - 1).v >= LEAST_GAP)
        && (at == side.size() - 1 || side.get(at + 1).v - v >= LEAST_GAP);
  }

  private double u(Port port) {
    Box card = cards[port.card];
    double edge = port.side.edge(card);
    if (!round[port.card] || !port.side.isUpright()) {
      return edge;
    }
    double radius = card.height() / 2;
    double off = Math.min(radius, Math.abs(port.v - card.centerY()));
    return edge - (radius - Math.sqrt(radius * radius - off * off));
  }

  // ---- ways

  private void lay() {
    List<Integer> bent = new ArrayList<>();
    for (int i = 0; i < wires.size(); i++) {
      if (isChosen(i)) {
        continue;
      }
      if (outPorts[i] == null) {
        routes[i] = loop(i);
      } else if (!layStraight(i)) {
        bent.add(i);
      }
    }
    for (int wire : bent) {
      layBent(wire);
    }
    if (careful) {
      for (int pass = 0; pass < PASSES; pass++) {
        layAgain(bent);
      }
    }
  }

  /// Looks for better ways now that all others are known.
  private void layAgain(List<Integer> bent) {
    for (int wire : bent) {
      double[] before = ways[wire];
      lift(wire);
      if (isTroubled(wire, before)) {
        double[] better = cheapest(wire);
        keep(wire, better.length > 0 && cost(wire, better) < cost(wire, before) ? better : before);
      } else {
        keep(wire, before);
      }
    }
  }

  /// Whether a way touches a card or runs along a stranger.
  private boolean isTroubled(int wire, double[] way) {
    for (int i = 0; i + 3 < way.length; i += 2) {
      if (clash(wire, way[i], way[i + 1], way[i + 2], way[i + 3]) > 0) {
        return true;
      }
    }
    return touched(wire, way) > 0;
  }

  /// A link to itself: out of the lower side and back in, further out for every further one.
  private Route loop(int wire) {
    int card = wires.get(wire).from();
    int before = 0;
    for (int i = 0; i < wire; i++) {
      before += wires.get(i).from() == card && wires.get(i).to() == card ? 1 : 0;
    }
    Box box = cards[card];
    double y = box.bottom() + 20 + before * LANE;
    double right = box.right() - 20;
    double left = right - 40 - before * LANE;
    return new Route(right, box.bottom(), right, y, left, y, left, box.bottom());
  }

  private boolean layStraight(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    if (out.side == in.side || out.v != in.v) {
      return false;
    }
    double[] way = {u(out), out.v, -u(in), in.v};
    if (touched(wire, way) > 0 || clash(wire, way[0], way[1], way[2], way[3]) >= CLASH) {
      return false;
    }
    keep(wire, way);
    return true;
  }

  /// A way that is not looked for: along the gap beside the row of the callee. Where there are
  /// thousands of links, nobody follows a long one with the eye, and a search would take seconds.
  private double[] express(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    double u0 = u(out);
    double u1 = -u(in);
    double start = in.side.start(cards[in.card]);
    double end = start + in.side.length(cards[in.card]);
    double aside = CLEAR + 2 + wire % 3 * LANE;
    double lane = out.v < in.v ? start - aside : end + aside;
    double first = u0 + Math.min(16 + out.first % 12 * LANE, (u1 - u0) / 3);
    double second = u1 - Math.min(16 + in.first % 3 * LANE, (u1 - u0) / 3);
    return new double[] {
      u0, out.v, first, out.v, first, lane, second, lane, second, in.v, u1, in.v
    };
  }

  private boolean isExpress(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    return crowded
        && out.side != in.side
        && Math.abs(u(out) + u(in)) + Math.abs(out.v - in.v) > LONG;
  }

  private void layBent(int wire) {
    keep(wire, isExpress(wire) ? express(wire) : cheapest(wire));
  }

  private double[] cheapest(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    List<double[]> candidates = new ArrayList<>();
    double[] best = new double[0];
    double bestCost = Double.POSITIVE_INFINITY;
    for (double[] way : out.side == in.side ? around(wire) : across(wire)) {
      double cost = cost(wire, way);
      if (cost < bestCost) {
        best = way;
        bestCost = cost;
      }
    }
    if (out.side != in.side && (careful ? isTroubled(wire, best) : bestCost >= HIT)) {
      candidates.addAll(detours(wire));
      candidates.add(sneaking(wire));
    }
    for (double[] way : candidates) {
      double cost = way.length == 0 ? Double.POSITIVE_INFINITY : cost(wire, way);
      if (cost < bestCost) {
        best = way;
        bestCost = cost;
      }
    }
    return best;
  }

  /// Ways that leave and arrive on the same side.
  private List<double[]> around(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    double u0 = u(out);
    double u1 = u(in);
    double far = Math.max(u0, u1) + STUB;
    double turn = lane(wire, far, Math.max(u0, u1) + 12, far + 120, out.v, in.v);
    return List.<double[]>of(new double[] {u0, out.v, turn, out.v, turn, in.v, u1, in.v});
  }

  /// Ways of three segments.
  private List<double[]> across(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    double u0 = u(out);
    double u1 = -u(in);
    List<double[]> ways = new ArrayList<>();
    ways.add(bent(out, in, u0, u1, trunk(wire, u0, u1)));
    double late = lane(wire, u1 - STUB, u0 + 12, u1 - 16, out.v, in.v);
    ways.add(bent(out, in, u0, u1, late));
    double middle = lane(wire, Math.rint((u0 + u1) / 2), u0 + 12, u1 - 16, out.v, in.v);
    ways.add(bent(out, in, u0, u1, middle));
    return ways;
  }

  private static double[] bent(Port out, Port in, double u0, double u1, double turn) {
    return new double[] {u0, out.v, turn, out.v, turn, in.v, u1, in.v};
  }

  /// Where the branches of a port leave its common line; decided by the first that asks.
  private double trunk(int wire, double u0, double u1) {
    Port out = outPorts[wire];
    if (Double.isNaN(out.trunk)) {
      double low = out.v;
      double high = out.v;
      double nearest = u1;
      for (int branch : out.wires) {
        Port in = inPorts[branch];
        if (in.side != out.side) {
          low = Math.min(low, in.v);
          high = Math.max(high, in.v);
          nearest = Math.min(nearest, -u(in));
        }
      }
      double wanted = u0 + Math.min(STUB, Math.rint((nearest - u0) / 2));
      out.trunk = lane(wire, wanted, u0 + 8, nearest - 14, low, high);
    }
    return out.trunk;
  }

  /// Ways of five segments along free lanes above and below what is in the way, nearest first.
  private List<double[]> detours(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    double u0 = u(out);
    double u1 = -u(in);
    double first = early(wire, u0, u1);
    double second = Math.max(first, u1 - STUB);
    double v0 = out.v;
    double v1 = in.v;
    List<double[]> ways = new ArrayList<>();
    int tried = 0;
    for (double lane : lanes(out, in, first, second)) {
      if (++tried > (careful ? 3 : 1) * MOST_LANES || ways.size() == (careful ? 6 : 1) * ENOUGH) {
        break;
      }
      if (segmentHits(wire, first, lane, second, lane, false, false) == 0) {
        double turn = lane(wire, second, first + 8, u1 - 12, lane, v1);
        ways.add(new double[] {u0, v0, first, v0, first, lane, turn, lane, turn, v1, u1, v1});
      }
    }
    return ways;
  }

  private double early(int wire, double u0, double u1) {
    double trunk = trunk(wire, u0, u1);
    return trunk > u1 - 16 ? u0 + (u1 - u0) / 3 : trunk;
  }

  /// Coordinates just beside the cards that lie between two columns and near the level of either
  /// end, those that lead least astray first.
  private double[] lanes(Port out, Port in, double first, double second) {
    double low = Math.min(out.v, in.v);
    double high = Math.max(out.v, in.v);
    double band = (careful ? 9 : 3) * Card.HEIGHT;
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
    Box area =
        Box.between(
            side.x(first, low), side.y(first, low), side.x(second, high), side.y(second, high));
    cardGrid.query(
        area.x(),
        area.y(),
        area.right(),
        area.bottom(),
        id -> {
          double start = side.start(cards[id]) - CLEAR - 2;
          double end = start + side.length(cards[id]) + 2 * CLEAR + 4;
          if (laneCount + 6 > lanes.length) {
            lanes = Arrays.copyOf(lanes, lanes.length * 2);
          }
          for (int i = 0; i < (careful ? 3 : 2); i++) {
            lanes[laneCount++] = start - i * LANE;
            lanes[laneCount++] = end + i * LANE;
          }
        });
  }

  /// A way that goes ahead until a card stands before it, steps aside, and goes on; empty when it
  /// does not get through in a few steps.
  private double[] sneaking(int wire) {
    Port out = outPorts[wire];
    Port in = inPorts[wire];
    Side side = out.side;
    double u0 = u(out);
    double u1 = -u(in);
    double first = early(wire, u0, u1);
    double second = Math.max(first, u1 - STUB);
    List<Double> way = new ArrayList<>(List.of(u0, out.v));
    double u = first;
    double v = out.v;
    for (int step = 0; step < MOST_STEPS; step++) {
      Box card = next(side, u, second, v);
      if (card == null) {
        double turn = lane(wire, second, u + 4, u1 - 12, v, in.v);
        way.addAll(List.of(turn, v, turn, in.v, u1, in.v));
        return way.stream().mapToDouble(x -> x).toArray();
      }
      double start = side.start(card);
      double before = start - CLEAR - 2;
      double behind = start + side.length(card) + CLEAR + 2;
      double goal = in.v;
      boolean up =
          Math.abs(before - goal) + Math.abs(before - v)
              <= Math.abs(behind - goal) + Math.abs(behind - v);
      double aside = up ? before : behind;
      double turn = lane(wire, near(side, card) - CLEAR - 6, u, near(side, card) - CLEAR, v, aside);
      if (segmentHits(wire, turn, v, turn, aside, false, false) > 0) {
        aside = up ? behind : before;
        turn = lane(wire, near(side, card) - CLEAR - 6, u, near(side, card) - CLEAR, v, aside);
      }
      way.addAll(List.of(turn, v, turn, aside));
      u = turn;
      v = aside;
    }
    return new double[0];
  }

  /// The least u of a card.
  private static double near(Side side, Box card) {
    return -side.opposite().edge(card);
  }

  private @Nullable Box next(Side side, double u, double end, double v) {
    Box area = Box.between(side.x(u, v), side.y(u, v), side.x(end, v), side.y(end, v));
    Box[] nearest = {null};
    cardGrid.query(
        area.x() - (side.isUpright() ? 0 : CLEAR),
        area.y() - (side.isUpright() ? CLEAR : 0),
        area.right() + (side.isUpright() ? 0 : CLEAR),
        area.bottom() + (side.isUpright() ? CLEAR : 0),
        id -> {
          Box card = cards[id];
          if (near(side, card) > u
              && (nearest[0] == null || near(side, card) < near(side, nearest[0]))) {
            nearest[0] = card;
          }
        });
    return nearest[0];
  }

  /// The coordinate nearest to the wanted one at which an upright segment meets neither a card nor
  /// a stranger's segment; the wanted one where there is none in reach.
  private double lane(int wire, double wanted, double least, double most, double v0, double v1) {
    double start = Math.max(least, Math.min(most, wanted));
    double reach = MOST_SHIFTS / 2 * LANE;
    block(wire, Math.max(least, start - reach), Math.min(most, start + reach), v0, v1);
    for (int k = 0; k < MOST_SHIFTS; k++) {
      double u = start + (k + 1) / 2 * LANE * (k % 2 == 0 ? -1 : 1);
      if ((u >= least && u <= most || k == 0) && isOpen(u)) {
        return u;
      }
    }
    return start;
  }

  /// Notes everything that an upright segment somewhere between two coordinates could meet.
  private void block(int wire, double low, double high, double v0, double v1) {
    Side side = leaves[wire];
    blockedCount = 0;
    Box box =
        Box.between(side.x(low, v0), side.y(low, v0), side.x(high, v1), side.y(high, v1))
            .grown(CLEAR - 1);
    cardGrid.query(
        box.x(),
        box.y(),
        box.right(),
        box.bottom(),
        id -> blockBetween(near(side, cards[id]) - CLEAR + 1, side.edge(cards[id]) + CLEAR - 1));
    Laid laid = side.isUpright() ? uprights : levels;
    int out = outPorts[wire].first;
    int in = inPorts[wire].first;
    double shorter = CLEAR + 1;
    double along = side.isUpright() ? shorter : 0;
    double over = side.isUpright() ? 0 : shorter;
    laid.grid.query(
        box.x() + over,
        box.y() + along,
        box.right() - over,
        box.bottom() - along,
        id -> {
          if (laid.isStranger(id, out, in)) {
            double u = side == Side.LEFT || side == Side.TOP ? -laid.across[id] : laid.across[id];
            blockBetween(u - LANE + 1.5, u + LANE - 1.5);
          }
        });
  }

  private void blockBetween(double low, double high) {
    if (2 * blockedCount == blocked.length) {
      blocked = Arrays.copyOf(blocked, blocked.length * 2);
    }
    blocked[2 * blockedCount] = low;
    blocked[2 * blockedCount + 1] = high;
    blockedCount++;
  }

  private boolean isOpen(double u) {
    for (int i = 0; i < blockedCount; i++) {
      if (u >= blocked[2 * i] && u <= blocked[2 * i + 1]) {
        return false;
      }
    }
    return true;
  }

  private double cost(int wire, double[] way) {
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
      cost += careful ? CROSSING * crossings(wire, u0, v0, u1, v1) : 0;
    }
    boolean backwards = way[0] > way[2] + 0.01;
    return cost + BEND * segments + (backwards ? HIT : 0);
  }

  private int touched(int wire, double[] way) {
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

  private int segmentHits(
      int wire, double u0, double v0, double u1, double v1, boolean first, boolean last) {
    Side side = leaves[wire];
    Box box = Box.between(side.x(u0, v0), side.y(u0, v0), side.x(u1, v1), side.y(u1, v1));
    Wire ends = wires.get(wire);
    return cardsTouched(
        box.x() - CLEAR + 1,
        box.y() - CLEAR + 1,
        box.right() + CLEAR - 1,
        box.bottom() + CLEAR - 1,
        first ? ends.from() : -1,
        last ? ends.to() : -1);
  }

  private int cardsTouched(double x0, double y0, double x1, double y1, int except, int exceptToo) {
    int[] count = {0};
    cardGrid.query(
        x0,
        y0,
        x1,
        y1,
        id -> {
          if (id != except && id != exceptToo) {
            count[0]++;
          }
        });
    return count[0];
  }

  /// The price of the strangers that a segment would run along, by the length they have in common.
  private double clash(int wire, double u0, double v0, double u1, double v1) {
    Side side = leaves[wire];
    Box box = Box.between(side.x(u0, v0), side.y(u0, v0), side.x(u1, v1), side.y(u1, v1));
    if (box.width() < 4 && box.height() < 4) {
      return 0;
    }
    boolean upright = box.width() < box.height();
    Laid along = upright ? uprights : levels;
    double sideways = LANE - 1.5;
    int out = outPorts[wire].first;
    int in = inPorts[wire].first;
    double[] cost = {0};
    along.grid.query(
        box.x() - (upright ? sideways : -2),
        box.y() - (upright ? -2 : sideways),
        box.right() + (upright ? sideways : -2),
        box.bottom() + (upright ? -2 : sideways),
        id -> {
          if (along.isStranger(id, out, in)) {
            cost[0] += CLASH + 2 * along.common(id, box, upright);
          }
        });
    return Math.min(cost[0], HIT / 2);
  }

  /// How many lines of strangers a segment would cross.
  private int crossings(int wire, double u0, double v0, double u1, double v1) {
    Side side = leaves[wire];
    Box box = Box.between(side.x(u0, v0), side.y(u0, v0), side.x(u1, v1), side.y(u1, v1));
    Laid over = box.width() < box.height() ? levels : uprights;
    int out = outPorts[wire].first;
    int in = inPorts[wire].first;
    int[] count = {0};
    over.grid.query(
        box.x() + 1,
        box.y() + 1,
        box.right() - 1,
        box.bottom() - 1,
        id -> count[0] += over.isStranger(id, out, in) ? 1 : 0);
    return count[0];
  }

  private double[] world(int wire, double[] way) {
    Side side = leaves[wire];
    double[] points = new double[way.length];
    for (int i = 0; i < way.length; i += 2) {
      points[i] = side.x(way[i], way[i + 1]);
      points[i + 1] = side.y(way[i], way[i + 1]);
    }
    return points;
  }

  private void keep(int wire, double[] way) {
    ways[wire] = way;
    keep(wire, new Route(world(wire, way)), outPorts[wire].first, inPorts[wire].first);
  }

  private void keep(int wire, Route route, int out, int in) {
    routes[wire] = route;
    int[] numbers = new int[route.size() - 1];
    for (int i = 0; i < numbers.length; i++) {
      boolean upright = !route.isHorizontal(i);
      numbers[i] = (upright ? uprights : levels).add(route.segment(i), upright, out, in);
    }
    segments[wire] = numbers;
  }

  /// Takes the segments of a wire away again.
  private void lift(int wire) {
    Route route = routes[wire];
    int[] numbers = segments[wire];
    for (int i = 0; i < numbers.length; i++) {
      (route.isHorizontal(i) ? levels : uprights).grid.remove(numbers[i]);
    }
  }
}
