package dev.stillwater.model;

import java.util.List;

/// Everything that one file holds: the design, where things stand, what was simulated and decided.
///
/// @param views parts of the drawing under names
public record Document(
    Design design,
    Layout layout,
    List<Scenario> scenarios,
    List<Decision> decisions,
    List<NamedView> views) {
  public Document {
    scenarios = List.copyOf(scenarios);
    decisions = List.copyOf(decisions);
    views = List.copyOf(views);
  }

  public static Document of(Design design) {
    return new Document(design, Layout.EMPTY, List.of(), List.of(), List.of());
  }

  /// A copy with another design; positions of components that are gone, and corners of links that
  /// are gone or join others now, go with them.
  public Document withDesign(Design other) {
    return other == design
        ? this
        : new Document(
            other, layout.restrictedTo(other).followed(design, other), scenarios, decisions, views);
  }

  public Document withLayout(Layout other) {
    return other == layout ? this : new Document(design, other, scenarios, decisions, views);
  }

  public Document withDecisions(List<Decision> others) {
    return new Document(design, layout, scenarios, others, views);
  }

  public Document withViews(List<NamedView> others) {
    return new Document(design, layout, scenarios, decisions, others);
  }

  /// A copy without the decisions that have this target; the same where there is none.
  public Document withoutDecision(String target) {
    List<Decision> rest =
        decisions.stream().filter(decision -> !decision.target().equals(target)).toList();
    return rest.size() == decisions.size() ? this : withDecisions(rest);
  }
}
