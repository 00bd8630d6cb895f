package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.AssignOwner;
import dev.stillwater.edits.CouplingChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A database that several components of different owners write to. A component without a declared
/// owner is its own.
public final class SharedDatabase extends Smell {
  public SharedDatabase() {
    super("REL-LC-006", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node store : context.components()) {
      if (store.kind() == ComponentKind.RELATIONAL_DB
          || store.kind() == ComponentKind.KEY_VALUE_STORE) {
        List<Edge> writes =
            Stream.of(context.graph().in(store))
                .filter(Edge::isSync)
                .filter(Edge::isMutating)
                .filter(edge -> edge.from().kind().isCompute())
                .toList();
        if (!writes.isEmpty()) {
          checks.examined(store);
        }
        if (writes.stream().map(edge -> team(edge.from())).distinct().count() > 1) {
          flag(context, checks, store, writes);
        }
      }
    }
  }

  private static String team(Node node) {
    return node.held(ComponentAttributes.OWNER)
        .map(owner -> "owner " + owner)
        .orElse("component " + node.id());
  }

  private static void flag(RuleContext context, Checks checks, Node store, List<Edge> writes) {
    List<Node> writers = writes.stream().map(Edge::from).distinct().sorted(Words.BY_ID).toList();
    Node busiest =
        writers.stream()
            .max(
                Comparator.comparingDouble((Node it) -> rate(context, writes, it))
                    .thenComparing(Words.BY_ID.reversed()))
            .orElseThrow();
    checks
        .flag(store)
        .message("%s write to the same database, %s", Words.some(writers), store)
        .because(
            "Flagged because %s write to %s and belong to %s: a change of the schema, a lock or a "
                + "burst of one is a failure of the others.",
            Words.some(writers),
            store,
            Words.plural(
                (int) writers.stream().map(SharedDatabase::team).distinct().count(),
                "owner",
                "different owners"))
        .on(writes)
        .fix(
            new AssignOwner(store.id(), busiest.id(), Words.name(store), Words.name(busiest)),
            "The others wait for %s instead of the database, and no transaction spans both any "
                + "more; what needs no answer can go through a queue or an event.",
            busiest)
        .declare(
            CouplingChanges.setOwner(writers, owner(store, writers, busiest)),
            "True only if one team changes all of them together.")
        .raise();
  }

  private static double rate(RuleContext context, List<Edge> writes, Node writer) {
    return writes.stream()
        .filter(edge -> edge.from() == writer)
        .mapToDouble(context.load()::rate)
        .sum();
  }

  private static String owner(Node store, List<Node> writers, Node busiest) {
    return store
        .held(ComponentAttributes.OWNER)
        .or(() ->
            writers.stream().flatMap(it -> it.held(ComponentAttributes.OWNER).stream()).findFirst())
        .orElse(busiest.id());
  }
}
