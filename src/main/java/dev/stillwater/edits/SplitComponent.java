package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gives batch work a component of its own: c keeps the requests that somebody waits for,
/// `c-worker` takes those of offline journeys, through a queue where their senders do not need the
/// result now.
///
/// The links into c of offline journeys lead to the worker and keep their ids; the worker gets the
/// calls that these journeys make from c. A link into c that a hard journey uses too cannot be told
/// apart, and then nothing changes.
///
/// @param name what people call the component, for the title
public record SplitComponent(String component, String name) implements Edit {
  @Override
  public String signature() {
    return "SplitComponent(" + component + ")";
  }

  @Override
  public String title() {
    return "Give the batch work of " + name + " a worker of its own";
  }

  @Override
  public Design apply(Design design) {
    if (design.components().find(component).filter(it -> it.kind().isCompute()).isEmpty()) {
      return design;
    }
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    Set<String> batch = touching(design, graph, RealTimeClass.OFFLINE);
    Set<String> waited = touching(design, graph, RealTimeClass.HARD);
    List<Link> in = batch.stream().map(design.links()::get).filter(this::enters).toList();
    boolean apart = in.stream().noneMatch(link -> waited.contains(link.id()));
    return in.isEmpty() || waited.isEmpty() || !apart ? design : split(design, graph, batch, in);
  }

  private boolean enters(Link link) {
    return link.to().equals(component) && !link.from().equals(component);
  }

  private boolean leaves(Link link) {
    return link.from().equals(component) && !link.to().equals(component);
  }

  /// The links that enter or leave the component on journeys of a class.
  private Set<String> touching(Design design, DependencyGraph graph, RealTimeClass wanted) {
    Set<String> result = new LinkedHashSet<>();
    for (Reach reach : graph.journeys()) {
      if (reach.journey().realTimeClass() == wanted) {
        for (Edge edge : reach.edges()) {
          Link link = design.links().get(edge.subject());
          if (enters(link) || leaves(link)) {
            result.add(link.id());
          }
        }
      }
    }
    return result;
  }

  private Design split(Design design, DependencyGraph graph, Set<String> batch, List<Link> in) {
    Component worker = worker(design);
    Design result = design.with(worker);
    List<Link> handedOver = in.stream().filter(link -> canHandOver(design, link)).toList();
    for (Link link : in) {
      result = result.with(link.between(link.from(), worker.id()));
    }
    for (String id : batch) {
      Link link = design.links().get(id);
      if (leaves(link)) {
        result = onward(result, graph, link, worker);
      }
    }
    for (Link link : handedOver) {
      result = InsertQueue.on(result, result.links().get(link.id())).apply(result);
    }
    return result;
  }

  private Component worker(Design design) {
    Component old = design.components().get(component);
    Component worker =
        new Component(Naming.component(design, component, "worker"), ComponentKind.WORKER);
    return worker.withAttributes(
        worker
            .attributes()
            .copyFrom(
                old.attributes(),
                ComponentAttributes.OWNER,
                ComponentAttributes.TECHNOLOGY,
                ComponentAttributes.REPLICAS,
                ComponentAttributes.ZONES,
                ComponentAttributes.P99));
  }

  /// Whether the sender can go on after an acknowledgement. A delivery comes out of a broker
  /// already.
  private static boolean canHandOver(Design design, Link link) {
    ComponentKind from = design.components().get(link.from()).kind();
    return Couplings.mode(design, link) == LinkMode.SYNC
        && link.attributes().orDefault(LinkAttributes.NEED) != Need.RESULT_NOW
        && LegalLinks.legal(LinkMode.SEND, from, ComponentKind.QUEUE);
  }

  /// A call that only listed offline journeys make moves to the worker; any other is made by both.
  private static Design onward(Design design, DependencyGraph graph, Link link, Component worker) {
    boolean batchOnly =
        graph.edgesOf(link.id()).stream()
            .flatMap(edge -> graph.journeysOf(edge).stream())
            .map(Reach::journey)
            .allMatch(SplitComponent::isListedBatch);
    if (batchOnly) {
      return design.with(link.between(worker.id(), link.to()));
    }
    Link copy =
        new Link(
            Naming.link(design, worker.id(), link.to()), worker.id(), link.to(), link.attributes());
    Design result = design.with(copy);
    for (Journey journey : design.journeys()) {
      if (isListedBatch(journey) && journey.namedLinks().contains(link.id())) {
        List<String> path = new ArrayList<>(journey.namedLinks());
        path.replaceAll(id -> id.equals(link.id()) ? copy.id() : id);
        result = result.with(journey.with(JourneyAttributes.PATH, List.copyOf(path)));
      }
    }
    return result;
  }

  private static boolean isListedBatch(Journey journey) {
    return journey.realTimeClass() == RealTimeClass.OFFLINE
        && journey.get(JourneyAttributes.PATH).isPresent();
  }
}
