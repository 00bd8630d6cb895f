package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueEditsTest {
  private static Design design(String text) {
    return DesignFixture.parse(text).design();
  }

  private static DependencyGraph graph(Design design) {
    return DependencyGraph.of(design, GoldenPresets.ALL);
  }

  private static Map<String, Object> values(Design design, String link) {
    return design.links().get(link).attributes().toPlain();
  }

  private static final String ANNOTATED =
      """
      client c
      service s
      worker w capacity=9
      c -> s id=in rate=3
      s -> w id=l effect=write need=later timeout=2s retries=1 coupling=loose-async via=sqs-fifo ordered=true payload=7
      journey j path=in,l
      journey k entry=l
      """;

  @Test
  void whatIsDrawnOutIsAnalysedAsBefore() {
    Design before = design(ANNOTATED);
    Node implied = graph(before).node("l~via");
    Design after = DrawOut.of(before, implied).apply(before);

    assertThat(after.components().get("l-queue").attributes().toPlain())
        .containsExactly(Map.entry("preset", "sqs-fifo"));
    assertThat(values(after, "l"))
        .containsOnlyKeys("need", "effect", "timeout", "retries", "payload");
    assertThat(values(after, "l-queue>w")).containsOnlyKeys("effect", "ordered", "payload");
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("in", "l", "l-queue>w");
    assertThat(after.journeys().get("k").namedLinks()).containsExactly("l");

    DependencyGraph was = graph(before);
    DependencyGraph is = graph(after);
    for (Map.Entry<String, String> pair : Map.of("l~in", "l", "l~out", "l-queue>w").entrySet()) {
      Edge old = was.edges().stream().filter(e -> e.id().equals(pair.getKey())).findFirst().get();
      Edge now = is.edges().stream().filter(e -> e.id().equals(pair.getValue())).findFirst().get();
      assertThat(now.mode()).isEqualTo(old.mode());
      assertThat(now.link().attributes()).isEqualTo(old.link().attributes());
      assertThat(Load.of(is).rate(now)).isEqualTo(Load.of(was).rate(old));
    }
  }

  @Test
  void aBalancerIsDrawnOutWithTheCallBehindIt() {
    Design before =
        design(
            """
            service s
            service t replicas=2
            s -> t id=l need=result-now timeout=2s dependency=soft coupling=loose-sync via=alb
            """);
    Design after = DrawOut.of(before, graph(before).node("l~via")).apply(before);

    assertThat(after.components().get("l-load-balancer").kind())
        .isEqualTo(ComponentKind.LOAD_BALANCER);
    assertThat(values(after, "l-load-balancer>t"))
        .containsOnlyKeys("need", "timeout", "dependency");
  }

  @Test
  void whatCannotBeLinkedIsNotDrawnOut() {
    Design before = design("service s\nrelational-db db\ns -> db id=l coupling=loose-async");
    Node implied = graph(before).node("l~via");

    assertThat(DrawOut.isPossible(before, implied)).isFalse();
    assertThat(DrawOut.of(before, implied).apply(before)).isSameAs(before);
    assertThat(DrawOut.isPossible(before, graph(before).node("db"))).isTrue();
  }

  @Test
  void anotherComponentIsNotOverwritten() {
    Design before = design(ANNOTATED);
    DrawOut edit = DrawOut.of(before, graph(before).node("l~via"));
    Design taken = before.with(before.components().get("w").withId("l-queue"));

    assertThat(edit.apply(taken)).isSameAs(taken);
    assertThat(DrawOut.of(taken, graph(taken).node("l~via")).drawn().id()).isEqualTo("l-queue-2");
  }

  @Test
  void aSpilloverOfAnOrderedQueueIsOfItsProduct() {
    Design before =
        design("queue q preset=sqs-fifo visibility=40s messageTtl=9m\nworker w\nq -> w id=l");
    Design after = new AddSpilloverQueue("q", Timespan.ofSeconds(60), "q").apply(before);

    assertThat(after.components().get("q").attributes().toPlain())
        .containsEntry("messageTtl", "1m");
    assertThat(after.components().get("q-spillover").attributes().toPlain())
        .containsOnlyKeys("preset", "retention", "visibility")
        .containsEntry("preset", "sqs-fifo");
  }

  @Test
  void messagesThatExpireSoonerNeedNoSpillover() {
    Design before = design("queue q messageTtl=60s\nworker w\nq -> w id=l");
    assertThat(new AddSpilloverQueue("q", Timespan.ofSeconds(60), "q").apply(before))
        .isSameAs(before);
  }

  @Test
  void othersCannotPutMessagesAsideSoTheyOnlyExpire() {
    Design before = design("queue q\nexternal e\nq -> e id=l");
    Design after = new AddSpilloverQueue("q", Timespan.ofSeconds(60), "q").apply(before);

    assertThat(after.components().ids()).containsExactly("q", "e");
    assertThat(after.components().get("q").attributes().toPlain())
        .containsEntry("messageTtl", "1m");
  }

  @Test
  void aSplitCopiesEveryDelivery() {
    Design before =
        design(
            """
            client c
            queue q
            worker w
            worker v
            c -> q id=a
            c -> q id=b
            q -> w id=x maxConcurrency=3
            q -> v id=y
            q -> q id=again
            journey h path=a,x class=hard
            journey o path=b,y,again class=offline
            journey u path=a,y
            """);
    Design after = new SplitQueue("q", "q").apply(before);

    assertThat(after.links().get("a").to()).isEqualTo("q");
    assertThat(after.links().get("b").to()).isEqualTo("q-offline");
    assertThat(values(after, "q-offline>w")).containsEntry("maxConcurrency", 3L);
    assertThat(after.journeys().get("o").namedLinks())
        .containsExactly("b", "q-offline>v", "q-offline>q-offline");
    assertThat(after.journeys().get("u")).isEqualTo(before.journeys().get("u"));
    assertThat(new SplitQueue("q", "q").apply(after)).isEqualTo(after);
  }

  @Test
  void whatAnUnknownJourneyUsesIsNotTakenAway() {
    Design before =
        design(
            """
            client c
            queue q
            worker w
            c -> q id=a
            c -> q id=b calls=4
            q -> w id=x
            journey h path=a,x class=hard
            journey o path=b,x class=offline
            journey u path=b,x
            """);
    Design after = new SplitQueue("q", "q").apply(before);

    assertThat(after.links().get("b").to()).isEqualTo("q");
    assertThat(values(after, "b")).containsEntry("calls", 2L);
    assertThat(values(after, "c>q-offline")).containsEntry("calls", 2L);
    assertThat(after.journeys().get("o").namedLinks())
        .containsExactly("c>q-offline", "q-offline>w");
  }

  @Test
  void behindAGatewayTheServicesReadThePayload() {
    Design before =
        design(
            """
            client c
            api-gateway g preset=apigw-rest
            service s
            c -> g id=l payload=20000000
            g -> s id=m payload=20000000
            journey j entry=l
            """);
    Design after = new ClaimCheck("l", 1024).apply(before);

    assertThat(after.links().ids()).contains("c>l-payloads", "s>l-payloads");
    assertThat(values(after, "m")).containsEntry("payload", 1024L);
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("l");
    assertThat(new ClaimCheck("l", 1024).apply(after)).isSameAs(after);
  }

  @Test
  void onlyBrokersChangeTheirProduct() {
    Design before = design("service s\nworkflow w");
    for (String id : new String[] {"s", "w"}) {
      assertThat(new UsePreset(id, "sns", ComponentKind.TOPIC, id).apply(before)).isSameAs(before);
    }
  }
}
