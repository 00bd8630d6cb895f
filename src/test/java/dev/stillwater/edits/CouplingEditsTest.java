package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Load;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CouplingEditsTest {
  private static Design design(String text) {
    return DesignFixture.parse(text).design();
  }

  private static Link link(Design design, String id) {
    return design.links().get(id);
  }

  private static Map<String, Object> values(Design design, String link) {
    return link(design, link).attributes().toPlain();
  }

  @Test
  void aStreamCanStandWhereAQueueUsuallyDoes() {
    Design before = design("service a\nservice b p99=1s\na -> b id=l effect=write need=later\n");
    InsertQueue usual = InsertQueue.on(before, link(before, "l"));
    InsertQueue picked = usual.with("kafka");
    Design after = picked.apply(before);

    assertThat(usual.presets()).startsWith(usual.preset()).contains("rabbitmq", "nats-jetstream");
    assertThat(picked.signature()).isEqualTo("InsertQueue(l, kafka)");
    assertThat(picked.title()).isEqualTo("Put a stream between a and b");
    assertThat(after.components().get("l-stream").kind()).isEqualTo(ComponentKind.STREAM);
    assertThat(after.components().get("l-stream").get(ComponentAttributes.VISIBILITY)).isEmpty();
    assertThat(after.components().get("l-dlq").get(ComponentAttributes.PRESET)).contains("kafka");
    assertThat(usual.with(usual.preset())).isEqualTo(usual);
    assertThatThrownBy(() -> usual.with("alb")).hasMessage("no product alb here");
  }

  @Test
  void subscribersReadAStreamThemselves() {
    Design before =
        design(
            """
            service s
            service a
            service b
            s -> a id=x need=later effect=write calls=2
            s -> b id=y need=later effect=write description="told later"
            journey j path=x,y
            """);
    Design after =
        new ReplaceFanoutWithTopic("s", "s", List.of("a", "b")).with("kinesis").apply(before);

    assertThat(after.components().get("s-events").kind()).isEqualTo(ComponentKind.STREAM);
    assertThat(after.components().ids()).doesNotContain("x-queue", "y-queue");
    assertThat(link(after, "x").from()).isEqualTo("s-events");
    assertThat(values(after, "y"))
        .containsEntry("calls", 0.5)
        .containsEntry("description", "told later");
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("s>s-events", "x", "y");
  }

  @Test
  void aCopyIsKeptUpToDateByAStreamOfChanges() {
    Design before =
        design(
            """
            client u
            service a
            service b
            service c
            u -> a id=in
            a -> b id=ask timeout=1s retries=1
            b -> c id=behind
            a -> c id=other
            journey j path=in,ask,behind,other
            """);
    Design after = KeepCopy.on(before, link(before, "ask")).apply(before);

    assertThat(link(after, "ask").to()).isEqualTo("a-b-copy");
    assertThat(values(after, "ask")).containsEntry("retries", 1L);
    assertThat(after.components().get("b-changes").kind()).isEqualTo(ComponentKind.STREAM);
    assertThat(values(after, "b-changes>a"))
        .containsEntry("effect", "idempotent-write")
        .containsEntry("ordered", true);
    assertThat(values(after, "a>a-b-copy")).containsEntry("timeout", "1s");
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("in", "ask", "other");
  }

  @Test
  void onlyReadsOfWhoCanTellOfChangesAreCopied() {
    Design before =
        design(
            """
            service a
            service b
            relational-db db
            a -> b id=write effect=write
            a -> db id=store
            a -> a id=self
            """);
    for (Link link : before.links()) {
      assertThat(KeepCopy.on(before, link).apply(before)).isSameAs(before);
    }
  }

  @Test
  void aMergedComponentLeavesItsWorkAndItsCalls() {
    Design before =
        design(
            """
            client u
            service a p99=10ms
            service b p99=20ms
            relational-db db
            u -> a id=in
            a -> b id=ask calls=3
            b -> db id=save calls=2 effect=write
            b -> a id=back
            journey j path=in,ask,save
            """);
    Design after = MergeHops.on(before, link(before, "ask")).apply(before);

    assertThat(after.components().ids()).containsExactly("u", "a", "db");
    assertThat(after.components().get("a").get(ComponentAttributes.P99).map(Timespan::millis))
        .contains(70.0);
    assertThat(link(after, "save").from()).isEqualTo("a");
    assertThat(link(after, "save").get(LinkAttributes.CALLS)).contains(6.0);
    assertThat(after.links().ids()).containsExactlyInAnyOrder("in", "save");
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("in", "save");
  }

  @Test
  void whoHasOtherCallersOrIsAJourneysOnlyLinkIsNotMerged() {
    Design shared = design("service a\nservice b\nservice c\na -> b id=l\nc -> b id=m\n");
    assertThat(MergeHops.on(shared, link(shared, "l")).apply(shared)).isSameAs(shared);
    Design only = design("service a\nservice b\na -> b id=l\njourney j entry=l\n");
    assertThat(MergeHops.on(only, link(only, "l")).apply(only)).isSameAs(only);
  }

  @Test
  void replicasComeBeforeTheQueueThatNeedsThem() {
    DesignFixture before =
        DesignFixture.parse(
            """
            service a
            service b replicas=2 capacity=10
            a -> b id=l effect=write need=later rate=40
            """);
    var graph = before.graph();
    var then = InsertQueue.on(before.design(), link(before.design(), "l"));
    var edit = ScaleOutFirst.of(List.of(graph.node("b")), Load.of(graph), then).orElseThrow();

    assertThat(edit.title()).isEqualTo("Run 6 replicas of b, and put a queue between a and b");
    assertThat(edit.apply(before.design()).components().get("b").get(ComponentAttributes.REPLICAS))
        .contains(6);
  }
}
