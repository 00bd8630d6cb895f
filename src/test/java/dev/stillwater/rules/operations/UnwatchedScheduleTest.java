package dev.stillwater.rules.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class UnwatchedScheduleTest {
  private static final UnwatchedSchedule RULE = new UnwatchedSchedule();

  @Test
  void schedulersWithoutAnAlarm() {
    Reviewed.expectFlags(
        RULE,
        """
        scheduler nightly                              # FLAG REL-OP-004 info
        scheduler hourly alarms=false criticality=critical   # FLAG REL-OP-004 info
        scheduler watched alarms=true
        scheduler spare criticality=best-effort
        client c
        service s
        nightly -> s id=run timeout=1s
        journey j path=run importance=critical class=offline
        """);
  }

  @Test
  void theAlarmEndsIt() {
    Reviewed before = Reviewed.of("scheduler nightly");

    assertThat(before.after(before.only(RULE).recommendations().getFirst().edit()).of(RULE))
        .isEmpty();
  }

  @Test
  void schedulersCanDeclareAlarms() {
    assertThat(ComponentAttributes.ALARMS.appliesTo(ComponentKind.SCHEDULER)).isTrue();
    assertThat(ComponentAttributes.ALARMS.appliesTo(ComponentKind.CLIENT)).isFalse();
  }
}
