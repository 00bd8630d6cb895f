package dev.stillwater.editor;

import dev.stillwater.model.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document and the way to it: snapshots with the names of the steps. Immutable.
///
/// @param present what is
/// @param past the steps that led here, the latest first
/// @param future the steps that were undone, the next first
/// @param saved the document as it was last read or written; null when it never was
/// @param saves all documents that were once on disk, the latest first
public record History(
    Document present,
    @Nullable Past past,
    @Nullable Past future,
    @Nullable Document saved,
    List<Document> saves) {
  public History {
    saves = List.copyOf(saves);
  }

  /// Steps as a chain, so that a commit takes the same time however long the history is.
  ///
  /// @param label what the step did: `Move order`
  /// @param document the document on the other side of the step
  /// @param merge steps with the same key that follow each other become one; null for never
  public record Past(
      String label, Document document, @Nullable String merge, @Nullable Past next) {}

  public static History opened(Document document) {
    return new History(document, null, null, document, List.of(document));
  }

  public static History fresh(Document document) {
    return new History(document, null, null, document, List.of());
  }

  /// One step further; what was undone is forgotten. A document that equals the present is no step.
  public History commit(String label, Document document) {
    return commit(label, document, null);
  }

  /// One step further, joined with the step before when both carry the same key.
  public History commit(String label, Document document, @Nullable String merge) {
    if (document.equals(present)) {
      return this;
    }
    if (merge != null && past != null && merge.equals(past.merge()) && present != saved) {
      return new History(document, past, null, saved, saves);
    }
    return new History(document, new Past(label, present, merge, past), null, saved, saves);
  }

  /// The same step with another result, because what follows from it was not known at once.
  History amended(Document document) {
    return document.equals(present) ? this : new History(document, past, future, saved, saves);
  }

  /// A history that begins with the present document and knows the same document as saved.
  History branched() {
    return new History(present, null, null, saved, saves);
  }

  public boolean canUndo() {
    return past != null;
  }

  public boolean canRedo() {
    return future != null;
  }

  public History undo() {
    if (past == null) {
      return this;
    }
    return new History(
        past.document(), past.next(), new Past(past.label(), present, null, future), saved, saves);
  }

  public History redo() {
    if (future == null) {
      return this;
    }
    return new History(
        future.document(),
        new Past(future.label(), present, null, past),
        future.next(),
        saved,
        saves);
  }

  public History markSaved() {
    List<Document> others = new ArrayList<>(saves);
    others.removeIf(document -> document == present);
    others.addFirst(present);
    return new History(present, past, future, present, others);
  }

  /// The same, but not saved anywhere: for a recovered or imported document.
  public History markUnsaved() {
    return new History(present, past, future, null, saves);
  }

  /// The same, with another document in the place of the present one: no step.
  public History withPresent(Document document) {
    return new History(document, past, future, saved, saves);
  }

  /// The same, with another document on disk: what was edited here stands against that one now.
  public History onDisk(Document document) {
    return new History(present, past, future, document, saves);
  }

  /// Another step of the same history: so many steps back, or forward where negative.
  public History travelled(int back) {
    History result = this;
    for (int i = 0; i < Math.abs(back); i++) {
      result = back > 0 ? result.undo() : result.redo();
    }
    return result;
  }

  /// Whether the document of a step was once on disk.
  public boolean wasSaved(Document document) {
    return saves.stream().anyMatch(save -> save == document);
  }

  public boolean isDirty() {
    return present != saved && !present.equals(saved);
  }

  /// The names of the steps that can be undone, the latest first.
  public List<String> undoLabels() {
    return labels(past);
  }

  /// The names of the steps that can be done again, the next first.
  public List<String> redoLabels() {
    return labels(future);
  }

  private static List<String> labels(@Nullable Past from) {
    List<String> result = new ArrayList<>();
    for (Past step = from; step != null; step = step.next()) {
      result.add(step.label());
    }
    return result;
  }
}
