package dev.stillwater.rules;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Injection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A rule that does not hold for a subject, with the reasons.
///
/// An immutable value. What is only read is [Told] at the first reading and kept: a large design
/// has more findings than anybody reads, and most of the work is in their words and changes. Safe
/// for several threads.
public final class Finding {
  private final RuleInfo rule;
  private final Severity severity;
  private final String subject;
  private final @Nullable String second;
  private final List<String> components;
  private final List<String> links;
  private final List<Injection> probes;
  private final List<String> journeysLost;

  /// What tells it; null when it is told.
  private volatile @Nullable Supplier<Told> telling;

  private volatile @Nullable Told told;

  /// What is read of a finding.
  ///
  /// @param message one sentence for people, without numbers that the detail has
  /// @param detail the numbers, in the spelling of the catalogue; may be empty
  /// @param because why it was flagged, and why with this severity; whole sentences
  /// @param chain the facts of a ripple that shows it, the injection first; may be empty
  /// @param recommendations best first by judgement; effects rank them later
  record Told(
      String message,
      String detail,
      List<String> because,
      List<Fact> chain,
      List<Recommendation> recommendations) {
    Told {
      because = List.copyOf(because);
      chain = List.copyOf(chain);
      recommendations = List.copyOf(recommendations);
    }

    private Told with(String reason) {
      List<String> more = new ArrayList<>(because);
      more.add(reason);
      return new Told(message, detail, more, chain, recommendations);
    }
  }

  /// A finding whose words are there already; the parameters are as the accessors of the same names
  /// say.
  public Finding(
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
    this(
        rule,
        severity,
        subject,
        second,
        components,
        links,
        probes,
        journeysLost,
        () -> new Told(message, detail, because, chain, recommendations));
  }

  /// @param telling asked once at the most
  Finding(
      RuleInfo rule,
      Severity severity,
      String subject,
      @Nullable String second,
      List<String> components,
      List<String> links,
      List<Injection> probes,
      List<String> journeysLost,
      Supplier<Told> telling) {
    this.rule = rule;
    this.severity = severity;
    this.subject = subject;
    this.second = second;
    this.components = List.copyOf(components);
    this.links = List.copyOf(links);
    this.probes = List.copyOf(probes);
    this.journeysLost = List.copyOf(journeysLost);
    this.telling = telling;
  }

  private Told told() {
    Told known = told;
    return known == null ? tell() : known;
  }

  private synchronized Told tell() {
    Supplier<Told> untold = telling;
    Told known = untold == null ? told : untold.get();
    told = Objects.requireNonNull(known);
    telling = null;
    return known;
  }

  /// The same finding with another severity and one more reason.
  Finding with(Severity other, String reason) {
    return new Finding(
        rule,
        other,
        subject,
        second,
        components,
        links,
        probes,
        journeysLost,
        () -> told().with(reason));
  }

  public RuleInfo rule() {
    return rule;
  }

  public Severity severity() {
    return severity;
  }

  /// The element that it is about, spelled as the catalogue says: a component, a link, a journey,
  /// `x -> u`, `journey / zone`, or members joined by `+`.
  public String subject() {
    return subject;
  }

  /// One sentence for people, without numbers that the detail has.
  public String message() {
    return told().message;
  }

  /// The numbers, in the spelling of the catalogue; may be empty.
  public String detail() {
    return told().detail;
  }

  /// Why it was flagged, and why with this severity; whole sentences.
  public List<String> because() {
    return told().because;
  }

  /// The ids of the components concerned.
  public List<String> components() {
    return components;
  }

  /// The ids of the links concerned, in the order of the path where there is one.
  public List<String> links() {
    return links;
  }

  /// The facts of a ripple that shows it, the injection first; may be empty.
  public List<Fact> chain() {
    return told().chain;
  }

  /// The failures that show it: what is lost under them is what the finding costs.
  public List<Injection> probes() {
    return probes;
  }

  /// The ids of the journeys that are down under one of the probes.
  public List<String> journeysLost() {
    return journeysLost;
  }

  /// Best first by judgement; effects rank them later.
  public List<Recommendation> recommendations() {
    return told().recommendations;
  }

  /// The stable key `rule@subject[@second]`.
  public String key() {
    return rule.id() + "@" + subject + (second == null ? "" : "@" + second);
  }

  /// What tells two findings about one subject apart: a journey, a link, a component.
  public Optional<String> secondSubject() {
    return Optional.ofNullable(second);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Finding that
            && rule.equals(that.rule)
            && severity == that.severity
            && subject.equals(that.subject)
            && Objects.equals(second, that.second)
            && components.equals(that.components)
            && links.equals(that.links)
            && probes.equals(that.probes)
            && journeysLost.equals(that.journeysLost)
            && told().equals(that.told()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule.id(), severity, subject, second);
  }

  @Override
  public String toString() {
    return key() + " " + severity + " " + told();
  }
}
