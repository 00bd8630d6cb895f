package dev.stillwater.drawing;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.model.Figures;

/// An absorber as it is drawn on its element.
///
/// @param holds milliseconds until it gives way; infinite when it never does
public record Shield(Absorber.Kind kind, double holds) {
  /// How long it holds: `24 h`; nothing when it never gives way.
  public String line() {
    return Double.isInfinite(holds) ? "" : Figures.time(holds);
  }
}
