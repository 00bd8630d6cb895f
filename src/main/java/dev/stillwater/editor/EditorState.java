package dev.stillwater.editor;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import java.util.Optional;

/// Everything that can be seen of an open document. Immutable; parts are compared by identity.
///
/// @param shown the document as drawn: the present one, or the preview of a gesture
/// @param focus the key of the finding whose path is highlighted
/// @param review the latest judgement; it may still be about an older document
/// @param trial what stands aside while something is tried in its place
public record EditorState(
    History history,
    Document shown,
    Selection selection,
    Viewport viewport,
    Tool tool,
    Optional<String> focus,
    Optional<FixPreview> preview,
    Optional<Drill> drill,
    Optional<Review> review,
    Optional<Trial> trial) {
  public static EditorState of(History history) {
    return new EditorState(
        history,
        history.present(),
        Selection.NONE,
        Viewport.initial(),
        new Tool.Selecting(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Document document() {
    return history.present();
  }

  public Design design() {
    return history.present().design();
  }

  /// Another history; what is shown, selected and previewed follows.
  public EditorState with(History other) {
    if (other == history && shown == history.present()) {
      return this;
    }
    boolean sameDesign = other.present().design() == history.present().design();
    return new EditorState(
        other,
        other.present(),
        selection.restrictedTo(other.present().design()),
        viewport,
        tool,
        focus,
        Optional.empty(),
        sameDesign ? drill : Optional.empty(),
        review,
        trial);
  }

  /// The preview of a gesture.
  public EditorState showing(Document document) {
    return new EditorState(
        history, document, selection, viewport, tool, focus, preview, drill, review, trial);
  }

  public EditorState with(Selection other) {
    return other.equals(selection)
        ? this
        : new EditorState(
            history, shown, other, viewport, tool, focus, preview, drill, review, trial);
  }

  public EditorState with(Viewport other) {
    return new EditorState(
        history, shown, selection, other, tool, focus, preview, drill, review, trial);
  }

  public EditorState with(Tool other) {
    return new EditorState(
        history, shown, selection, viewport, other, focus, preview, drill, review, trial);
  }

  public EditorState withFocus(Optional<String> key) {
    return new EditorState(
        history, shown, selection, viewport, tool, key, preview, drill, review, trial);
  }

  public EditorState withPreview(Optional<FixPreview> other) {
    return new EditorState(
        history, shown, selection, viewport, tool, focus, other, drill, review, trial);
  }

  public EditorState withDrill(Optional<Drill> other) {
    return new EditorState(
        history, shown, selection, viewport, tool, focus, preview, other, review, trial);
  }

  public EditorState withReview(Review other) {
    return new EditorState(
        history,
        shown,
        selection,
        viewport,
        tool,
        focus,
        preview,
        drill,
        Optional.of(other),
        trial);
  }

  EditorState withTrial(Optional<Trial> other) {
    return new EditorState(
        history, shown, selection, viewport, tool, focus, preview, drill, review, other);
  }

  /// Whether a part is another one than before, compared by identity.
  public static <T> boolean differs(Optional<T> before, Optional<T> after) {
    return before.orElse(null) != after.orElse(null);
  }

  /// Whether the latest judgement is about the present design and decisions.
  public boolean isReviewed() {
    return review.filter(this::isAbout).isPresent();
  }

  boolean isAbout(Review judged) {
    return judged.document().design() == design()
        && judged.document().decisions().equals(document().decisions());
  }
}
