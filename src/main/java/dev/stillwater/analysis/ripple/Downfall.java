package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Trace.EVERYBODY;
import static dev.stillwater.analysis.ripple.Trace.NONE;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.ComponentKind;
import java.util.Arrays;
import java.util.List;

/// What takes each journey down in a run that is over.
///
/// A journey is down when its first callee, or the client itself, gives no answer or an error.
final class Downfall {
  private static final List<Impact> FAILING = List.of(Impact.SILENT, Impact.ERR);

  /// By journey the candidate that takes it down, or [Trace#NONE], and the scope in which it does.
  final int[] candidate;

  final int[] scope;

  Downfall(Ripple ripple, Arrivals arrivals) {
    this.candidate = new int[ripple.scopes.length];
    this.scope = new int[ripple.scopes.length];
    Arrays.fill(candidate, NONE);
    for (int journey = 0; journey < candidate.length; journey++) {
      Reach reach = ripple.graph.journeys().get(journey);
      if (!reach.isEmpty()) {
        read(reach.first().to(), journey, arrivals);
        Node client = reach.first().from();
        if (client.kind().isEdge() || client.kind() == ComponentKind.EXTERNAL) {
          read(client, journey, arrivals);
        }
      }
    }
  }

  private void read(Node node, int journey, Arrivals arrivals) {
    for (Impact impact : FAILING) {
      read(arrivals, journey, arrivals.find(node.index(), impact), EVERYBODY);
      read(arrivals, journey, arrivals.find(node.index(), impact, journey), journey);
    }
  }

  private void read(Arrivals arrivals, int journey, int found, int inScope) {
    if (found == NONE) {
      return;
    }
    int known = candidate[journey];
    if (known == NONE || arrivals.number(found) < arrivals.number(known)) {
      candidate[journey] = found;
      scope[journey] = inScope;
    }
  }
}
