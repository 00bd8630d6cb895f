package dev.stillwater.analysis.ripple;

import java.util.List;

/// What a failure costs, and what it does first, without the rest of the story: less work and less
/// memory than a whole [RippleResult].
///
/// @param down the journeys that are down, in the order of their ids
/// @param silenced the facts by which a component gives no answer because it waits for what was
///   made to fail, in the order of time
/// @param spilled of each broker that delivers to what was made to fail, when it is first full or
///   loses something
public record Losses(List<JourneyOutcome> down, List<Fact> silenced, List<Fact> spilled) {
  public Losses {
    down = List.copyOf(down);
    silenced = List.copyOf(silenced);
    spilled = List.copyOf(spilled);
  }
}
