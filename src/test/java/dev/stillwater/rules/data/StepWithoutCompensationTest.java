package dev.stillwater.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class StepWithoutCompensationTest {
  private static final StepWithoutCompensation RULE = new StepWithoutCompensation();

  @Test
  void workflowsWithTwoStepsThatStayDone() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        workflow two managed=true                    # FLAG REL-DA-006 low
        workflow mixed managed=true                  # FLAG REL-DA-006 low
        workflow last managed=true
        workflow reads managed=true
        queue q preset=sqs-standard
        external x
        c -> two id=start timeout=1s
        two -> x id=a effect=write timeout=1s
        two -> x id=b effect=idempotent-write timeout=1s
        mixed -> x id=d effect=write timeout=1s compensated=true
        mixed -> q id=e effect=write timeout=1s
        mixed -> x id=f effect=write timeout=1s
        last -> x id=g effect=write timeout=1s compensated=true
        last -> x id=h effect=write timeout=1s
        reads -> x id=i effect=read timeout=1s
        reads -> x id=k effect=write timeout=1s
        journey j path=start,a class=soft importance=critical
        """);
  }

  @Test
  void itNamesTheStepsAndTheFixCoversThem() {
    String trip = "workflow w\nexternal x\nw -> x id=a effect=write\nw -> x id=b effect=write";
    Finding finding = Reviewed.of(trip).only(RULE);
    assertThat(finding.links()).containsExactly("a", "b");
    assertThat(finding.because().getFirst()).contains("two steps of w").contains("a and b");
    EachFix.removes(RULE, trip, "AddCompensation(a, b)");
  }

  @Test
  void undeclaredEffectsAreNotEnoughToJudge() {
    assertThat(
            Reviewed.of("workflow w\nexternal x\nw -> x id=a effect=write\nw -> x id=b")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void oneStepNeedsNone() {
    assertThat(Reviewed.of("workflow w\nexternal x\nw -> x effect=write").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}
