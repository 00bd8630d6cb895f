package dev.stillwater.rules.own;

import dev.stillwater.model.FileTree;
import dev.stillwater.rules.Severity;
import java.util.List;
import java.util.Optional;

/// A small design, and what the rules are to say of it.
///
/// @param design what stands below `design`, in the form of a design file
/// @param expected every finding that is to be there; empty for silence
public record TestCase(String name, FileTree design, List<Expected> expected, FileTree.Spot at) {
  public TestCase {
    expected = List.copyOf(expected);
  }

  /// A finding that is to be there.
  ///
  /// @param key `RULE@SUBJECT`, as findings have it
  /// @param severity empty for any
  public record Expected(String key, Optional<Severity> severity) {
    /// The id of the rule.
    public String rule() {
      return key.substring(0, Math.max(0, key.indexOf('@')));
    }

    @Override
    public String toString() {
      return key + severity.map(it -> " " + it.word()).orElse("");
    }
  }
}
