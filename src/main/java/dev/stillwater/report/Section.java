package dev.stillwater.report;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Precedence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The findings that count, each once: under the most important journey that it concerns, or under
/// none. Cases of another finding stand under it.
///
/// @param journey null for findings that concern no journey
record Section(@Nullable Journey journey, List<Entry> entries) {
  /// A finding and those that stand under it.
  record Entry(ReviewedFinding head, List<ReviewedFinding> under) {}

  Optional<Journey> ofJourney() {
    return Optional.ofNullable(journey);
  }

  /// One section for each journey with findings, the most important first, then the rest.
  static List<Section> of(Chapter chapter) {
    List<Journey> order =
        chapter.review().document().design().journeys().stream()
            .sorted(Comparator.comparing(Journey::importance).thenComparing(Journey::realTimeClass))
            .toList();
    Map<@Nullable String, List<ReviewedFinding>> byJourney = new LinkedHashMap<>();
    order.forEach(journey -> byJourney.put(journey.id(), new ArrayList<>()));
    byJourney.put(null, new ArrayList<>());
    for (ReviewedFinding found : chapter.review().open()) {
      String id = journeyOf(chapter, found.finding(), order).map(Journey::id).orElse(null);
      byJourney.computeIfAbsent(id, key -> new ArrayList<>()).add(found);
    }
    List<Section> result = new ArrayList<>();
    byJourney.forEach((id, findings) -> {
      if (!findings.isEmpty()) {
        Journey journey =
            id == null ? null : chapter.review().document().design().journeys().get(id);
        result.add(new Section(journey, entries(findings)));
      }
    });
    return result;
  }

  /// Whether a finding has to do with a journey. One about another journey does only where it loses
  /// this one, too.
  static boolean concerns(Chapter chapter, Finding finding, String journey) {
    Index<Journey> journeys = chapter.review().document().design().journeys();
    boolean ofJourney =
        journeys.contains(finding.subject())
            || finding.secondSubject().filter(journeys::contains).isPresent();
    return journeys.find(journey).stream()
        .anyMatch(found -> names(finding, found) || !ofJourney && touches(chapter, finding, found));
  }

  private static boolean names(Finding finding, Journey journey) {
    return journey.id().equals(finding.subject())
        || finding.secondSubject().filter(journey.id()::equals).isPresent()
        || finding.journeysLost().contains(journey.id());
  }

  private static Optional<Journey> journeyOf(
      Chapter chapter, Finding finding, List<Journey> order) {
    return order.stream()
        .filter(journey -> names(finding, journey))
        .findFirst()
        .or(() -> order.stream().filter(it -> touches(chapter, finding, it)).findFirst());
  }

  private static boolean touches(Chapter chapter, Finding finding, Journey journey) {
    Reach reach = chapter.graph().journey(journey.id());
    for (String link : finding.links()) {
      for (Edge edge : chapter.graph().edgesOf(link)) {
        if (reach.edges().contains(edge)) {
          return true;
        }
      }
    }
    return finding.components().stream()
        .anyMatch(id -> reach.nodes().stream().anyMatch(node -> node.id().equals(id)));
  }

  private static List<Entry> entries(List<ReviewedFinding> findings) {
    Map<String, String> headOf =
        Precedence.under(findings.stream().map(ReviewedFinding::finding).toList());
    Map<String, List<ReviewedFinding>> under = new LinkedHashMap<>();
    for (ReviewedFinding found : findings) {
      String head = headOf.get(found.key());
      if (head != null) {
        under.computeIfAbsent(head, key -> new ArrayList<>()).add(found);
      }
    }
    return findings.stream()
        .filter(found -> !headOf.containsKey(found.key()))
        .map(found -> new Entry(found, under.getOrDefault(found.key(), List.of())))
        .toList();
  }
}
