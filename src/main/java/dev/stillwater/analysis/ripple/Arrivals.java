package dev.stillwater.analysis.ripple;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The facts of one run that were recorded, and those that may still come, as parallel arrays.
///
/// A *candidate* is a fact that something may bring about. Each slot (component, impact, scope)
/// keeps its best candidate only: earliest, then the stronger slow-down, then the cause that comes
/// first by names, then the sentence. A binary heap orders the candidates of all slots by (time,
/// component, impact by name, scope); what a better candidate has replaced is skipped when it
/// surfaces. Scopes: [#EVERYBODY], else the number of a journey; the slots of journeys lie side by
/// side for each component and impact, and are made when the first of them is needed.
final class Arrivals {
  static final int EVERYBODY = -1;
  static final int NONE = -1;

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

  private static final int[] NOTHING = {};
  private static final Reason[] REASONS = Reason.values();
  private static final int SILENCE = 1 << place(Impact.SILENT);
  private static final int ERR = place(Impact.ERR);
  private static final int SLOW = place(Impact.SLOW);

  private final int journeys;
  private final IntFunction<String> sentence;

  private double[] time = new double[64];
  private double[] factor = new double[64];
  private double[] amount = new double[64];
  private int[] node = new int[64];
  private int[] scope = new int[64];
  private int[] cause = new int[64];
  private int[] edge = new int[64];
  private int[] number = new int[64];
  private byte[] impact = new byte[64];
  private byte[] reason = new byte[64];
  private int size;

  private int[] heap = new int[64];
  private int heapSize;

  private int[] recorded = new int[64];
  private int recordedCount;

  /// The best candidate of each slot of everybody, plus one, negative once it is recorded; zero
  /// where there is none.
  private final int[] best;

  /// The same for each journey, by component and impact; empty where there is none yet.
  private final int[][] bestOfJourneys;

  /// For each component the impacts that are recorded for everybody, one bit each.
  private final byte[] known;

  /// @param sentence the sentence of a candidate, for the rare tie in everything else
  Arrivals(int nodes, int journeys, IntFunction<String> sentence) {
    this.journeys = journeys;
    this.sentence = sentence;
    this.best = new int[nodes * BY_NAME.length];
    this.bestOfJourneys = new int[best.length][];
    Arrays.fill(bestOfJourneys, NOTHING);
    this.known = new byte[nodes];
  }

  double time(int candidate) {
    return time[candidate];
  }

  int node(int candidate) {
    return node[candidate];
  }

  Impact impact(int candidate) {
    return BY_NAME[impact[candidate]];
  }

  int scope(int candidate) {
    return scope[candidate];
  }

  double factor(int candidate) {
    return factor[candidate];
  }

  int cause(int candidate) {
    return cause[candidate];
  }

  int edge(int candidate) {
    return edge[candidate];
  }

  Reason reason(int candidate) {
    return REASONS[reason[candidate]];
  }

  double amount(int candidate) {
    return amount[candidate];
  }

  /// When a candidate was recorded: 0 for the first; −1 when it was not.
  int number(int candidate) {
    return number[candidate];
  }

  int recordedCount() {
    return recordedCount;
  }

  /// The candidate that was recorded as the n-th.
  int recorded(int n) {
    return recorded[n];
  }

  /// The recorded candidate of a slot, or [#NONE].
  int find(int node, Impact impact, int scope) {
    int at = node * BY_NAME.length + place(impact);
    int stands = scope == EVERYBODY ? best[at] : bestOfJourney(at, scope);
    return stands < 0 ? -stands - 1 : NONE;
  }

  private int bestOfJourney(int at, int journey) {
    int[] row = bestOfJourneys[at];
    return row.length == 0 ? 0 : row[journey];
  }

  /// Whether an impact is recorded for everybody.
  boolean isKnown(int node, Impact impact) {
    return (known[node] & 1 << place(impact)) != 0;
  }

  /// Whether a stronger fact is recorded: the same for everybody, or silence.
  private boolean isDominated(int node, int impact, int scope) {
    int stronger =
        (scope == EVERYBODY ? 0 : 1 << impact) | (impact == ERR || impact == SLOW ? SILENCE : 0);
    return (known[node] & stronger) != 0;
  }

  /// Puts a candidate forward. What never happens (an infinite time) is none.
  void offer(
      double t,
      int atNode,
      Impact what,
      int inScope,
      double slower,
      int because,
      Reason how,
      int along,
      double much) {
    int rank = place(what);
    if (!(t < Double.POSITIVE_INFINITY) || isDominated(atNode, rank, inScope)) {
      return;
    }
    int[] row = row(atNode * BY_NAME.length + rank, inScope);
    int at = inScope == EVERYBODY ? atNode * BY_NAME.length + rank : inScope;
    int old = row[at] - 1;
    if (old < NONE || (old != NONE && t > time[old])) {
      return;
    }
    if (size == time.length) {
      grow();
    }
    int candidate = size;
    time[candidate] = t;
    factor[candidate] = slower;
    amount[candidate] = much;
    node[candidate] = atNode;
    scope[candidate] = inScope;
    cause[candidate] = because;
    edge[candidate] = along;
    number[candidate] = -1;
    impact[candidate] = (byte) rank;
    reason[candidate] = (byte) how.ordinal();
    if (old != NONE && t == time[old] && !isBetter(candidate, old)) {
      return;
    }
    size++;
    row[at] = candidate + 1;
    push(candidate);
  }

  private int[] row(int at, int inScope) {
    if (inScope == EVERYBODY) {
      return best;
    }
    if (bestOfJourneys[at].length == 0) {
      bestOfJourneys[at] = new int[journeys];
    }
    return bestOfJourneys[at];
  }

  /// Whether a candidate explains the same fact at the same time better.
  private boolean isBetter(int candidate, int old) {
    if (factor[candidate] != factor[old]) {
      return factor[candidate] > factor[old];
    }
    int byCause = compareCauses(cause[candidate], cause[old]);
    return byCause < 0
        || (byCause == 0 && sentence.apply(candidate).compareTo(sentence.apply(old)) < 0);
  }

  private int compareCauses(int a, int b) {
    if (a == b) {
      return 0;
    }
    if (a == NONE || b == NONE) {
      return a == NONE ? -1 : 1;
    }
    if (node[a] != node[b]) {
      return Integer.compare(node[a], node[b]);
    }
    return impact[a] != impact[b]
        ? Integer.compare(impact[a], impact[b])
        : Integer.compare(scope[a], scope[b]);
  }

  /// Records the next fact and gives its candidate; [#NONE] when nothing more happens.
  int next() {
    while (heapSize > 0) {
      int candidate = pop();
      boolean everybody = scope[candidate] == EVERYBODY;
      int slot = node[candidate] * BY_NAME.length + impact[candidate];
      int[] row = row(slot, scope[candidate]);
      int at = everybody ? slot : scope[candidate];
      if (row[at] - 1 == candidate
          && !isDominated(node[candidate], impact[candidate], scope[candidate])) {
        row[at] = -row[at];
        if (recordedCount == recorded.length) {
          recorded = Arrays.copyOf(recorded, 2 * recordedCount);
        }
        number[candidate] = recordedCount;
        recorded[recordedCount++] = candidate;
        if (everybody) {
          known[node[candidate]] |= (byte) (1 << impact[candidate]);
        }
        return candidate;
      }
    }
    return NONE;
  }

  /// The order of recorded facts: time, component, impact by name, scope.
  int compare(int a, int b) {
    if (time[a] != time[b]) {
      return Double.compare(time[a], time[b]);
    }
    if (node[a] != node[b]) {
      return Integer.compare(node[a], node[b]);
    }
    return impact[a] != impact[b]
        ? Integer.compare(impact[a], impact[b])
        : Integer.compare(scope[a], scope[b]);
  }

  private void push(int candidate) {
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, 2 * heapSize);
    }
    int at = heapSize++;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (compare(heap[parent], candidate) <= 0) {
        break;
      }
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = candidate;
  }

  private int pop() {
    int top = heap[0];
    int last = heap[--heapSize];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heapSize) {
        break;
      }
      if (child + 1 < heapSize && compare(heap[child + 1], heap[child]) < 0) {
        child++;
      }
      if (compare(last, heap[child]) <= 0) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return top;
  }

  private void grow() {
    int length = 2 * size;
    time = Arrays.copyOf(time, length);
    factor = Arrays.copyOf(factor, length);
    amount = Arrays.copyOf(amount, length);
    node = Arrays.copyOf(node, length);
    scope = Arrays.copyOf(scope, length);
    cause = Arrays.copyOf(cause, length);
    edge = Arrays.copyOf(edge, length);
    number = Arrays.copyOf(number, length);
    impact = Arrays.copyOf(impact, length);
    reason = Arrays.copyOf(reason, length);
  }
}
