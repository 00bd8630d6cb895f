package dev.stillwater.rules.kind;

import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.Declarations;
import dev.stillwater.model.Journey;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Question.Answer;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A journey of which nobody said how long somebody can wait for it.
public final class UnknownRealTimeClass extends Smell {
  public UnknownRealTimeClass() {
    super("REL-KS-001", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.graph().journeys()) {
      Journey journey = reach.journey();
      checks.examined(journey.id());
      if (journey.realTimeClass() != RealTimeClass.UNKNOWN) {
        continue;
      }
      checks
          .flag(journey)
          .message("Nobody has said how long %s may take", journey)
          .because(
              "Flagged because the real-time class of %s is undeclared: whether a queue, a retry "
                  + "or a replica helps depends on whether somebody waits for the answer.",
              journey.name())
          .on(reach.edges())
          .declare(
              Declarations.setJourneyClass(journey, RealTimeClass.HARD),
              "Queues are ruled out wherever the answer is needed.")
          .declare(
              Declarations.setJourneyClass(journey, RealTimeClass.SOFT),
              "The answer may come minutes later, and somebody must be able to ask for it.")
          .declare(
              Declarations.setJourneyClass(journey, RealTimeClass.OFFLINE),
              "Only the end of the batch window counts.")
          .raise();
      checks.ask(
          new Question(
              info().id() + "@" + journey.id(),
              "How long can somebody wait for " + journey.name() + "?",
              journey.id(),
              "class",
              List.of(
                  answer(
                      "Seconds: somebody waits (hard, synchronous)", journey, RealTimeClass.HARD),
                  answer("Minutes (soft, asynchronous)", journey, RealTimeClass.SOFT),
                  answer("Until a window ends (offline, batch)", journey, RealTimeClass.OFFLINE))));
    }
  }

  private static Answer answer(String title, Journey journey, RealTimeClass realTimeClass) {
    return new Answer(title, Declarations.setJourneyClass(journey, realTimeClass));
  }
}
