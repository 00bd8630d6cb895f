package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardsTest {
  private static final String DESIGN =
      """
      client c
      service a
      service b %s
      c -> a id=in rate=50
      a -> b id=l %s
      """;

  private static List<String> verdicts(Edit edit, Design design) {
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    return Guards.judge(edit, graph, Load.of(graph)).stream()
        .map(verdict -> verdict.guard() + " " + verdict.kind())
        .toList();
  }

  private static List<String> queue(String consumer, String link) {
    Design design = DesignFixture.parse(DESIGN.formatted(consumer, link)).design();
    return verdicts(InsertQueue.on(design, design.links().get("l")), design);
  }

  @Test
  void anAnswerThatIsNeededRefusesAQueue() {
    assertThat(queue("", "effect=write need=result-now")).containsExactly("REL-NG-001 REFUSE");
  }

  @Test
  void anUnknownNeedAsks() {
    assertThat(queue("", "effect=write")).containsExactly("REL-NG-002 ASK");
    assertThat(queue("", "effect=idempotent-write need=unknown")).containsExactly("REL-NG-002 ASK");
  }

  @Test
  void aReadRefusesAQueueAndIsNotAskedAbout() {
    assertThat(queue("", "")).containsExactly("REL-NG-003 REFUSE");
    assertThat(queue("", "need=result-now"))
        .containsExactly("REL-NG-001 REFUSE", "REL-NG-003 REFUSE");
  }

  @Test
  void aConsumerWithoutHeadroomRefusesAQueue() {
    String later = "effect=write need=later";
    assertThat(queue("capacity=50", later)).containsExactly("REL-NG-004 REFUSE");
    assertThat(queue("capacity=25 replicas=2", later)).containsExactly("REL-NG-004 REFUSE");
    assertThat(queue("capacity=51", later)).isEmpty();
    assertThat(queue("", later)).isEmpty();
  }

  @Test
  void withoutLoadNothingCanBeSaidOfDraining() {
    Design design =
        DesignFixture.parse("service a\nservice b capacity=0\na -> b id=l effect=write need=later")
            .design();
    assertThat(verdicts(InsertQueue.on(design, design.links().get("l")), design)).isEmpty();
  }

  @Test
  void anAnnotatedQueueIsAQueue() {
    Design design =
        DesignFixture.parse(DESIGN.formatted("", "effect=write need=result-now")).design();
    Edit annotate = new SetAttribute<>("l", LinkAttributes.COUPLING, Coupling.LOOSE_ASYNC);

    assertThat(verdicts(annotate, design)).containsExactly("REL-NG-001 REFUSE");
    assertThat(verdicts(new Bundle("X", "l", "X", List.of(annotate, annotate)), design))
        .containsExactly("REL-NG-001 REFUSE");
    assertThat(
            verdicts(new SetAttribute<>("l", LinkAttributes.COUPLING, Coupling.LOOSE_SYNC), design))
        .isEmpty();
  }

  @Test
  void aTopicWithQueuesIsJudgedByEachOfThem() {
    Design design =
        DesignFixture.parse(
                """
                client c
                service a
                service b capacity=10
                service d
                c -> a rate=50
                a -> b id=l effect=write need=later
                a -> d id=m effect=write need=later
                """)
            .design();
    assertThat(verdicts(new ReplaceFanoutWithTopic("a", "a", List.of("b", "d")), design))
        .containsExactly("REL-NG-004 REFUSE");
  }

  @Test
  void otherEditsAreFree() {
    Design design = DesignFixture.parse(DESIGN.formatted("", "")).design();
    assertThat(verdicts(InsertLoadBalancer.on(design, design.links().get("l")), design)).isEmpty();
  }

  @Test
  void guardsAreSortedAndSpeakInSentences() {
    assertThat(Guards.ALL.stream().map(Guard::id)).isSorted().doesNotHaveDuplicates();
    Design design =
        DesignFixture.parse(DESIGN.formatted("capacity=50", "need=result-now")).design();
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    assertThat(Guards.judge(InsertQueue.on(design, design.links().get("l")), graph, Load.of(graph)))
        .hasSize(3)
        .allMatch(verdict -> verdict.text().matches("[A-Z].*\\."));
  }
}
