package dev.stillwater.report;

import java.util.List;
import java.util.Optional;

/// All formats, in the order in which they are offered.
public final class ReportFormats {
  public static final List<ReportFormat> ALL =
      List.of(
          new HtmlReport(),
          new PdfReport(),
          new MarkdownReport(),
          new JsonReport(),
          new SarifReport(),
          new JUnitReport(),
          new CsvReport());

  private ReportFormats() {}

  public static Optional<ReportFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /// The format that a file with this extension has: `html`, `htm`, `sarif`, `xml`.
  public static Optional<ReportFormat> ofExtension(String extension) {
    return find(extension)
        .or(() ->
            ALL.stream()
                .filter(format -> format.otherExtensions().contains(extension))
                .findFirst());
  }
}
