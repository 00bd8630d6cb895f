package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.LargeDesigns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// Graphs of unusual size and shape, and the memory of an [Analysis].
class RobustnessTest {
  private static final Attributes SECOND =
      Attributes.none(LinkAttributes.TABLE).with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(1));

  @Test
  void nothingComesOfNothing() {
    Analysis empty = DesignFixture.parse("").analysis();
    assertThat(empty.injections()).isEmpty();
    RippleResult result = empty.ripple(new Injection(List.of(), Failure.CRASH));
    assertThat(result.facts()).isEmpty();
    assertThat(result.journeys()).isEmpty();
  }

  @Test
  void aJourneyWithoutLinksIsNotHurt() {
    Design design = DesignFixture.parse("service a").design().with(new Journey("j"));
    JourneyOutcome outcome =
        Analysis.of(design, Presets.NONE).ripple("a", Failure.CRASH).journey("j");
    assertThat(outcome.state()).isEqualTo(State.OK);
    assertThat(outcome.path()).isEmpty();
  }

  @Test
  void silenceTravelsThroughAHundredThousandComponents() {
    int length = 100_000;
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      components.add(new Component("n" + i, i == 0 ? ComponentKind.CLIENT : ComponentKind.SERVICE));
      if (i > 0) {
        links.add(new Link("l" + i, "n" + (i - 1), "n" + i, SECOND));
      }
    }
    links.set(0, links.getFirst().with(LinkAttributes.RATE, 10.0));
    Design design =
        Design.empty("chain")
            .withComponents(Index.of(components))
            .withLinks(Index.of(links))
            .with(new Journey("j").with(JourneyAttributes.ENTRY, "l1"));
    Analysis analysis = Analysis.of(design, Presets.NONE);
    assertThat(analysis.load().rate(analysis.graph().edgesOf("l99999").getFirst())).isEqualTo(10);
    assertThat(analysis.responseTimes().of(analysis.graph().node("n1")))
        .isEqualTo(50.0 * (length - 1));
    RippleResult result = analysis.ripple("n" + (length - 1), Failure.CRASH);
    assertThat(result.facts()).hasSize(length);
    assertThat(result.journey("j").state()).isEqualTo(State.DOWN);
    assertThat(result.journey("j").t()).as("errors are fast").isEqualTo(1_000);
    assertThat(result.journey("j").path()).hasSize(length - 1);
    Fact last = result.facts().getLast();
    assertThat(last.hashCode()).isEqualTo(last.hashCode());
    assertThat(last.toString()).isNotEmpty();
    assertThat(analysis.ripple("n" + (length - 1), Failure.GREY).facts()).isNotEmpty();
  }

  @Test
  void aHubHurtsTenThousandCallers() {
    int callers = 10_000;
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    components.add(new Component("hub", ComponentKind.SERVICE));
    for (int i = 0; i < callers; i++) {
      components.add(new Component("u" + i, ComponentKind.SERVICE));
      links.add(new Link("l" + i, "u" + i, "hub", SECOND));
    }
    Design design =
        Design.empty("hub").withComponents(Index.of(components)).withLinks(Index.of(links));
    RippleResult result = Analysis.of(design, Presets.NONE).ripple("hub", Failure.CRASH);
    assertThat(result.facts()).hasSize(callers + 1);
    assertThat(result.facts().getLast().node().id()).isEqualTo("u9999");
  }

  @Test
  void everyInjectionTravelsThroughAHundredThousandComponents() {
    int length = 100_000;
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Component component =
          new Component("n" + i, i == 0 ? ComponentKind.CLIENT : ComponentKind.SERVICE);
      components.add(
          i == length - 1 ? component.with(ComponentAttributes.ZONES, List.of("z")) : component);
      if (i > 0) {
        Attributes writes = SECOND.with(LinkAttributes.EFFECT, Effect.WRITE);
        links.add(new Link("l" + i, "n" + (i - 1), "n" + i, writes));
      }
    }
    Design design =
        Design.empty("chain")
            .withComponents(Index.of(components))
            .withLinks(Index.of(links))
            .with(new Journey("j").with(JourneyAttributes.ENTRY, "l1"));
    Analysis analysis = Analysis.of(design, Presets.NONE);
    for (Injection injection :
        List.of(
            new Injection("n99999", Failure.CRASH_ONE),
            Injection.ofZone("z"),
            Injection.ofLink("l99999", Failure.PARTITION))) {
      RippleResult result = analysis.ripple(injection);
      assertThat(result.facts()).hasSizeGreaterThan(length - 2);
      assertThat(result.isDown("j")).isTrue();
    }
    RippleResult twice = analysis.ripple(Injection.ofLink("l1", Failure.DUPLICATE));
    assertThat(twice.facts()).hasSize(length - 1);
    assertThat(twice.journey("j").state()).isEqualTo(State.WRONG);
  }

  @Test
  void aBadConfigurationTravelsFromSourceToSource() {
    int length = 100_000;
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      components.add(new Component("n" + i, ComponentKind.CONFIG));
      if (i > 0) {
        Attributes config =
            Attributes.none(LinkAttributes.TABLE).with(LinkAttributes.MODE, LinkMode.CONFIG);
        links.add(new Link("l" + i, "n" + (i - 1), "n" + i, config));
      }
    }
    Design design =
        Design.empty("chain").withComponents(Index.of(components)).withLinks(Index.of(links));
    RippleResult result = Analysis.of(design, Presets.NONE).ripple("n0", Failure.BAD_CONFIG);
    assertThat(result.facts())
        .filteredOn(it -> it.impact() == Impact.ERR)
        .hasSize(length - 1)
        .allMatch(it -> it.t() == 0);
  }

  @Test
  void aHubHurtsTenThousandInEveryWay() {
    int callers = 10_000;
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (String hub : List.of("hub", "other")) {
      components.add(
          new Component(hub, ComponentKind.SERVICE)
              .with(ComponentAttributes.REPLICAS, 2)
              .with(ComponentAttributes.ZONES, List.of("z")));
    }
    for (int i = 0; i < callers; i++) {
      String id = "u" + i;
      components.add(
          new Component(id, ComponentKind.SERVICE).with(ComponentAttributes.ZONES, List.of("y")));
      Link call = new Link("l" + i, id, "hub", SECOND);
      links.add(
          i % 2 == 0
              ? call
              : call.with(LinkAttributes.FALLBACK, Fallback.OTHER_PATH)
                  .with(LinkAttributes.FALLBACK_TO, "other"));
      links.add(new Link("k" + i, "hub", id, SECOND.with(LinkAttributes.MODE, LinkMode.CONFIG)));
    }
    Design design =
        Design.empty("hub").withComponents(Index.of(components)).withLinks(Index.of(links));
    Analysis analysis = Analysis.of(design, Presets.NONE);
    assertThat(analysis.ripple("hub", Failure.CRASH_ONE).facts()).hasSize(1 + callers / 2);
    assertThat(analysis.ripple("hub", Failure.BAD_CONFIG).facts()).hasSizeGreaterThan(callers - 1);
    assertThat(analysis.ripple(Injection.between("y", "z")).facts())
        .hasSizeGreaterThan(callers - 1);
    assertThat(analysis.ripple(Injection.ofZone("z")).facts()).hasSizeGreaterThan(callers);
    Injection both = new Injection(List.of("hub", "other"), Failure.ERROR);
    assertThat(analysis.ripple(both).facts()).hasSizeGreaterThan(callers + 1);
    assertThat(analysis.ways().of(Injection.Target.COMPONENT, List.of("hub"))).hasSize(6);
  }

  @Test
  void cyclesEndByThemselves() {
    DesignFixture fixture =
        DesignFixture.parse(
            """
            client c
            service a
            service b
            c -> a id=in rate=10 timeout=9s
            a -> b id=1 timeout=1s
            b -> a id=2 timeout=1s
            a -> a id=3
            a -> b id=4 timeout=2s retries=-1
            journey j path=in,1,2,3
            """);
    Analysis analysis = fixture.analysis();
    for (Injection injection : analysis.injections()) {
      assertThat(analysis.ripple(injection).facts()).hasSizeLessThan(20);
    }
  }

  @Test
  void alargeDesignIsFollowedWhereverItFails() {
    Design design = LargeDesigns.of(1_000, 6, 0.05, 3);
    Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
    int lost = 0;
    for (int i = 0; i < 1_000; i += 10) {
      String id = analysis.graph().nodes().get(i).id();
      for (Failure how : analysis.ways().of(Injection.Target.COMPONENT, List.of(id))) {
        RippleResult result = analysis.ripple(id, how);
        lost += result.journeys().stream().filter(JourneyOutcome::isLost).count();
      }
    }
    assertThat(lost).isGreaterThan(100);
  }

  @Test
  void anAnalysisRemembersAndReportsAndStops() {
    class Watcher implements Progress {
      private final List<String> reports = new ArrayList<>();
      private boolean enough;

      @Override
      public void report(int done, int total) {
        reports.add(done + "/" + total);
        enough = done == 3;
      }

      @Override
      public boolean isCancelled() {
        return enough;
      }
    }
    Watcher watcher = new Watcher();
    DesignFixture fixture = DesignFixture.parse("client c\nservice a\nservice b\nc -> a\na -> b");
    Analysis analysis = Analysis.of(fixture.design(), fixture.presets(), watcher);
    assertThat(analysis.injections()).hasSize(14);
    assertThat(analysis.ripple("a", Failure.CRASH))
        .isSameAs(analysis.ripple(new Injection(List.of("a"), Failure.CRASH)));
    List<RippleResult> results = new ArrayList<>();
    assertThatThrownBy(() -> analysis.forEach(analysis.injections(), results::add))
        .isInstanceOf(CancellationException.class);
    assertThat(results).hasSize(3);
    assertThat(watcher.reports).containsExactly("1/14", "2/14", "3/14");
    assertThat(analysis.ripple("a", Failure.CRASH)).as("known, nothing to cancel").isNotNull();
  }
}
