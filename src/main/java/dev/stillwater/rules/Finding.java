package dev.stillwater.rules;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Injection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rule that does not hold for a subject, with the reasons.
///
/// @param subject the element that it is about, spelled as the catalogue says: a component, a link,
///   a journey, `x -> u`, `journey / zone`, or members joined by `+`
/// @param second what tells two findings about one subject apart: a journey, a link; null for none
/// @param message one sentence for people, without numbers that the detail has
/// @param detail the numbers, in the spelling of the catalogue; may be empty
/// @param because why it was flagged, and why with this severity; whole sentences
/// @param components the ids of the components concerned
/// @param links the ids of the links concerned, in the order of the path where there is one
/// @param chain the facts of a ripple that shows it, the injection first; may be empty
/// @param probes the failures that show it: what is lost under them is what the finding costs
/// @param journeysLost the ids of the journeys that are down under one of the probes
/// @param recommendations best first by judgement; effects rank them later
public record Finding(
    RuleInfo rule,
    Severity severity,
    String subject,
    @Nullable String second,
    String message,
    String detail,
    List<String> because,
    List<String> components,
    List<String> links,
    List<Fact> chain,
    List<Injection> probes,
    List<String> journeysLost,
    List<Recommendation> recommendations) {
  public Finding {
    because = List.copyOf(because);
    components = List.copyOf(components);
    links = List.copyOf(links);
    chain = List.copyOf(chain);
    probes = List.copyOf(probes);
    journeysLost = List.copyOf(journeysLost);
    recommendations = List.copyOf(recommendations);
  }

  /// The same finding with another severity and its reasons.
  Finding with(Severity other, List<String> reasons) {
    return new Finding(
        rule,
        other,
        subject,
        second,
        message,
        detail,
        reasons,
        components,
        links,
        chain,
        probes,
        journeysLost,
        recommendations);
  }

  /// The stable key `rule@subject[@second]`.
  public String key() {
    return rule.id() + "@" + subject + (second == null ? "" : "@" + second);
  }

  public Optional<String> secondSubject() {
    return Optional.ofNullable(second);
  }
}
