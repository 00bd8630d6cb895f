package dev.stillwater.report;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.Pairs;
import dev.stillwater.analysis.ripple.Toll;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.review.PathAbsorber.Absorption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What failures cost, for programs: times in seconds, words in lower case.
public final class ImpactJson {
  private ImpactJson() {}

  /// What stops a journey, and the cheapest change against it.
  public record Stopped(ImpactTable.Stopper stopper, @Nullable Absorption absorption) {}

  /// The table of all failures.
  public static String of(Design design, ImpactTable table) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("design", design.name());
    root.put("failures", table.rows().stream().map(ImpactJson::toll).toList());
    return JsonText.of(root);
  }

  /// Pairs of failures that lose what neither loses alone.
  public static String of(Design design, Pairs pairs) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("design", design.name());
    root.put("followed", pairs.followed());
    root.put("near", pairs.near());
    root.put("pairs", pairs.found().stream().map(ImpactJson::toll).toList());
    return JsonText.of(root);
  }

  /// What alone stops a journey.
  public static String of(Journey journey, List<Stopped> rows) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("journey", journey.id());
    root.put("stoppedBy", rows.stream().map(ImpactJson::stopped).toList());
    return JsonText.of(root);
  }

  /// What hurts a component, and whom it hurts.
  public static String of(
      Node node, List<ImpactTable.Harm> harms, List<ImpactTable.Harmed> harmed) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("component", node.id());
    root.put(
        "hurtBy",
        harms.stream()
            .map(harm -> {
              Map<String, Object> entry = injection(harm.injection());
              entry.putAll(fact(harm.fact()));
              return entry;
            })
            .toList());
    root.put(
        "hurts",
        harmed.stream()
            .map(each -> {
              Map<String, Object> entry = injection(each.injection());
              entry.put("facts", each.facts().stream().map(ImpactJson::fact).toList());
              return entry;
            })
            .toList());
    return JsonText.of(root);
  }

  private static Map<String, Object> injection(Injection injection) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("fails", injection.targets());
    entry.put("how", injection.how().word());
    return entry;
  }

  private static Map<String, Object> toll(Toll toll) {
    Map<String, Object> entry = injection(toll.injection());
    entry.put("blastRadius", toll.blastRadius());
    entry.put("lost", toll.lost().stream().map(ImpactJson::lost).toList());
    return entry;
  }

  private static Map<String, Object> lost(Toll.Lost lost) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("journey", lost.journey().id());
    entry.put("state", lost.state().word());
    entry.put("t", lost.t() / 1000);
    return entry;
  }

  private static Map<String, Object> stopped(Stopped row) {
    Map<String, Object> entry = injection(row.stopper().injection());
    entry.put("state", row.stopper().state().word());
    entry.put("t", row.stopper().t() / 1000);
    Absorption absorption = row.absorption();
    if (absorption != null) {
      Map<String, Object> change = new LinkedHashMap<>();
      change.put("place", absorption.place());
      change.put("edit", absorption.recommendation().edit().signature());
      change.put("title", absorption.recommendation().title());
      change.put("effort", absorption.effort().word());
      change.put("saves", absorption.saved());
      entry.put("cheapestAbsorber", change);
    }
    return entry;
  }

  private static Map<String, Object> fact(Fact fact) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("t", fact.t() / 1000);
    entry.put("component", fact.node().id());
    entry.put("effect", fact.impact().word());
    entry.put("why", fact.why());
    return entry;
  }
}
