package dev.stillwater.review;

import dev.stillwater.model.Design;
import dev.stillwater.model.Word;

/// How much work a change is, judged by what it does to the drawing.
public enum Effort implements Word {
  /// Attributes only: a timeout, a token, a number of replicas.
  SMALL,
  /// Up to three new components.
  MEDIUM,
  /// More, or something is taken away.
  LARGE;

  private static final int FEW = 3;

  public static Effort of(Design before, Design after) {
    long added =
        after.components().ids().stream().filter(id -> !before.components().contains(id)).count();
    boolean removes =
        before.components().ids().stream().anyMatch(id -> !after.components().contains(id));
    if (removes || added > FEW) {
      return LARGE;
    }
    return added > 0 ? MEDIUM : SMALL;
  }
}
