package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Scaling;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A consumer that grows with the backlog and passes it on to something that does not grow.
public final class ElasticConsumer extends Smell {
  /// Where nothing about the load is known, as many as one worker has by default.
  private static final int USUAL = 10;

  /// Room above the declared rate, to work off a backlog.
  private static final double SPARE = 1.5;

  private static final double MOST = 100_000_000;

  public ElasticConsumer() {
    super("REL-QU-013", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL05-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.DELIVER)) {
      if (!isElastic(edge.to())) {
        continue;
      }
      List<Edge> fixed =
          context.out(edge.to(), LinkMode.SYNC).stream().filter(ElasticConsumer::isFixed).toList();
      if (!fixed.isEmpty()) {
        checks.examined(edge);
        if (!edge.isDeclared(LinkAttributes.MAX_CONCURRENCY)) {
          flag(context, checks, edge, fixed);
        }
      }
    }
  }

  private static boolean scales(Node node) {
    return node.held(ComponentAttributes.SCALING).filter(Scaling.AUTO::equals).isPresent();
  }

  private static boolean isElastic(Node consumer) {
    return consumer.kind() == ComponentKind.FUNCTION
        || (consumer.kind() == ComponentKind.WORKER && scales(consumer));
  }

  /// Whether the callee has a limit that it does not defend itself.
  private static boolean isFixed(Edge call) {
    Node callee = call.to();
    boolean defends =
        callee.isManaged() && (callee.admission() != Admission.NONE || scales(callee));
    return callee.kind() == ComponentKind.EXTERNAL
        || (callee.kind().isStore() && !Double.isNaN(callee.capacity()) && !defends);
  }

  private static void flag(RuleContext context, Checks checks, Edge edge, List<Edge> fixed) {
    Node consumer = edge.to();
    int limit = limit(context, edge, fixed);
    checks
        .flag(edge)
        .on(fixed)
        .message(
            "%s scales with the backlog of %s and floods %s",
            consumer, edge.from(), fixed.stream().map(Edge::to).distinct().toList())
        .because(
            "Flagged because %s runs as many copies as there are messages, no `maxConcurrency` "
                + "limits it on %s, and it calls %s: the queue no longer flattens the peak.",
            consumer, edge, callees(fixed))
        .fix(
            QueueChanges.set(
                "SetMaxConcurrency",
                edge,
                LinkAttributes.MAX_CONCURRENCY,
                limit,
                "Let "
                    + Words.name(consumer)
                    + " work on at most "
                    + Words.plural(limit, "message", "messages")
                    + " of "
                    + Words.name(edge.from())
                    + " at once"),
            "A burst waits longer in %s; watch the age of its oldest message.",
            edge.from())
        .raise();
  }

  private static String callees(List<Edge> fixed) {
    return Words.list(
        fixed.stream()
            .map(Edge::to)
            .distinct()
            .map(node ->
                Words.name(node)
                    + (Double.isNaN(node.capacity())
                        ? ", whose limit nobody declared"
                        : ", which serves " + Words.perSecond(node.capacity())))
            .toList());
  }

  /// Messages in work by Little's law: headroom · capacity · R / calls for the callee with the
  /// least to give, R seconds for each message; where no capacity is known, what the rate needs.
  private static int limit(RuleContext context, Edge edge, List<Edge> fixed) {
    double seconds = context.responseTimes().of(edge.to()) / 1e3;
    double most = Double.POSITIVE_INFINITY;
    for (Edge call : fixed) {
      double spare = context.setting(Settings.HEADROOM, call.to()) * call.to().capacity();
      if (call.calls() > 0 && !Double.isNaN(spare)) {
        most = Math.min(most, Math.floor(spare * seconds / call.calls()));
      }
    }
    if (Double.isInfinite(most)) {
      double rate = context.load().rate(edge);
      most = rate > 0 ? Math.ceil(SPARE * rate * seconds) : USUAL;
    }
    return (int) Math.clamp(most, 1, MOST);
  }
}
