package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.RuleContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Timeouts as people would set them: two significant digits, whole milliseconds, and long enough
/// for healthy answers.
final class Patience {
  /// A timeout is not advised below this multiple of the callee's response time at p99.
  static final double LEAST = 1.2;

  /// Milliseconds below which pauses of a healthy machine are taken for silence.
  private static final double SHORTEST = 10;

  private Patience() {}

  /// Whether healthy answers of the callee arrive within this time.
  static boolean isHealthy(RuleContext context, Edge edge, double millis) {
    return millis >= Math.max(LEAST * context.responseTimes().of(edge.to()), SHORTEST);
  }

  /// A timeout not below this many milliseconds.
  static Timespan atLeast(double millis) {
    return Timespan.ofMillis(Math.ceil(rounded(millis, RoundingMode.CEILING)));
  }

  /// Milliseconds of a timeout not above this; 0 where no time is left.
  static double atMost(double millis) {
    return millis > 0 && Double.isFinite(millis)
        ? Math.floor(rounded(millis, RoundingMode.FLOOR))
        : 0;
  }

  private static double rounded(double millis, RoundingMode mode) {
    return new BigDecimal(millis).round(new MathContext(2, mode)).doubleValue();
  }
}
