package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cache that sends every miss of a popular entry to the origin at once.
public final class CacheStampede extends Smell {
  public CacheStampede() {
    super("REL-OV-007", Severity.LOW, FailureCategory.EXCESSIVE_LOAD, "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Map<String, List<Edge>> shielded = new HashMap<>();
    for (Edge edge : context.graph().edges()) {
      edge.link()
          .get(LinkAttributes.BEHIND_CACHE)
          .ifPresent(id -> shielded.computeIfAbsent(id, key -> new ArrayList<>()).add(edge));
    }
    for (Node cache : context.components()) {
      List<Edge> origins = shielded.getOrDefault(cache.id(), List.of());
      if (cache.kind() != ComponentKind.CACHE || origins.isEmpty()) {
        continue;
      }
      Optional<Double> hits = cache.held(ComponentAttributes.HIT_RATIO);
      if (hits.isEmpty()) {
        checks.cannotJudge(cache);
        continue;
      }
      checks.examined(cache);
      if (hits.get() >= context.setting(Settings.STAMPEDE, cache)
          && !cache.held(ComponentAttributes.COALESCE).orElse(false)) {
        flag(context, checks, cache, origins, hits.get());
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Node cache, List<Edge> origins, double hits) {
    checks
        .flag(cache)
        .message("A cold %s sends everything to its origin at once", cache)
        .because(
            "Flagged because %s answers %s %% of the reads itself and does not join equal misses: "
                + "when a popular entry expires or %s restarts, up to %s times the usual load "
                + "goes to %s.",
            cache,
            Words.number(hits * 100),
            cache,
            hits < 1 ? Words.number(1 / (1 - hits)) : "any number of",
            Words.some(origins.stream().map(Edge::to).distinct().sorted(Words.BY_ID).toList()))
        .on(origins)
        .fix(
            LoadChanges.setCoalesce(cache),
            "Readers of one key wait for one another; spread expiry at random by a tenth, and "
                + "serve the old value while it is renewed, which makes data slightly older.")
        .raise();
  }
}
