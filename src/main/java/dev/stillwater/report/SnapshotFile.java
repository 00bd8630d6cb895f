package dev.stillwater.report;

import dev.stillwater.review.Snapshot;
import dev.stillwater.review.Vitals;
import dev.stillwater.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The snapshots of a design as a file beside it, made for git: `shop.snapshots.json`, one snapshot
/// a line, the earliest first, so that a new one is one added line.
public final class SnapshotFile {
  private static final String FORMAT = "stillwater-snapshots/1";
  private static final int MOST_DEPTH = 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
                  .build())
          .build();

  private SnapshotFile() {}

  /// The name of the file that belongs to a design: `shop.snapshots.json` to `shop.design.json`.
  public static String beside(String designFile) {
    return designFile.replaceFirst("(\\.design)?\\.json$", "") + ".snapshots.json";
  }

  /// Reads what [#write] wrote; empty where it is something else.
  public static Optional<List<Snapshot>> read(byte[] json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (!root.path("format").asString("").equals(FORMAT) || !root.path("snapshots").isArray()) {
        return Optional.empty();
      }
      List<Snapshot> result = new ArrayList<>();
      for (JsonNode entry : root.path("snapshots")) {
        if (!entry.path("name").isString()) {
          return Optional.empty();
        }
        result.add(
            new Snapshot(
                entry.path("name").asString(),
                LocalDate.parse(entry.path("day").asString("")),
                entry.path("hash").asString(""),
                vitals(entry)));
      }
      return Optional.of(result);
    } catch (JacksonException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Vitals vitals(JsonNode entry) {
    Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      findings.put(severity, entry.path(severity.word()).asInt(0));
    }
    return new Vitals(
        findings,
        entry.path("decided").asInt(0),
        entry.path("journeys").asInt(0),
        entry.path("journeysAtRisk").asInt(0),
        entry.path("ways").asInt(0),
        limit(entry.path("worstLatency")) * 1000,
        limit(entry.path("amplification")));
  }

  /// Null is unlimited, absent is nothing to be measured.
  private static double limit(JsonNode value) {
    return value.isNull() ? Double.POSITIVE_INFINITY : value.asDouble(Double.NaN);
  }

  /// The bytes of the file.
  public static byte[] write(List<Snapshot> snapshots) {
    StringBuilder out = new StringBuilder();
    out.append("{\n  \"format\": \"").append(FORMAT).append("\",\n  \"snapshots\": [");
    String separator = "\n";
    for (Snapshot snapshot : snapshots) {
      out.append(separator).append("    ").append(JsonText.line(DiffJson.snapshot(snapshot)));
      separator = ",\n";
    }
    out.append(snapshots.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The snapshots with one more, by day; those of one day in the order in which they were taken.
  public static List<Snapshot> with(List<Snapshot> snapshots, Snapshot fresh) {
    List<Snapshot> result = new ArrayList<>(snapshots);
    result.removeIf(known -> known.name().equals(fresh.name()));
    int place = result.size();
    while (place > 0 && result.get(place - 1).day().isAfter(fresh.day())) {
      place--;
    }
    result.add(place, fresh);
    return result;
  }
}
