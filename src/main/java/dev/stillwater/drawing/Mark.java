package dev.stillwater.drawing;

import org.jspecify.annotations.Nullable;

/// One of the two shapes that everything without letters is made of.
public sealed interface Mark {
  @Nullable Fill fill();

  @Nullable Stroke stroke();

  /// A rectangle with round corners.
  record RoundRect(Box box, double radius, @Nullable Fill fill, @Nullable Stroke stroke)
      implements Mark {}

  /// A path.
  record Trace(Outline outline, @Nullable Fill fill, @Nullable Stroke stroke) implements Mark {}
}
