package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ReconnectStormTest {
  private static final ReconnectStorm RULE = new ReconnectStorm();

  @Test
  void manyConnectionsWithoutJitter() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        queue q preset=sqs-standard
        c -> s id=many connections=1000 timeout=1s                             # FLAG REL-OV-008 high
        c -> s id=few connections=999 timeout=1s
        c -> s id=spread connections=1000 jitter=true timeout=1s
        c -> s id=requests rate=5000 timeout=1s
        c -> q id=hand connections=5000 timeout=1s                             # FLAG REL-OV-008 medium
        c -> s id=balanced connections=5000 timeout=1s coupling=loose-sync     # FLAG REL-OV-008 medium
        journey j path=many class=hard importance=critical
        """);
  }

  @Test
  void theNumberIsASetting() {
    assertThat(
            Reviewed.of(
                    "settings connections=10\n"
                        + "client c\n"
                        + "service s\n"
                        + "c -> s connections=10 timeout=1s")
                .of(RULE))
        .hasSize(1);
  }

  @Test
  void randomMomentsHelpAndBoundedAdmissionToo() {
    Reviewed before =
        Reviewed.of(
            "client c\n"
                + "service s replicas=2 capacity=100\n"
                + "c -> s id=l connections=10000 timeout=1s");
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst()).contains("50.0 s worth of its whole capacity");
    assertThat(finding.recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly("SetJitter(l)", "SetJitter(l, with admission at s)");
    for (Recommendation each : finding.recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
    Reviewed slow = before.after(finding.recommendations().get(1).edit());
    assertThat(slow.design().components().get("s").get(ComponentAttributes.ADMISSION))
        .contains(Admission.LIMIT);
  }

  @Test
  void whoRefusesAlreadyIsNotToldTo() {
    assertThat(
            Reviewed.of(
                    "client c\nservice s admission=priority\nc -> s connections=5000 timeout=1s")
                .only(RULE)
                .recommendations())
        .hasSize(1);
  }

  @Test
  void whereNothingIsServedNoTimeIsSaid() {
    for (String callee : new String[] {"service s", "service s capacity=0"}) {
      assertThat(
              Reviewed.of("client c\n" + callee + "\nc -> s connections=5000 timeout=1s")
                  .only(RULE)
                  .because()
                  .getFirst())
          .endsWith("all of them open again at once.");
    }
  }
}
