package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Problem;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.Validation;
import dev.stillwater.testing.GoldenPresets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of every structural edit on any design: twice is once, links stay legal, journeys
/// keep their links, and what is missing stays missing.
class EditProperties {
  @Property(seed = "20261129", tries = 150)
  void everyEditIsPureAndHarmless(@ForAll long seed) {
    Design design = design(new Random(seed));
    for (Edit edit : edits(design)) {
      Design once = edit.apply(design);

      assertThat(edit.apply(once)).as("twice %s", edit.signature()).isEqualTo(once);
      assertThat(edit.apply(design)).isEqualTo(once);
      assertThat(problems(once)).as(edit.signature()).isSubsetOf(problems(design));
      assertThat(once.journeys().ids()).containsAll(design.journeys().ids());
      assertThat(once.journeys().stream()).allMatch(journey -> !journey.namedLinks().isEmpty());
      assertThat(DependencyGraph.of(once, GoldenPresets.ALL).nodes())
          .hasSizeGreaterThanOrEqualTo(once.components().size());
      assertThat(edit.title()).isNotBlank();
    }
  }

  @Property(seed = "20261129", tries = 20)
  void onADesignWithoutTheElementNothingHappens(@ForAll long seed) {
    Design empty = Design.empty("other");
    for (Edit edit : edits(design(new Random(seed)))) {
      assertThat(edit.apply(empty)).isSameAs(empty);
    }
  }

  private static List<String> problems(Design design) {
    return Validation.of(design, GoldenPresets.ALL).stream().map(Problem::message).toList();
  }

  private static List<Edit> edits(Design design) {
    List<Edit> edits = new ArrayList<>();
    for (Link link : design.links()) {
      edits.add(InsertQueue.on(design, link));
      edits.add(InsertLoadBalancer.on(design, link));
      edits.add(InsertQueue.on(design, link).with("kinesis"));
      edits.add(KeepCopy.on(design, link));
      edits.add(MergeHops.on(design, link));
      edits.add(InsertGateway.on(design, link));
      edits.add(new SetDlq(link.id(), "x"));
      AsyncRequestReply.on(design, link).ifPresent(edits::add);
      edits.add(new AddDlq(link.id(), true, "x"));
      InvertControl.on(design, link.id()).ifPresent(edits::add);
      ConvertFallbackToFailover.on(design, link.id()).ifPresent(edits::add);
      edits.add(new ClaimCheck(link.id(), 1024));
      design.journeys().forEach(j -> edits.add(new SplitJourneyAtAck(link.id(), j.id(), "x")));
      edits.add(new ReplaceAsyncHop(link.id(), Optional.empty(), "x", "y"));
      design.links().stream()
          .filter(next -> next.from().equals(link.to()))
          .forEach(
              next -> edits.add(new ReplaceAsyncHop(link.id(), Optional.of(next.id()), "x", "y")));
    }
    DependencyGraph graph = DependencyGraph.of(design, GoldenPresets.ALL);
    graph.nodes().stream()
        .filter(node -> node.impliedBy().isPresent())
        .forEach(node -> edits.add(DrawOut.of(design, node)));
    for (Component component : design.components()) {
      edits.add(new AddDlq(component.id(), false, "x"));
      edits.add(new SplitQueue(component.id(), "x"));
      edits.add(new AddSpilloverQueue(component.id(), Timespan.ofSeconds(60), "x"));
      edits.add(new UsePreset(component.id(), "sqs-fifo", component.kind(), "x"));
      edits.add(AddReplicas.of(component));
      edits.add(new AddStore(component.id(), "x"));
      UseDurableStore.on(design, component.id()).ifPresent(edits::add);
      edits.add(new ReplaceFanoutWithTopic(component.id(), "x", List.of("y")));
      edits.add(new ReplaceFanoutWithTopic(component.id(), "x", List.of("y")).with("kinesis"));
      edits.add(new InsertWorkflow(component.id(), "x", List.of("y")));
      edits.add(new SplitComponent(component.id(), "x"));
      design
          .components()
          .forEach(owner -> edits.add(new AssignOwner(component.id(), owner.id(), "x", "y")));
      edits.add(new SetAttribute<>(component.id(), ComponentAttributes.REPLICAS, 3));
    }
    return edits;
  }

  private static Design design(Random random) {
    Design design = Design.empty("random");
    ComponentKind[] kinds = ComponentKind.values();
    int size = 3 + random.nextInt(8);
    for (int i = 0; i < size; i++) {
      ComponentKind kind =
          random.nextInt(3) == 0 ? ComponentKind.SERVICE : kinds[random.nextInt(kinds.length)];
      Component component = new Component("c" + i, kind);
      if (random.nextBoolean()) {
        component = component.with(ComponentAttributes.P99, Timespan.ofMillis(random.nextInt(900)));
      }
      if (random.nextInt(3) == 0) {
        component = component.with(ComponentAttributes.ZONES, List.of("z" + random.nextInt(3)));
      }
      design = design.with(component);
    }
    for (int i = 0; i < 3 * size; i++) {
      Component from = design.components().get("c" + random.nextInt(size));
      Component to = design.components().get("c" + random.nextInt(size));
      List<LinkMode> modes = LegalLinks.modes(from.kind(), to.kind());
      if (!modes.isEmpty()) {
        design = design.with(link(random, i, from, to, modes.get(random.nextInt(modes.size()))));
      }
    }
    List<Link> links = new ArrayList<>(design.links().all());
    for (int i = 0; i < 2 && !links.isEmpty(); i++) {
      Link first = links.get(random.nextInt(links.size()));
      List<String> path = new ArrayList<>(List.of(first.id()));
      for (Link link : links) {
        if (!path.contains(link.id()) && random.nextInt(3) == 0) {
          path.add(link.id());
        }
      }
      Journey journey =
          new Journey("j" + i)
              .with(JourneyAttributes.CLASS, RealTimeClass.values()[random.nextInt(4)]);
      design =
          design.with(
              random.nextInt(3) == 0
                  ? journey.with(JourneyAttributes.ENTRY, first.id())
                  : journey.with(JourneyAttributes.PATH, List.copyOf(path)));
    }
    return design;
  }

  private static Link link(Random random, int number, Component from, Component to, LinkMode mode) {
    Link link =
        new Link("l" + number, from.id(), to.id())
            .with(LinkAttributes.EFFECT, Effect.values()[random.nextInt(3)])
            .with(LinkAttributes.NEED, Need.values()[random.nextInt(4)]);
    if (mode != LegalLinks.derived(from.kind(), to.kind()) || random.nextInt(4) == 0) {
      link = link.with(LinkAttributes.MODE, mode);
    }
    if (random.nextInt(4) == 0) {
      link = link.with(LinkAttributes.TIMEOUT, Timespan.ofMillis(1 + random.nextInt(5000)));
    }
    if (random.nextInt(6) == 0) {
      link = link.with(LinkAttributes.COUPLING, Coupling.values()[random.nextInt(3)]);
    }
    if (random.nextInt(6) == 0) {
      link =
          link.with(LinkAttributes.FALLBACK, Fallback.OTHER_PATH)
              .with(LinkAttributes.FALLBACK_TO, "c" + random.nextInt(3));
    }
    if (random.nextInt(4) == 0) {
      link = link.with(LinkAttributes.PAYLOAD, 1e6);
    }
    return random.nextInt(6) == 0 ? link.with(LinkAttributes.ORDERED, true) : link;
  }
}
