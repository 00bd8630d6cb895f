package dev.stillwater.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The findings of an earlier review, which count no more: by design name and key.
public final class Baseline {
  public static final Baseline NONE = new Baseline(Map.of());

  private static final int MOST_DEPTH = 50;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
                  .build())
          .build();

  private final Map<String, Set<String>> keysByDesign;

  private Baseline(Map<String, Set<String>> keysByDesign) {
    this.keysByDesign = keysByDesign;
  }

  /// Reads what [JsonReport] wrote, one review or several; empty where it is something else.
  public static Optional<Baseline> read(byte[] json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      Map<String, Set<String>> keys = new LinkedHashMap<>();
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

  private static boolean add(JsonNode review, Map<String, Set<String>> keys) {
    JsonNode name = review.path("design").path("name");
    if (!name.isString() || !review.path("findings").isArray()) {
      return false;
    }
    Set<String> known = keys.computeIfAbsent(name.asString(), key -> new HashSet<>());
    for (JsonNode finding : review.path("findings")) {
      known.add(finding.path("key").asString(""));
    }
    return true;
  }

  /// The keys of the findings that were known of a design.
  public Set<String> keys(String design) {
    return keysByDesign.getOrDefault(design, Set.of());
  }
}
