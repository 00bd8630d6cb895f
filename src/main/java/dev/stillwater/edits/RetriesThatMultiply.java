package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.RetryLoad;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Warns of retries where a caller further out retries already, or where the repeats of a failing
/// call are more than its callee can serve (Amazon Builders' Library, Timeouts, retries and backoff
/// with jitter; Site Reliability Engineering, ch. 22).
///
/// Callers are looked at from the inside out, [#LOOKED_AT] calls at most, and not beyond one that
/// absorbs the failure: who does not see it does not repeat.
final class RetriesThatMultiply implements Guard {
  static final int LOOKED_AT = 1000;

  @Override
  public String id() {
    return "REL-NG-010";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    if (!(edit instanceof SetAttribute<?> set)
        || set.attribute() != LinkAttributes.RETRIES
        || !(set.value() instanceof Integer retries)
        || retries == 0) {
      return Optional.empty();
    }
    return graph.edgesOf(set.element()).stream()
        .findFirst()
        .flatMap(edge -> outer(graph, edge).or(() -> overload(graph, load, edge, retries)))
        .map(text -> new GuardVerdict(id(), GuardVerdict.Kind.WARN, text));
  }

  private static Optional<String> outer(DependencyGraph graph, Edge edge) {
    return retryingCaller(graph, edge)
        .map(outer ->
            String.format(
                Locale.ROOT,
                "%s is repeated already when %s fails, so attempts would multiply: retry at one "
                    + "layer, the outermost that may repeat the request.",
                outer.subject(),
                edge.subject()));
  }

  private static Optional<Edge> retryingCaller(DependencyGraph graph, Edge inner) {
    Set<Node> seen = new HashSet<>(Set.of(inner.from()));
    Deque<Node> waiting = new ArrayDeque<>();
    if (!inner.isAbsorbable()) {
      waiting.add(inner.from());
    }
    int looked = 0;
    while (!waiting.isEmpty()) {
      for (Edge edge : graph.in(waiting.remove())) {
        if (++looked > LOOKED_AT) {
          return Optional.empty();
        }
        if (!edge.isSync() || edge.subject().equals(inner.subject())) {
          continue;
        }
        if (edge.attempts() > 1 && !edge.hasBreaker()) {
          return Optional.of(edge);
        }
        if (!edge.isAbsorbable() && seen.add(edge.from())) {
          waiting.add(edge.from());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> overload(
      DependencyGraph graph, Load load, Edge edge, int retries) {
    Node callee = edge.to();
    double unbounded = graph.design().setting(Settings.UNBOUNDED_ATTEMPTS);
    double attempts = retries < 0 ? Double.POSITIVE_INFINITY : 1.0 + retries;
    double offered = 0;
    for (Edge each : graph.in(callee)) {
      if (each.isSync()) {
        double tried = each == edge ? attempts : each.attempts();
        offered += load.rate(each) * RetryLoad.tries(each, tried, unbounded);
      }
    }
    return offered > callee.capacity()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "While %s fails, it would be offered %s and can serve %s, so it might not come "
                    + "back: add a retry budget, or capacity.",
                Words.name(callee),
                Words.perSecond(offered),
                Words.perSecond(callee.capacity())))
        : Optional.empty();
  }
}
