package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Scaling;

/// A component that has to grow before it can carry on without a zone.
public final class ZoneLossScaling extends ZoneLossHeadroom {
  public ZoneLossScaling() {
    super("REL-RZ-004", Scaling.AUTO, "REL11-BP04", "REL11-BP05");
  }

  @Override
  String message() {
    return "Without one zone %s has to start replicas before it can carry its peak";
  }

  @Override
  String why() {
    return "until new replicas serve, the survivors are overloaded, and starting them needs a "
        + "control plane and spare machines that everybody wants in that minute";
  }

  @Override
  Edit add(Node node, int replicas) {
    return RedundancyChanges.preScale(node, replicas);
  }

  @Override
  String cost(Node node, int replicas) {
    int more = replicas - node.replicas();
    String waits =
        node.held(ComponentAttributes.SCALE_OUT)
            .map(span -> ", instead of " + Words.duration(span.millis()) + " without them")
            .orElse("");
    return Words.capital(Words.plural(more, "more replica runs", "more replicas run"))
        + " idle on good days"
        + waits
        + "; scaling stays for repair and growth, with this number as its least.";
  }
}
