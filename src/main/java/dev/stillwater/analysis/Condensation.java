package dev.stillwater.analysis;

import java.util.Arrays;

/// The strongly connected components of a directed graph given as two arrays of link ends, each
/// component before everything that leads to it.
///
/// R. Tarjan, Depth-first search and linear graph algorithms, 1972, with a stack of our own: O(n +
/// m) time, no recursion, so that a chain of 100,000 nodes is no deeper than one of three.
public final class Condensation {
  private final int[] component;
  private final int[] start;
  private final int[] member;

  private Condensation(int[] component, int[] start, int[] member) {
    this.component = component;
    this.start = start;
    this.member = member;
  }

  /// The components of the nodes 0 to `nodes` − 1 under the links `from[i]` → `to[i]`.
  public static Condensation of(int nodes, int[] from, int[] to) {
    int[] first = new int[nodes + 1];
    for (int node : from) {
      first[node + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      first[i + 1] += first[i];
    }
    int[] target = new int[to.length];
    int[] free = Arrays.copyOf(first, nodes);
    for (int i = 0; i < from.length; i++) {
      target[free[from[i]]++] = to[i];
    }

    int[] component = new int[nodes];
    int[] low = new int[nodes];
    int[] order = new int[nodes];
    int[] next = Arrays.copyOf(first, nodes);
    int[] path = new int[nodes];
    int[] open = new int[nodes];
    int opened = 0;
    int visited = 0;
    int components = 0;
    Arrays.fill(component, -1);
    for (int root = 0; root < nodes; root++) {
      if (order[root] != 0) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      order[root] = low[root] = ++visited;
      open[opened++] = root;
      while (depth >= 0) {
        int node = path[depth];
        if (next[node] < first[node + 1]) {
          int other = target[next[node]++];
          if (order[other] == 0) {
            order[other] = low[other] = ++visited;
            open[opened++] = other;
            path[++depth] = other;
          } else if (component[other] < 0) {
            low[node] = Math.min(low[node], order[other]);
          }
          continue;
        }
        if (low[node] == order[node]) {
          int other;
          do {
            other = open[--opened];
            component[other] = components;
          } while (other != node);
          components++;
        }
        if (--depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
    return grouped(component, components);
  }

  private static Condensation grouped(int[] component, int components) {
    int[] start = new int[components + 1];
    for (int c : component) {
      start[c + 1]++;
    }
    for (int i = 0; i < components; i++) {
      start[i + 1] += start[i];
    }
    int[] member = new int[component.length];
    int[] free = Arrays.copyOf(start, components);
    for (int node = 0; node < component.length; node++) {
      member[free[component[node]]++] = node;
    }
    return new Condensation(component, start, member);
  }

  /// How many components there are. A link between two leads from the higher number to the lower.
  public int size() {
    return start.length - 1;
  }

  public int componentOf(int node) {
    return component[node];
  }

  /// The nodes of a component in ascending order.
  public int[] members(int number) {
    return Arrays.copyOfRange(member, start[number], start[number + 1]);
  }

  public int memberCount(int number) {
    return start[number + 1] - start[number];
  }

  public int firstMember(int number) {
    return member[start[number]];
  }
}
