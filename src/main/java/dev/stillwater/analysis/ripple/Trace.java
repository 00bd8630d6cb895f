package dev.stillwater.analysis.ripple;

import java.util.Arrays;

/// Facts as parallel arrays: what [Arrivals] gathers in the order of being offered, and what is
/// left of them when a run is over, in the order of being recorded.
///
/// A row is one fact for everybody, or the same fact in the scopes of several journeys at once:
/// most journeys that share a callee learn of its failure in the same moment, and a large design
/// has few different rows although it has many facts. The journeys of a row are bits of `words`
/// longs.
class Trace {
  static final int EVERYBODY = -1;
  static final int NONE = -1;

  private static final Reason[] REASONS = Reason.values();

  /// The impacts in the order of their names, which is how ties between them are broken.
  static final Impact[] BY_NAME = Impact.values();

  private static final int[] PLACE = new int[BY_NAME.length];

  static {
    Arrays.sort(BY_NAME, (a, b) -> a.name().compareTo(b.name()));
    for (int i = 0; i < BY_NAME.length; i++) {
      PLACE[BY_NAME[i].ordinal()] = i;
    }
  }

  static int place(Impact impact) {
    return PLACE[impact.ordinal()];
  }

  /// Longs that hold one bit for each journey.
  final int words;

  double[] time;
  double[] factor;
  double[] amount;
  int[] node;
  int[] cause;
  int[] edge;
  byte[] impact;
  byte[] reason;

  /// Where the journeys of a row begin in [#sets]; [#EVERYBODY] for none but all.
  int[] scope;

  long[] sets;
  int size;

  Trace(int words, int capacity) {
    this.words = words;
    this.time = new double[capacity];
    this.factor = new double[capacity];
    this.amount = new double[capacity];
    this.node = new int[capacity];
    this.cause = new int[capacity];
    this.edge = new int[capacity];
    this.impact = new byte[capacity];
    this.reason = new byte[capacity];
    this.scope = new int[capacity];
    this.sets = new long[capacity * words];
  }

  double time(int row) {
    return time[row];
  }

  int node(int row) {
    return node[row];
  }

  Impact impact(int row) {
    return BY_NAME[impact[row]];
  }

  double factor(int row) {
    return factor[row];
  }

  /// The row that it follows from, or [#NONE].
  int cause(int row) {
    return cause[row];
  }

  int edge(int row) {
    return edge[row];
  }

  Reason reason(int row) {
    return REASONS[reason[row]];
  }

  double amount(int row) {
    return amount[row];
  }

  boolean isForEverybody(int row) {
    return scope[row] == EVERYBODY;
  }

  /// Whether a row holds in the scope of this journey alone, not as a part of everybody.
  boolean isFor(int row, int journey) {
    return scope[row] != EVERYBODY
        && (sets[scope[row] + (journey >>> 6)] & 1L << (journey & 63)) != 0;
  }

  /// How many facts a row stands for.
  int facts(int row) {
    if (scope[row] == EVERYBODY) {
      return 1;
    }
    int count = 0;
    for (int word = 0; word < words; word++) {
      count += Long.bitCount(sets[scope[row] + word]);
    }
    return count;
  }

  /// Makes room for one more row and its journeys.
  final void reserve() {
    if (size == time.length) {
      int length = 2 * size;
      time = Arrays.copyOf(time, length);
      factor = Arrays.copyOf(factor, length);
      amount = Arrays.copyOf(amount, length);
      node = Arrays.copyOf(node, length);
      cause = Arrays.copyOf(cause, length);
      edge = Arrays.copyOf(edge, length);
      impact = Arrays.copyOf(impact, length);
      reason = Arrays.copyOf(reason, length);
      scope = Arrays.copyOf(scope, length);
      sets = Arrays.copyOf(sets, length * words);
    }
  }

  /// Copies a row of another trace to the end of this one.
  final void append(Trace from, int row, int newCause) {
    reserve();
    time[size] = from.time[row];
    factor[size] = from.factor[row];
    amount[size] = from.amount[row];
    node[size] = from.node[row];
    cause[size] = newCause;
    edge[size] = from.edge[row];
    impact[size] = from.impact[row];
    reason[size] = from.reason[row];
    if (from.scope[row] == EVERYBODY) {
      scope[size] = EVERYBODY;
    } else {
      scope[size] = size * words;
      System.arraycopy(from.sets, from.scope[row], sets, scope[size], words);
    }
    size++;
  }

  /// The same rows with other numbers for components and links.
  final Trace renumbered(int[] nodes, int[] edges) {
    Trace result = new Trace(words, 0);
    result.time = time;
    result.factor = factor;
    result.amount = amount;
    result.cause = cause;
    result.impact = impact;
    result.reason = reason;
    result.scope = scope;
    result.sets = sets;
    result.size = size;
    result.node = new int[size];
    result.edge = new int[size];
    for (int row = 0; row < size; row++) {
      result.node[row] = nodes[node[row]];
      result.edge[row] = edge[row] == NONE ? NONE : edges[edge[row]];
    }
    return result;
  }
}
