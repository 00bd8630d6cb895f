package dev.stillwater.drawing.layout;

import dev.stillwater.drawing.Card;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// A layered layout for drawings too large to optimise: layers by longest path from where requests
/// begin, links that lead back left out; four sweeps that order each layer by the mean place of its
/// neighbours; layers that are too tall broken into several columns. O(E log V).
///
/// Sugiyama, Tagawa, Toda 1981, without the crossing minimisation that makes it slow.
final class QuickLayers {
  private static final int SWEEPS = 4;
  private static final int TALLEST = 120;

  private final int count;
  private final int[] edges;
  private final BooleanSupplier cancelled;
  private final int[] layer;
  private final int[][] out;
  private final int[][] in;

  private QuickLayers(int count, int[] edges, BooleanSupplier cancelled) {
    this.count = count;
    this.edges = edges;
    this.cancelled = cancelled;
    this.layer = new int[count];
    this.out = adjacency(0);
    this.in = adjacency(1);
  }

  static double[] place(int count, int[] edges, BooleanSupplier cancelled) {
    QuickLayers layers = new QuickLayers(count, edges, cancelled);
    layers.assign();
    return layers.corners();
  }

  private int[][] adjacency(int end) {
    int[] degree = new int[count];
    for (int i = 0; i < edges.length; i += 2) {
      degree[edges[i + end]]++;
    }
    int[][] lists = new int[count][];
    for (int i = 0; i < count; i++) {
      lists[i] = new int[degree[i]];
      degree[i] = 0;
    }
    for (int i = 0; i < edges.length; i += 2) {
      int from = edges[i + end];
      lists[from][degree[from]++] = edges[i + 1 - end];
    }
    return lists;
  }

  /// Longest path over a depth-first order; an edge to a card that is still open leads back.
  private void assign() {
    byte[] state = new byte[count];
    int[] order = new int[count];
    int done = 0;
    int[] stack = new int[count];
    int[] next = new int[count];
    for (int pass = 0; pass < 2; pass++) {
      for (int root = 0; root < count; root++) {
        if (state[root] != 0 || pass == 0 && in[root].length > 0) {
          continue;
        }
        int depth = 0;
        stack[depth++] = root;
        state[root] = 1;
        while (depth > 0) {
          int card = stack[depth - 1];
          if (next[card] < out[card].length) {
            int to = out[card][next[card]++];
            if (state[to] == 0) {
              state[to] = 1;
              stack[depth++] = to;
            }
          } else {
            state[card] = 2;
            order[done++] = card;
            depth--;
          }
        }
      }
    }
    int[] position = new int[count];
    for (int i = 0; i < count; i++) {
      position[order[i]] = i;
    }
    for (int i = count - 1; i >= 0; i--) {
      int card = order[i];
      for (int to : out[card]) {
        if (position[to] < i) {
          layer[to] = Math.max(layer[to], layer[card] + 1);
        }
      }
    }
  }

  private double[] corners() {
    int layers = Arrays.stream(layer).max().orElse(0) + 1;
    int[][] members = new int[layers][];
    int[] sizes = new int[layers];
    for (int value : layer) {
      sizes[value]++;
    }
    for (int i = 0; i < layers; i++) {
      members[i] = new int[sizes[i]];
      sizes[i] = 0;
    }
    for (int i = 0; i < count; i++) {
      members[layer[i]][sizes[layer[i]]++] = i;
    }
    double[] place = new double[count];
    for (int[] list : members) {
      number(list, place);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forward = sweep % 2 == 0;
      for (int k = 0; k < layers; k++) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("layout");
        }
        sort(members[forward ? k : layers - 1 - k], forward ? in : out, place);
      }
    }
    double[] corners = new double[2 * count];
    double x = 0;
    for (int[] list : members) {
      int columns = Math.max(1, (list.length + TALLEST - 1) / TALLEST);
      int rows = (list.length + columns - 1) / columns;
      for (int i = 0; i < list.length; i++) {
        int column = i % columns;
        int row = i / columns;
        corners[2 * list[i]] = x + column * (Card.WIDTH + Spacing.COLUMN);
        corners[2 * list[i] + 1] = (row - rows / 2.0) * (Card.HEIGHT + Spacing.ROW);
      }
      x += columns * (Card.WIDTH + Spacing.COLUMN);
    }
    return corners;
  }

  private static void number(int[] list, double[] place) {
    for (int i = 0; i < list.length; i++) {
      place[list[i]] = (i + 0.5) / list.length;
    }
  }

  private static void sort(int[] list, int[][] neighbours, double[] place) {
    Integer[] boxed = new Integer[list.length];
    double[] mean = new double[list.length];
    for (int i = 0; i < list.length; i++) {
      boxed[i] = i;
      int[] around = neighbours[list[i]];
      double sum = 0;
      for (int other : around) {
        sum += place[other];
      }
      mean[i] = around.length == 0 ? place[list[i]] : sum / around.length;
    }
    Arrays.sort(
        boxed,
        (a, b) ->
            mean[a] == mean[b]
                ? Integer.compare(list[a], list[b])
                : Double.compare(mean[a], mean[b]));
    int[] sorted = new int[list.length];
    for (int i = 0; i < list.length; i++) {
      sorted[i] = list[boxed[i]];
    }
    System.arraycopy(sorted, 0, list, 0, list.length);
    number(list, place);
  }
}
