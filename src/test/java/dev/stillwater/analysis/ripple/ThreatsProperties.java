package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Node;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.SmallDesigns;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ThreatsProperties {
  @Property(seed = "20261129", tries = 1500)
  void noFailureTakesDownMoreJourneysThanItThreatens(@ForAll long seed) {
    Analysis analysis = Analysis.of(SmallDesigns.any(seed), GoldenPresets.ALL);
    for (Node node : analysis.graph().nodes()) {
      for (Failure how : List.of(Failure.CRASH, Failure.GREY, Failure.ERROR, Failure.OVERLOAD)) {
        assertThat(analysis.losses(new Injection(node.id(), how)).down())
            .as("%s of %s", how, node)
            .hasSizeLessThanOrEqualTo(analysis.mostLost(node));
      }
    }
  }

  @Example
  void whatNoJourneyRestsOnThreatensNone() {
    Analysis analysis =
        DesignFixture.parse(
                """
                client shopper
                service order
                relational-db db
                queue mail
                worker mailer
                client clerk
                service stock
                shopper -> order id=buy
                order -> db
                order -> mail
                mail -> mailer
                clerk -> stock id=count
                stock -> db
                journey shop entry=buy
                """)
            .analysis();
    assertThat(analysis.mostLost(analysis.graph().node("db"))).isEqualTo(1);
    assertThat(analysis.mostLost(analysis.graph().node("mailer")))
        .as("its queue may fill up")
        .isEqualTo(1);
    assertThat(analysis.mostLost(analysis.graph().node("stock"))).isZero();
    assertThat(analysis.mostLost(analysis.graph().node("clerk"))).isZero();
  }
}
