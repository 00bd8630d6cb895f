package dev.stillwater.model;

import static dev.stillwater.model.ComponentKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalLinksTest {
  private static final Set<ComponentKind> ALL = EnumSet.allOf(ComponentKind.class);
  private static final Set<ComponentKind> EDGE = EnumSet.of(CLIENT, ACTOR, SCHEDULER);
  private static final Set<ComponentKind> COMPUTE = EnumSet.of(SERVICE, FUNCTION, WORKER);
  private static final Set<ComponentKind> ROUTER = EnumSet.of(LOAD_BALANCER, API_GATEWAY, DNS_CDN);
  private static final Set<ComponentKind> STORE =
      EnumSet.of(RELATIONAL_DB, KEY_VALUE_STORE, OBJECT_STORE, SEARCH_INDEX);
  private static final Set<ComponentKind> PASSIVE = EnumSet.of(QUEUE, TOPIC, STREAM, EVENT_BUS);

  private static Set<ComponentKind> union(Object... kindsAndSets) {
    Set<ComponentKind> result = EnumSet.noneOf(ComponentKind.class);
    for (Object each : kindsAndSets) {
      if (each instanceof ComponentKind kind) {
        result.add(kind);
      } else {
        ((Set<?>) each).forEach(kind -> result.add((ComponentKind) kind));
      }
    }
    return result;
  }

  private static Set<ComponentKind> allBut(Object... kindsAndSets) {
    Set<ComponentKind> result = EnumSet.copyOf(ALL);
    result.removeAll(union(kindsAndSets));
    return result;
  }

  /// The table as it is written down, a mode a line: from whom, to whom.
  private static final Map<LinkMode, Set<ComponentKind>[]> TABLE = new EnumMap<>(LinkMode.class);

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static void row(LinkMode mode, Set<ComponentKind>... ends) {
    TABLE.put(mode, ends);
  }

  static {
    row(LinkMode.SYNC, allBut(STORE, CACHE, PASSIVE), allBut(EDGE, PASSIVE));
    row(
        LinkMode.SEND,
        union(EDGE, EXTERNAL, COMPUTE, ROUTER, MONITOR, WORKFLOW, CONFIG),
        union(PASSIVE, WORKFLOW, COMPUTE));
    row(LinkMode.DELIVER, union(PASSIVE, WORKFLOW), union(COMPUTE, EXTERNAL, WORKFLOW, PASSIVE));
    row(LinkMode.CONFIG, union(CONFIG, STORE, COMPUTE), union(COMPUTE, ROUTER, CACHE, CONFIG));
    row(LinkMode.PROBE, union(MONITOR, COMPUTE), ALL);
    row(LinkMode.REPLICATE, union(STORE, CACHE, CONFIG), union(STORE, CACHE, CONFIG));
  }

  @Test
  void followTheTableForEveryModeAndEveryPair() {
    int pairs = 0;
    for (LinkMode mode : LinkMode.values()) {
      for (ComponentKind from : ComponentKind.values()) {
        for (ComponentKind to : ComponentKind.values()) {
          boolean expected = TABLE.get(mode)[0].contains(from) && TABLE.get(mode)[1].contains(to);
          assertThat(LegalLinks.legal(mode, from, to))
              .describedAs("%s from %s to %s", mode, from, to)
              .isEqualTo(expected);
          pairs++;
        }
      }
    }
    assertThat(pairs).isEqualTo(6 * 22 * 22);
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE, SERVICE, SYNC",
    "SERVICE, QUEUE, SEND",
    "CLIENT, WORKFLOW, SEND",
    "QUEUE, WORKER, DELIVER",
    "TOPIC, QUEUE, DELIVER",
    "STREAM, WORKFLOW, DELIVER",
    "CONFIG, SERVICE, CONFIG",
    "CONFIG, LOAD_BALANCER, SYNC",
    "WORKFLOW, FUNCTION, SYNC",
    "WORKFLOW, QUEUE, SEND",
    "MONITOR, SERVICE, SYNC",
    "SERVICE, CACHE, SYNC"
  })
  void areMeantByTheKindsOfTheirEnds(ComponentKind from, ComponentKind to, LinkMode mode) {
    assertThat(LegalLinks.derived(from, to)).isEqualTo(mode);
  }

  @Test
  void areOfferedWithTheMeantOneFirstAndOnlyLegalOnes() {
    for (ComponentKind from : ComponentKind.values()) {
      for (ComponentKind to : ComponentKind.values()) {
        assertThat(LegalLinks.modes(from, to))
            .doesNotHaveDuplicates()
            .allMatch(mode -> LegalLinks.legal(mode, from, to));
        LinkMode derived = LegalLinks.derived(from, to);
        if (LegalLinks.legal(derived, from, to)) {
          assertThat(LegalLinks.modes(from, to)).first().isEqualTo(derived);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SERVICE       | ACTOR         | Nothing calls an actor: requests begin there.
          OBJECT_STORE  | SERVICE       | An object store calls nobody; it can only replicate or hand out configuration.
          CACHE         | SERVICE       | A cache calls nobody; it can only replicate.
          EVENT_BUS     | RELATIONAL_DB | An event bus delivers to compute, external systems, workflows and brokers.
          SERVICE       | SERVICE       | No link leads from a service to a service.
          EXTERNAL      | API_GATEWAY   | No link leads from an external system to an API gateway.
          """)
  void sayWhyNot(ComponentKind from, ComponentKind to, String sentence) {
    assertThat(LegalLinks.whyNot(from, to)).isEqualTo(sentence);
  }
}
