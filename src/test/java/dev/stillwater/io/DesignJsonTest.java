package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DesignJsonTest {
  /// In canonical form, with something of everything and with fields of versions to come.
  static final String SHOP =
      """
      {
        "format": "stillwater/1",
        "name": "Shop",
        "description": "Größe \\"L\\", 100 % / \\u202e hidden",
        "settings": {
          "grey": 20,
          "mttr": "90 min",
          "future": [1, 2]
        },
        "zones": [
          {"id": "eu", "kind": "region"},
          {"id": "eu-a", "parent": "eu"}
        ],
        "components": [
          {"id": "shopper", "kind": "client"},
          {"id": "order", "kind": "service", "name": "Order", "replicas": 4, "zones": ["eu-a"], "capacity": 12.5, "p99": "40ms", "colour": {"r": 1, "g": [0, 255]}},
          {"id": "mail-q", "kind": "queue", "preset": "sqs-standard", "maxReceives": 5}
        ],
        "links": [
          {"id": "checkout", "from": "shopper", "to": "order", "rate": 50, "timeout": "3s", "retries": -1, "jitter": true},
          {"id": "order>mail-q", "from": "order", "to": "mail-q", "need": "later", "weight": 1.50}
        ],
        "journeys": [
          {"id": "place-order", "path": ["checkout", "order>mail-q"], "class": "hard", "deadline": "2500ms", "slo": 0.999, "importance": "critical"}
        ],
        "scenarios": [
          {"name": "Black Friday", "duration": "10m", "seed": -7, "load": [{"link": "checkout", "shape": "spike", "at": "60s", "factor": 10, "mood": "bad"}], "faults": []}
        ],
        "decisions": [
          {"target": "LC-001@mail", "kind": "accepted", "reason": "cheap", "date": "2026-01-31", "by": "us"}
        ],
        "layout": {
          "order": [120, 80],
          "mail-q": [400, -80, "pinned", {"z": 1}]
        },
        "views": [
          {"name": "ops", "only": ["order"]},
          "all"
        ],
        "extra": 12345678901234567890
      }
      """;

  static ReadResult read(String text) {
    return DesignJson.read(
        text.getBytes(StandardCharsets.UTF_8), "shop.design.json", PresetsJson.shipped());
  }

  static ReadResult.Opened open(String text) {
    ReadResult result = read(text);
    assertThat(result)
        .describedAs(result.problems().toString())
        .isInstanceOf(ReadResult.Opened.class);
    return (ReadResult.Opened) result;
  }

  private static String write(Document document) {
    return new String(DesignJson.write(document), StandardCharsets.UTF_8);
  }

  @Test
  void theCanonicalFormIsAFixedPoint() {
    ReadResult.Opened opened = open(SHOP);
    assertThat(opened.problems()).isEmpty();
    assertThat(opened.notice()).isEmpty();
    assertThat(opened.readOnly()).isFalse();
    assertThat(write(opened.document())).isEqualTo(SHOP);
  }

  @Test
  void readsWhatStandsThere() {
    Document document = open(SHOP).document();
    Design design = document.design();
    assertThat(design.name()).isEqualTo("Shop");
    assertThat(design.description()).isEqualTo("Größe \"L\", 100 % / \u202e hidden");
    Component order = design.components().get("order");
    assertThat(order.kind()).isEqualTo(ComponentKind.SERVICE);
    assertThat(order.get(ComponentAttributes.CAPACITY_RATE)).contains(12.5);
    assertThat(order.attributes().unknown())
        .isEqualTo(Map.of("colour", "{\"r\": 1, \"g\": [0, 255]}"));
    Link checkout = design.links().get("checkout");
    assertThat(checkout.get(LinkAttributes.TIMEOUT)).contains(new Timespan(3000, "3s"));
    assertThat(checkout.get(LinkAttributes.RETRIES)).contains(-1);
    assertThat(document.layout().of("mail-q")).contains(new Layout.Position(400, -80));
    assertThat(document.scenarios()).extracting(s -> s.name()).containsExactly("Black Friday");
    assertThat(document.decisions()).extracting(d -> d.target()).containsExactly("LC-001@mail");
    assertThat(design.unknown().keySet()).containsExactly("views", "extra");
  }

  @Test
  void anEditChangesOneLine() {
    Document document = open(SHOP).document();
    Design design = document.design();
    Link slower =
        design.links().get("checkout").with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(5));
    List<String> before = SHOP.lines().toList();
    List<String> after = write(document.withDesign(design.with(slower))).lines().toList();
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().filter(line -> !before.contains(line)))
        .containsExactly(
            "    {\"id\": \"checkout\", \"from\": \"shopper\", \"to\": \"order\", \"rate\": 50,"
                + " \"timeout\": \"5s\", \"retries\": -1, \"jitter\": true},");
  }

  @Test
  void anEmptyDesignHasItsThreeLists() {
    assertThat(write(Document.of(Design.empty("New"))))
        .isEqualTo(
            """
            {
              "format": "stillwater/1",
              "name": "New",
              "components": [],
              "links": [],
              "journeys": []
            }
            """);
  }

  @Test
  void numbersAreAsShortAsTheyCanBe() {
    for (String number :
        new String[] {"0.1", "50", "0.000001", "1e-30", "123456789012345", "1000000000000000"}) {
      Document document =
          open("{\"format\":\"stillwater/1\",\"name\":\"n\",\"components\":[{\"id\":\"a\",\"kind\":\"topic\",\"availability\":0.5,\"x\":"
                  + number
                  + "}]}")
              .document();
      assertThat(write(document)).contains("\"availability\": 0.5, \"x\": " + number + "}");
    }
    assertThat(JsonText.number(1e15)).isEqualTo("1000000000000000");
    assertThat(JsonText.number(1.0E-5)).isEqualTo("0.00001");
    assertThat(JsonText.number(5e-324)).isEqualTo("4.9e-324");
    assertThat(JsonText.number(1e300)).isEqualTo("1e+300");
  }

  @Test
  void anotherSpellingComesBackByteForByteUntilItIsEdited() {
    String spelled =
        "\ufeff{ \"journeys\" : [],\r\n\t\"name\":\"S\\u0068op\", \"format\":\"stillwater/1\",\r\n"
            + "\"components\":[{\"kind\":\"queue\",\"id\":\"q\",\"replicas\":2.0}]}";
    ReadResult.Opened opened = open(spelled);
    Document document = opened.document();
    byte[] bytes = spelled.getBytes(StandardCharsets.UTF_8);
    assertThat(DesignJson.write(document, opened.source())).isEqualTo(bytes);
    Document moved = document.withLayout(document.layout().with("q", new Layout.Position(1, 2)));
    assertThat(new String(DesignJson.write(moved, opened.source()), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "format": "stillwater/1",
              "name": "Shop",
              "components": [
                {"id": "q", "kind": "queue", "replicas": 2}
              ],
              "links": [],
              "journeys": [],
              "layout": {
                "q": [1, 2]
              }
            }
            """);
    Document back = moved.withLayout(document.layout());
    assertThat(DesignJson.write(back, opened.source())).isEqualTo(bytes);
  }

  @Test
  void linksWithoutAnIdAreNamedByTheirEnds() {
    Document document =
        open("""
        {"format": "stillwater/1", "name": "n",
         "components": [{"id": "a", "kind": "service"}, {"id": "b", "kind": "service"}],
         "links": [{"from": "a", "to": "b"}, {"id": "second", "from": "a", "to": "b"}],
         "journeys": [{"id": "j", "entry": "a>b"}]}
        """)
            .document();
    assertThat(document.design().links().ids()).containsExactly("a>b", "second");
    assertThat(write(document)).contains("{\"id\": \"a>b\", \"from\": \"a\", \"to\": \"b\"}");
  }

  @Test
  void aNewerMinorOpensWithANoticeAndStaysWhatItIs() {
    String newer = SHOP.replace("stillwater/1", "stillwater/1.4").replace("retries", "retriez");
    ReadResult.Opened opened = open(newer);
    assertThat(opened.readOnly()).isFalse();
    assertThat(opened.notice())
        .contains(
            "This file was written by a newer version, in the format stillwater/1.4; this version"
                + " knows stillwater/1. What is not known here is kept when the file is saved.");
    assertThat(opened.problems()).describedAs("what a newer version knows is no slip").isEmpty();
    Document edited = opened.document().withDesign(opened.document().design().withName("Shop 2"));
    assertThat(write(edited))
        .startsWith("{\n  \"format\": \"stillwater/1.4\",\n  \"name\": \"Shop 2\"");
    assertThat(write(edited)).contains("\"jitter\": true, \"retriez\": -1");
  }

  @Test
  void aNewerMajorOpensReadOnlyWhereItIsUnderstood() {
    ReadResult.Opened opened = open(SHOP.replace("stillwater/1", "stillwater/2"));
    assertThat(opened.readOnly()).isTrue();
    assertThat(opened.notice())
        .contains(
            "This file was written by a newer version, in the format stillwater/2; this version"
                + " knows stillwater/1. It is shown as far as it is understood and cannot be"
                + " changed here.");
  }

  @Test
  void everythingCanBeLocated() {
    Source source = open(SHOP).source();
    assertThat(source.locate("name")).contains(new Position(3, 11));
    assertThat(source.locate("settings", "mttr")).contains(new Position(7, 13));
    assertThat(source.locate("zones", "eu")).contains(new Position(11, 5));
    assertThat(at(source, "components", "order", "capacity")).startsWith("12.5,");
    assertThat(at(source, "components", "mail-q", "kind")).startsWith("\"queue\"");
    assertThat(at(source, "links", "checkout", "timeout")).startsWith("\"3s\"");
    assertThat(at(source, "links", "checkout", "backoff"))
        .describedAs("not declared: the link")
        .startsWith("{\"id\": \"checkout\"");
    assertThat(at(source, "journeys", "place-order", "path", "1")).startsWith("\"order>mail-q\"]");
    assertThat(at(source, "scenarios", "Black Friday", "load", "0", "factor")).startsWith("10,");
    assertThat(at(source, "decisions", "LC-001@mail", "reason")).startsWith("\"cheap\"");
    assertThat(at(source, "layout", "order")).startsWith("[120, 80]");
    assertThat(source.locate("links", "nobody")).isEmpty();
    assertThat(source.locate("nothing")).isEmpty();
    for (String path : new String[] {"checkout", "order>mail-q"}) {
      Position at = source.locate("links", path).orElseThrow();
      assertThat(SHOP.lines().toList().get(at.line() - 1)).contains("\"id\": \"" + path + "\"");
    }
  }

  private static String at(Source source, String... path) {
    Position position = source.locate(path).orElseThrow();
    return SHOP.lines().toList().get(position.line() - 1).substring(position.column() - 1);
  }

  @Test
  void theHashIsThatOfTheBytes() {
    assertThat(open(SHOP).source().sha256())
        .isEqualTo(SafeFile.hash(SHOP.getBytes(StandardCharsets.UTF_8)));
    assertThat(open(SHOP).source().bytes()).isEqualTo(SHOP.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesAreReadFromDisk(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("shop.design.json");
    Files.writeString(file, SHOP);
    assertThat(DesignJson.read(file)).isInstanceOf(ReadResult.Opened.class);
    assertThat(DesignJson.read(folder.resolve("other")).problems())
        .singleElement()
        .hasToString(
            folder.resolve("other")
                + ": error: there is no such file\n  See whether the name is spelled right.");
    assertThat(DesignJson.read(folder).problems())
        .singleElement()
        .hasToString(folder + ": error: expected a file, found a folder\n  Name a file in it.");
  }

  /// Everything under the shared folder that is a design: its findings depend on every value, so
  /// not one may be lost. Another reader of JSON is the judge.
  @Test
  void designsFromElsewhereKeepTheirMeaning() throws IOException {
    List<Path> files =
        Stream.of("fixtures", "fixtures/cases")
            .flatMap(folder -> SharedFiles.find(folder).stream())
            .flatMap(DesignJsonTest::designs)
            .toList();
    Assumptions.assumeFalse(files.isEmpty(), "no shared folder");
    assertThat(files).hasSizeGreaterThanOrEqualTo(18);
    for (Path file : files) {
      ReadResult result = DesignJson.read(file);
      assertThat(result.problems()).describedAs(file.toString()).isEmpty();
      ReadResult.Opened opened = (ReadResult.Opened) result;
      byte[] original = Files.readAllBytes(file);
      assertThat(DesignJson.write(opened.document(), opened.source())).isEqualTo(original);
      byte[] canonical = DesignJson.write(opened.document());
      assertThat(meaning(canonical)).describedAs(file.toString()).isEqualTo(meaning(original));
      assertThat(DesignJson.write(open(new String(canonical, StandardCharsets.UTF_8)).document()))
          .isEqualTo(canonical);
    }
  }

  private static Stream<Path> designs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".design.json"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The tree of a file as another reader sees it, with what may be left out written down.
  private static JsonNode meaning(byte[] bytes) {
    ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(bytes);
    for (String list : new String[] {"components", "links", "journeys"}) {
      root.withArrayProperty(list);
    }
    for (JsonNode link : root.get("links")) {
      if (!link.has("id")) {
        ((ObjectNode) link)
            .put("id", link.get("from").asString() + ">" + link.get("to").asString());
      }
    }
    root.properties().removeIf(field -> field.getValue().isArray() && field.getValue().isEmpty());
    return root;
  }
}
