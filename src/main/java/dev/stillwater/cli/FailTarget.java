package dev.stillwater.cli;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.Injection.Target;
import dev.stillwater.analysis.ripple.Ways;
import dev.stillwater.model.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out what somebody means by the options `--fail`, `--how` and `--between`.
final class FailTarget {
  /// Options that name nothing, or nothing that can fail so; the message is a whole sentence.
  static final class Unclear extends Exception {
    private static final long serialVersionUID = 1;

    Unclear(String sentence) {
      super(sentence);
    }
  }

  private final DependencyGraph graph;
  private final Ways ways;
  private final String file;

  FailTarget(Analysis analysis, String file) {
    this.graph = analysis.graph();
    this.ways = analysis.ways();
    this.file = file;
  }

  Injection of(@Nullable String fail, @Nullable Failure how, List<String> between) throws Unclear {
    if (!between.isEmpty()) {
      return boundary(fail, how, between);
    }
    if (fail == null) {
      throw new Unclear(
          "Say what fails: --fail with a component, link or zone, or --between with two zones.");
    }
    List<Target> kinds = kinds(fail);
    if (kinds.isEmpty()) {
      throw new Unclear(unknown(fail));
    }
    for (Target kind : kinds) {
      Injection injection = new Injection(List.of(fail), how == null ? usual(kind) : how, kind);
      if (ways.refusal(injection).isEmpty()) {
        return injection;
      }
    }
    Target kind = kinds.getFirst();
    throw new Unclear(
        ways.refusal(new Injection(List.of(fail), how == null ? usual(kind) : how, kind)).orElse("")
            + " It can: "
            + FailureWords.list(ways.of(kind, List.of(fail)))
            + ".");
  }

  private Injection boundary(@Nullable String fail, @Nullable Failure how, List<String> between)
      throws Unclear {
    if (between.size() != 2) {
      throw new Unclear("--between needs two zones: --between a,b.");
    }
    if (fail != null) {
      throw new Unclear("--between names both sides: leave out --fail.");
    }
    Injection injection =
        new Injection(between, how == null ? Failure.PARTITION : how, Target.ZONES);
    Optional<String> refusal = ways.refusal(injection);
    for (String zone : between) {
      if (!ways.zones().contains(zone)) {
        throw new Unclear(
            file + " has no zone " + zone + "." + Suggestions.sentence(zone, ways.zones()));
      }
    }
    if (refusal.isPresent()) {
      throw new Unclear(refusal.get());
    }
    return injection;
  }

  /// What goes by an id: ids are unique among components and among links, not across.
  private List<Target> kinds(String id) {
    List<Target> result = new ArrayList<>();
    if (graph.findNode(id).isPresent()) {
      result.add(Target.COMPONENT);
    }
    if (!graph.edgesOf(id).isEmpty()) {
      result.add(Target.LINK);
    }
    if (ways.zones().contains(id)) {
      result.add(Target.ZONE);
    }
    return result;
  }

  private static Failure usual(Target kind) {
    return switch (kind) {
      case COMPONENT -> Failure.CRASH;
      case LINK, ZONES -> Failure.PARTITION;
      case ZONE -> Failure.ZONE_LOSS;
    };
  }

  private String unknown(String id) {
    List<String> known = new ArrayList<>(graph.nodes().stream().map(Node::id).toList());
    if (known.isEmpty()) {
      return file + " has no component, link or zone " + id + ". It has none at all.";
    }
    if (Suggestions.near(id, known).isEmpty()) {
      graph.design().links().stream().map(Link::id).forEach(known::add);
      known.addAll(ways.zones());
    }
    return file + " has no component, link or zone " + id + "." + Suggestions.sentence(id, known);
  }
}
