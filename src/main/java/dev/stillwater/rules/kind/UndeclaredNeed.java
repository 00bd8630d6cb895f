package dev.stillwater.rules.kind;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Question.Answer;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A synchronous write on a journey of which nobody said whether the caller uses the answer.
public final class UndeclaredNeed extends Smell {
  public UndeclaredNeed() {
    super("REL-KS-007", Severity.INFO, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      if (!edge.isMutating() || context.graph().journeysOf(edge).isEmpty()) {
        continue;
      }
      checks.examined(edge);
      if (edge.need() != Need.UNKNOWN) {
        continue;
      }
      checks
          .flag(edge)
          .message("What %s needs from %s is undeclared", edge.from(), edge.to())
          .because(
              "Flagged because %s writes synchronously and its need is undeclared: a queue helps "
                  + "where an acknowledgement is enough and harms where the answer is used.",
              edge)
          .declare(
              Declarations.setNeed(edge, Need.RESULT_NOW),
              "Rules out a queue; bound the call instead.")
          .declare(Declarations.setNeed(edge, Need.ACK_NOW), "A queue may then be advised.")
          .declare(Declarations.setNeed(edge, Need.LATER), "A queue may then be advised.")
          .raise();
      checks.ask(
          new Question(
              info().id() + "@" + edge.subject(),
              "What does "
                  + Words.name(edge.from())
                  + " need from "
                  + Words.name(edge.to())
                  + " before it can go on?",
              edge.subject(),
              "need",
              List.of(
                  answer("The result: it uses the answer", edge, Need.RESULT_NOW),
                  answer("An acknowledgement that the work will be done", edge, Need.ACK_NOW),
                  answer("Nothing: nobody waits for it", edge, Need.LATER))));
    }
  }

  private static Answer answer(String title, Edge edge, Need need) {
    return new Answer(title, Declarations.setNeed(edge, need));
  }
}
