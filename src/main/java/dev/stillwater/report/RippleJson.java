package dev.stillwater.report;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.Settings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A ripple for programs: times in seconds, unlimited is null, words in lower case.
public final class RippleJson {
  private RippleJson() {}

  /// @param design the design that the failure happened to
  public static byte[] write(RippleResult result, Design design) {
    Map<String, Object> injection = new LinkedHashMap<>();
    injection.put("target", result.injection().target());
    injection.put("on", result.injection().on().word());
    injection.put("targets", result.injection().targets());
    injection.put("how", result.injection().how().word());
    injection.put("meaning", result.injection().how().meaning());
    injection.put("settings", settings(result.injection().how(), design));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("injection", injection);
    root.put("facts", result.facts().stream().map(RippleJson::fact).toList());
    root.put("journeys", result.journeys().stream().map(RippleJson::journey).toList());
    root.put("absorbers", result.absorbers().stream().map(RippleJson::absorber).toList());
    return JsonText.of(root).getBytes(StandardCharsets.UTF_8);
  }

  /// The settings that this way of failing rests on.
  private static Map<String, Object> settings(Failure how, Design design) {
    return switch (how) {
      case GREY -> Map.of("grey", design.setting(Settings.GREY));
      case CRASH_ONE, PARTITION ->
          Map.of("detection", design.setting(Settings.DETECTION).millis() / 1000);
      case CRASH, ERROR, OVERLOAD, BAD_CONFIG, ZONE_LOSS, DUPLICATE, REORDER, LOSS -> Map.of();
    };
  }

  private static Map<String, Object> fact(Fact fact) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("t", fact.t() / 1000);
    entry.put("component", fact.node().id());
    entry.put("effect", fact.impact().word());
    entry.put("scope", fact.scope());
    entry.put("why", fact.why());
    fact.carriedBy().ifPresent(edge -> entry.put("link", edge.subject()));
    return entry;
  }

  private static Map<String, Object> journey(JourneyOutcome outcome) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", outcome.id());
    entry.put("state", outcome.state().word());
    if (!Double.isNaN(outcome.t())) {
      entry.put("t", outcome.t() / 1000);
    }
    entry.put("path", outcome.path().stream().map(RippleJson::step).toList());
    return entry;
  }

  private static Map<String, Object> step(Fact fact) {
    Map<String, Object> entry = fact(fact);
    entry.remove("scope");
    return entry;
  }

  private static Map<String, @Nullable Object> absorber(Absorber absorber) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put(absorber.onLink() ? "link" : "component", absorber.element());
    entry.put("kind", absorber.kind().word());
    entry.put("t", absorber.t() / 1000);
    entry.put("holds", Double.isInfinite(absorber.holds()) ? null : absorber.holds() / 1000);
    return entry;
  }
}
