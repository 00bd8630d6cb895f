package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.List;

/// The fixes that let somebody notice.
public final class OperationChanges {
  private OperationChanges() {}

  /// Rings when something is wrong with a component.
  ///
  /// @param when what rings, as in `when its oldest message is too old`
  public static Edit addAlarm(Node node, String when) {
    return new Bundle(
        "AddAlarm",
        node.id(),
        "Ring for " + Words.name(node) + " " + when,
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.ALARMS, true)));
  }

  /// Lets a monitor go on without what it watches: bounded calls that it can do without, and what
  /// it sends kept until it can be sent.
  ///
  /// @param links the links by which it hangs on what it watches
  /// @param limits the bounds of each of them
  public static Edit isolateMonitor(Node monitor, List<Edge> links, List<CallLimits> limits) {
    List<Edit> parts = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      Edge edge = links.get(i);
      parts.add(Declarations.goOnWithout(edge, limits.get(i)));
      if (edge.mode() == LinkMode.SEND) {
        parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.OUTBOX, true));
      }
    }
    List<String> names = links.stream().map(Edge::to).distinct().map(Words::name).toList();
    return new Bundle(
        "IsolateMonitor",
        monitor.id(),
        "Let " + Words.name(monitor) + " work without " + Words.list(names),
        parts);
  }
}
