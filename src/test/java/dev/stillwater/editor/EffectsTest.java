package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.Fix;
import dev.stillwater.review.Review;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Verification;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class EffectsTest {
  /// Runs what it is given when told to.
  private static final class Later implements Executor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    void runOne() {
      tasks.removeFirst().run();
    }
  }

  private final List<String> measured = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final Later background = new Later();
  private final Effects effects =
      new Effects(
          review -> {
            begun.add(review.document().design().name());
            return finding -> {
              if (finding.subject().equals("broken")) {
                throw new IllegalStateException("no luck");
              }
              measured.add(finding.subject());
              return List.<Fix>of();
            };
          },
          background,
          Runnable::run,
          failures::add);

  private static Review review(String name) {
    return new Review(
        Document.of(Design.empty(name)), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static Finding finding(String subject) {
    RuleInfo rule =
        new RuleInfo(
            "REL-LC-001",
            "title",
            Severity.MEDIUM,
            FailureCategory.SHARED_FATE,
            List.of(),
            new Verification("", "", ""));
    return new Finding(
        rule,
        Severity.MEDIUM,
        subject,
        null,
        "message",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void theLatestWishIsNextAndTheOnesBetweenAreForgotten() {
    effects.onMeasured(told::add);
    Review review = review("one");
    effects.want(review, finding("a"));
    effects.want(review, finding("b"));
    effects.want(review, finding("c"));
    background.runOne();
    background.runOne();
    assertThat(background.tasks).isEmpty();
    assertThat(measured).containsExactly("a", "c");
    assertThat(told).containsExactly("REL-LC-001@a", "REL-LC-001@c");
  }

  @Test
  void whatIsKnownIsNotMeasuredAgain() {
    Review review = review("one");
    effects.want(review, finding("a"));
    background.runOne();
    effects.want(review, finding("a"));
    assertThat(background.tasks).isEmpty();
    assertThat(effects.of("REL-LC-001@a")).isPresent();
  }

  @Test
  void aReviewIsBegunOnce() {
    Review review = review("one");
    effects.want(review, finding("a"));
    background.runOne();
    effects.want(review, finding("b"));
    background.runOne();
    assertThat(begun).containsExactly("one");
  }

  @Test
  void anotherReviewForgetsAndALateResultIsDropped() {
    Review one = review("one");
    effects.want(one, finding("a"));
    effects.want(review("two"), finding("b"));
    background.runOne();
    assertThat(effects.of("REL-LC-001@a")).isEmpty();
    background.runOne();
    assertThat(effects.of("REL-LC-001@b")).isPresent();
    assertThat(begun).containsExactly("one", "two");
  }

  @Test
  void aBrokenOneIsToldAndTheNextGoesOn() {
    Review review = review("one");
    effects.want(review, finding("broken"));
    effects.want(review, finding("b"));
    background.runOne();
    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    background.runOne();
    assertThat(effects.of("REL-LC-001@b")).isPresent();
  }
}
