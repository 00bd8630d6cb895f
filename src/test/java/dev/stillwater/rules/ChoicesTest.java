package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Edge;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private static RuleContext context(String design) {
    return new RuleContext(
        DesignFixture.parse("client c\nservice s\nservice t\nservice u\n" + design).analysis());
  }

  private static List<Edge> edges(RuleContext context, String... links) {
    return Stream.of(links).map(id -> context.graph().edgesOf(id).getFirst()).toList();
  }

  private static String buffer(String link) {
    RuleContext context = context("s -> t id=l effect=write need=later timeout=1s " + link);
    Edge edge = edges(context, "l").getFirst();
    return Choices.buffer(context, edge, Choices.of(context, List.of(edge))).signature();
  }

  @Test
  void theBufferIsOfTheProductThatWasChosen() {
    assertThat(buffer("")).isEqualTo("InsertQueue(l)");
    assertThat(buffer("ordered=true")).isEqualTo("InsertQueue(l, sqs-fifo)");
  }

  private static String publication(String link) {
    RuleContext context =
        context(
            "s -> t id=l effect=write need=later timeout=1s\n"
                + "s -> u id=m effect=write need=later timeout=1s "
                + link);
    List<Edge> both = edges(context, "l", "m");
    return Choices.publication(both.getFirst().from(), both, Choices.of(context, both)).signature();
  }

  @Test
  void oneOrderedSubscriberNeedsAStream() {
    assertThat(publication("")).isEqualTo("ReplaceFanoutWithTopic(s)");
    assertThat(publication("ordered=true")).isEqualTo("ReplaceFanoutWithTopic(s, kinesis)");
  }

  @Test
  void whereNobodyDeclaredTheNeedOfAWriteNothingIsChosen() {
    RuleContext context = context("s -> t id=l effect=write timeout=1s");
    assertThat(Choices.of(context, edges(context, "l"))).isEmpty();
    assertThat(Choices.reason(Choices.of(context, edges(context, "l")))).isEmpty();
    Edge edge = edges(context, "l").getFirst();
    assertThat(Choices.buffer(context, edge, Choices.of(context, List.of(edge))).signature())
        .as("a queue all the same")
        .isEqualTo("InsertQueue(l)");
  }

  private static String reason(String journeys) {
    RuleContext context =
        context(
            "c -> s id=in timeout=9s\ns -> t id=l effect=write need=result-now timeout=1s\n"
                + journeys);
    return Choices.reason(Choices.of(context, edges(context, "l")));
  }

  @Test
  void theStrictestKnownClassOfTheJourneysSaysWhoWaits() {
    String hard = "journey a path=in,l class=hard\n";
    assertThat(reason(hard)).contains("and somebody waits for it");
    assertThat(reason("journey b path=in,l class=offline\n" + hard)).contains("somebody waits");
    assertThat(reason("journey b path=in,l\n" + hard)).contains("somebody waits");
    assertThat(reason("journey b path=in,l class=soft")).doesNotContain("somebody waits");
    assertThat(reason("journey b path=in,l")).doesNotContain("somebody waits");
    assertThat(reason("journey a path=in class=hard")).doesNotContain("somebody waits");
  }

  @Test
  void stepsThatBelongTogetherNeedAWorkflowAndAPushedOneAQueueBehindIt() {
    RuleContext context =
        context(
            "topic p\np -> u id=push\n"
                + "s -> t id=l effect=write need=result-now timeout=1s\n"
                + "s -> u id=m effect=write need=result-now timeout=1s");
    assertThat(Choices.reason(Choices.ofSteps(context, edges(context, "l", "m"))))
        .startsWith("A workflow, because two writes belong together");
    assertThat(Choices.reason(Choices.ofPush(context, edges(context, "push").getFirst())))
        .startsWith("A queue behind it");
  }
}
