package dev.stillwater.ui;

import dev.stillwater.editor.DecisionForm;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes decisions and takes them back, each as one step of the history.
final class Deciding {
  private final Workspace workspace;
  private final Modal modal;
  private final Reading reading;
  private final Supplier<LocalDate> today;
  private final Consumer<String> notice;

  Deciding(
      Workspace workspace,
      Modal modal,
      Reading reading,
      Supplier<LocalDate> today,
      Consumer<String> notice) {
    this.workspace = workspace;
    this.modal = modal;
    this.reading = reading;
    this.today = today;
    this.notice = notice;
  }

  /// Asks for what a decision needs, and takes it.
  void decide(ReviewedFinding found, DecisionKind kind) {
    EditorState state = workspace.state();
    Review review = state.review().orElse(null);
    if (review == null || !state.isReviewed()) {
      notice.accept("The design is being judged; decide when that is done.");
      return;
    }
    new DecisionDialog(modal).show(review, found, kind, reading.author(), today.get(), this::take);
  }

  private void take(DecisionForm form) {
    reading.setAuthor(form.author().strip());
    Document document = workspace.state().document();
    workspace.commit(form.label(), form.draft().taken(document, form.review(), today.get()));
  }

  /// Takes a decision back.
  void reopen(String target) {
    Document document = workspace.state().document();
    workspace.commit("Reopen " + target, document.withoutDecision(target));
  }

  /// Asks for a decision about the finding that is looked at.
  void decideFocused(DecisionKind kind) {
    focused()
        .ifPresentOrElse(
            found -> decide(found, kind),
            () -> notice.accept("Select the finding to decide about first."));
  }

  /// Takes back the decision about the finding that is looked at.
  void reopenFocused() {
    focused()
        .flatMap(found ->
            found.decided().or(() -> found.lapsedDecision().map(lapsed -> lapsed.decision())))
        .ifPresentOrElse(
            decision -> reopen(decision.target()),
            () -> notice.accept("Nothing was decided about this finding."));
  }

  /// Marks the finding that is looked at as one to come back to.
  void unreadFocused() {
    focused()
        .ifPresentOrElse(
            reading::unread, () -> notice.accept("Select the finding to come back to first."));
  }

  private Optional<ReviewedFinding> focused() {
    EditorState state = workspace.state();
    return state
        .focus()
        .flatMap(key ->
            state.review().stream()
                .flatMap(review -> review.findings().stream())
                .filter(found -> found.key().equals(key))
                .findFirst());
  }
}
