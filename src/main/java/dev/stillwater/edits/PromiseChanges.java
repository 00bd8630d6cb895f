package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Criticality;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.StateKeeping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The fixes that write down what somebody promises: a target, an availability, what can be done
/// without, where the sessions are.
public final class PromiseChanges {
  private PromiseChanges() {}

  /// Declares the target that the parts of a journey allow.
  public static Edit lowerSlo(Journey journey, double target) {
    return new Bundle(
        "LowerSlo",
        journey.id() + ", " + plain(target),
        "Promise " + percent(target) + " for " + journey.name(),
        List.of(new SetAttribute<>(journey.id(), JourneyAttributes.SLO, target)));
  }

  /// Declares what the owner of a component promises, once it was asked for.
  public static Edit askSla(Node node, double availability) {
    return new Bundle(
        "AskSla",
        node.id() + ", " + plain(availability),
        "Get " + percent(availability) + " promised for " + Words.name(node),
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.AVAILABILITY, availability)));
  }

  /// Declares that sessions travel with their clients.
  public static Edit declareStateless(Node node) {
    return new Bundle(
        "SetState",
        node.id() + ", stateless",
        "Declare that clients carry the sessions of " + Words.name(node),
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.STATE, StateKeeping.STATELESS)));
  }

  /// Declares what the drawing says already: that the caller cannot do without the callee.
  ///
  /// @param caller the end of the drawn link, as is the callee
  public static Edit declareHard(Edge edge, Node caller, Node callee) {
    List<Edit> parts = new ArrayList<>();
    parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.DEPENDENCY, Dependency.HARD));
    parts.add(SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK));
    parts.add(SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK_TO));
    if (callee.held(ComponentAttributes.CRITICALITY).orElse(Criticality.STANDARD)
        == Criticality.BEST_EFFORT) {
      parts.add(
          new SetAttribute<>(callee.id(), ComponentAttributes.CRITICALITY, Criticality.STANDARD));
    }
    return new Bundle(
        "SetDependency",
        edge.subject() + ", hard",
        "Declare that " + Words.name(caller) + " cannot do without " + Words.name(callee),
        parts);
  }

  /// A fraction as people say it: `99.95 %`.
  public static String percent(double fraction) {
    return plain(fraction * 100) + " %";
  }

  private static String plain(double value) {
    BigDecimal short6 = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    return short6.stripTrailingZeros().toPlainString();
  }
}
