package dev.stillwater.editor;

import dev.stillwater.model.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One state of a document on the way of its history, as a line of a list.
///
/// @param label what led to it: `Move order`; `Opened` for the first
/// @param back how many steps to undo to get there; negative: to do again
/// @param saved whether it was once on disk
/// @param onDisk whether it is what the disk has now
public record HistoryStep(
    String label, Document document, int back, boolean saved, boolean onDisk) {
  private static final String FIRST = "Opened";

  /// The states from what could be done again at the top to the first at the bottom.
  public static List<HistoryStep> of(History history) {
    List<HistoryStep> steps = new ArrayList<>();
    int back = 0;
    for (History.Past next = history.future(); next != null; next = next.next()) {
      back--;
      steps.add(step(history, next.label(), next.document(), back));
    }
    Collections.reverse(steps);
    History.Past before = history.past();
    steps.add(step(history, label(before), history.present(), 0));
    back = 0;
    while (before != null) {
      back++;
      steps.add(step(history, label(before.next()), before.document(), back));
      before = before.next();
    }
    return steps;
  }

  private static String label(History.@Nullable Past step) {
    return step == null ? FIRST : step.label();
  }

  private static HistoryStep step(History history, String label, Document document, int back) {
    boolean onDisk = document == history.saved();
    return new HistoryStep(label, document, back, onDisk || history.wasSaved(document), onDisk);
  }
}
