package dev.stillwater.report.export;

import dev.stillwater.analysis.DependencyGraph;

/// A way to write a design for another tool. Pure: the same design gives the same text.
public interface DesignExport {
  /// The name on the command line: `mermaid`.
  String name();

  /// The usual extension of its files: `mmd`.
  String extension();

  String write(DependencyGraph graph);
}
