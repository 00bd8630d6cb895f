package dev.stillwater.report;

import java.util.List;
import java.util.Optional;

/// All formats, in the order in which they are offered.
public final class ReportFormats {
  public static final List<ReportFormat> ALL =
      List.of(new HtmlReport(), new MarkdownReport(), new JsonReport());

  private ReportFormats() {}

  public static Optional<ReportFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }
}
