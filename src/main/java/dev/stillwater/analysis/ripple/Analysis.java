package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ResponseTimes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Everything that is computed of one design: the compiled graph, load and response times, and the
/// ripple of any injection, remembered.
///
/// Lives here and not beside the graph, because the packages below would otherwise know each other
/// in a circle. Not safe for use by several threads.
public final class Analysis {
  /// Facts that all remembered results may have together, about 100 MB; beyond, the result that was
  /// not asked for longest is forgotten and computed again when needed.
  private static final int REMEMBERED_FACTS = 500_000;

  private final DependencyGraph graph;
  private final Load load;
  private final ResponseTimes responseTimes;
  private final Ripple ripple;
  private final Progress progress;
  private final Map<Injection, RippleResult> results = new LinkedHashMap<>(16, 0.75f, true);
  private int remembered;

  private Analysis(DependencyGraph graph, Progress progress) {
    this.graph = graph;
    this.load = Load.of(graph);
    this.responseTimes = ResponseTimes.of(graph, load);
    this.ripple = new Ripple(graph, load, responseTimes);
    this.progress = progress;
  }

  public static Analysis of(Design design, Presets presets) {
    return of(design, presets, Progress.UNWATCHED);
  }

  /// @param progress asked before each ripple that is computed whether to go on
  public static Analysis of(Design design, Presets presets, Progress progress) {
    return new Analysis(DependencyGraph.of(design, presets), progress);
  }

  public Design design() {
    return graph.design();
  }

  public DependencyGraph graph() {
    return graph;
  }

  public Load load() {
    return load;
  }

  public ResponseTimes responseTimes() {
    return responseTimes;
  }

  /// What follows from an injection.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  /// @throws IllegalArgumentException when a target is no component of the design
  public RippleResult ripple(Injection injection) {
    RippleResult known = results.get(injection);
    if (known != null) {
      return known;
    }
    progress.check();
    RippleResult result = ripple.run(injection);
    results.put(injection, result);
    remembered += result.facts().size();
    forget();
    return result;
  }

  public RippleResult ripple(String component, Failure how) {
    return ripple(new Injection(component, how));
  }

  private void forget() {
    Iterator<RippleResult> eldest = results.values().iterator();
    while (remembered > REMEMBERED_FACTS && results.size() > 1) {
      remembered -= eldest.next().facts().size();
      eldest.remove();
    }
  }

  /// Every component with every way to fail, components in the order of their ids. Clients, actors
  /// and schedulers are where requests begin: nobody waits for them.
  public List<Injection> injections() {
    List<Injection> all = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (!node.kind().isEdge()) {
        for (Failure how : Failure.values()) {
          all.add(new Injection(node.id(), how));
        }
      }
    }
    return all;
  }

  /// Hands the result of each injection to the consumer, in order, and reports progress after each.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public void forEach(List<Injection> injections, Consumer<RippleResult> consumer) {
    int done = 0;
    for (Injection injection : injections) {
      progress.check();
      consumer.accept(ripple(injection));
      progress.report(++done, injections.size());
    }
  }
}
