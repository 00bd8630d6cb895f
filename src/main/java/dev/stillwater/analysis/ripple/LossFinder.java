package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Trace.NONE;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.LinkMode;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Reads the [LossRows] out of a run that is over, and keeps of its facts only those that tell of
/// losses.
final class LossFinder {
  private final Ripple ripple;
  private final Arrivals arrivals;
  private final Injection injection;
  private final Trace kept;

  /// By recorded number the row in the kept trace plus one; 0 for what is not kept.
  private final int[] rows;

  LossFinder(Ripple ripple, Arrivals arrivals, Injection injection) {
    this.ripple = ripple;
    this.arrivals = arrivals;
    this.injection = injection;
    this.kept = new Trace(arrivals.words, 8);
    this.rows = new int[arrivals.recordedCount()];
  }

  LossRows find() {
    Downfall downfall = new Downfall(ripple, arrivals);
    int[] down = new int[downfall.candidate.length];
    for (int journey = 0; journey < down.length; journey++) {
      int candidate = downfall.candidate[journey];
      down[journey] = candidate == NONE ? NONE : keep(candidate);
    }
    return new LossRows(kept, down, downfall.scope, silenced(), spilled(), touched());
  }

  /// The row of a candidate; what it follows from is kept before it.
  private int keep(int candidate) {
    int missing = 0;
    for (int at = candidate;
        at != NONE && rows[arrivals.number(at)] == 0;
        at = arrivals.cause(at)) {
      missing++;
    }
    int[] chain = new int[missing];
    for (int at = candidate; missing > 0; at = arrivals.cause(at)) {
      chain[--missing] = at;
    }
    for (int at : chain) {
      int cause = arrivals.cause(at);
      kept.append(arrivals, at, cause == NONE ? NONE : rows[arrivals.number(cause)] - 1);
      rows[arrivals.number(at)] = kept.size;
    }
    return rows[arrivals.number(candidate)] - 1;
  }

  private int[] silenced() {
    int[] targets =
        injection.targets().stream()
            .flatMap(id -> ripple.graph.findNode(id).stream())
            .mapToInt(Node::index)
            .sorted()
            .toArray();
    IntStream.Builder result = IntStream.builder();
    for (int n = 0; n < arrivals.recordedCount(); n++) {
      int candidate = arrivals.recorded(n);
      int cause = arrivals.cause(candidate);
      if (cause != NONE
          && arrivals.impact(candidate) == Impact.SILENT
          && arrivals.node(cause) != arrivals.node(candidate)
          && Arrays.binarySearch(targets, arrivals.node(cause)) >= 0) {
        result.add(keep(candidate));
      }
    }
    return result.build().toArray();
  }

  private int[] spilled() {
    IntStream.Builder result = IntStream.builder();
    for (String target : injection.targets()) {
      Edge[] into = ripple.graph.findNode(target).map(ripple.graph::in).orElse(new Edge[0]);
      for (Edge edge : into) {
        if (edge.mode() == LinkMode.DELIVER) {
          int broker = edge.from().index();
          int full = arrivals.find(broker, Impact.FULL);
          int loss = arrivals.find(broker, Impact.LOSS);
          int first =
              full == NONE || (loss != NONE && arrivals.number(loss) < arrivals.number(full))
                  ? loss
                  : full;
          if (first != NONE) {
            result.add(keep(first));
          }
        }
      }
    }
    return result.build().distinct().toArray();
  }

  private int[] touched() {
    int[] result = new int[arrivals.recordedCount()];
    for (int n = 0; n < result.length; n++) {
      result[n] = arrivals.node(arrivals.recorded(n));
    }
    Arrays.sort(result);
    int different = 0;
    for (int n = 0; n < result.length; n++) {
      if (n == 0 || result[n] != result[n - 1]) {
        result[different++] = result[n];
      }
    }
    return Arrays.copyOf(result, different);
  }
}
