package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.FixSummary.Delta;
import dev.stillwater.editor.FixSummary.Turn;
import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.review.FixEffect;
import dev.stillwater.review.Review;
import dev.stillwater.rules.Finding;
import dev.stillwater.testing.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixSummaryTest {
  private final Review review = Checkout.review(Checkout.document());
  private final Finding slow = review.findings().get(1).finding();
  private final Design design = review.document().design();

  private FixSummary summary(
      double latencyBefore, double latencyAfter, List<String> lostAfter, List<String> brings) {
    return FixSummary.of(
        review,
        new FixEffect(
            design,
            List.of("place-order"),
            lostAfter,
            latencyBefore,
            latencyAfter,
            3,
            3,
            List.of("a", "b"),
            brings));
  }

  @Test
  void tellsWhatGetsBetter() {
    FixSummary summary = summary(15_300, 2_600, List.of(), List.of());
    assertThat(summary.deltas())
        .containsExactly(
            new Delta("journey lost", "1", "0", Turn.BETTER),
            new Delta("worst latency", "15.3 s", "2.6 s", Turn.BETTER));
    assertThat(summary.gone()).isEqualTo(2);
  }

  @Test
  void tellsWhatGetsWorseAndWhatStays() {
    FixSummary summary =
        summary(1_000, Double.POSITIVE_INFINITY, List.of("place-order"), List.of());
    assertThat(summary.deltas())
        .containsExactly(
            new Delta("journey lost", "1", "1", Turn.SAME),
            new Delta("worst latency", "1.0 s", "unlimited", Turn.WORSE));
  }

  @Test
  void whatNobodyKnowsIsNoDifference() {
    assertThat(summary(Double.NaN, 5, List.of(), List.of()).deltas()).hasSize(1);
    assertThat(
            summary(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, List.of(), List.of())
                .deltas())
        .hasSize(1);
  }

  @Test
  void followUpsHaveTheTitleOfTheirRule() {
    FixSummary summary = summary(1, 1, List.of(), List.of("REL-QU-001@jobs", "REL-RP-002@a -> b"));
    assertThat(summary.follow())
        .containsExactly("Queue without a dead-letter queue (jobs)", "REL-RP-002 (a → b)");
  }

  @Test
  void namesWhatIsAdded() {
    FixEffect effect = Checkout.effect(review, slow, 0);
    assertThat(FixSummary.of(review, effect).change())
        .isEqualTo("adds topic order-events, email-queue");
  }

  @Test
  void namesWhatIsDeclaredAndWhatIsNoLonger() {
    Design edited =
        design.with(
            design
                .links()
                .get("pay")
                .with(LinkAttributes.TIMEOUT, Timespan.parse("2s").orElseThrow())
                .without(LinkAttributes.RETRIES));
    assertThat(FixSummary.change(design, edited)).isEqualTo("pay: timeout 2 s, no retries");
  }

  @Test
  void namesWhatIsRemoved() {
    assertThat(FixSummary.change(design, design.without(List.of("loyalty"), List.of())))
        .contains("removes loyalty");
    assertThat(FixSummary.change(design, design)).isEmpty();
  }
}
