package dev.stillwater.report;

import dev.stillwater.rules.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The findings of an earlier review, which count no more: by design name and key.
public final class Baseline {
  public static final Baseline NONE = new Baseline(Map.of());

  private static final int MOST_DEPTH = 50;

  /// Made by the first who reads one: most reviews have none, and it takes a quarter of their
  /// start.
  private static final class Reader {
    private static final JsonMapper MAPPER =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
                    .build())
            .build();
  }

  /// A finding of an earlier review.
  ///
  /// @param severity its word then, such as `high`
  /// @param message its sentence then
  /// @param counted whether it counted, or would have without the review before that
  public record Known(String key, String severity, String message, boolean counted) {}

  private final Map<String, Map<String, Known>> byDesign;

  private Baseline(Map<String, Map<String, Known>> byDesign) {
    this.byDesign = byDesign;
  }

  /// Reads what [JsonReport] wrote, one review or several; empty where it is something else.
  public static Optional<Baseline> read(byte[] json) {
    try {
      JsonNode root = Reader.MAPPER.readTree(json);
      Map<String, Map<String, Known>> keys = new LinkedHashMap<>();
      boolean isReview =
          switch (root.path("format").asString("")) {
            case JsonReport.ONE -> add(root, keys);
            case JsonReport.SEVERAL -> {
              boolean all = root.path("reviews").isArray();
              for (JsonNode review : root.path("reviews")) {
                all &= add(review, keys);
              }
              yield all;
            }
            default -> false;
          };
      return isReview ? Optional.of(new Baseline(keys)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean add(JsonNode review, Map<String, Map<String, Known>> keys) {
    JsonNode name = review.path("design").path("name");
    if (!name.isString() || !review.path("findings").isArray()) {
      return false;
    }
    Map<String, Known> known = keys.computeIfAbsent(name.asString(), key -> new LinkedHashMap<>());
    for (JsonNode finding : review.path("findings")) {
      String key = finding.path("key").asString("");
      known.put(
          key,
          new Known(
              key,
              severity(finding.path("severity").asString("")),
              finding.path("message").asString(""),
              !finding.has("supersededBy")
                  && !finding.has("switchedOff")
                  && !finding.has("decision")));
    }
    return true;
  }

  /// One of ours; a file from elsewhere may say anything.
  private static String severity(String word) {
    return Stream.of(Severity.values())
        .map(Severity::word)
        .filter(word::equals)
        .findFirst()
        .orElse(Severity.INFO.word());
  }

  /// The keys of the findings that were known of a design.
  public Set<String> keys(String design) {
    return byDesign.getOrDefault(design, Map.of()).keySet();
  }

  /// The findings that counted, in the order of that review.
  List<Known> counted(String design) {
    return byDesign.getOrDefault(design, Map.of()).values().stream()
        .filter(Known::counted)
        .toList();
  }
}
