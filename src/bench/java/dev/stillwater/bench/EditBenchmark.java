package dev.stillwater.bench;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.LiveReviewer;
import dev.stillwater.review.Review;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A review after one random edit of a design that was just reviewed. Goal: 50 ms at 1,000/6,000,
/// 95th percentile.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 10)
@Measurement(iterations = 5, time = 10)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class EditBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  /// Components/links.
  @Param({"200/600", "1000/6000"})
  private String size = "";

  private final LiveReviewer live =
      new LiveReviewer(GoldenPresets.ALL, () -> RuleSet.BUILT_IN, Processors.ALL);
  private RandomEdits edits = new RandomEdits(Design.empty(""));
  private Document document = Document.of(Design.empty(""));

  @Setup
  public void setUp() {
    String[] sizes = size.split("/");
    Design design = LargeDesigns.of(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
    edits = new RandomEdits(design);
    live.review(Document.of(design), DAY);
  }

  @Setup(Level.Invocation)
  public void edit() {
    document = Document.of(edits.next());
  }

  @Benchmark
  public Review afterOneEdit() {
    return live.review(document, DAY);
  }
}
