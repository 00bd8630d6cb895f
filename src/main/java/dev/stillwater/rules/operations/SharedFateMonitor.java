package dev.stillwater.rules.operations;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.OperationChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A monitor that goes blind together with what it watches.
public final class SharedFateMonitor extends Smell {
  /// Components that a sentence names; the detail lists all.
  private static final int MOST_NAMED = 5;

  public SharedFateMonitor() {
    super("REL-OP-001", Severity.HIGH, FailureCategory.SHARED_FATE, "REL06-BP01", "REL11-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    HardNeeds needs = new HardNeeds(context.graph());
    for (Node monitor : context.components()) {
      List<Node> watched =
          context.out(monitor, LinkMode.PROBE).stream().map(Edge::to).distinct().toList();
      if (monitor.kind() != ComponentKind.MONITOR || watched.isEmpty()) {
        continue;
      }
      checks.examined(monitor);
      Set<Node> mine = needs.of(List.of(monitor));
      if (!mine.isEmpty()) {
        Set<Node> theirs = new HashSet<>(watched);
        theirs.addAll(needs.of(watched));
        List<Node> shared = mine.stream().filter(theirs::contains).sorted(Words.BY_ID).toList();
        if (!shared.isEmpty()) {
          flag(context, checks, needs, monitor, shared);
        }
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, HardNeeds needs, Node monitor, List<Node> shared) {
    Set<Node> leading = new HashSet<>(shared);
    leading.addAll(needs.whoNeeds(shared));
    List<Edge> links =
        Stream.of(context.graph().out(monitor))
            .filter(HardNeeds::isHardUse)
            .filter(edge -> leading.contains(edge.to()))
            .toList();
    List<String> names =
        new ArrayList<>(shared.stream().limit(MOST_NAMED).map(Words::name).toList());
    if (shared.size() > MOST_NAMED) {
      names.add((shared.size() - MOST_NAMED) + " more");
    }
    Draft draft =
        checks
            .flag(monitor)
            .detail(String.join(",", shared.stream().map(Node::id).toList()))
            .message("%s goes blind when what it watches fails", monitor)
            .because(
                "Flagged because %s cannot work without %s, and what it watches is that or needs it"
                    + " too: in the incident that it was made for, it fails with the rest.",
                monitor, Words.list(names))
            .on(links);
    if (!links.isEmpty()) {
      draft.fix(
          OperationChanges.isolateMonitor(
              monitor, links, links.stream().map(edge -> context.budget(edge).timeout()).toList()),
          "It takes a second, small way to see, with its own zone and account, a local buffer for "
              + "what it cannot deliver and an access that needs nothing of the system; it has to "
              + "be run and rehearsed.");
    }
    draft.raise();
  }
}
