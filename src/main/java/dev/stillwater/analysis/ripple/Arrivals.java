package dev.stillwater.analysis.ripple;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The facts of one run that were recorded, and those that may still come: a [Trace] whose rows are
/// candidates.
///
/// A *candidate* is a fact that something may bring about. Each slot (component, impact) keeps its
/// best candidate for everybody: earliest, then the stronger slow-down, then the cause that comes
/// first by names, then the sentence. A candidate for single journeys carries all of them that it
/// reaches in the same moment. A binary heap orders the candidates of all slots by (time,
/// component, impact by name, everybody first, the better explanation); when one surfaces, it is
/// recorded for the journeys that have no such fact yet, and skipped when there are none. So each
/// journey gets the earliest and best explained candidate, as if it were alone.
///
/// The tables by slot are kept from run to run and only what a run touched is cleared: a small
/// ripple in a large design costs what it touches.
final class Arrivals extends Trace {
  private static final int SILENCE = 1 << place(Impact.SILENT);
  private static final int ERR = place(Impact.ERR);
  private static final int SLOW = place(Impact.SLOW);

  private IntFunction<String> sentence = candidate -> "";

  /// When a candidate was recorded: 0 for the first; −1 when it was not.
  private int[] number = new int[64];

  /// Where a candidate comes among those of the same time: by component, then impact, then
  /// everybody first.
  private int[] order = new int[64];

  /// A binary heap, and beside each candidate its time, which most comparisons decide.
  private int[] heap = new int[64];

  private double[] heapTime = new double[64];
  private int heapSize;

  private int[] recorded = new int[64];
  private int recordedCount;

  // By slot.

  /// The best candidate for everybody plus one, negative once it is recorded; 0 where there is
  /// none.
  private final int[] best;

  /// The latest candidate offered to journeys, plus one; 0 where there is none.
  private final int[] pending;

  /// The journeys for which it is recorded.
  private final long[] known;

  /// The latest row that is recorded for journeys, plus one, and by row the one before it.
  private final int[] latest;

  private int[] before = new int[64];

  /// When the first of any scope was recorded.
  private final double[] first;

  private final boolean[] isTouched;
  private int[] touched = new int[64];
  private int touchedCount;

  /// For each component the impacts that are recorded for everybody, one bit each.
  private final short[] everybody;

  /// The journeys of the next offer.
  final long[] reached;

  Arrivals(int nodes, int journeys) {
    super((journeys + 63) >>> 6, 64);
    int slots = nodes * BY_NAME.length;
    this.best = new int[slots];
    this.pending = new int[slots];
    this.known = new long[slots * words];
    this.latest = new int[slots];
    this.first = new double[slots];
    this.isTouched = new boolean[slots];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    this.everybody = new short[nodes];
    this.reached = new long[words];
  }

  /// Forgets the run before.
  ///
  /// @param of the sentence of a candidate, for the rare tie in everything else
  void begin(IntFunction<String> of) {
    for (int i = 0; i < touchedCount; i++) {
      int slot = touched[i];
      best[slot] = 0;
      pending[slot] = 0;
      latest[slot] = 0;
      isTouched[slot] = false;
      first[slot] = Double.POSITIVE_INFINITY;
      Arrays.fill(known, slot * words, (slot + 1) * words, 0);
      everybody[slot / BY_NAME.length] = 0;
    }
    touchedCount = 0;
    size = 0;
    heapSize = 0;
    recordedCount = 0;
    sentence = of;
  }

  /// When a candidate was recorded: its row in [#trace]; −1 when it was not.
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

  /// What was recorded, in that order.
  Trace trace() {
    Trace result = new Trace(words, Math.max(1, recordedCount));
    for (int n = 0; n < recordedCount; n++) {
      int candidate = recorded[n];
      result.append(this, candidate, cause[candidate] == NONE ? NONE : number[cause[candidate]]);
    }
    return result;
  }

  /// The recorded candidate of a slot for everybody, or [#NONE].
  int find(int atNode, Impact what) {
    int stands = best[atNode * BY_NAME.length + place(what)];
    return stands < 0 ? -stands - 1 : NONE;
  }

  /// The recorded candidate of a slot in the scope of one journey, or [#NONE].
  int find(int atNode, Impact what, int journey) {
    int row = latest[atNode * BY_NAME.length + place(what)] - 1;
    while (row != NONE && !isFor(row, journey)) {
      row = before[row] - 1;
    }
    return row;
  }

  /// Whether an impact is recorded for everybody.
  boolean isKnown(int atNode, Impact what) {
    return (everybody[atNode] & 1 << place(what)) != 0;
  }

  /// Whether a stronger fact is recorded: the same for everybody, or silence.
  private boolean isDominated(int atNode, int rank, boolean forAll) {
    int stronger = (forAll ? 0 : 1 << rank) | (rank == ERR || rank == SLOW ? SILENCE : 0);
    return (everybody[atNode] & stronger) != 0;
  }

  /// Whether a recorded candidate brings its impact to its component first, in any scope.
  boolean isFirst(int candidate) {
    return time[candidate] <= first[node[candidate] * BY_NAME.length + impact[candidate]];
  }

  /// Sets [#reached] to the journeys of a row, to all of them for everybody and for no row.
  void reach(int row) {
    boolean forAll = row == NONE || scope[row] == EVERYBODY;
    for (int word = 0; word < words; word++) {
      reached[word] = forAll ? -1 : sets[scope[row] + word];
    }
  }

  /// Takes those out of [#reached] that are not among the named.
  ///
  /// @param named one bit for each journey; empty for no limit
  void keepReached(long[] named) {
    for (int word = 0; word < named.length; word++) {
      reached[word] &= named[word];
    }
  }

  /// Sets [#reached] to those journeys of a row for which a component gives no answer or errors,
  /// and tells whether there is one.
  boolean reachFailing(int row, int atNode) {
    long any = 0;
    for (int word = 0; word < words; word++) {
      reached[word] = sets[scope[row] + word] & failing(atNode, word);
      any |= reached[word];
    }
    return any != 0;
  }

  /// The opposite of [#reachFailing].
  boolean reachWorking(int row, int atNode) {
    long any = 0;
    for (int word = 0; word < words; word++) {
      reached[word] = sets[scope[row] + word] & ~failing(atNode, word);
      any |= reached[word];
    }
    return any != 0;
  }

  private long failing(int atNode, int word) {
    int slot = atNode * BY_NAME.length;
    return known[(slot + ERR) * words + word] | known[(slot + place(Impact.SILENT)) * words + word];
  }

  /// Puts a candidate for everybody forward. What never happens (an infinite time) is none.
  void offer(
      double t,
      int atNode,
      Impact what,
      double slower,
      int because,
      Reason how,
      int along,
      double much) {
    int rank = place(what);
    if (!(t < Double.POSITIVE_INFINITY) || isDominated(atNode, rank, true)) {
      return;
    }
    int slot = atNode * BY_NAME.length + rank;
    int old = best[slot] - 1;
    if (old < NONE || (old != NONE && t > time[old])) {
      return;
    }
    boolean ties = old != NONE && t == time[old];
    if (ties && (slower < factor[old] || (slower == factor[old] && explains(old, t, because)))) {
      return;
    }
    int candidate = candidate(t, atNode, rank, slower, because, how, along, much);
    scope[candidate] = EVERYBODY;
    order[candidate] = 2 * slot;
    if (ties && compareReasons(candidate, old) >= 0) {
      return;
    }
    touch(slot);
    size++;
    best[slot] = candidate + 1;
    push(candidate);
  }

  /// Puts a candidate for the journeys in [#reached] forward.
  void offerToReached(
      double t, int atNode, Impact what, int because, Reason how, int along, double much) {
    int rank = place(what);
    if (!(t < Double.POSITIVE_INFINITY) || isDominated(atNode, rank, false)) {
      return;
    }
    int slot = atNode * BY_NAME.length + rank;
    long any = 0;
    for (int word = 0; word < words; word++) {
      reached[word] &= ~known[slot * words + word];
      any |= reached[word];
    }
    if (any == 0) {
      return;
    }
    int old = pending[slot] - 1;
    if (old != NONE && includesReached(old) && explains(old, t, because)) {
      return;
    }
    int candidate = candidate(t, atNode, rank, 1, because, how, along, much);
    scope[candidate] = candidate * words;
    order[candidate] = 2 * slot + 1;
    System.arraycopy(reached, 0, sets, scope[candidate], words);
    if (old != NONE && includes(old, candidate) && compare(old, candidate) <= 0) {
      return;
    }
    touch(slot);
    size++;
    pending[slot] = candidate + 1;
    push(candidate);
  }

  /// Whether an older candidate with the same slow-down tells the same earlier, or of a cause that
  /// comes first: most do, and are not worth a row.
  private boolean explains(int old, double t, int because) {
    return time[old] < t
        || (time[old] == t
            && because != NONE
            && (cause[old] == NONE || node[cause[old]] < node[because]));
  }

  private boolean includesReached(int wide) {
    for (int word = 0; word < words; word++) {
      if ((reached[word] & ~sets[scope[wide] + word]) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean includes(int wide, int narrow) {
    for (int word = 0; word < words; word++) {
      if ((sets[scope[narrow] + word] & ~sets[scope[wide] + word]) != 0) {
        return false;
      }
    }
    return true;
  }

  /// Fills in the row behind the last, which counts only when the size is raised.
  private int candidate(
      double t,
      int atNode,
      int rank,
      double slower,
      int because,
      Reason how,
      int along,
      double much) {
    reserve();
    if (number.length < time.length) {
      number = Arrays.copyOf(number, time.length);
      before = Arrays.copyOf(before, time.length);
      order = Arrays.copyOf(order, time.length);
    }
    int candidate = size;
    time[candidate] = t;
    factor[candidate] = slower;
    amount[candidate] = much;
    node[candidate] = atNode;
    cause[candidate] = because;
    edge[candidate] = along;
    number[candidate] = NONE;
    impact[candidate] = (byte) rank;
    reason[candidate] = (byte) how.ordinal();
    return candidate;
  }

  private void touch(int slot) {
    if (!isTouched[slot]) {
      isTouched[slot] = true;
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = slot;
    }
  }

  /// Which of two candidates explains the same fact at the same time better: negative for the
  /// first.
  private int compareReasons(int a, int b) {
    if (factor[a] != factor[b]) {
      return factor[a] > factor[b] ? -1 : 1;
    }
    int byCause = compareCauses(cause[a], cause[b]);
    return byCause != 0 ? byCause : sentence.apply(a).compareTo(sentence.apply(b));
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
    if (impact[a] != impact[b]) {
      return Integer.compare(impact[a], impact[b]);
    }
    return Boolean.compare(scope[b] == EVERYBODY, scope[a] == EVERYBODY);
  }

  /// Records the next fact and gives its candidate; [#NONE] when nothing more happens.
  int next() {
    while (heapSize > 0) {
      int candidate = pop();
      int slot = node[candidate] * BY_NAME.length + impact[candidate];
      boolean forAll = scope[candidate] == EVERYBODY;
      if (isDominated(node[candidate], impact[candidate], forAll)
          || !(forAll ? isBest(candidate, slot) : isNews(candidate, slot))) {
        continue;
      }
      if (forAll) {
        best[slot] = -best[slot];
        everybody[node[candidate]] |= (short) (1 << impact[candidate]);
      } else {
        before[candidate] = latest[slot];
        latest[slot] = candidate + 1;
      }
      if (recordedCount == recorded.length) {
        recorded = Arrays.copyOf(recorded, 2 * recordedCount);
      }
      first[slot] = Math.min(first[slot], time[candidate]);
      number[candidate] = recordedCount;
      recorded[recordedCount++] = candidate;
      return candidate;
    }
    return NONE;
  }

  private boolean isBest(int candidate, int slot) {
    return best[slot] - 1 == candidate;
  }

  /// Keeps of a candidate's journeys those that did not know.
  private boolean isNews(int candidate, int slot) {
    long any = 0;
    for (int word = 0; word < words; word++) {
      long fresh = sets[scope[candidate] + word] & ~known[slot * words + word];
      sets[scope[candidate] + word] = fresh;
      known[slot * words + word] |= fresh;
      any |= fresh;
    }
    return any != 0;
  }

  private int compare(int a, int b) {
    return time[a] != time[b] ? (time[a] < time[b] ? -1 : 1) : compareSimultaneous(a, b);
  }

  private int compareSimultaneous(int a, int b) {
    if (order[a] != order[b]) {
      return order[a] < order[b] ? -1 : 1;
    }
    int byReason = scope[a] == EVERYBODY ? 0 : compareReasons(a, b);
    return byReason != 0 ? byReason : Integer.compare(a, b);
  }

  private boolean isAfter(double t, int candidate, double other, int otherCandidate) {
    return t != other ? t > other : compareSimultaneous(candidate, otherCandidate) > 0;
  }

  private void push(int candidate) {
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, 2 * heapSize);
      heapTime = Arrays.copyOf(heapTime, 2 * heapSize);
    }
    double t = time[candidate];
    int at = heapSize++;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!isAfter(heapTime[parent], heap[parent], t, candidate)) {
        break;
      }
      heap[at] = heap[parent];
      heapTime[at] = heapTime[parent];
      at = parent;
    }
    heap[at] = candidate;
    heapTime[at] = t;
  }

  private int pop() {
    int top = heap[0];
    int last = heap[--heapSize];
    double t = heapTime[heapSize];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heapSize) {
        break;
      }
      if (child + 1 < heapSize
          && isAfter(heapTime[child], heap[child], heapTime[child + 1], heap[child + 1])) {
        child++;
      }
      if (!isAfter(t, last, heapTime[child], heap[child])) {
        break;
      }
      heap[at] = heap[child];
      heapTime[at] = heapTime[child];
      at = child;
    }
    heap[at] = last;
    heapTime[at] = t;
    return top;
  }
}
