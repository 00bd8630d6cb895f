package dev.stillwater.rules.queues;

import static java.util.Objects.requireNonNull;

import dev.stillwater.analysis.Condensation;
import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.ClaimCheck;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Figures;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that is larger than something on its way takes: the broker or gateway that it is sent
/// to, or a broker behind that.
public final class OversizedMessage extends Smell {
  /// Bytes of a message that names an object: where it lies, its size and its checksum.
  private static final double REFERENCE = 1024;

  public OversizedMessage() {
    super("REL-QU-011", Severity.HIGH, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Node[] narrowest = narrowest(context.graph());
    for (Edge edge : context.graph().edges()) {
      double payload = payload(edge);
      Node narrow = narrowest[edge.to().index()];
      if (payload > 0 && limit(narrow) < Double.POSITIVE_INFINITY) {
        checks.examined(edge);
        if (payload > limit(narrow)) {
          flag(checks, edge, narrow);
        }
      }
    }
  }

  private static double payload(Edge edge) {
    return edge.link().get(LinkAttributes.PAYLOAD).orElse(0.0);
  }

  private static double limit(Node node) {
    return node.held(ComponentAttributes.MAX_BYTES).orElse(Double.POSITIVE_INFINITY);
  }

  /// For each component the one that takes the least of those that a message to it passes: itself,
  /// and behind a broker all brokers that it delivers to.
  private static Node[] narrowest(DependencyGraph graph) {
    List<Edge> onward = graph.edges().stream().filter(OversizedMessage::passesOn).toList();
    Condensation groups =
        Condensation.of(
            graph.nodes().size(),
            onward.stream().mapToInt(edge -> edge.from().index()).toArray(),
            onward.stream().mapToInt(edge -> edge.to().index()).toArray());
    @Nullable Node[] least = new @Nullable Node[groups.size()];
    for (int group = 0; group < least.length; group++) {
      for (int member : groups.members(group)) {
        Node node = graph.nodes().get(member);
        least[group] = narrower(least[group], node);
        for (Edge edge : graph.out(node)) {
          if (passesOn(edge)) {
            least[group] = narrower(least[group], least[groups.componentOf(edge.to().index())]);
          }
        }
      }
    }
    Node[] result = new Node[graph.nodes().size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = requireNonNull(least[groups.componentOf(i)]);
    }
    return result;
  }

  /// Whether one broker hands what it gets to another as it is: a delivery that declares a payload
  /// of its own carries something else.
  private static boolean passesOn(Edge edge) {
    return edge.mode() == LinkMode.DELIVER
        && edge.to().kind().isBroker()
        && !edge.isDeclared(LinkAttributes.PAYLOAD);
  }

  private static @Nullable Node narrower(@Nullable Node a, @Nullable Node b) {
    return a == null || (b != null && limit(b) < limit(a)) ? b : a;
  }

  private static void flag(Checks checks, Edge edge, Node narrow) {
    double payload = payload(edge);
    double limit = limit(narrow);
    checks
        .flag(edge)
        .on(narrow)
        .message("%s carries more than %s takes", edge, narrow)
        .because(
            "Flagged because the largest message on %s has %s bytes and %s takes %s: small ones"
                + " pass every test, and the first large one fails for good.",
            edge, Figures.number(payload), narrow, Figures.number(limit))
        .fix(
            new ClaimCheck(edge.subject(), Math.min(REFERENCE, limit)),
            "Two writes in place of one, and the object must outlive every message that names it.")
        .raise();
  }
}
