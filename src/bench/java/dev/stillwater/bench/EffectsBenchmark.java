package dev.stillwater.bench;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.Fix;
import dev.stillwater.review.FixEffects;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the fixes of a design of 100 components and 250 links would change: of the first finding,
/// as the window asks when somebody selects it, and of all, as a report does.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class EffectsBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final Reviewer reviewer =
      new Reviewer(GoldenPresets.ALL, RuleSet.BUILT_IN, Processors.ALL);
  private Analysis analysis = reviewer.analysis(Design.empty(""), Progress.UNWATCHED);
  private Review review =
      reviewer.review(Document.of(Design.empty("")), analysis, DAY, Progress.UNWATCHED);

  @Setup
  public void setUp() {
    Design design = LargeDesigns.of(100, 250);
    analysis = reviewer.analysis(design, Progress.UNWATCHED);
    review = reviewer.review(Document.of(design), analysis, DAY, Progress.UNWATCHED);
  }

  private FixEffects effects() {
    return new FixEffects(reviewer, review, analysis, DAY, Progress.UNWATCHED);
  }

  @Benchmark
  public List<Fix> ofOneFinding() {
    Finding finding = review.findings().getFirst().finding();
    return effects().ranked(finding);
  }

  @Benchmark
  public Map<String, List<Fix>> ofAll() {
    return effects().all();
  }
}
