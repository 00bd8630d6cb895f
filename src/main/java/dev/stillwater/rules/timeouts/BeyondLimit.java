package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.RuleContext;
import java.util.Optional;

/// Calls whose callee answers, at p99, after the caller's own limit, whatever the link says.
final class BeyondLimit {
  private BeyondLimit() {}

  /// What is said of such a call.
  @FunctionalInterface
  interface Flag {
    /// @param limit of the caller, in milliseconds
    /// @param response until the callee has answered, in milliseconds
    void of(Edge edge, double limit, double response);
  }

  /// Examines every call whose caller has a limit.
  ///
  /// @param limit which attribute of the caller it is
  static void check(RuleContext context, Checks checks, Attribute<Timespan> limit, Flag flag) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      Optional<Timespan> held = edge.from().held(limit);
      if (held.isPresent()) {
        checks.examined(edge);
        double response = context.responseTimes().of(edge.to());
        if (response > held.get().millis()) {
          flag.of(edge, held.get().millis(), response);
        }
      }
    }
  }
}
