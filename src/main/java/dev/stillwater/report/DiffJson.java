package dev.stillwater.report;

import dev.stillwater.model.AttributeChange;
import dev.stillwater.model.Component;
import dev.stillwater.model.Difference;
import dev.stillwater.model.DocumentDiff;
import dev.stillwater.model.Link;
import dev.stillwater.review.FindingChange;
import dev.stillwater.review.JourneyChange;
import dev.stillwater.review.JourneyVerdict.Stopper;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Snapshot;
import dev.stillwater.review.Vitals;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comparison as a plain value for [JsonText], `stillwater-diff/1`.
final class DiffJson {
  private static final String FORMAT = "stillwater-diff/1";

  private DiffJson() {}

  static Map<String, Object> of(DiffReport report) {
    ReviewDiff diff = report.diff();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("format", FORMAT);
    result.put("before", report.before());
    result.put("after", report.after());
    result.put(
        "design", diff.document().design().differences().stream().map(DiffJson::entry).toList());
    result.put("findings", diff.findings().stream().map(DiffJson::finding).toList());
    result.put(
        "journeys",
        diff.journeys().stream()
            .filter(change -> change.kind() != JourneyChange.Kind.SAME)
            .map(DiffJson::journey)
            .toList());
    result.put("decisions", diff.document().decisions().stream().map(DiffJson::decision).toList());
    result.put("scenarios", diff.document().scenarios());
    result.put("moved", diff.document().moved());
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("before", vitals(diff.before()));
    summary.put("after", vitals(diff.after()));
    result.put("summary", summary);
    return result;
  }

  private static Map<String, Object> entry(Difference difference) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("change", difference.kind().word());
    result.put("sort", difference.sort().word());
    if (!difference.id().isEmpty()) {
      result.put("id", difference.id());
    }
    difference.formerId().ifPresent(id -> result.put("formerId", id));
    switch (difference.after() == null ? difference.before() : difference.after()) {
      case Component component -> result.put("kind", component.kind().word());
      case Link link -> {
        result.put("from", link.from());
        result.put("to", link.to());
      }
      case null, default -> {}
    }
    if (!difference.changes().isEmpty()) {
      result.put("changes", difference.changes().stream().map(DiffJson::change).toList());
    }
    return result;
  }

  private static Map<String, @Nullable Object> change(AttributeChange change) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("attribute", change.key());
    result.put("before", change.before());
    result.put("after", change.after());
    return result;
  }

  private static Map<String, Object> finding(FindingChange change) {
    ReviewedFinding found = change.finding();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("change", change.kind().word());
    result.put("key", found.key());
    result.put("rule", found.finding().rule().id());
    result.put("severity", found.finding().severity().word());
    ReviewedFinding was = change.before();
    if (was != null && change.after() != null) {
      if (!was.key().equals(found.key())) {
        result.put("formerKey", was.key());
      }
      if (was.finding().severity() != found.finding().severity()) {
        result.put("formerSeverity", was.finding().severity().word());
      }
    }
    result.put("message", found.finding().message());
    result.put("detail", found.finding().detail());
    result.put("journeysLost", found.finding().journeysLost());
    return result;
  }

  private static Map<String, Object> journey(JourneyChange change) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("change", change.kind().word());
    result.put("id", change.verdict().journey().id());
    result.put("stoppersGone", change.stoppersGone().stream().map(Stopper::component).toList());
    result.put("stoppersNew", change.stoppersNew().stream().map(Stopper::component).toList());
    List<@Nullable Object> latency = new ArrayList<>();
    latency.add(change.before() == null ? null : seconds(change.before().worstLatency()));
    latency.add(change.after() == null ? null : seconds(change.after().worstLatency()));
    result.put("worstLatency", latency);
    return result;
  }

  private static Map<String, Object> decision(DocumentDiff.DecisionChange change) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("change", change.kind().word());
    result.put("target", change.target());
    if (!change.changes().isEmpty()) {
      result.put("changes", change.changes().stream().map(DiffJson::change).toList());
    }
    return result;
  }

  /// The numbers of one version; times in seconds, unlimited and unknown are null.
  static Map<String, @Nullable Object> vitals(Vitals vitals) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      result.put(severity.word(), vitals.findings().getOrDefault(severity, 0));
    }
    result.put("decided", vitals.decided());
    result.put("journeys", vitals.journeys());
    result.put("journeysAtRisk", vitals.journeysAtRisk());
    result.put("ways", vitals.ways());
    result.put("worstLatency", seconds(vitals.worstLatency()));
    result.put("amplification", limited(vitals.amplification()));
    return result;
  }

  static Map<String, @Nullable Object> snapshot(Snapshot snapshot) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("name", snapshot.name());
    result.put("day", snapshot.day().toString());
    result.put("hash", snapshot.hash());
    result.putAll(vitals(snapshot.vitals()));
    if (Double.isNaN(snapshot.vitals().worstLatency())) {
      result.remove("worstLatency");
    }
    return result;
  }

  private static @Nullable Double seconds(double millis) {
    return limited(millis / 1000);
  }

  private static @Nullable Double limited(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
