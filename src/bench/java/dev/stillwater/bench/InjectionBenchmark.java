package dev.stillwater.bench;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.Toll;
import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.util.Comparator;
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

/// One failure in a design of 20,000 components and 200,000 links, compiled before. Goal: 50 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class InjectionBenchmark {
  /// The component with most callers, the 200th and the 5,000th by callers, and half of all
  /// components at once.
  @Param({"hub", "busy", "usual", "collapse"})
  private String target = "";

  @Param({"CRASH", "GREY", "ERROR"})
  private Failure how = Failure.CRASH;

  private Analysis analysis = Analysis.of(Design.empty(""), Presets.NONE);
  private Injection injection = new Injection(List.of(), Failure.CRASH);

  @Setup
  public void setUp() {
    analysis = Analysis.of(LargeDesigns.of(20_000, 200_000), GoldenPresets.ALL);
    List<String> byCallers =
        analysis.graph().nodes().stream()
            .sorted(
                Comparator.comparingInt((Node node) -> -analysis.graph().in(node).length)
                    .thenComparing(Node::id))
            .map(Node::id)
            .toList();
    List<String> targets =
        switch (target) {
          case "hub" -> byCallers.subList(0, 1);
          case "busy" -> byCallers.subList(199, 200);
          case "usual" -> byCallers.subList(4_999, 5_000);
          default -> byCallers.subList(0, byCallers.size() / 2);
        };
    injection = new Injection(targets, how);
  }

  @Benchmark
  public Toll follow() {
    return analysis.toll(injection);
  }
}
