package dev.stillwater.rules.constantwork;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.SnapshotLoad;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.model.WorkShape;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// State that travels as changes, so that there is most to do when most is failing.
public final class StateAsDeltas extends Smell {
  /// Items below which all changes together are no load worth a word.
  private static final int FEW = 10;

  public StateAsDeltas() {
    super("REL-CW-001", Severity.LOW, FailureCategory.EXCESSIVE_LOAD, "REL04-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.CONFIG, LinkMode.PROBE)) {
      if (!edge.isDeclared(LinkAttributes.SHAPE)) {
        checks.cannotJudge(edge);
        continue;
      }
      checks.examined(edge);
      if (edge.link().get(LinkAttributes.SHAPE).filter(WorkShape.CHANGES::equals).isPresent()
          && !isSmall(edge)
          && !isTooLargeToRepeat(context, edge)) {
        flag(checks, edge);
      }
    }
  }

  private static int items(Edge edge) {
    return edge.link().get(LinkAttributes.ITEM_COUNT).orElse(0);
  }

  /// Few items that no zone takes down together.
  private static boolean isSmall(Edge edge) {
    return edge.isDeclared(LinkAttributes.ITEM_COUNT)
        && items(edge) < FEW
        && edge.from().zones().isEmpty()
        && edge.to().zones().isEmpty();
  }

  /// Whether full snapshots for every consumer in every period would exceed the budget.
  private static boolean isTooLargeToRepeat(RuleContext context, Edge edge) {
    return SnapshotLoad.bytesPerSecond(edge.link(), SnapshotLoad.consumers(edge))
        > context.setting(Settings.SNAPSHOT_BUDGET, edge);
  }

  private static void flag(Checks checks, Edge edge) {
    int items = items(edge);
    String size = items == 0 ? "" : Words.fixed(SnapshotLoad.smallest(items) / 1000, 1) + " KB";
    checks
        .flag(edge)
        .detail(items == 0 ? "" : "snapshot " + size)
        .message("The more fails, the more there is to send over %s", edge.subject())
        .because(
            "Flagged because %s carries what changed, so its work is largest in a mass failure%s.",
            edge.subject(),
            items == 0
                ? ""
                : ": up to "
                    + Words.number(items)
                    + " changes at once, where a full snapshot of one bit each is "
                    + size
                    + " at any time")
        .fix(
            Declarations.setConstant(edge),
            "Some bandwidth is spent although nothing happened, and news is up to one period old; "
                + "split into cells what outgrows one message.")
        .raise();
  }
}
