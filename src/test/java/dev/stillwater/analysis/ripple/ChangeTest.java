package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.model.StateKeeping;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Whose failures are followed anew after an edit: those that come to what it touches.
class ChangeTest {
  /// Two chains that meet nowhere; `a5` fails far from `a1`.
  private static final Design CHAINS =
      DesignFixture.parse(
              """
              client a0
              service a1 replicas=2
              service a2 replicas=2
              service a3 replicas=2
              service a4 replicas=2
              service a5 replicas=2
              client b0
              service b1
              service b2
              queue q
              worker w
              worker v
              service spare
              a0 -> a1 id=a01 rate=10 timeout=9s
              a1 -> a2 id=a12 timeout=4s
              a2 -> a3 id=a23 timeout=3s dependency=soft
              a3 -> a4 id=a34 timeout=2s dependency=soft
              a4 -> a5 id=a45 timeout=1s dependency=soft
              b0 -> b1 id=b01 rate=5 timeout=9s
              b1 -> b2 id=b12 timeout=1s
              b1 => q id=send timeout=1s
              q -> w id=take
              q -> v id=also
              journey a path=a01,a12 class=hard
              journey b path=b01,b12 class=hard
              """)
          .design();

  private static List<String> anew(UnaryOperator<Design> edit) {
    return anew(CHAINS, edit);
  }

  /// The components whose crash has to be followed again after an edit.
  private static List<String> anew(Design design, UnaryOperator<Design> edit) {
    Analysis before = Analysis.of(design, GoldenPresets.ALL);
    for (Component component : design.components()) {
      before.losses(new Injection(component.id(), Failure.CRASH));
    }
    Analysis after = before.after(edit.apply(design));
    List<String> result = new ArrayList<>();
    for (Component component : design.components()) {
      if (!after.isKnown(new Injection(component.id(), Failure.CRASH))) {
        result.add(component.id());
      }
    }
    return result;
  }

  private static UnaryOperator<Design> component(String id, UnaryOperator<Component> edit) {
    return design -> design.with(edit.apply(design.components().get(id)));
  }

  private static UnaryOperator<Design> link(String id, UnaryOperator<Link> edit) {
    return design -> design.with(edit.apply(design.links().get(id)));
  }

  private static final List<String> ALL =
      CHAINS.components().all().stream().map(Component::id).toList();

  @Test
  void nothingChangedNothingIsFollowed() {
    assertThat(anew(design -> design)).isEmpty();
    assertThat(anew(component("a2", it -> new Component(it.id(), it.kind(), it.attributes()))))
        .isEmpty();
  }

  @Test
  void whatIsOnlyForPeopleChangesNothing() {
    assertThat(
            anew(
                component(
                    "a2",
                    it ->
                        it.with(ComponentAttributes.NAME, "Two")
                            .with(ComponentAttributes.DESCRIPTION, "second")
                            .with(ComponentAttributes.OWNER, "us")
                            .with(ComponentAttributes.TECHNOLOGY, "Java"))))
        .isEmpty();
  }

  @Test
  void aComponentConcernsItselfAndTwoCallsBehindIt() {
    assertThat(anew(component("a1", it -> it.with(ComponentAttributes.STATE, stateless()))))
        .as("a4 fails into a3, which is two calls behind; a5 does not")
        .containsExactly("a1", "a2", "a3", "a4");
    assertThat(anew(component("b2", it -> it.with(ComponentAttributes.STATE, stateless()))))
        .containsExactly("b2");
    assertThat(anew(component("spare", it -> it.with(ComponentAttributes.STATE, stateless()))))
        .containsExactly("spare");
  }

  private static StateKeeping stateless() {
    return StateKeeping.STATELESS;
  }

  @Test
  void whoTakesFromTheSameQueueIsConcerned() {
    assertThat(anew(component("w", it -> it.with(ComponentAttributes.STATE, stateless()))))
        .containsExactlyInAnyOrder("q", "v", "w");
  }

  @Test
  void aLinkConcernsBothItsEnds() {
    assertThat(anew(link("b12", it -> it.with(LinkAttributes.LOSS_OK, true))))
        .contains("b1", "b2")
        .doesNotContain("a1", "a2", "a3", "a4", "spare");
    assertThat(anew(design -> design.without(List.of(), List.of("also"))))
        .contains("q", "v")
        .doesNotContain("a1", "a4", "b2", "spare");
    assertThat(anew(design -> design.with(new Link("new", "spare", "b2"))))
        .contains("spare", "b2")
        .doesNotContain("a1", "a4");
  }

  @Test
  void aRateConcernsEverybodyWhoGetsIt() {
    assertThat(anew(link("b01", it -> it.with(LinkAttributes.RATE, 6.0))))
        .contains("b0", "b1", "b2", "q", "w", "v")
        .doesNotContain("a0", "a1", "a4", "spare");
  }

  @Test
  void aResponseTimeConcernsItsCallers() {
    assertThat(anew(component("a2", it -> it.with(ComponentAttributes.P99, Timespan.ofMillis(77)))))
        .contains("a1", "a2")
        .doesNotContain("b1", "b2", "spare");
  }

  @Test
  void whoIsGoneOrNewConcernsItsNeighbours() {
    assertThat(anew(design -> design.without(List.of("a5"), List.of())))
        .contains("a4", "a5")
        .doesNotContain("b1", "b2", "spare");
    assertThat(anew(design -> design.with(new Component("aa", ComponentKind.SERVICE)))).isEmpty();
    assertThat(anew(design -> design.with(new Component("zz", ComponentKind.SERVICE)))).isEmpty();
    assertThat(
            anew(component("a4", it -> new Component("a4", ComponentKind.WORKER, it.attributes()))))
        .contains("a4")
        .doesNotContain("b1", "spare");
  }

  @Test
  void whatNamesItIsConcerned() {
    String design =
        """
        client c
        service a
        service b
        service other
        queue q
        queue p dlq=q
        worker w
        cache k
        a -> b id=falls timeout=1s fallback=other-path fallbackTo=other
        b -> k id=asks timeout=1s behindCache=k
        p -> w id=take
        service far
        c -> far timeout=1s
        """;
    Design named = DesignFixture.parse(design).design();
    assertThat(
            anew(named, component("other", it -> it.with(ComponentAttributes.STATE, stateless()))))
        .contains("other", "a", "b")
        .doesNotContain("far", "p", "w");
    assertThat(anew(named, component("q", it -> it.with(ComponentAttributes.STATE, stateless()))))
        .contains("q", "p")
        .doesNotContain("far", "a", "b");
    assertThat(anew(named, design1 -> design1.without(List.of("other"), List.of())))
        .contains("a", "b")
        .doesNotContain("far", "w");
  }

  @Test
  void whatHoldsForAllConcernsAll() {
    assertThat(
            anew(design ->
                design.withSettings(design.settings().with(Settings.OUTAGE, Timespan.ofMillis(5)))))
        .isEqualTo(ALL);
    assertThat(
            anew(design ->
                design.with(design.journeys().get("a").with(JourneyAttributes.NAME, "Another"))))
        .as("what a journey is called changes no ripple")
        .isEmpty();
    assertThat(anew(design -> design.withJourneys(design.journeys().without(List.of("a")))))
        .isEqualTo(ALL);
    assertThat(
            anew(design ->
                design.with(new Journey("a").with(JourneyAttributes.PATH, List.of("b01", "b12")))))
        .as("a journey that begins elsewhere")
        .isEqualTo(ALL);
    assertThat(
            anew(component("a0", it -> new Component("a0", ComponentKind.ACTOR, it.attributes()))))
        .as("a journey that begins at somebody else")
        .isEqualTo(ALL);
  }
}
