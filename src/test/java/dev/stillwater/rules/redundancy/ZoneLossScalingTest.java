package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Scaling;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ZoneLossScalingTest {
  private static final ZoneLossScaling RULE = new ZoneLossScaling();

  @Test
  void onlyWhatScalesByItself() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service auto replicas=3 zones=a,b,c capacity=30 scaling=auto     # FLAG REL-RZ-004 high
        service fixed replicas=3 zones=a,b,c capacity=30
        service enough replicas=6 zones=a,b,c capacity=30 scaling=auto
        c -> auto id=in timeout=1s rate=70
        auto -> fixed timeout=1s
        auto -> enough timeout=1s
        journey j path=in importance=critical
        """);
  }

  @Test
  void theReplicasAreThereBeforeTheyAreNeeded() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s replicas=10 zones=a,b capacity=100 scaling=auto scaleOut=6m
            c -> s id=in timeout=1s rate=800
            """);
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.recommendations().getFirst().edit().signature())
        .isEqualTo("PreScale(s, 16)");
    assertThat(finding.recommendations().getFirst().tradeOff()).contains("Six", "6 min");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("s").get(ComponentAttributes.SCALING))
        .contains(Scaling.AUTO);
  }

  @Test
  void itSaysThatStartingTakesTime() {
    Finding finding =
        Reviewed.of(
                "client c\nservice s replicas=10 zones=a,b capacity=100 scaling=auto\n"
                    + "c -> s timeout=1s rate=800")
            .only(RULE);
    assertThat(finding.message())
        .isEqualTo("Without one zone s has to start replicas before it can carry its peak");
    assertThat(finding.because().getFirst()).contains("until new replicas serve");
  }
}
