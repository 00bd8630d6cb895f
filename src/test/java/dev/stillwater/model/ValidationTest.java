package dev.stillwater.model;

import static dev.stillwater.model.ComponentKind.CLIENT;
import static dev.stillwater.model.ComponentKind.QUEUE;
import static dev.stillwater.model.ComponentKind.RELATIONAL_DB;
import static dev.stillwater.model.ComponentKind.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private final Design shop =
      Design.empty("shop")
          .with(new Component("user", CLIENT))
          .with(new Component("order", SERVICE))
          .with(new Component("email", SERVICE))
          .with(new Link("checkout", "user", "order"));

  private static List<String> problems(Design design) {
    return Validation.of(design, Presets.NONE).stream()
        .map(problem ->
            (problem.isError() ? "error " : "warning ")
                + String.join("/", problem.path())
                + ": "
                + problem.message()
                + " | "
                + problem.advice())
        .toList();
  }

  @Test
  void aGoodDesignHasNone() {
    assertThat(problems(shop)).isEmpty();
  }

  @Test
  void endsOfLinksExist() {
    assertThat(problems(shop.with(new Link("mail", "orders", "mail-relay"))))
        .containsExactly(
            "error links/mail/from: no component \"orders\" | Did you mean \"order\"?",
            "error links/mail/to: no component \"mail-relay\" |"
                + " Add it to the components, or name one that is there.");
  }

  @Test
  void kindsFitTheMode() {
    Design design = shop.with(new Component("db", RELATIONAL_DB)).with(new Component("q", QUEUE));
    assertThat(
            problems(
                design
                    .with(new Link("a", "db", "order"))
                    .with(new Link("b", "db", "user"))
                    .with(new Link("c", "order", "q").with(LinkAttributes.MODE, LinkMode.SYNC))))
        .containsExactly(
            "warning links/a: a sync link cannot lead from a relational database to a service |"
                + " It could be config.",
            "warning links/b: a sync link cannot lead from a relational database to a client |"
                + " Nothing calls a client: requests begin there.",
            "warning links/c: a sync link cannot lead from a service to a queue |"
                + " It could be send or probe.");
  }

  @Test
  void aJourneyHasAPathOrAnEntryThatExists() {
    assertThat(
            problems(
                shop.with(new Journey("none"))
                    .with(
                        new Journey("both")
                            .with(JourneyAttributes.PATH, List.of("checkout"))
                            .with(JourneyAttributes.ENTRY, "checkout"))
                    .with(new Journey("empty").with(JourneyAttributes.PATH, List.of()))
                    .with(
                        new Journey("lost").with(JourneyAttributes.PATH, List.of("chekout", "x")))))
        .containsExactly(
            "error journeys/none: expected either a path or an entry, found neither | Add"
                + " \"entry\" with the link by which requests come in, or \"path\" with the list"
                + " of its links.",
            "error journeys/both: expected either a path or an entry, found both | Keep the path"
                + " (its links, one by one) or the entry (one link; what follows from it is"
                + " derived).",
            "error journeys/empty/path: the path names no link | Name at least one, or give an"
                + " \"entry\" instead.",
            "error journeys/lost/path: no link \"chekout\" | Did you mean \"checkout\"?",
            "error journeys/lost/path: no link \"x\" | Name a link by its id; one that declares"
                + " none has the id from>to.");
  }

  @Test
  void referencesThatLeadNowhereAreNoErrors() {
    Design design =
        shop.with(new Component("q", QUEUE).with(ComponentAttributes.DLQ, "dead"))
            .with(
                new Component("lb", ComponentKind.LOAD_BALANCER)
                    .with(ComponentAttributes.PRESET, "abl"));
    assertThat(problems(design))
        .containsExactly(
            "warning components/q/dlq: no component \"dead\" |"
                + " Name one that is there, or leave the field out.",
            "warning components/lb/preset: no preset \"abl\" |"
                + " Its values are unknown; presets of your own stand in presets.json.");
  }

  @Test
  void zonesDoNotLieInThemselves() {
    Design design =
        shop.with(new Zone("a").with(ZoneAttributes.PARENT, "b"))
            .with(new Zone("b").with(ZoneAttributes.PARENT, "c"))
            .with(new Zone("c").with(ZoneAttributes.PARENT, "b"))
            .with(new Zone("d").with(ZoneAttributes.PARENT, "d"))
            .with(new Zone("e").with(ZoneAttributes.PARENT, "undeclared"));
    assertThat(Validation.of(design, Presets.NONE))
        .extracting(problem -> problem.path().get(1))
        .containsExactly("b", "c", "d");
  }

  @Test
  void aLongChainOfZonesIsQuick() {
    List<Zone> chain = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      chain.add(new Zone("z" + i).with(ZoneAttributes.PARENT, "z" + (i + 1)));
    }
    assertThat(problems(shop.withZones(Index.of(chain)))).isEmpty();
  }

  @Test
  void scenariosNameWhatIsThere() {
    Attribute<?> component = ScenarioAttributes.FAULT.find("component").orElseThrow();
    Attributes fault =
        ((Parsed.Ok<Attributes>)
                Attributes.none(ScenarioAttributes.FAULT).withPlain(component, "emial"))
            .value();
    Scenario scenario =
        new Scenario(
            "storm",
            Attributes.none(ScenarioAttributes.TABLE)
                .with(ScenarioAttributes.FAULTS, List.of(fault)));
    Document document = new Document(shop, Layout.EMPTY, List.of(scenario), List.of(), List.of());
    assertThat(Validation.of(document, Presets.NONE))
        .containsExactly(
            Problem.warning(
                List.of("scenarios", "storm", "faults", "0", "component"),
                "no component \"emial\"",
                "Did you mean \"email\"?"));
  }

  @Test
  void ofManyProblemsTheFirstThousandWillDo() {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      links.add(new Link("l" + i, "x" + i, "y" + i));
    }
    assertThat(Validation.of(shop.withLinks(Index.of(links)), Presets.NONE))
        .hasSizeBetween(1_000, 1_001);
  }
}
