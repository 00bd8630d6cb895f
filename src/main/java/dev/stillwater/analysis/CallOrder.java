package dev.stillwater.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The calls that a journey waits for, callers first, without those that lead back: when a
/// depth-first walk from the entry leaves a component, it keeps its calls to components that it has
/// left before. Linear in the calls.
final class CallOrder {
  private final List<List<Edge>> out = new ArrayList<>();
  private final int[] next;
  private final boolean[] met;
  private final boolean[] left;

  private CallOrder(List<Edge> calls, int nodes) {
    next = new int[nodes];
    met = new boolean[nodes];
    left = new boolean[nodes];
    for (int i = 0; i < nodes; i++) {
      out.add(List.of());
    }
    for (Edge call : calls) {
      int from = call.from().index();
      if (out.get(from).isEmpty()) {
        out.set(from, new ArrayList<>());
      }
      out.get(from).add(call);
    }
  }

  /// @param calls not empty; the first is the entry
  static List<Edge> of(List<Edge> calls) {
    int nodes = 0;
    for (Edge call : calls) {
      nodes = Math.max(nodes, 1 + Math.max(call.from().index(), call.to().index()));
    }
    return new CallOrder(calls, nodes).walk(calls.getFirst());
  }

  private List<Edge> walk(Edge entry) {
    List<List<Edge>> kept = new ArrayList<>();
    Deque<Node> way = new ArrayDeque<>();
    met[entry.from().index()] = true;
    enter(entry.to(), way);
    while (!way.isEmpty()) {
      int at = way.peek().index();
      List<Edge> leaving = out.get(at);
      int place = next[at]++;
      if (place < leaving.size()) {
        enter(leaving.get(place).to(), way);
        continue;
      }
      way.pop();
      left[at] = true;
      kept.add(leaving.stream().filter(edge -> left[edge.to().index()]).toList());
    }
    List<Edge> result = new ArrayList<>(List.of(entry));
    kept.reversed().forEach(result::addAll);
    return List.copyOf(result);
  }

  private void enter(Node node, Deque<Node> way) {
    if (!met[node.index()]) {
      met[node.index()] = true;
      way.push(node);
    }
  }
}
