package dev.stillwater.drawing.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Numbered cards and the pairs that belong together, split into the parts that hang together.
final class Neighbours {
  private final int[] root;
  private final List<int[]> pairs = new ArrayList<>();

  Neighbours(int count) {
    this.root = new int[count];
    for (int i = 0; i < count; i++) {
      root[i] = i;
    }
  }

  /// Joins two cards; nothing happens where one of them is missing or both are the same.
  void join(@Nullable Integer from, @Nullable Integer to) {
    if (from == null || to == null || from.equals(to)) {
      return;
    }
    pairs.add(new int[] {from, to});
    bind(from, to);
  }

  /// Puts two cards into one part without a line between them.
  void bind(int from, int to) {
    int a = find(from);
    int b = find(to);
    root[Math.max(a, b)] = Math.min(a, b);
  }

  private int find(int card) {
    int at = card;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /// A part that hangs together.
  ///
  /// @param cards in their order
  /// @param edges the pairs among them, numbered within the part, from and to by turns
  record Part(int[] cards, int[] edges) {}

  /// All parts, the largest first.
  List<Part> parts() {
    List<List<Integer>> members = new ArrayList<>();
    List<List<int[]>> edges = new ArrayList<>();
    int[] local = new int[root.length];
    for (int i = 0; i < root.length; i++) {
      members.add(new ArrayList<>());
      edges.add(new ArrayList<>());
    }
    for (int i = 0; i < root.length; i++) {
      List<Integer> part = members.get(find(i));
      local[i] = part.size();
      part.add(i);
    }
    pairs.forEach(pair -> edges.get(find(pair[0])).add(pair));
    return IntStream.range(0, root.length)
        .filter(i -> !members.get(i).isEmpty())
        .boxed()
        .sorted(Comparator.comparingInt(i -> -members.get(i).size()))
        .map(i ->
            new Part(
                members.get(i).stream().mapToInt(Integer::intValue).toArray(),
                edges.get(i).stream()
                    .flatMapToInt(pair -> IntStream.of(local[pair[0]], local[pair[1]]))
                    .toArray()))
        .toList();
  }
}
