package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Workers;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import dev.stillwater.testing.SmallDesigns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// A review that takes over from the one before an edit, or that several threads make, is the one
/// that a new judge makes alone.
class LiveReviewerProperties {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Workers TWO =
      Workers.with(task -> Thread.ofPlatform().daemon().start(task), 1);

  private final LiveReviewer live =
      new LiveReviewer(GoldenPresets.ALL, () -> RuleSet.BUILT_IN, TWO);

  @Property(seed = "20261129", tries = 60)
  void everyEditIsJudgedAsIfItWereNew(@ForAll long seed) {
    follow(SmallDesigns.any(seed), new Random(seed), 4);
  }

  @Property(seed = "20261129", tries = 3)
  void soIsEveryEditOfALargerDesign(@ForAll long seed) {
    follow(LargeDesigns.declared(60, 150), new Random(seed), 4);
  }

  /// Every second review is cancelled somewhere; what it left behind must not show.
  private void follow(Design begin, Random random, int edits) {
    Design design = begin;
    for (int step = 0; step <= edits; step++) {
      Document document = Document.of(design);
      cancelled(document, random.nextInt(2_000));
      assertThat(told(live.review(document, DAY))).isEqualTo(told(anew(document)));
      design = edited(design, random);
    }
  }

  private static Review anew(Document document) {
    return new Reviewer(GoldenPresets.ALL).review(document, DAY);
  }

  private void cancelled(Document document, int checks) {
    try {
      live.review(document, DAY, new Cancelling(checks));
    } catch (CancellationException e) {
      // as wanted
    }
  }

  private static Design edited(Design design, Random random) {
    List<Component> components = new ArrayList<>(design.components().all());
    List<Link> links = new ArrayList<>(design.links().all());
    if (components.isEmpty() || links.isEmpty()) {
      return design.with(new Component(design.freeId("added"), ComponentKind.SERVICE));
    }
    Component component = components.get(random.nextInt(components.size()));
    Component other = components.get(random.nextInt(components.size()));
    Link link = links.get(random.nextInt(links.size()));
    Timespan time = Timespan.ofMillis(1 + random.nextInt(9_000));
    return switch (random.nextInt(8)) {
      case 0 -> design.with(link.with(LinkAttributes.TIMEOUT, time));
      case 1 -> design.with(link.with(LinkAttributes.RETRIES, random.nextInt(4)));
      case 2 -> design.with(component.with(ComponentAttributes.P99, time));
      case 3 -> design.with(component.with(ComponentAttributes.NAME, "renamed"));
      case 4 -> design.with(new Link(design.freeId("drawn"), component.id(), other.id()));
      case 5 -> design.without(List.of(), List.of(link.id()));
      case 6 -> design.without(List.of(component.id()), List.of());
      default -> design.with(component.with(ComponentAttributes.REPLICAS, 1 + random.nextInt(4)));
    };
  }

  /// Everything that people are told, line by line.
  private static List<String> told(Review review) {
    List<String> lines = new ArrayList<>();
    for (ReviewedFinding found : review.findings()) {
      Finding it = found.finding();
      lines.add(found.key() + " " + found.standing() + " " + it.severity() + " " + it.message());
      lines.add(it.detail() + it.because() + it.components() + it.links() + it.journeysLost());
      lines.add(it.chain() + " " + it.probes());
      for (Recommendation recommendation : it.recommendations()) {
        lines.add(recommendation.toString());
      }
    }
    review.questions().forEach(question -> lines.add(question.key() + question.text()));
    review.rules().forEach(status -> lines.add(status.toString()));
    for (JourneyVerdict verdict : review.journeys()) {
      lines.add(verdict.journey().id() + verdict.stoppedBy() + verdict.worstLatency());
    }
    return lines;
  }

  /// Whatever the moment of cancelling, nothing but the exception comes of it, and soon.
  @Example
  void aReviewEndsAtWhicheverMomentItIsCancelled() {
    Document document = Document.of(SmallDesigns.any(11));
    Cancelling never = new Cancelling(Integer.MAX_VALUE);
    new Reviewer(GoldenPresets.ALL).review(document, DAY, never);
    int moments = never.asked;
    assertThat(moments).isGreaterThan(500);
    for (int moment = 0; moment < moments; moment += 1 + moments / 400) {
      Cancelling cancelling = new Cancelling(moment);
      try {
        new Reviewer(GoldenPresets.ALL).review(document, DAY, cancelling);
        assertThat(moment).as("it was cancelled and went on").isEqualTo(moments);
      } catch (CancellationException e) {
        assertThat(cancelling.asked).as("asked no more").isEqualTo(moment + 1);
      }
    }
  }

  /// The more there is to do, the more often a review asks: no loop over everything goes unasked.
  @Example
  void aReviewAsksAtLeastOnceForEachElementAndRule() {
    Design design = LargeDesigns.of(200, 600);
    Cancelling never = new Cancelling(Integer.MAX_VALUE);
    Reviewer reviewer = new Reviewer(GoldenPresets.ALL);
    reviewer.analysis(design, never);
    assertThat(never.asked).as("while the design is compiled").isGreaterThan(3 * 800);
    int compiled = never.asked;
    reviewer.review(Document.of(design), DAY, never);
    assertThat(never.asked - compiled).as("while it is judged").isGreaterThan(20 * 800);
  }

  /// Lets go on for so many questions.
  private static final class Cancelling implements Progress {
    private final int most;
    private int asked;

    Cancelling(int most) {
      this.most = most;
    }

    @Override
    public void report(int done, int total) {}

    @Override
    public synchronized boolean isCancelled() {
      return asked++ >= most;
    }
  }
}
