package dev.stillwater.bench;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A design of 20,000 components and 200,000 links in 2 GB of heap. Goals: reviewed within 60 s by
/// a virtual machine that has just started; cancelled within 100 ms, whatever it is at.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class LargeReview {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final Reviewer reviewer =
      new Reviewer(GoldenPresets.ALL, RuleSet.BUILT_IN, Processors.ALL);
  private Document document = Document.of(Design.empty(""));

  @Setup
  public void setUp() {
    document = Document.of(LargeDesigns.of(20_000, 200_000));
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Review review() {
    Told told = new Told();
    Review review = reviewer.review(document, DAY, told);
    System.out.println("told of progress " + told.reports + " times");
    return review;
  }

  /// How long a review goes on after it was cancelled: at a random moment of its first 40 seconds,
  /// again and again.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @Warmup(iterations = 1, time = 1, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 15, time = 1, timeUnit = TimeUnit.MILLISECONDS)
  public boolean cancel(Running running) throws InterruptedException {
    running.told.isCancelled = true;
    running.thread.join();
    return running.told.isCancelled;
  }

  /// A review that runs when the measurement begins.
  @State(Scope.Thread)
  public static class Running {
    private final Random random = new Random(3);
    private Told told = new Told();
    private Thread thread = new Thread(() -> {});

    @Setup(Level.Invocation)
    public void begin(LargeReview large) throws InterruptedException {
      told = new Told();
      thread =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  large.reviewer.review(large.document, DAY, told);
                } catch (CancellationException e) {
                  // as wanted
                }
              });
      thread.join(random.nextInt(40_000));
    }
  }

  private static final class Told implements Progress {
    private volatile boolean isCancelled;
    private volatile int reports;

    @Override
    public synchronized void report(int done, int total) {
      reports++;
    }

    @Override
    public boolean isCancelled() {
      return isCancelled;
    }
  }
}
