package dev.stillwater.rules.data;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DataChanges;
import dev.stillwater.edits.Declarations;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Replication;
import dev.stillwater.model.StateKeeping;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Optional;
import java.util.stream.Stream;

/// Durable data of which there is one copy, or no older state to go back to.
///
/// A replication link to or from another store is a second copy that is drawn; the reference looks
/// at the attribute alone. Severity is one lower where replication is undeclared, unless a backup
/// is declared absent.
public final class UnprotectedData extends Smell {
  public UnprotectedData() {
    super(
        "REL-DA-003",
        Severity.HIGH,
        FailureCategory.SINGLE_POINT_OF_FAILURE,
        "REL09-BP01",
        "REL09-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node store : context.components()) {
      boolean rebuildable =
          store.held(ComponentAttributes.STATE).filter(StateKeeping.SOFT::equals).isPresent();
      if (!store.kind().isStore() || rebuildable) {
        continue;
      }
      checks.examined(store);
      Optional<Boolean> backup = store.held(ComponentAttributes.BACKUP);
      boolean noBackup = backup.filter(present -> !present).isPresent();
      boolean noCopy = !isReplicated(context, store);
      if (!store.isManaged() && (noCopy || noBackup)) {
        flag(checks, store, noCopy, noBackup, backup.orElse(false));
      }
    }
  }

  private static boolean isReplicated(RuleContext context, Node store) {
    return store
        .held(ComponentAttributes.REPLICATION)
        .map(replication -> replication != Replication.NONE)
        .orElseGet(() ->
            Stream.concat(
                    Stream.of(context.graph().in(store)), Stream.of(context.graph().out(store)))
                .anyMatch(UnprotectedData::copies));
  }

  private static boolean copies(Edge edge) {
    return edge.mode() == LinkMode.REPLICATE
        && edge.from() != edge.to()
        && edge.from().kind().isStore()
        && edge.to().kind().isStore();
  }

  private static void flag(
      Checks checks, Node store, boolean noCopy, boolean noBackup, boolean hasBackup) {
    boolean undeclared = noCopy && !store.isDeclared(ComponentAttributes.REPLICATION);
    Draft draft =
        checks
            .flag(store)
            .undeclared(undeclared && !noBackup, "the replication of " + store.component().name())
            .message("What %s keeps can be lost for good", store)
            .because(
                "Flagged because %s keeps what cannot be made again, no provider keeps it safe, "
                    + "and %s: %s.",
                store,
                missing(noCopy, undeclared, noBackup),
                noCopy
                    ? "the loss of one disk is the loss of the data"
                    : "a wrong deletion or a bad deployment reaches every replica at once");
    if (noCopy) {
      draft.fix(
          DataChanges.replicate(store, !hasBackup),
          hasBackup
              ? "Each write waits for the second copy, which is best in another zone."
              : "Each write waits for the second copy, and a backup is one only after somebody has "
                  + "restored it.");
    } else {
      draft.fix(
          DataChanges.setBackup(store),
          "Storage and a restore that somebody practises; until then it is a hope.");
    }
    draft
        .declare(
            Declarations.declareManaged(store),
            "True only for a service whose provider keeps copies in several zones and backs them "
                + "up.")
        .declare(
            DataChanges.declareRebuildable(store),
            "True only where everything in it can be made again from elsewhere, in a time that is "
                + "known.")
        .raise();
  }

  private static String missing(boolean noCopy, boolean undeclared, boolean noBackup) {
    String copy = undeclared ? "its replication is undeclared" : "it has no replica";
    if (!noCopy) {
      return "it has no backup";
    }
    return noBackup ? copy + " and it has no backup" : copy;
  }
}
