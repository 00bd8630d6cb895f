package dev.stillwater.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class UnknownRealTimeClassTest {
  private static final UnknownRealTimeClass RULE = new UnknownRealTimeClass();

  @Test
  void eachJourneyWithoutAClassIsFlaggedAndOnlyLow() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s
        c -> s id=l timeout=1s
        journey undeclared path=l importance=critical    # FLAG REL-KS-001 low
        journey unknown entry=l class=unknown            # FLAG REL-KS-001 low
        journey known path=l class=offline
        """);
  }

  @Test
  void everyAnswerSettlesTheQuestion() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            c -> s id=l timeout=1s
            journey j path=l
            """);
    assertThat(before.results().questions()).hasSize(1);
    Question question = before.results().questions().getFirst();
    assertThat(question.key()).isEqualTo("REL-KS-001@j");
    assertThat(question.text()).endsWith("?");

    assertThat(question.answers().stream().map(answer -> before.after(answer.edit())))
        .hasSize(3)
        .allSatisfy(after -> {
          assertThat(after.of(RULE)).isEmpty();
          assertThat(after.results().questions()).isEmpty();
        })
        .extracting(after -> after.design().journeys().get("j").realTimeClass())
        .containsExactly(RealTimeClass.HARD, RealTimeClass.SOFT, RealTimeClass.OFFLINE);
  }

  @Test
  void itsFixesOnlyDeclare() {
    Reviewed before = Reviewed.of("client c\nservice s\nc -> s id=l timeout=1s\njourney j path=l");
    assertThat(before.only(RULE).recommendations()).hasSize(3).allMatch(fix -> fix.declaresOnly());
  }

  @Test
  void withoutJourneysThereIsNothingToAsk() {
    assertThat(Reviewed.of("client c\nservice s\nc -> s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
