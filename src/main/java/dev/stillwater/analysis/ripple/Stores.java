package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Replication;
import dev.stillwater.model.Timespan;
import java.util.OptionalDouble;

/// What a store does when its primary is lost or when its replicas cannot reach each other (R1).
final class Stores {
  /// Milliseconds that an automatic failover takes where nobody declared it.
  private static final double USUAL_FAILOVER = 60_000;

  private Stores() {}

  /// Whether it has one replica that takes the writes.
  static boolean hasPrimary(Node node) {
    return switch (replication(node)) {
      case SYNC, ASYNC, QUORUM -> true;
      case NONE -> false;
    };
  }

  static Replication replication(Node node) {
    return node.held(ComponentAttributes.REPLICATION).orElse(Replication.NONE);
  }

  /// Milliseconds until another replica takes the writes, a repair where a person promotes it;
  /// empty when nobody does. A quorum elects its leader by itself.
  static OptionalDouble failover(Node node, double mttr) {
    double declared =
        node.held(ComponentAttributes.FAILOVER).map(Timespan::millis).orElse(Double.NaN);
    double automatic = Double.isNaN(declared) ? USUAL_FAILOVER : declared;
    return switch (mode(node)) {
      case AUTO -> OptionalDouble.of(automatic);
      case MANUAL -> OptionalDouble.of(Double.isNaN(declared) ? mttr : declared);
      case NONE ->
          replication(node) == Replication.QUORUM
              ? OptionalDouble.of(automatic)
              : OptionalDouble.empty();
    };
  }

  static boolean failsOverByItself(Node node) {
    return mode(node) == FailoverMode.AUTO;
  }

  static boolean isFenced(Node node) {
    return node.held(ComponentAttributes.FENCING).orElse(false)
        || replication(node) == Replication.QUORUM;
  }

  private static FailoverMode mode(Node node) {
    return node.held(ComponentAttributes.FAILOVER_MODE).orElse(FailoverMode.NONE);
  }
}
