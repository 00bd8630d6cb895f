package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;

/// What it takes to send the whole state to every consumer in every period.
public final class SnapshotLoad {
  /// The least that an item takes in a snapshot: one bit, healthy or not.
  private static final double ITEMS_A_BYTE = 8;

  private SnapshotLoad() {}

  /// Bytes of a snapshot at one bit for each item.
  public static double smallest(int items) {
    return items / ITEMS_A_BYTE;
  }

  /// Who gets snapshots over a link: the consumers of configuration, the callers of a call, the
  /// monitors of a probe.
  public static int consumers(Edge edge) {
    return edge.mode() == LinkMode.CONFIG ? edge.to().replicas() : edge.from().replicas();
  }

  /// Bytes per second: items × payload, or a bit for each where no payload is declared, × consumers
  /// ÷ period. NaN where there is no period.
  ///
  /// @param link with the values that would hold
  public static double bytesPerSecond(Link link, int consumers) {
    int items = link.get(LinkAttributes.ITEM_COUNT).orElse(0);
    double bytes =
        link.get(LinkAttributes.PAYLOAD).map(each -> each * items).orElse(smallest(items));
    double period = link.get(LinkAttributes.PERIOD).map(Timespan::seconds).orElse(Double.NaN);
    return bytes * consumers / period;
  }
}
