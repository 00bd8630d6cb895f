package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.ChangeParts;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.review.FixEffects;
import dev.stillwater.review.FixPlan;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.Reviewer;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final DesignFixture SHOP =
      DesignFixture.parse(
          """
          client user
          service web replicas=1 p99=40ms concurrency=20
          service old replicas=1 p99=900ms
          user -> web id=in rate=10 timeout=3s
          web -> old id=bill need=result-now
          journey buy path=in,bill class=hard deadline=6s
          """);
  private static final Reviewer REVIEWER = new Reviewer(SHOP.presets());

  private Workspace workspace;
  private Document before;

  @BeforeEach
  void open() {
    workspace =
        new Workspace(
            Document.of(SHOP.design()),
            SHOP.presets(),
            (document, injection) ->
                Analysis.of(document.design(), SHOP.presets()).ripple(injection),
            document -> AutomaticLayout.place(document.design(), document.layout()));
    workspace.open(Document.of(SHOP.design()));
    before = workspace.state().document();
  }

  private void set(int replicas) {
    workspace.commit(
        "Set replicas",
        Editing.set(
            workspace.state().document(), List.of("old"), ComponentAttributes.REPLICAS, replicas));
  }

  private void setRetries(int retries) {
    workspace.commit(
        "Set retries",
        Editing.set(
            workspace.state().document(), List.of("bill"), LinkAttributes.RETRIES, retries));
  }

  @Test
  void whatIsTriedHasAHistoryOfItsOwn() {
    set(2);
    Document base = workspace.state().document();
    workspace.tryOut();
    assertThat(workspace.state().history().canUndo()).isFalse();
    set(3);
    setRetries(1);
    assertThat(workspace.state().history().undoLabels())
        .containsExactly("Set retries", "Set replicas");
    workspace.undo();
    workspace.undo();
    workspace.undo();
    assertThat(workspace.state().document()).isEqualTo(base);
    assertThat(workspace.state().trial()).isPresent();
  }

  @Test
  void droppingLeavesEverythingAsItWas() {
    set(2);
    History base = workspace.state().history();
    workspace.tryOut();
    set(3);
    workspace.dropTrial();
    assertThat(workspace.state().history()).isSameAs(base);
    assertThat(workspace.state().trial()).isEmpty();
  }

  @Test
  void keepingIsOneStep() {
    set(2);
    workspace.tryOut();
    set(3);
    setRetries(1);
    Document tried = workspace.state().document();
    workspace.keepTrial("Keep it");
    assertThat(workspace.state().document()).isEqualTo(tried);
    assertThat(workspace.state().history().undoLabels()).containsExactly("Keep it", "Set replicas");
    workspace.undo();
    workspace.undo();
    assertThat(workspace.state().document()).isEqualTo(before);
  }

  @Test
  void partsCanBeKept() {
    workspace.tryOut();
    set(3);
    setRetries(1);
    ChangeParts parts = workspace.state().trial().orElseThrow().parts(workspace.state().document());
    assertThat(parts.parts()).hasSize(2);
    workspace.keepTrial("Keep one", List.of(parts.parts().getFirst()));
    assertThat(workspace.state().design().components().get("old").get(ComponentAttributes.REPLICAS))
        .contains(3);
    assertThat(workspace.state().design().links().get("bill").get(LinkAttributes.RETRIES))
        .isEmpty();
    assertThat(workspace.state().history().undoLabels()).containsExactly("Keep one");
  }

  @Test
  void aTrialInATrialIsTheSameTrial() {
    workspace.tryOut();
    set(3);
    workspace.tryOut();
    workspace.dropTrial();
    assertThat(workspace.state().document()).isEqualTo(before);
  }

  @Test
  void anUntouchedTrialIsNoStep() {
    workspace.tryOut();
    workspace.keepTrial("Keep nothing");
    assertThat(workspace.state().history().canUndo()).isFalse();
    assertThat(workspace.state().history().isDirty()).isFalse();
  }

  @Test
  void openingAnotherDesignEndsIt() {
    workspace.tryOut();
    workspace.open(before);
    assertThat(workspace.state().trial()).isEmpty();
  }

  @Test
  void itIsComparedWithWhatItBeganWith() {
    Deque<Runnable> later = new ArrayDeque<>();
    TrialComparison comparing =
        new TrialComparison(
            workspace,
            (one, other) -> ReviewDiff.of(one, other, REVIEWER, TODAY, Progress.UNWATCHED),
            later::add,
            Runnable::run,
            e -> {});
    List<Boolean> told = new ArrayList<>();
    comparing.onChange(() -> told.add(comparing.latest().isPresent()));
    workspace.tryOut();
    set(3);
    setRetries(1);
    assertThat(comparing.latest()).isEmpty();
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }
    ReviewDiff diff = comparing.latest().orElseThrow();
    assertThat(diff.document().design().differences()).hasSize(2);
    assertThat(diff.before().open()).isEqualTo(REVIEWER.review(before, TODAY).open().size());
    assertThat(told).contains(true);
    workspace.dropTrial();
    assertThat(comparing.latest()).isEmpty();
  }

  @Test
  void whatWasTriedIsSaidInWords() {
    workspace.tryOut();
    set(3);
    ReviewDiff diff =
        ReviewDiff.of(before, workspace.state().document(), REVIEWER, TODAY, Progress.UNWATCHED);
    ChangeParts parts = workspace.state().trial().orElseThrow().parts(workspace.state().document());
    assertThat(TrialRows.text(parts.parts().getFirst())).isEqualTo("old: replicas 1 → 3");
    assertThat(TrialRows.effects(diff))
        .hasSizeGreaterThanOrEqualTo(1)
        .allMatch(row -> !row.text().isBlank());
    assertThat(PlanWords.figures(diff.before(), diff.after()).getFirst().label())
        .isEqualTo("findings");
  }

  private static FixPlan plan(Document document, Progress progress) {
    Analysis analysis = Analysis.of(document.design(), SHOP.presets());
    Review review = REVIEWER.review(document, analysis, TODAY, Progress.UNWATCHED);
    return new FixEffects(REVIEWER, review, analysis, TODAY, progress).fixPlan();
  }

  @Test
  void aPlanIsWorkedOutAsideAndIsAboutItsDesign() {
    Deque<Runnable> later = new ArrayDeque<>();
    Planning planning =
        new Planning(workspace, TrialTest::plan, later::add, Runnable::run, e -> {});
    planning.start();
    assertThat(planning.isRunning()).isTrue();
    later.removeFirst().run();
    assertThat(planning.isRunning()).isFalse();
    assertThat(planning.isCurrent()).isTrue();
    FixPlan plan = planning.plan().orElseThrow();
    assertThat(PlanWords.headline(plan.before(), plan.bestSet().orElseThrow()))
        .matches("(One|Two|Three) changes? removes? \\d+ of \\d+ findings.*");
    set(3);
    assertThat(planning.isCurrent()).isFalse();
  }

  @Test
  void aPlanCanBeStopped() {
    Deque<Runnable> later = new ArrayDeque<>();
    Planning planning =
        new Planning(workspace, TrialTest::plan, later::add, Runnable::run, e -> {});
    planning.start();
    planning.cancel();
    assertThat(planning.isRunning()).isFalse();
    later.removeFirst().run();
    assertThat(planning.plan()).isEmpty();
  }
}
