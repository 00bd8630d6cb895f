package dev.stillwater.bench;

import dev.stillwater.io.DesignJson;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
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

/// A file of 20,000 components and 200,000 links, read and written without the disk.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class FileBenchmark {
  private Document document = Document.of(Design.empty(""));
  private byte[] file = {};

  @Setup
  public void setUp() {
    document = Document.of(LargeDesigns.of(20_000, 200_000));
    file = write();
  }

  @Benchmark
  public byte[] write() {
    return DesignJson.write(document);
  }

  @Benchmark
  public Object read() {
    return DesignJson.read(file, "large.design.json", GoldenPresets.ALL);
  }
}
