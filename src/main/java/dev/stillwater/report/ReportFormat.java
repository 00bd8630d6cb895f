package dev.stillwater.report;

import java.util.List;

/// A way to write reviews down. Pure: the same chapters give the same bytes.
public interface ReportFormat {
  /// The name on the command line, which is also the extension of files: `html`.
  String name();

  /// What a reader gets, in a few words.
  String purpose();

  /// Extensions by which it is recognised, beside its name: `htm`.
  default List<String> otherExtensions() {
    return List.of();
  }

  /// How far effects of changes are measured for it, unless somebody asks otherwise.
  default Measuring measuring() {
    return Measuring.WHOLE;
  }

  /// One chapter is a document of its own; several are one document with a chapter each.
  byte[] write(List<Chapter> chapters, Presentation presentation);

  /// The usual presentation.
  default byte[] write(List<Chapter> chapters) {
    return write(chapters, Presentation.PLAIN);
  }
}
