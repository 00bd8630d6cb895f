package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Trace.EVERYBODY;
import static dev.stillwater.analysis.ripple.Trace.NONE;

import dev.stillwater.analysis.Edge;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The facts of a finished run, made when they are asked for: each is one object, however often,
/// and whoever asks first.
///
/// A place is a row of the trace and a scope in it: [Trace#EVERYBODY] or the number of a journey.
final class Facts {
  private final Ripple ripple;
  private final Trace trace;
  private final Sentences sentences;
  private final Map<Long, Fact> made = new HashMap<>();

  Facts(Ripple ripple, Injection injection, Trace trace) {
    this.ripple = ripple;
    this.trace = trace;
    this.sentences = new Sentences(ripple.graph, ripple.load, injection);
  }

  Trace trace() {
    return trace;
  }

  private static long place(int row, int scope) {
    return ((long) row << 32) + scope;
  }

  /// The fact at a place; all that it follows from is made on the way, without recursion.
  synchronized Fact at(int row, int scope) {
    Fact known = made.get(place(row, scope));
    if (known != null) {
      return known;
    }
    List<Long> missing = new ArrayList<>();
    int at = row;
    int in = scope;
    while (at != NONE && !made.containsKey(place(at, in))) {
      missing.add(place(at, in));
      at = trace.cause(at);
      in = at == NONE ? EVERYBODY : scopeOf(at, in);
    }
    @Nullable Fact cause = at == NONE ? null : made.get(place(at, in));
    for (int i = missing.size() - 1; i >= 0; i--) {
      long place = missing.get(i);
      cause = make((int) ((place + 1) >> 32), (int) place, cause);
      made.put(place, cause);
    }
    return Objects.requireNonNull(cause);
  }

  /// The scope in which a cause speaks: of several journeys the first where it hurts everybody.
  private int scopeOf(int cause, int effectScope) {
    if (trace.isForEverybody(cause)) {
      return EVERYBODY;
    }
    int journey = Math.max(effectScope, 0);
    while (!trace.isFor(cause, journey)) {
      journey++;
    }
    return journey;
  }

  private Fact make(int row, int scope, @Nullable Fact cause) {
    int edge = trace.edge(row);
    @Nullable Edge carrier = edge == NONE ? null : ripple.graph.edges().get(edge);
    return new Fact(
        trace.time(row),
        ripple.graph.nodes().get(trace.node(row)),
        trace.impact(row),
        scope == EVERYBODY ? Fact.EVERYBODY : ripple.scopes[scope],
        sentences.of(trace, row),
        cause,
        carrier,
        trace.factor(row));
  }

  /// The earliest fact at a component.
  Optional<Fact> firstAt(int node) {
    for (int row = 0; row < trace.size; row++) {
      if (trace.node(row) == node) {
        return Optional.of(at(row, trace.isForEverybody(row) ? EVERYBODY : scopeOf(row, 0)));
      }
    }
    return Optional.empty();
  }

  /// Everything in the order of time, then component, impact and scope.
  List<Fact> all() {
    Integer[] order = new Integer[trace.size];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, this::compare);
    List<Fact> result = new ArrayList<>();
    for (int i = 0; i < order.length; ) {
      int next = i + 1;
      if (trace.isForEverybody(order[i])) {
        result.add(at(order[i], EVERYBODY));
      } else {
        while (next < order.length
            && compare(order[i], order[next]) == 0
            && !trace.isForEverybody(order[next])) {
          next++;
        }
        addJourneys(result, order, i, next);
      }
      i = next;
    }
    return Collections.unmodifiableList(result);
  }

  /// Adds rows of the same time, component and impact, journey by journey.
  private void addJourneys(List<Fact> result, Integer[] order, int from, int to) {
    for (int journey = 0; journey < ripple.scopes.length; journey++) {
      for (int i = from; i < to; i++) {
        if (trace.isFor(order[i], journey)) {
          result.add(at(order[i], journey));
        }
      }
    }
  }

  private int compare(int a, int b) {
    if (trace.time(a) != trace.time(b)) {
      return Double.compare(trace.time(a), trace.time(b));
    }
    if (trace.node(a) != trace.node(b)) {
      return Integer.compare(trace.node(a), trace.node(b));
    }
    return trace.impact[a] != trace.impact[b]
        ? Integer.compare(trace.impact[a], trace.impact[b])
        : Boolean.compare(trace.isForEverybody(b), trace.isForEverybody(a));
  }

  /// The facts that lead to a place, the injection first.
  List<Fact> chain(int row, int scope) {
    return new Chain(row, scope);
  }

  /// A chain of facts that are made when they are looked at.
  final class Chain extends AbstractList<Fact> {
    private final int row;
    private final int scope;
    private @Nullable List<Fact> facts;

    private Chain(int row, int scope) {
      this.row = row;
      this.scope = scope;
    }

    private List<Fact> facts() {
      synchronized (Facts.this) {
        List<Fact> known = facts;
        if (known == null) {
          known = at(row, scope).chain();
          facts = known;
        }
        return known;
      }
    }

    @Override
    public Fact get(int index) {
      return facts().get(index);
    }

    @Override
    public int size() {
      return facts().size();
    }

    /// Whether the failure came along a link, or along either half of it.
    boolean passes(String link) {
      for (int at = row; at != NONE; at = trace.cause(at)) {
        int edge = trace.edge(at);
        if (edge != NONE && ripple.graph.edges().get(edge).subject().equals(link)) {
          return true;
        }
      }
      return false;
    }
  }
}
