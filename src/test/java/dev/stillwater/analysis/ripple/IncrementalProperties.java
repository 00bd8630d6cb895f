package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What is taken over from the analysis before an edit is what a new analysis finds.
class IncrementalProperties {
  @Property(seed = "20261129", tries = 400)
  void lossesAfterEditsAreThoseOfANewAnalysis(@ForAll long seed) {
    Random random = new Random(seed);
    Design design = SmallDesigns.any(seed);
    Design other = SmallDesigns.any(seed + 1);
    Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
    for (int step = 0; step < 4; step++) {
      for (Injection injection : everything(design)) {
        analysis.losses(injection);
      }
      design = edited(design, other, random);
      analysis = analysis.after(design);
      Analysis anew = Analysis.of(design, GoldenPresets.ALL);
      for (Injection injection : everything(design)) {
        assertThat(told(analysis, injection))
            .as("%s %s", injection.target(), injection.how())
            .isEqualTo(told(anew, injection));
      }
    }
  }

  private static Design edited(Design design, Design other, Random random) {
    List<Component> components = new ArrayList<>(design.components().all());
    List<Link> links = new ArrayList<>(design.links().all());
    if (components.isEmpty()) {
      return design;
    }
    Component component = components.get(random.nextInt(components.size()));
    Link link = links.isEmpty() ? null : links.get(random.nextInt(links.size()));
    return switch (random.nextInt(7)) {
      case 0 ->
          other
              .components()
              .find(component.id())
              .map(it -> new Component(it.id(), component.kind(), it.attributes()))
              .map(design::with)
              .orElse(design);
      case 1 ->
          link == null
              ? design
              : other
                  .links()
                  .find(link.id())
                  .map(it ->
                      design.with(new Link(link.id(), link.from(), link.to(), it.attributes())))
                  .orElse(design);
      case 2 -> link == null ? design : design.without(List.of(), List.of(link.id()));
      case 3 -> components.size() < 3 ? design : design.without(List.of(component.id()), List.of());
      case 4 -> {
        Component to = components.get(random.nextInt(components.size()));
        yield design.with(
            new Link(design.freeId("k" + random.nextInt(9)), component.id(), to.id()));
      }
      case 5 ->
          design.with(component.with(ComponentAttributes.NAME, "renamed " + random.nextInt(9)));
      default -> design.with(component.with(ComponentAttributes.REPLICAS, 1 + random.nextInt(4)));
    };
  }

  private static List<Injection> everything(Design design) {
    List<Injection> all = new ArrayList<>();
    for (String component : design.components().ids()) {
      for (Failure how : List.of(Failure.CRASH, Failure.GREY, Failure.ERROR, Failure.OVERLOAD)) {
        all.add(new Injection(component, how));
      }
    }
    return all;
  }

  private static List<String> told(Analysis analysis, Injection injection) {
    Losses losses = analysis.losses(injection);
    List<String> lines = new ArrayList<>();
    losses.down().forEach(it -> lines.add(it.id() + " " + it.t() + " " + chain(it.path())));
    losses.silenced().forEach(it -> lines.add("silenced " + chain(it.chain())));
    losses.spilled().forEach(it -> lines.add("spilled " + chain(it.chain())));
    return lines;
  }

  private static String chain(List<Fact> facts) {
    List<String> words = new ArrayList<>();
    for (Fact fact : facts) {
      words.add(fact + fact.carriedBy().map(edge -> " along " + edge.id()).orElse(""));
      fact.carriedBy().ifPresent(edge -> assertThat(edge.to()).isNotNull());
    }
    return String.join(" → ", words);
  }

  @Example
  void whatAnEditCannotTouchIsNotFollowedAgain() {
    DesignFixture fixture =
        DesignFixture.parse(
            """
            client shopper
            service order p99=40ms
            relational-db db
            client clerk
            service stock p99=40ms
            relational-db goods
            shopper -> order id=buy rate=50 timeout=10s
            order -> db id=save
            clerk -> stock id=count rate=5 timeout=10s
            stock -> goods id=look
            journey shop entry=buy class=hard
            journey audit entry=count class=soft
            """);
    Analysis before = fixture.analysis();
    Injection here = new Injection("db", Failure.CRASH);
    Injection there = new Injection("goods", Failure.CRASH);
    before.losses(here);
    before.losses(there);
    Link save = fixture.design().links().get("save");
    Analysis after =
        before.after(
            fixture
                .design()
                .with(save.with(LinkAttributes.TIMEOUT, Timespan.parse("1s").orElseThrow())));

    assertThat(after.isKnown(there)).isTrue();
    assertThat(after.isKnown(here)).isFalse();
    assertThat(after.losses(there).down().getFirst().path().getFirst().node())
        .isSameAs(after.graph().node("goods"));
  }
}
