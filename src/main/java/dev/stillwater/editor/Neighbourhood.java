package dev.stillwater.editor;

import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import java.util.LinkedHashSet;
import java.util.Set;

/// The part of a drawing around one component: what can hurt it, or whom it hurts.
///
/// A caller is hurt by what it calls, a consumer by the broker that delivers to it, a producer by
/// the broker that takes no more, a copy by its original, whatever is configured by the source.
///
/// @param component the one in the middle
/// @param harmers whether what can hurt it is shown, rather than whom it hurts
/// @param depth how many links far, at least 1
public record Neighbourhood(String component, boolean harmers, int depth) {
  public static final int DEEPEST = 20;

  public Neighbourhood {
    depth = Math.clamp(depth, 1, DEEPEST);
  }

  public Neighbourhood deeper(int by) {
    return new Neighbourhood(component, harmers, depth + by);
  }

  public String title() {
    return (harmers ? "What can hurt " + component : "Whom " + component + " hurts");
  }

  /// The components and links that belong to it.
  public Set<String> ids(Design design) {
    Set<String> result = new LinkedHashSet<>();
    Set<String> reached = new LinkedHashSet<>(Set.of(component));
    Set<String> border = reached;
    result.add(component);
    for (int step = 0; step < depth && !border.isEmpty(); step++) {
      Set<String> next = new LinkedHashSet<>();
      for (Link link : design.links()) {
        boolean delivers =
            switch (Couplings.mode(design, link)) {
              case DELIVER, CONFIG, REPLICATE -> true;
              case SYNC, SEND, PROBE -> false;
            };
        String hurt = delivers ? link.to() : link.from();
        String by = delivers ? link.from() : link.to();
        String near = harmers ? hurt : by;
        String far = harmers ? by : hurt;
        if (border.contains(near)) {
          result.add(link.id());
          if (!reached.contains(far)) {
            next.add(far);
          }
        }
      }
      reached.addAll(next);
      border = next;
    }
    result.addAll(reached);
    return result;
  }
}
