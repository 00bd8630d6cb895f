package dev.stillwater.rules;

import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.model.Edit;
import java.util.List;

/// A change that would help, and what it costs.
///
/// @param tradeOff what gets worse, or what must be done besides; one sentence
/// @param guards what speaks against it or for care
/// @param declaresOnly whether it only writes down what is true already ("declare, once true")
/// @param choice why this pattern and not another, as one sentence; empty where none competes
public record Recommendation(
    Edit edit, String tradeOff, List<GuardVerdict> guards, boolean declaresOnly, String choice) {
  public Recommendation {
    guards = List.copyOf(guards);
  }

  public Recommendation(
      Edit edit, String tradeOff, List<GuardVerdict> guards, boolean declaresOnly) {
    this(edit, tradeOff, guards, declaresOnly, "");
  }

  public Recommendation(Edit edit, String tradeOff) {
    this(edit, tradeOff, List.of(), false);
  }

  /// The same advice by another edit, as with another product.
  public Recommendation with(Edit other) {
    return new Recommendation(other, tradeOff, guards, declaresOnly, choice);
  }

  /// What it does, in the imperative.
  public String title() {
    return edit.title();
  }

  public boolean isRefused() {
    return guards.stream().anyMatch(guard -> guard.kind() == GuardVerdict.Kind.REFUSE);
  }
}
