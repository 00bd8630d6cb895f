package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Trace.EVERYBODY;
import static dev.stillwater.analysis.ripple.Trace.NONE;

import java.util.ArrayList;
import java.util.List;

/// The losses of one injection as numbers, which outlive the design that they were found in as long
/// as nothing changes where the failure came along.
///
/// @param trace the facts that tell of losses
/// @param down by journey the row that takes it down, or [Trace#NONE]
/// @param scope by journey the scope in which it does
/// @param silenced the rows by which a component gives no answer because it waits for a target
/// @param spilled by broker of a target the row by which it is first full or loses something
/// @param touched the components that the failure came to, ascending
record LossRows(
    Trace trace, int[] down, int[] scope, int[] silenced, int[] spilled, int[] touched) {
  /// As facts of a design in which the numbers hold.
  Losses of(Ripple ripple, Injection injection) {
    Facts facts = new Facts(ripple, injection, trace);
    List<JourneyOutcome> lost = new ArrayList<>();
    for (int journey = 0; journey < down.length; journey++) {
      int row = down[journey];
      if (row != NONE) {
        lost.add(
            new JourneyOutcome(
                ripple.graph.journeys().get(journey),
                JourneyOutcome.State.DOWN,
                trace.time(row),
                facts.chain(row, scope[journey])));
      }
    }
    return new Losses(lost, facts(facts, ripple, silenced), facts(facts, ripple, spilled));
  }

  private static List<Fact> facts(Facts facts, Ripple ripple, int[] rows) {
    List<Fact> result = new ArrayList<>();
    for (int row : rows) {
      if (facts.trace().isForEverybody(row)) {
        result.add(facts.at(row, EVERYBODY));
        continue;
      }
      for (int journey = 0; journey < ripple.scopes.length; journey++) {
        if (facts.trace().isFor(row, journey)) {
          result.add(facts.at(row, journey));
        }
      }
    }
    return result;
  }

  /// Whether the failure came to one of these components.
  boolean touches(boolean[] nodes) {
    for (int node : touched) {
      if (nodes[node]) {
        return true;
      }
    }
    return false;
  }

  /// The same with other numbers for components and links.
  LossRows renumbered(int[] nodes, int[] edges) {
    int[] others = new int[touched.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = nodes[touched[i]];
    }
    return new LossRows(trace.renumbered(nodes, edges), down, scope, silenced, spilled, others);
  }
}
