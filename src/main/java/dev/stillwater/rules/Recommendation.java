package dev.stillwater.rules;

import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.model.Edit;
import java.util.List;

/// A change that would help, and what it costs.
///
/// @param tradeOff what gets worse, or what must be done besides; one sentence
/// @param guards what speaks against it or for care
/// @param declaresOnly whether it only writes down what is true already ("declare, once true")
public record Recommendation(
    Edit edit, String tradeOff, List<GuardVerdict> guards, boolean declaresOnly) {
  public Recommendation {
    guards = List.copyOf(guards);
  }

  public Recommendation(Edit edit, String tradeOff) {
    this(edit, tradeOff, List.of(), false);
  }

  /// What it does, in the imperative.
  public String title() {
    return edit.title();
  }

  public boolean isRefused() {
    return guards.stream().anyMatch(guard -> guard.kind() == GuardVerdict.Kind.REFUSE);
  }
}
