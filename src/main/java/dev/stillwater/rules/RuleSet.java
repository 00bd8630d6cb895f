package dev.stillwater.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rules that a design is judged by: those of the catalogue, those of a team, and what the team
/// changes about any of them.
public final class RuleSet {
  /// The catalogue as it stands.
  public static final RuleSet BUILT_IN = new RuleSet(List.of(), Adjustments.NONE);

  private final List<Rule> own;
  private final List<Rule> all;
  private final Adjustments adjustments;

  public RuleSet(List<? extends Rule> own, Adjustments adjustments) {
    List<Rule> sorted = new ArrayList<>(own);
    sorted.sort(Comparator.comparing(rule -> rule.info().id()));
    this.own = List.copyOf(sorted);
    List<Rule> every = new ArrayList<>(Rules.ALL);
    every.addAll(sorted);
    this.all = List.copyOf(every);
    this.adjustments = adjustments;
  }

  /// The rules of the catalogue, then those of the team, each sorted by id.
  public List<Rule> all() {
    return all;
  }

  /// The rules of the team, sorted by id.
  public List<Rule> own() {
    return own;
  }

  public Adjustments adjustments() {
    return adjustments;
  }

  public Optional<Rule> find(String id) {
    return all.stream().filter(rule -> rule.info().id().equals(id)).findFirst();
  }
}
