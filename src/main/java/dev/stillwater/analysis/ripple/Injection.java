package dev.stillwater.analysis.ripple;

import java.util.List;

/// What is made to fail, and how.
///
/// @param targets ids of components that fail at the same moment
public record Injection(List<String> targets, Failure how) {
  public Injection {
    targets = targets.stream().sorted().distinct().toList();
  }

  public Injection(String target, Failure how) {
    this(List.of(target), how);
  }

  public String target() {
    return String.join("+", targets);
  }
}
