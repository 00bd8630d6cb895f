package dev.stillwater.bench;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A full review, nothing known before. Goals: 16 ms at 200/600, 150 ms at 1,000/6,000.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 8)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ReviewBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  /// Components/links.
  @Param({"50/100", "200/600", "1000/6000"})
  private String size = "";

  /// Processors that it may use.
  @Param({"1", "all"})
  private String threads = "";

  private Document document = Document.of(Design.empty(""));
  private Reviewer reviewer = new Reviewer(GoldenPresets.ALL);

  @Setup
  public void setUp() {
    String[] sizes = size.split("/");
    document = Document.of(LargeDesigns.of(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1])));
    reviewer = new Reviewer(GoldenPresets.ALL, RuleSet.BUILT_IN, Processors.of(threads));
  }

  @Benchmark
  public Review review() {
    return reviewer.review(document, DAY);
  }
}
