package dev.stillwater.report.export;

import java.util.List;
import java.util.Optional;

/// All formats for other tools.
public final class DesignExports {
  public static final List<DesignExport> ALL =
      List.of(new MermaidExport(), new GraphMlExport(), new CsvExport());

  private DesignExports() {}

  /// By name or by extension.
  public static Optional<DesignExport> find(String name) {
    return ALL.stream()
        .filter(export -> export.name().equals(name) || export.extension().equals(name))
        .findFirst();
  }
}
