package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CallChanges;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Admission;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// Many long-lived connections that all come back at the same moment.
public final class ReconnectStorm extends Smell {
  public ReconnectStorm() {
    super("REL-OV-008", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (!edge.isDeclared(LinkAttributes.CONNECTIONS)) {
        continue;
      }
      checks.examined(edge);
      int connections = edge.link().get(LinkAttributes.CONNECTIONS).orElse(0);
      if (connections >= context.setting(Settings.CONNECTIONS, edge)
          && !edge.held(LinkAttributes.JITTER)) {
        flag(context, checks, edge, connections);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge, int connections) {
    Node callee = context.graph().edgesOf(edge.subject()).getLast().to();
    double capacity = callee.capacity();
    Draft draft =
        checks
            .flag(edge)
            .message("%s clients come back to %s at the same moment", connections, callee)
            .because(
                "Flagged because %s holds %s connections, %s or more are many, and nothing spreads "
                    + "them: when %s restarts, all of them open again at once%s.",
                edge,
                connections,
                context.setting(Settings.CONNECTIONS, edge),
                callee,
                capacity > 0
                    ? ", "
                        + Words.duration(connections / capacity * 1e3)
                        + " worth of its whole capacity"
                    : "")
            .on(callee)
            .fix(
                CallChanges.setJitter(edge),
                "Some clients are away longer than they would have to be.");
    if (callee.admission() == Admission.NONE) {
      draft.fix(
          LoadChanges.admitSlowly(edge, callee),
          "Some clients are away longer, and the refusal must be cheaper than a session.");
    }
    draft.raise();
  }
}
