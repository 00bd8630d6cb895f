package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every failure of a design costs: component × way of failing → journeys lost, first loss,
/// blast radius, the worst first.
///
/// @param rows all failures that were asked for, those that cost nothing among them
public record ImpactTable(List<Toll> rows) {
  public ImpactTable {
    rows = rows.stream().sorted(Toll.ORDER).toList();
  }

  /// A failure that takes a journey down or makes it late by itself.
  public record Stopper(Injection injection, JourneyOutcome.State state, double t) {}

  /// What a failure elsewhere does to a component first.
  public record Harm(Injection injection, Fact fact) {}

  /// Whom a failure hurts: the first fact at each other component.
  public record Harmed(Injection injection, List<Fact> facts) {
    public Harmed {
      facts = List.copyOf(facts);
    }
  }

  /// The table of some failures.
  ///
  /// @param progress told after each failure, and asked before each whether to go on
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static ImpactTable of(Analysis analysis, List<Injection> injections, Progress progress) {
    Toll[] rows = new Toll[injections.size()];
    Steps steps = new Steps(progress, rows.length);
    analysis
        .workers()
        .each(
            rows.length,
            i -> {
              steps.check();
              rows[i] = analysis.toll(injections.get(i));
              steps.done();
            });
    return new ImpactTable(List.of(rows));
  }

  /// By the id of each journey everything that alone can stop it or make it late, the earliest
  /// first. The caller of its first link stops it by definition and is left out.
  public Map<String, List<Stopper>> stoppers() {
    Map<String, List<Stopper>> result = new HashMap<>();
    for (Toll toll : rows) {
      for (Toll.Lost lost : toll.lost()) {
        result
            .computeIfAbsent(lost.journey().id(), id -> new ArrayList<>())
            .add(new Stopper(toll.injection(), lost.state(), lost.t()));
      }
    }
    result
        .values()
        .forEach(list ->
            list.sort(
                Comparator.comparingDouble(Stopper::t)
                    .thenComparing(stopper -> stopper.injection().target())
                    .thenComparing(stopper -> stopper.injection().how())));
    return result;
  }

  /// What can hurt a component: of each failure elsewhere the first thing it does there, the
  /// earliest first.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static List<Harm> whatHurts(
      Analysis analysis, Node component, List<Injection> injections, Progress progress) {
    List<Harm> result = new ArrayList<>();
    int done = 0;
    for (Injection injection : injections) {
      progress.check();
      if (!injection.targets().contains(component.id())) {
        Optional<Fact> first = analysis.firstAt(injection, component);
        first.ifPresent(fact -> result.add(new Harm(injection, fact)));
      }
      progress.report(++done, injections.size());
    }
    result.sort(
        Comparator.comparingDouble((Harm harm) -> harm.fact().t())
            .thenComparing(harm -> harm.injection().target())
            .thenComparing(harm -> harm.injection().how()));
    return result;
  }

  /// Whom a component hurts when it fails: the first fact at each other component, the earliest
  /// first.
  public static List<Fact> whomHurts(Analysis analysis, Injection injection) {
    Map<Node, Fact> first = new HashMap<>();
    for (Fact fact : analysis.ripple(injection).facts()) {
      if (!injection.targets().contains(fact.node().id())) {
        first.putIfAbsent(fact.node(), fact);
      }
    }
    return first.values().stream()
        .sorted(Comparator.comparingDouble(Fact::t).thenComparing(fact -> fact.node().id()))
        .toList();
  }
}
