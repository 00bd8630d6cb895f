package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Scaling;

/// A component of fixed size that the loss of one zone overloads.
public final class ZoneLossOverload extends ZoneLossHeadroom {
  public ZoneLossOverload() {
    super("REL-RZ-003", Scaling.FIXED, "REL10-BP01", "REL11-BP05");
  }

  @Override
  String message() {
    return "Without one zone %s cannot carry its peak";
  }

  @Override
  String why() {
    return "the survivors are overloaded, and the loss of a zone becomes a loss of all";
  }

  @Override
  Edit add(Node node, int replicas) {
    return RedundancyChanges.setReplicas(node, replicas);
  }

  @Override
  String cost(Node node, int replicas) {
    int more = replicas - node.replicas();
    return Words.capital(Words.plural(more, "more replica runs", "more replicas run"))
        + " idle on good days; spread them evenly, and let no other part of the path be smaller.";
  }
}
