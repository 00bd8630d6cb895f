package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All rules on shapes that are too deep, too wide, or nothing at all. They run on a stack on which
/// a recursion over a few thousand components would end.
class RobustRulesTest {
  private static final int DEEP = 1_500;
  private static final int WIDE = 10_000;
  private static final long SMALL_STACK = 192 << 10;

  @Test
  void nothingIsFoundInNothing() {
    Reviewed reviewed = Reviewed.of(Design.empty("nothing"));
    assertThat(reviewed.results().findings()).isEmpty();
    assertThat(reviewed.results().questions()).isEmpty();
    assertThat(reviewed.results().statuses())
        .hasSameSizeAs(Rules.ALL)
        .allMatch(status -> status.state() == RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void aChainIsJudgedWithoutRecursion() throws InterruptedException {
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    components.add(new Component("client", ComponentKind.CLIENT));
    for (int i = 0; i < DEEP; i++) {
      String id = String.format("s%05d", i);
      links.add(call(components.getLast().id(), id));
      components.add(new Component(id, ComponentKind.SERVICE));
    }
    assertThat(judged(design(components, links))).contains("REL-LC-004", "REL-RP-001");
  }

  @Test
  void aCircleIsJudgedWithoutRecursion() throws InterruptedException {
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    components.add(new Component("client", ComponentKind.CLIENT));
    links.add(call("client", "s00000"));
    for (int i = 0; i < DEEP / 3; i++) {
      components.add(new Component(String.format("s%05d", i), ComponentKind.SERVICE));
      links.add(call(String.format("s%05d", i), String.format("s%05d", (i + 1) % (DEEP / 3))));
    }
    links.add(call("s00000", "s00000"));
    assertThat(judged(design(components, links))).contains("REL-LC-005");
  }

  @Test
  void aHubOfManyCallersIsJudged() throws InterruptedException {
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    components.add(new Component("client", ComponentKind.CLIENT));
    components.add(new Component("hub", ComponentKind.RELATIONAL_DB));
    for (int i = 0; i < WIDE; i++) {
      String id = String.format("s%05d", i);
      components.add(new Component(id, ComponentKind.SERVICE));
      links.add(call("client", id));
      links.add(call(id, "hub"));
    }
    assertThat(judged(design(components, links))).contains("REL-RP-001");
  }

  private static Link call(String from, String to) {
    return new Link(Link.impliedId(from, to), from, to)
        .with(LinkAttributes.RATE, 10.0)
        .with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(2))
        .with(LinkAttributes.RETRIES, 1);
  }

  private static Design design(List<Component> components, List<Link> links) {
    Journey journey = new Journey("journey").with(JourneyAttributes.ENTRY, links.getFirst().id());
    return Design.empty("shape")
        .withComponents(Index.of(components))
        .withLinks(Index.of(links))
        .withJourneys(Index.of(List.of(journey)));
  }

  /// The rules that found something, on a thread with a small stack.
  private static List<String> judged(Design design) throws InterruptedException {
    List<String> rules = new ArrayList<>();
    List<Throwable> problems = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () ->
                Reviewed.of(design).results().findings().stream()
                    .map(finding -> finding.rule().id())
                    .distinct()
                    .forEach(rules::add),
            "rules",
            SMALL_STACK);
    thread.setUncaughtExceptionHandler((of, problem) -> problems.add(problem));
    thread.start();
    thread.join();
    assertThat(problems).isEmpty();
    return rules;
  }
}
