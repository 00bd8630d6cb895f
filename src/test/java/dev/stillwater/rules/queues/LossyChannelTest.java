package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Design;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossyChannelTest {
  private static final LossyChannel RULE = new LossyChannel();

  @Test
  void changesThroughWhatForgets() {
    Reviewed.expectFlags(
        RULE,
        """
        topic lossy delivery=at-most-once
        topic kept delivery=at-least-once
        queue once delivery=exactly-once
        topic open
        worker w
        lossy -> w id=a effect=write                     # FLAG REL-QU-018 critical
        lossy -> w id=b effect=idempotent-write          # FLAG REL-QU-018 high
        lossy -> w id=c effect=read
        lossy -> w id=d effect=write lossOk=true
        kept -> w id=e effect=write
        once -> w id=f effect=write
        open -> w id=g effect=write
        journey j path=a importance=critical
        """);
  }

  @Test
  void anUndeclaredEffectCannotBeJudged() {
    assertThat(Reviewed.of("topic t delivery=at-most-once\nworker w\nt -> w").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void theBrokerStoresOrTheOwnerSaysThatItNeedNot() {
    Reviewed before =
        Reviewed.of(
            "topic t delivery=at-most-once inMemory=true\nworker w\nt -> w id=l effect=write");
    List<Recommendation> fixes = before.only(RULE).recommendations();
    assertThat(fixes).extracting(Recommendation::declaresOnly).containsExactly(false, true);

    Reviewed stored = before.after(fixes.getFirst().edit());
    assertThat(stored.of(RULE)).isEmpty();
    assertThat(stored.design().components().get("t").attributes().toPlain())
        .containsEntry("delivery", "at-least-once")
        .containsEntry("inMemory", false);
    assertThat(before.after(fixes.get(1).edit()).of(RULE)).isEmpty();
  }

  private static final Presets HOUSES =
      new Presets(
          List.of(
              preset("nats-core", ComponentKind.TOPIC, Delivery.AT_MOST_ONCE),
              preset("nats-jetstream", ComponentKind.STREAM, Delivery.AT_LEAST_ONCE)));

  private static Preset preset(String key, ComponentKind kind, Delivery delivery) {
    Component values = new Component(key, kind).with(ComponentAttributes.DELIVERY, delivery);
    return new Preset(key, key, kind, "", LocalDate.EPOCH, false, values.attributes());
  }

  @Test
  void theSameHouseHasALastingProduct() {
    Design before =
        DesignFixture.parse(
                """
                service s
                topic t preset=nats-core delivery=at-most-once
                worker w
                s -> t id=in effect=write
                t -> w id=l effect=write
                s -> w id=m effect=write coupling=loose-async via=nats-core
                """,
                HOUSES)
            .design();
    DependencyGraph graph = DependencyGraph.of(before, HOUSES);
    Design drawn = QueueChanges.makeLasting(graph, graph.node("t")).apply(before);
    Design annotated = QueueChanges.makeLasting(graph, graph.node("m~via")).apply(before);

    assertThat(drawn.components().get("t").kind()).isEqualTo(ComponentKind.STREAM);
    assertThat(drawn.components().get("t").attributes().toPlain())
        .containsExactly(Map.entry("preset", "nats-jetstream"));
    assertThat(annotated.links().get("m").attributes().toPlain())
        .containsEntry("via", "nats-jetstream");
    assertThat(annotated.components()).isEqualTo(before.components());
  }
}
