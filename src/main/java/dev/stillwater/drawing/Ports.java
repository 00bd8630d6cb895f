package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The places along the sides of cards where links leave and arrive.
final class Ports {
  /// Up to so many lines that arrive at one side have a port of their own.
  private static final int SEPARATE = 5;

  private static final double PORT_GAP = 16;
  private static final double LEAST_GAP = 10;
  private static final double SIDE_MARGIN = 10;

  /// What a badge takes of the upper side.
  private static final double BADGE = 52;

  /// How far from each other the outer ports of a half circle are.
  private static final double ROUND_PORTS = 14;

  /// A difference between two ports up to which they are aligned.
  private static final double JOG = 26;

  private record PortKey(int card, Side side, boolean out, int style, int lane) {}

  private final Board board;

  /// The ports of a side by card and side, sorted along it.
  private final Map<Integer, List<Port>> bySide = new HashMap<>();

  /// Where links laid by hand end, along a side, by card and side.
  private final Map<Integer, List<Double>> chosen = new HashMap<>();

  Ports(Board board) {
    this.board = board;
  }

  /// Keeps a place for the end of a link that a person laid.
  void reserve(int card, double x, double y) {
    Side side = Side.at(board.cards[card], x, y);
    chosen.computeIfAbsent(key(card, side), k -> new ArrayList<>()).add(side.v(x, y));
  }

  /// Gives every wire its two ports, apart from links to themselves and those laid by hand.
  ///
  /// @param laid which wires a person laid
  void place(boolean[] laid) {
    int[][] arriving = new int[board.cards.length][4];
    for (int i = 0; i < board.wires.size(); i++) {
      arriving[board.wires.get(i).to()][board.enters[i].ordinal()] += laid[i] ? 0 : 1;
    }
    Map<PortKey, Port> shared = new HashMap<>();
    Map<Long, Integer> parallel = new HashMap<>();
    for (Routing.Wire wire : board.wires) {
      parallel.merge(pair(wire), 1, Integer::sum);
    }
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < board.wires.size(); i++) {
      Routing.Wire wire = board.wires.get(i);
      if (wire.from() == wire.to() || laid[i]) {
        continue;
      }
      boolean twin = parallel.getOrDefault(pair(wire), 1) > 1;
      boolean crowded = arriving[wire.to()][board.enters[i].ordinal()] > SEPARATE;
      Port out =
          port(
              shared,
              ports,
              new PortKey(wire.from(), board.leaves[i], true, wire.style(), twin ? i : -1),
              i);
      Port in =
          port(
              shared,
              ports,
              new PortKey(
                  wire.to(), board.enters[i], false, wire.style(), crowded && !twin ? -1 : i),
              i);
      board.outPorts[i] = out;
      board.inPorts[i] = in;
      Box from = board.cards[wire.from()];
      Box to = board.cards[wire.to()];
      out.sum += out.side.isUpright() ? to.centerY() : to.centerX();
      in.sum += in.side.isUpright() ? from.centerY() : from.centerX();
      out.count++;
      in.count++;
      out.wires.add(i);
    }
    for (Port port : ports) {
      bySide.computeIfAbsent(key(port.card, port.side), k -> new ArrayList<>()).add(port);
    }
    for (int card = 0; card < board.cards.length; card++) {
      for (Side side : Side.values()) {
        List<Port> list = bySide.get(key(card, side));
        if (list != null) {
          spread(list);
        }
      }
    }
  }

  private static long pair(Routing.Wire wire) {
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
    Box card = board.cards[ports.getFirst().card];
    Side side = ports.getFirst().side;
    double length = side.length(card);
    int count = ports.size();
    double most = isRoundCaller(ports) ? ROUND_PORTS : length - 2 * margin(side);
    double gap = count == 1 ? 0 : Math.min(PORT_GAP, most / (count - 1));
    double middle = side.start(card) + length / 2;
    for (int i = 0; i < count; i++) {
      ports.get(i).v = Math.rint(middle + (i - (count - 1) / 2.0) * gap);
    }
    for (double taken : chosen.getOrDefault(key(ports.getFirst().card, side), List.of())) {
      stepAside(ports, taken, side.start(card) + SIDE_MARGIN, side.start(card) + length);
    }
  }

  /// How far from the corners of a card lines stay: badges stand at its upper right one.
  private static double margin(Side side) {
    return side == Side.TOP ? BADGE : SIDE_MARGIN;
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
    return board.round[first.card]
        && first.side.isUpright()
        && ports.stream().allMatch(port -> port.out);
  }

  /// Makes the two ports of a link level where they differ by little and can move along their sides
  /// without meeting their neighbours.
  void align() {
    for (int i = 0; i < board.wires.size(); i++) {
      Port out = board.outPorts[i];
      Port in = board.inPorts[i];
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
    Box card = board.cards[port.card];
    double start = port.side.start(card);
    double margin = margin(port.side);
    if (port.level || v < start + margin || v > start + port.side.length(card) - margin) {
      return false;
    }
    List<Port> side = bySide.getOrDefault(key(port.card, port.side), List.of());
    int at = side.indexOf(port);
    return (at == 0 || v - side.get(at - 1).v >= LEAST_GAP)
        && (at == side.size() - 1 || side.get(at + 1).v - v >= LEAST_GAP);
  }
}
