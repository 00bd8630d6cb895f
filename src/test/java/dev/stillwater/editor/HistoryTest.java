package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static Document named(String name) {
    return Document.of(Design.empty(name));
  }

  private final History history =
      History.opened(named("a")).commit("To b", named("b")).commit("To c", named("c"));

  @Test
  void undoAndRedoWalkTheSteps() {
    assertThat(history.undo().present()).isEqualTo(named("b"));
    assertThat(history.undo().undo().present()).isEqualTo(named("a"));
    assertThat(history.undo().undo().undo().present()).isEqualTo(named("a"));
    assertThat(history.undo().undo().redo().redo()).isEqualTo(history);
    assertThat(history.undo().redoLabels()).containsExactly("To c");
  }

  @Test
  void aNewStepForgetsWhatWasUndone() {
    History other = history.undo().commit("To d", named("d"));
    assertThat(other.canRedo()).isFalse();
    assertThat(other.undoLabels()).containsExactly("To d", "To b");
  }

  @Test
  void theDirtyMarkIsRightAfterUndoToTheSavePoint() {
    History saved = history.markSaved();
    assertThat(saved.isDirty()).isFalse();
    assertThat(saved.undo().isDirty()).isTrue();
    assertThat(saved.undo().redo().isDirty()).isFalse();
    assertThat(saved.commit("To d", named("d")).undo().isDirty()).isFalse();
    assertThat(saved.undo().commit("To c again", named("c")).isDirty()).isFalse();
  }

  @Test
  void whatChangesNothingIsNoStep() {
    assertThat(history.commit("Nothing", named("c"))).isSameAs(history);
  }

  @Test
  void stepsWithTheSameKeyBecomeOneUnlessTheyWereSavedBetween() {
    History typed =
        History.opened(named("a"))
            .commit("Set name", named("ab"), "name")
            .commit("Set name", named("abc"), "name");
    assertThat(typed.undoLabels()).containsExactly("Set name");
    assertThat(typed.undo().present()).isEqualTo(named("a"));
    History saved = typed.markSaved().commit("Set name", named("abcd"), "name");
    assertThat(saved.undo().isDirty()).isFalse();
  }
}
