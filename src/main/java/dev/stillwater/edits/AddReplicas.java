package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs two replicas where one ran, in a second zone where the design knows one. Callers of a
/// service get a balancer in front, a store gets automatic failover; how it replicates is left to
/// declare.
///
/// @param name what people call the component, for the title
public record AddReplicas(String component, ComponentKind kind, String name) implements Edit {
  private static final int ENOUGH = 2;

  /// The edit for a component of a design.
  public static AddReplicas of(Component component) {
    return new AddReplicas(component.id(), component.kind(), component.name());
  }

  @Override
  public String signature() {
    return "AddReplicas(" + component + ")";
  }

  @Override
  public String title() {
    String more =
        kind == ComponentKind.SERVICE
            ? " behind a load balancer"
            : kind.isStore() ? " with automatic failover" : "";
    return "Run two replicas of " + name + more;
  }

  @Override
  public Design apply(Design design) {
    return design
        .components()
        .find(component)
        .filter(it -> it.get(ComponentAttributes.REPLICAS).orElse(1) < ENOUGH)
        .map(it -> balanced(design.with(spread(design, it))))
        .orElse(design);
  }

  private static Component spread(Design design, Component old) {
    Component result = old.with(ComponentAttributes.REPLICAS, ENOUGH);
    if (old.kind().isStore()) {
      result = result.with(ComponentAttributes.FAILOVER_MODE, FailoverMode.AUTO);
    }
    List<String> zones = old.get(ComponentAttributes.ZONES).orElse(List.of());
    Optional<String> second = zones.size() == 1 ? otherZone(design, zones) : Optional.empty();
    if (second.isEmpty()) {
      return result;
    }
    List<String> both = new ArrayList<>(zones);
    both.add(second.get());
    return result.with(ComponentAttributes.ZONES, List.copyOf(both));
  }

  private static Optional<String> otherZone(Design design, List<String> zones) {
    ZoneChoice choice = new ZoneChoice(design);
    return choice.isAvailabilityZone(zones.getFirst())
        ? choice.known(zones.getFirst(), zones)
        : Optional.empty();
  }

  private Design balanced(Design design) {
    if (kind != ComponentKind.SERVICE) {
      return design;
    }
    Design result = design;
    for (Link link : design.links()) {
      if (link.to().equals(component)
          && Couplings.mode(design, link) == LinkMode.SYNC
          && !link.get(LinkAttributes.CLIENT_LB).orElse(false)) {
        result = InsertLoadBalancer.on(result, link).apply(result);
      }
    }
    return result;
  }
}
