package dev.stillwater.editor;

import dev.stillwater.model.Difference;
import dev.stillwater.model.Document;
import dev.stillwater.model.DocumentDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Two documents beside each other, with what differs.
///
/// @param nameBefore what people call the first: a file, `saved on disk`, a time
public record Comparison(
    String nameBefore, Document before, String nameAfter, Document after, List<ChangeRow> rows) {
  public Comparison {
    rows = List.copyOf(rows);
  }

  public static Comparison of(
      String nameBefore, Document before, String nameAfter, Document after) {
    return new Comparison(
        nameBefore, before, nameAfter, after, ChangeRow.of(DocumentDiff.of(before, after)));
  }

  /// The components and links that are marked on the first drawing, and how.
  public Map<String, Difference.Kind> marksBefore() {
    return marks(ChangeRow::before);
  }

  /// The components and links that are marked on the second drawing, and how.
  public Map<String, Difference.Kind> marksAfter() {
    return marks(ChangeRow::after);
  }

  private Map<String, Difference.Kind> marks(Function<ChangeRow, Optional<String>> id) {
    Map<String, Difference.Kind> marks = new LinkedHashMap<>();
    for (ChangeRow row : rows) {
      id.apply(row).ifPresent(known -> marks.put(known, row.kind()));
    }
    return marks;
  }
}
