package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.edits.PatternChoice.Situation;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternChoiceTest {
  @ParameterizedTest
  @CsvSource({
    // need, effect, ordered, consumers, owners, steps, rate, waits, pushed, what is chosen
    "ACK_NOW, WRITE, false, 1, 0, 0, 50, HARD, false, sqs-standard",
    "LATER, WRITE, false, 1, 0, 0, NaN, UNKNOWN, false, sqs-standard",
    "LATER, IDEMPOTENT_WRITE, false, 1, 1, 1, 90000, SOFT, false, sqs-standard",
    "LATER, WRITE, true, 1, 0, 0, 3000, HARD, false, sqs-fifo",
    "LATER, WRITE, true, 1, 0, 0, NaN, HARD, false, sqs-fifo",
    "LATER, WRITE, true, 1, 0, 0, 3001, HARD, false, kinesis",
    "ACK_NOW, WRITE, false, 2, 0, 0, 50, HARD, false, sns",
    "ACK_NOW, WRITE, false, 3, 1, 0, 50, HARD, false, sns",
    "ACK_NOW, WRITE, false, 3, 2, 0, 50, HARD, false, eventbridge",
    "ACK_NOW, WRITE, true, 3, 2, 0, 50, HARD, false, kinesis",
    "RESULT_NOW, WRITE, false, 1, 0, 0, 50, HARD, false, alb",
    "RESULT_NOW, WRITE, false, 1, 0, 0, 50, OFFLINE, false, alb",
    "UNKNOWN, READ, false, 1, 0, 0, 50, HARD, false, alb",
    "LATER, READ, false, 2, 0, 0, 50, SOFT, false, alb",
    "RESULT_NOW, WRITE, false, 3, 0, 3, 50, HARD, false, step-functions-standard",
    "RESULT_NOW, WRITE, false, 3, 0, 3, 2000, HARD, false, step-functions-standard",
    "RESULT_NOW, WRITE, false, 3, 0, 3, 2001, HARD, false, step-functions-express",
    "UNKNOWN, WRITE, false, 1, 0, 0, 50, HARD, true, sqs-standard",
    "UNKNOWN, READ, true, 1, 0, 0, 50, HARD, true, sqs-fifo",
    "UNKNOWN, WRITE, false, 1, 0, 0, 50, HARD, false, ask",
    "UNKNOWN, WRITE, false, 4, 2, 0, 50, HARD, false, ask",
  })
  void theSituationDecides(
      Need need,
      Effect effect,
      boolean ordered,
      int consumers,
      int owners,
      int steps,
      double rate,
      RealTimeClass waits,
      boolean pushed,
      String chosen) {
    Situation situation =
        new Situation(need, effect, ordered, consumers, owners, steps, rate, waits, pushed);

    assertThat(PatternChoice.of(situation).map(PatternChoice::preset).orElse("ask"))
        .isEqualTo(chosen);
    PatternChoice.of(situation)
        .ifPresent(
            choice -> assertThat(choice.reason()).matches("An? .*because .*; not an? .*\\."));
    PatternChoice.of(situation)
        .ifPresent(choice ->
            assertThat(Product.of(choice.preset()).orElseThrow().kind()).isEqualTo(choice.kind()));
  }

  @Test
  void theReasonNamesWhatWasNotChosen() {
    Situation two =
        new Situation(Need.LATER, Effect.WRITE, false, 2, 0, 0, 50, RealTimeClass.HARD, false);

    assertThat(PatternChoice.of(two).orElseThrow().reason())
        .isEqualTo(
            "A topic, because two independent consumers want the same message; not a queue, because"
                + " its consumers would share the messages instead of each getting all.");
  }
}
