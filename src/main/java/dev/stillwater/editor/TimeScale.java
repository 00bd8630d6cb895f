package dev.stillwater.editor;

import java.util.ArrayList;
import java.util.List;

/// The time line of a drill: seconds first, hours squeezed. A moment t stands at `log(1 + t/u) /
/// log(1 + end/u)` of the line, u = half a second.
///
/// @param end the end of the line in milliseconds
public record TimeScale(double end) {
  private static final double UNIT = 500;

  private static final double[] ROUND = {
    0, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 3e4, 6e4, 1.2e5, 3e5, 6e5, 1.8e6, 3.6e6, 7.2e6,
    1.8e7, 4.32e7, 8.64e7, 1.728e8, 3.456e8, 8.64e8, 2.592e9
  };

  /// Where a moment stands, from 0 to 1.
  public double share(double millis) {
    return Math.clamp(Math.log1p(millis / UNIT) / Math.log1p(end / UNIT), 0, 1);
  }

  /// The moment at a place of the line.
  public double moment(double share) {
    return Math.expm1(Math.clamp(share, 0, 1) * Math.log1p(end / UNIT)) * UNIT;
  }

  /// Round moments that stand at least so far apart, as a part of the line; zero is one of them.
  public List<Double> ticks(double apart) {
    List<Double> result = new ArrayList<>();
    double last = -1;
    for (double moment : ROUND) {
      double share = share(moment);
      if (moment <= end && share - last >= apart) {
        result.add(moment);
        last = share;
      }
    }
    return result;
  }
}
