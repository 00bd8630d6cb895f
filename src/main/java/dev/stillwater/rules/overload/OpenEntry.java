package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Journey;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A service at the edge that takes in whatever comes.
///
/// The first service or worker behind clients and external systems; routers between pass requests
/// on unless they refuse some themselves.
public final class OpenEntry extends Smell {
  public OpenEntry() {
    super("REL-OV-002", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL05-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Map<Node, Edge> entries = entries(context, checks);
    for (Node node : context.components()) {
      Edge way = entries.get(node);
      if (way != null) {
        checks.examined(node);
        if (node.admission() == Admission.NONE) {
          flag(context, checks, node, way);
        }
      }
    }
  }

  /// The services that requests from outside reach first, each with the last link of one way in.
  private static Map<Node, Edge> entries(RuleContext context, Checks checks) {
    Map<Node, Edge> result = new HashMap<>();
    Set<Node> seen = new HashSet<>();
    Deque<Node> waiting = new ArrayDeque<>();
    for (Node node : context.components()) {
      if (node.kind() == ComponentKind.CLIENT || node.kind() == ComponentKind.EXTERNAL) {
        waiting.add(node);
      }
    }
    while (!waiting.isEmpty()) {
      for (Edge edge : context.graph().out(waiting.remove())) {
        Node to = edge.to();
        if (!edge.isSync()) {
          continue;
        }
        if (to.kind().isRouter()) {
          if (to.admission() != Admission.NONE) {
            checks.examined(to);
          } else if (seen.add(to)) {
            waiting.add(to);
          }
        } else if (to.kind() == ComponentKind.SERVICE || to.kind() == ComponentKind.WORKER) {
          result.putIfAbsent(to, edge);
        }
      }
    }
    return result;
  }

  private static void flag(RuleContext context, Checks checks, Node node, Edge way) {
    double inflow = context.load().inflow(node);
    Draft draft =
        checks
            .flag(node)
            .on(way)
            .message("%s takes in whatever comes", node)
            .because(
                "Flagged because requests from outside reach %s over %s%s, and nothing on the way "
                    + "refuses any: above its capacity%s it works on all of them and finishes "
                    + "few.",
                node,
                way,
                inflow > 0 ? ", " + Words.perSecond(inflow) + " at peak" : "",
                Double.isNaN(node.capacity()) ? "" : " of " + Words.perSecond(node.capacity()))
            .fix(
                LoadChanges.setAdmission(node, Admission.LIMIT),
                "Requests above the limit get 429 and a time to come back, also in a peak that "
                    + "would just have fitted: set it by a load test.");
    if (isMixed(context, node)) {
      draft.fix(
          LoadChanges.setAdmission(node, Admission.PRIORITY),
          "Each request must say how important it is, and somebody must decide who goes first.");
    }
    draft.raise();
  }

  /// Whether requests of different importance come in.
  private static boolean isMixed(RuleContext context, Node node) {
    List<Journey> journeys = context.graph().journeysOf(node).stream().map(Reach::journey).toList();
    return journeys.stream().map(Journey::isCritical).distinct().count() > 1;
  }
}
