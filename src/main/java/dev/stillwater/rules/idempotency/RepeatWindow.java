package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.RuleContext;
import org.jspecify.annotations.Nullable;

/// How late the same request or message can come again, which is how long a repeat has to be
/// recognised.
final class RepeatWindow {
  /// Milliseconds for which a token is kept at least: clients come back the next day.
  static final double DAY = 24 * 3.6e6;

  /// Milliseconds beyond which a length of time cannot be written down.
  private static final double LONGEST = 1e13;

  private RepeatWindow() {}

  /// Milliseconds between the first attempt and the last: the retention of the broker, or timeout ×
  /// attempts + waits. Infinite where attempts have no end, NaN where nothing bounds it that is
  /// declared.
  static double millis(Edge edge) {
    if (edge.mode() == LinkMode.DELIVER) {
      return edge.from().retention();
    }
    if (Double.isInfinite(edge.attempts())) {
      return Double.POSITIVE_INFINITY;
    }
    return Double.isInfinite(edge.hold()) ? Double.NaN : edge.hold();
  }

  /// How late a message can come again: as long as the broker keeps it, and its dead letters. Null
  /// when neither is known or the end is not.
  static @Nullable Timespan ofMessages(RuleContext context, Edge delivery) {
    double kept = messageMillis(context, delivery);
    return kept > 0 && Double.isFinite(kept) ? Timespan.ofMillis(kept) : null;
  }

  private static double messageMillis(RuleContext context, Edge delivery) {
    double kept = retention(delivery.from());
    String deadLetters =
        delivery
            .link()
            .get(LinkAttributes.DLQ)
            .or(() -> delivery.from().held(ComponentAttributes.DLQ))
            .orElse("");
    return kept + context.graph().findNode(deadLetters).map(RepeatWindow::retention).orElse(0.0);
  }

  private static double retention(Node broker) {
    return Double.isNaN(broker.retention()) ? 0 : broker.retention();
  }

  /// How long a token is kept that tells every repeat over a drawn link, both halves of it where
  /// the intermediary is not drawn: for calls at least a day.
  static Timespan kept(RuleContext context, Edge edge) {
    double longest = 0;
    for (Edge half : context.graph().edgesOf(edge.subject())) {
      double millis =
          half.mode() == LinkMode.DELIVER
              ? messageMillis(context, half)
              : Math.max(DAY, Double.isNaN(millis(half)) ? 0 : millis(half));
      longest = Math.max(longest, millis);
    }
    return longest > LONGEST ? Timespan.NONE : Timespan.ofMillis(Math.ceil(longest));
  }
}
