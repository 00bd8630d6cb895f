package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class HastyDeadLettersTest {
  private static final HastyDeadLetters RULE = new HastyDeadLetters();

  @Test
  void aFunctionIsThrottledMoreOften() {
    Reviewed.expectFlags(
        RULE,
        """
        queue d
        queue two dlq=d maxReceives=2            # FLAG REL-QU-008 low
        queue three dlq=d maxReceives=3
        queue four dlq=d maxReceives=4           # FLAG REL-QU-008 low
        queue five dlq=d maxReceives=5
        queue mixed dlq=d maxReceives=4          # FLAG REL-QU-008 low
        queue open maxReceives=1
        queue unknown dlq=d
        topic t dlq=d maxReceives=1
        worker w
        function f
        two -> w id=x
        three -> w
        four -> f
        five -> f
        mixed -> w
        mixed -> f
        open -> w
        unknown -> w
        t -> w
        journey j path=x importance=critical
        """);
  }

  @Test
  void theNumbersAreSettings() {
    String design =
        "settings dlqReceives=%s\nqueue d\nqueue q dlq=d maxReceives=6\nworker w\nq -> w";
    assertThat(Reviewed.of(design.formatted(6)).of(RULE)).isEmpty();

    Reviewed before = Reviewed.of(design.formatted(8));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").get(ComponentAttributes.MAX_RECEIVES))
        .contains(8);
  }

  @Test
  void fiveTriesAreUsual() {
    Reviewed before = Reviewed.of("queue d\nqueue q dlq=d maxReceives=1\nworker w\nq -> w");
    assertThat(before.only(RULE).because().getFirst()).contains("after one try, fewer than three");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").get(ComponentAttributes.MAX_RECEIVES))
        .contains(5);
  }

  @Test
  void aFunctionIsNamedBecauseItNeedsMore() {
    assertThat(
            Reviewed.of(
                    "queue d\nqueue q dlq=d maxReceives=4\nworker w\nfunction f\nq -> w\nq -> f")
                .only(RULE)
                .because()
                .getFirst())
        .contains("after four tries, fewer than five that a function such as f should have:");
  }
}
