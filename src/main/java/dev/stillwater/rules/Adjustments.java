package dev.stillwater.rules;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// All that a team changes about rules. For each of switching off, severity and every threshold the
/// adjustment that aims most closely wins; of equally close ones the later.
public final class Adjustments {
  public static final Adjustments NONE = new Adjustments(List.of());

  /// Closest first, later before earlier.
  private final List<Adjustment> ordered;

  private final Map<String, List<Adjustment>> byRule = new HashMap<>();

  public Adjustments(List<Adjustment> adjustments) {
    List<Adjustment> order = new ArrayList<>(adjustments.reversed());
    order.sort((a, b) -> Integer.compare(b.aim(), a.aim()));
    this.ordered = List.copyOf(order);
  }

  public boolean isEmpty() {
    return ordered.isEmpty();
  }

  /// All of them, the closest first.
  public List<Adjustment> all() {
    return ordered;
  }

  /// Those of one rule, the closest first. Reviews of several designs may ask at the same time.
  private List<Adjustment> of(String rule) {
    if (ordered.isEmpty()) {
      return List.of();
    }
    synchronized (byRule) {
      return byRule.computeIfAbsent(
          rule, id -> ordered.stream().filter(adjustment -> adjustment.isFor(id)).toList());
    }
  }

  private static <T> Optional<T> first(
      List<Adjustment> some,
      Predicate<Adjustment.Place> holds,
      Function<Adjustment, Optional<T>> says) {
    for (Adjustment adjustment : some) {
      Optional<T> said = says.apply(adjustment);
      if (said.isPresent() && holds.test(adjustment.on())) {
        return said;
      }
    }
    return Optional.empty();
  }

  // ---- thresholds

  /// The threshold of a rule in the whole design, where a team set one.
  <T> Optional<T> setting(String rule, Attribute<T> attribute) {
    return setting(rule, attribute, place -> place instanceof Adjustment.Place.Everywhere);
  }

  <T> Optional<T> setting(String rule, Attribute<T> attribute, Design design, Node node) {
    return setting(
        rule,
        attribute,
        place ->
            switch (place) {
              case Adjustment.Place.Everywhere all -> true;
              case Adjustment.Place.Element element -> element.id().equals(node.subject());
              case Adjustment.Place.Tagged tagged ->
                  node.impliedBy()
                      .map(link -> linkHasTag(design, link, tagged.tag()))
                      .orElseGet(() -> hasTag(design, node.id(), tagged.tag()));
            });
  }

  <T> Optional<T> setting(String rule, Attribute<T> attribute, Design design, Edge edge) {
    return setting(
        rule,
        attribute,
        place ->
            switch (place) {
              case Adjustment.Place.Everywhere all -> true;
              case Adjustment.Place.Element element -> element.id().equals(edge.subject());
              case Adjustment.Place.Tagged tagged ->
                  linkHasTag(design, edge.subject(), tagged.tag());
            });
  }

  <T> Optional<T> setting(String rule, Attribute<T> attribute, Journey journey) {
    return setting(
        rule,
        attribute,
        place ->
            switch (place) {
              case Adjustment.Place.Everywhere all -> true;
              case Adjustment.Place.Element element -> element.id().equals(journey.id());
              case Adjustment.Place.Tagged tagged -> false;
            });
  }

  private <T> Optional<T> setting(
      String rule, Attribute<T> attribute, Predicate<Adjustment.Place> holds) {
    return first(of(rule), holds, adjustment -> adjustment.settings().get(attribute));
  }

  // ---- findings

  /// Whether a rule is switched off in the whole design, and nowhere on again.
  boolean isOff(String rule) {
    Predicate<Adjustment.Place> everywhere = place -> place instanceof Adjustment.Place.Everywhere;
    return first(of(rule), everywhere, Adjustment::switchedOff).orElse(false)
        && of(rule).stream()
            .filter(adjustment -> !everywhere.test(adjustment.on()))
            .allMatch(adjustment -> adjustment.switchedOff().orElse(true));
  }

  /// What switches a finding off; empty where it counts.
  Optional<Adjustment> off(Finding finding, Design design) {
    return off(finding.rule().id(), place -> covers(place, finding, design));
  }

  /// What switches a question off.
  Optional<Adjustment> off(String rule, String subject, Design design) {
    return off(rule, place -> covers(place, subject, design));
  }

  private Optional<Adjustment> off(String rule, Predicate<Adjustment.Place> holds) {
    return first(of(rule), holds, adjustment -> adjustment.switchedOff().map(is -> adjustment))
        .filter(adjustment -> adjustment.switchedOff().orElse(false));
  }

  /// The finding with the severity that a team gives it, and the reason.
  Finding ranked(Finding finding, Design design) {
    return first(
            of(finding.rule().id()),
            place -> covers(place, finding, design),
            adjustment -> adjustment.rank().map(rank -> ranked(finding, rank, adjustment)))
        .orElse(finding);
  }

  private static Finding ranked(Finding finding, Severity rank, Adjustment adjustment) {
    return finding.with(
        rank,
        Words.capital(rank.word())
            + " instead of "
            + finding.severity().word()
            + " by "
            + adjustment.source()
            + ": "
            + adjustment.reason());
  }

  private static boolean covers(Adjustment.Place place, Finding finding, Design design) {
    return switch (place) {
      case Adjustment.Place.Everywhere all -> true;
      case Adjustment.Place.Element element ->
          element.id().equals(finding.subject())
              || finding.secondSubject().filter(element.id()::equals).isPresent()
              || (!isElement(finding.subject(), design)
                  && finding.components().contains(element.id()));
      case Adjustment.Place.Tagged tagged ->
          isElement(finding.subject(), design)
              ? covers(place, finding.subject(), design)
              : !finding.components().isEmpty()
                  && finding.components().stream().allMatch(it -> hasTag(design, it, tagged.tag()));
    };
  }

  private static boolean covers(Adjustment.Place place, String subject, Design design) {
    return switch (place) {
      case Adjustment.Place.Everywhere all -> true;
      case Adjustment.Place.Element element -> element.id().equals(subject);
      case Adjustment.Place.Tagged tagged ->
          hasTag(design, subject, tagged.tag()) || linkHasTag(design, subject, tagged.tag());
    };
  }

  private static boolean isElement(String id, Design design) {
    return design.components().contains(id)
        || design.links().contains(id)
        || design.journeys().contains(id);
  }

  private static boolean linkHasTag(Design design, String id, String tag) {
    return design
        .links()
        .find(id)
        .filter(link -> hasTag(design, link.from(), tag) || hasTag(design, link.to(), tag))
        .isPresent();
  }

  private static boolean hasTag(Design design, String component, String tag) {
    return design
        .components()
        .find(component)
        .flatMap((Component found) -> found.get(ComponentAttributes.TAGS))
        .filter(tags -> tags.contains(tag))
        .isPresent();
  }
}
