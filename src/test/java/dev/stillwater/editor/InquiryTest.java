package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class InquiryTest {
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<Object> told = new ArrayList<>();
  private final Inquiry<String> inquiry = new Inquiry<>(background::add, Runnable::run, told::add);

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  @Test
  void theAnswerComesOnce() {
    inquiry.ask(progress -> "answer", told::add, part -> {});
    assertThat(inquiry.isRunning()).isTrue();
    work();
    assertThat(told).containsExactly("answer");
    assertThat(inquiry.isRunning()).isFalse();
  }

  @Test
  void askingAnewDropsTheOlderAnswer() {
    inquiry.ask(progress -> "old", told::add, part -> {});
    inquiry.ask(progress -> "new", told::add, part -> {});
    work();
    assertThat(told).containsExactly("new");
  }

  @Test
  void whatRunsNoticesThatNobodyWantsToKnow() {
    inquiry.ask(
        progress -> {
          told.add("begun");
          inquiry.cancel();
          progress.check();
          told.add("went on");
          return "late";
        },
        told::add,
        part -> {});
    work();
    assertThat(told).containsExactly("begun");
    assertThat(inquiry.isRunning()).isFalse();
  }

  @Test
  void progressIsToldInStepsThatCanBeSeen() {
    inquiry.ask(
        progress -> {
          for (int done = 1; done <= 10_000; done++) {
            progress.report(done, 10_000);
          }
          return "done";
        },
        told::add,
        told::add);
    work();
    assertThat(told).hasSizeBetween(50, 102).endsWith("done");
  }

  @Test
  void whatGoesWrongIsTold() {
    IllegalStateException problem = new IllegalStateException("no");
    inquiry.ask(
        progress -> {
          throw problem;
        },
        told::add,
        part -> {});
    work();
    assertThat(told).containsExactly(problem);
    assertThat(inquiry.isRunning()).isFalse();
  }
}
