package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Leadership;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Replication;
import dev.stillwater.model.StateKeeping;
import java.util.ArrayList;
import java.util.List;

/// The fixes that keep data from being lost, doubled or torn apart. Edges are named by the link
/// that people see.
public final class DataChanges {
  private DataChanges() {}

  /// Stores messages in the transaction of the change that they tell of, and sends them later.
  public static Edit addOutbox(Edge edge) {
    return new Bundle(
        "AddOutbox",
        edge.subject(),
        "Let "
            + Words.name(edge.from())
            + " store what it sends over "
            + edge.subject()
            + " together with its change",
        List.of(new SetAttribute<>(edge.subject(), LinkAttributes.OUTBOX, true)));
  }

  /// Keeps an old primary from writing.
  public static Edit setFencing(Node store) {
    return new Bundle(
        "SetFencing",
        store.id(),
        "Keep an old primary of " + Words.name(store) + " from writing after a failover",
        List.of(set(store, ComponentAttributes.FENCING, true)));
  }

  /// Answers a write only when a replica has it too.
  public static Edit replicateFirst(Node store) {
    return new Bundle(
        "SetReplication",
        store.id() + ", sync",
        "Let " + Words.name(store) + " answer a write only when a replica has it",
        List.of(set(store, ComponentAttributes.REPLICATION, Replication.SYNC)));
  }

  /// Leaves it to a person to promote a replica.
  public static Edit setManualFailover(Node store) {
    return new Bundle(
        "SetFailoverMode",
        store.id() + ", manual",
        "Let a person decide when a replica of " + Words.name(store) + " takes over",
        List.of(set(store, ComponentAttributes.FAILOVER_MODE, FailoverMode.MANUAL)));
  }

  /// Keeps a second copy that every write reaches, in another zone where the design knows one. Who
  /// promotes it stays as declared.
  ///
  /// @param backup whether it gets a backup as well
  public static Edit replicate(Node store, boolean backup) {
    List<Edit> parts = new ArrayList<>();
    parts.add(AddReplicas.of(store.component()));
    store
        .component()
        .get(ComponentAttributes.FAILOVER_MODE)
        .ifPresent(declared -> parts.add(set(store, ComponentAttributes.FAILOVER_MODE, declared)));
    parts.add(set(store, ComponentAttributes.REPLICATION, Replication.SYNC));
    if (backup) {
      parts.add(set(store, ComponentAttributes.BACKUP, true));
    }
    return new Bundle(
        "SetReplication",
        store.id() + ", sync" + (backup ? ", backup" : ""),
        "Keep a second copy of "
            + Words.name(store)
            + " that every write reaches"
            + (backup ? ", and back it up" : ""),
        parts);
  }

  /// Keeps older states from which data can be restored.
  public static Edit setBackup(Node store) {
    return new Bundle(
        "SetBackup",
        store.id(),
        "Back up " + Words.name(store) + ", and restore it once",
        List.of(set(store, ComponentAttributes.BACKUP, true)));
  }

  /// Declares that what a component keeps can be made again.
  public static Edit declareRebuildable(Node node) {
    return new Bundle(
        "SetState",
        node.id() + ", soft",
        "Declare that everything in " + Words.name(node) + " can be made again",
        List.of(set(node, ComponentAttributes.STATE, StateKeeping.SOFT)));
  }

  /// Gives each term of a leader a number that grows, which stores check.
  public static Edit setLeader(Node node) {
    return new Bundle(
        "SetLeader",
        node.id() + ", lease-fenced",
        "Let stores refuse an old leader of " + Words.name(node) + " by the number of its term",
        List.of(set(node, ComponentAttributes.LEADER, Leadership.LEASE_FENCED)));
  }

  /// Gives steps of a workflow a step that undoes them.
  public static Edit addCompensation(Node workflow, List<Edge> steps) {
    List<Edit> parts = new ArrayList<>();
    steps.forEach(
        edge -> parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.COMPENSATED, true)));
    String names = Words.list(steps.stream().map(Edge::subject).toList());
    return new Bundle(
        "AddCompensation",
        String.join(", ", steps.stream().map(Edge::subject).toList()),
        "Let " + Words.name(workflow) + " undo " + names + " when a later step fails for good",
        parts);
  }

  private static <T> Edit set(Node node, Attribute<T> attribute, T value) {
    return new SetAttribute<>(node.id(), attribute, value);
  }
}
