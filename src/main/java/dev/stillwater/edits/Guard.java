package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Edit;
import java.util.Optional;

/// A negative rule: it says when an edit that helps elsewhere would do harm here.
public interface Guard {
  /// Stable and public: `REL-NG-001`.
  String id();

  /// Whether it looks at a bundle as one step, because what the parts declare belongs together; a
  /// guard that does not is asked part by part.
  default boolean judgesWhole() {
    return false;
  }

  /// What speaks against an edit on this design; empty when nothing does.
  Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load);
}
