package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ResponseTimes;
import dev.stillwater.analysis.Workers;
import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Settings;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything that is computed of one design: the compiled graph, load and response times, and the
/// ripple of any injection, remembered.
///
/// Lives here and not beside the graph, because the packages below would otherwise know each other
/// in a circle. Safe for use by several threads at once; what two of them ask for at the same
/// moment may be worked out twice.
public final class Analysis {
  /// Components of all remembered results together, about 100 MB of facts; beyond, the result that
  /// was not asked for longest is forgotten and computed again when needed.
  private static final int REMEMBERED_COMPONENTS = 500_000;

  /// The largest design whose losses are taken over by the design after an edit: beyond, they take
  /// more memory than they save time.
  private static final int CARRIED_COMPONENTS = 5_000;

  private final DependencyGraph graph;
  private final Load load;
  private final ResponseTimes responseTimes;
  private final Ripple ripple;
  private final Progress progress;
  private final Workers workers;
  private final Map<Injection, RippleResult> results = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Injection, Losses> losses = new ConcurrentHashMap<>();
  private final Map<Injection, LossRows> rows = new ConcurrentHashMap<>();

  /// By component, how many journeys its failure can take down at most; made when first asked for.
  private volatile int @Nullable [] threats;

  private Analysis(Design design, Presets presets, Progress progress, Workers workers) {
    this.progress = progress;
    this.workers = workers;
    this.graph = DependencyGraph.of(design, presets, progress);
    this.load = Load.of(graph, progress);
    this.responseTimes = ResponseTimes.of(graph, load, progress);
    this.ripple = new Ripple(graph, load, responseTimes, progress);
  }

  public static Analysis of(Design design, Presets presets) {
    return of(design, presets, Progress.UNWATCHED);
  }

  /// @param progress asked all the time whether to go on
  /// @throws java.util.concurrent.CancellationException when it says no
  public static Analysis of(Design design, Presets presets, Progress progress) {
    return of(design, presets, progress, Workers.ALONE);
  }

  /// @param workers do what can be done at the same time
  public static Analysis of(Design design, Presets presets, Progress progress, Workers workers) {
    return new Analysis(design, presets, progress, workers);
  }

  /// Who does what can be done at the same time.
  public Workers workers() {
    return workers;
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

  /// What an injection costs, and what it does first; remembered.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  /// @throws IllegalArgumentException when a target is no component of the design
  public Losses losses(Injection injection) {
    Losses known = losses.get(injection);
    if (known == null) {
      Losses found = rows(injection).of(ripple, injection);
      known = losses.putIfAbsent(injection, found);
      return known == null ? found : known;
    }
    return known;
  }

  /// Whether the losses of an injection need not be worked out any more.
  boolean isKnown(Injection injection) {
    return rows.containsKey(injection);
  }

  private LossRows rows(Injection injection) {
    LossRows known = rows.get(injection);
    if (known == null) {
      progress.check();
      known = ripple.losses(injection);
      if (graph.nodes().size() <= CARRIED_COMPONENTS) {
        rows.putIfAbsent(injection, known);
      }
    }
    return known;
  }

  /// The analysis of the design after an edit. The losses of failures that never came to what the
  /// edit touches are taken over; what they are is the same as if all were analysed anew.
  public Analysis after(Design edited) {
    return after(edited, progress);
  }

  /// @param watched asked all the time whether to go on
  public Analysis after(Design edited, Progress watched) {
    Analysis result = of(edited, graph.presets(), watched, workers);
    Change.between(ripple, result.ripple)
        .ifPresent(change ->
            rows.forEach((injection, known) ->
                change.carried(known).ifPresent(held -> result.rows.put(injection, held))));
    return result;
  }

  /// What an injection costs in numbers; not remembered.
  ///
  /// @throws IllegalArgumentException when a target is no component of the design
  public Toll toll(Injection injection) {
    return ripple.toll(injection);
  }

  /// The earliest fact that an injection leads to at a component; not remembered.
  ///
  /// @throws IllegalArgumentException when a target is no component of the design
  public Optional<Fact> firstAt(Injection injection, Node component) {
    return ripple.firstAt(injection, component);
  }

  /// The numbers of the components that an injection comes to.
  BitSet touched(Injection injection) {
    BitSet result = new BitSet();
    for (int node : rows(injection).touched()) {
      result.set(node);
    }
    return result;
  }

  /// Whether a component, when it gets slow, can take all workers of somebody who calls it; cheaper
  /// than a ripple.
  public boolean canExhaustCallers(Node slow) {
    return ripple.canExhaustCallers(slow, design().setting(Settings.GREY));
  }

  /// How many journeys are down at the most when a component crashes, gets slow, answers with
  /// errors or is overloaded; cheaper than a ripple.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public int mostLost(Node failing) {
    int[] known = threats;
    if (known == null) {
      known = Threats.of(ripple, progress);
      threats = known;
    }
    return known[failing.index()];
  }

  /// What follows from an injection.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  /// @throws IllegalArgumentException when a target is no component of the design
  public synchronized RippleResult ripple(Injection injection) {
    RippleResult known = results.get(injection);
    if (known != null) {
      return known;
    }
    progress.check();
    RippleResult result = ripple.run(injection);
    results.put(injection, result);
    forget();
    return result;
  }

  public RippleResult ripple(String component, Failure how) {
    return ripple(new Injection(component, how));
  }

  private void forget() {
    Iterator<RippleResult> eldest = results.values().iterator();
    while ((long) results.size() * graph.nodes().size() > REMEMBERED_COMPONENTS
        && results.size() > 1) {
      eldest.next();
      eldest.remove();
    }
  }

  /// The ways in which the elements of the design can be made to fail.
  public Ways ways() {
    return ripple.ways;
  }

  /// Everything that can be made to fail and every way that makes sense for it.
  public List<Injection> injections() {
    return ripple.ways.all();
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
