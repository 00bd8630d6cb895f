package dev.stillwater.bench;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.util.ArrayList;
import java.util.List;
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

/// The table of all components of a 1,000/6,000 design and four ways to fail, compiling the design
/// included. Goal: 1 s on two processors.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ImpactTableBenchmark {
  private static final List<Failure> WAYS =
      List.of(Failure.CRASH, Failure.GREY, Failure.ERROR, Failure.OVERLOAD);

  /// Processors that it may use.
  @Param({"1", "all"})
  private String threads = "";

  private Design design = Design.empty("");
  private List<Injection> injections = List.of();

  @Setup
  public void setUp() {
    design = LargeDesigns.of(1_000, 6_000);
    injections = new ArrayList<>();
    for (Node node : Analysis.of(design, Presets.NONE).graph().nodes()) {
      WAYS.forEach(how -> injections.add(new Injection(node.id(), how)));
    }
  }

  @Benchmark
  public ImpactTable table() {
    Analysis analysis =
        Analysis.of(design, GoldenPresets.ALL, Progress.UNWATCHED, Processors.of(threads));
    return ImpactTable.of(analysis, injections, Progress.UNWATCHED);
  }
}
