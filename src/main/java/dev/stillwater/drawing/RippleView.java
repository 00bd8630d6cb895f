package dev.stillwater.drawing;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.RippleResult;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// A failure as it stands at one moment, ready to be laid over a drawing. Everything it does not
/// name fades.
///
/// @param hurts by component, or by link where an undrawn intermediary is hurt
/// @param carriers the links along which the failure travelled
/// @param shields by component or link
public record RippleView(
    Map<String, Hurt> hurts, Set<String> carriers, Map<String, Shield> shields) {
  /// All that has arrived until a moment, given in milliseconds after the injection.
  public static RippleView of(RippleResult result, double until) {
    Map<String, Hurt> hurts = new LinkedHashMap<>();
    Set<String> carriers = new LinkedHashSet<>();
    Map<String, Shield> shields = new LinkedHashMap<>();
    for (Fact fact : result.facts()) {
      if (fact.t() > until) {
        continue;
      }
      Hurt hurt = new Hurt(fact.impact(), fact.t(), fact.factor(), fact.hurtsEverybody());
      hurts.merge(fact.node().subject(), hurt, (old, other) -> other.hides(old) ? other : old);
      fact.carriedBy().ifPresent(edge -> carriers.add(edge.subject()));
    }
    for (Absorber absorber : result.absorbers()) {
      if (absorber.t() <= until) {
        shields.merge(
            drawn(absorber.element()),
            new Shield(absorber.kind(), absorber.holds()),
            (old, other) -> other.holds() < old.holds() ? other : old);
      }
    }
    return new RippleView(hurts, carriers, shields);
  }

  public static RippleView of(RippleResult result) {
    return of(result, Double.POSITIVE_INFINITY);
  }

  /// The drawn link of an intermediary that an annotation implies, or of one of its halves.
  private static String drawn(String element) {
    int mark = element.lastIndexOf('~');
    return mark < 0 ? element : element.substring(0, mark);
  }

  boolean touches(String id) {
    return hurts.containsKey(id) || carriers.contains(id) || shields.containsKey(id);
  }
}
