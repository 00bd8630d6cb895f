package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What people read when a file is wrong, word for word: each problem in a line as compilers print
/// them, and a way out below.
class ProblemMessagesTest {
  private static final Pattern FOUND = Pattern.compile("found (\"[^\\\\\"]*\"|-?[0-9][^ ]*|null)$");

  private static String problems(String text) {
    ReadResult result = DesignJsonTest.read(text);
    StringBuilder out = new StringBuilder();
    for (LocatedProblem problem : result.problems()) {
      assertPointsAtWhatItFound(problem, text);
      out.append(problem).append('\n');
    }
    return out.toString();
  }

  /// Where a message says that it found a value, that value stands at its position.
  private static void assertPointsAtWhatItFound(LocatedProblem problem, String text) {
    Matcher found = FOUND.matcher(problem.message());
    if (found.find()) {
      Position at = problem.position().orElseThrow();
      String line = text.lines().toList().get(at.line() - 1);
      assertThat(line.substring(at.column() - 1))
          .describedAs(problem.toString())
          .startsWith(found.group(1));
    }
  }

  private static String components(String... lines) {
    return "{\"format\": \"stillwater/1\", \"name\": \"Shop\", \"components\": [\n"
        + String.join(",\n", lines)
        + "\n]}\n";
  }

  @Test
  void valuesOfTheWrongType() {
    assertThat(
            problems(
                components(
                    "{\"id\": \"a\", \"kind\": \"service\", \"replicas\": \"4\", \"p99\": 40}",
                    "{\"id\": \"b\", \"kind\": \"service\", \"p99\": \"40 seconds\", \"zones\": \"eu\"}",
                    "{\"id\": \"c\", \"kind\": \"queue\", \"maxBytes\": \"256 KiB\", \"retention\": \"0s\"}",
                    "{\"id\": \"d\", \"kind\": \"cache\", \"hitRatio\": 95, \"coalesce\": \"yes\"}",
                    "{\"id\": \"e\", \"kind\": \"service\", \"replicas\": 0, \"capacity\": -5}",
                    "{\"id\": \"f\", \"kind\": \"service\", \"owner\": 5, \"tags\": [\"x\", 5, null]}",
                    "{\"id\": \"g\", \"kind\": \"service\", \"p99\": null, \"alarms\": {\"a\": 1}}",
                    "{\"id\": \"h\", \"kind\": \"queue\", \"buffer\": 1e999, \"ttl\": \"10M\"}")))
        .isEqualTo(
            """
            shop.design.json:2:44: error: components[0] "a" replicas: expected a whole number from 1 to 1000000, found "4"
              Write a plain number: 4.
            shop.design.json:2:56: error: components[0] "a" p99: expected a duration such as 0s, 250ms, 3s, 15m, 24h, 4d or none, found 40
              Write the unit: "40ms" or "40s".
            shop.design.json:3:39: error: components[1] "b" p99: expected a duration such as 0s, 250ms, 3s, 15m, 24h, 4d or none, found "40 seconds"
              Write "40s".
            shop.design.json:3:62: error: components[1] "b" zones: expected a list of zone ids, found "eu"
              Write a list: ["eu"].
            shop.design.json:4:42: error: components[2] "c" maxBytes: expected a number of bytes (at least 1), found "256 KiB"
              Write a plain number: 262144.
            shop.design.json:4:66: error: components[2] "c" retention: expected a duration above zero such as 250ms, 3s, 15m, 24h, 4d or none, found "0s"
              Leave the field out: what is absent is unknown.
            shop.design.json:5:42: error: components[3] "d" hitRatio: expected a fraction such as 0.9995 (0 to 1), found 95
              Of a percentage write the hundredth part: 0.95.
            shop.design.json:5:58: error: components[3] "d" coalesce: expected true or false, found "yes"
              Write without quotes: true.
            shop.design.json:6:44: error: components[4] "e" replicas: expected a whole number from 1 to 1000000, found 0
              Leave the field out: then it is 1.
            shop.design.json:6:59: error: components[4] "e" capacity: expected a number of requests per second (at least 0), found -5
              Leave the field out: what is absent is unknown.
            shop.design.json:7:41: error: components[5] "f" owner: expected a text, found 5
              Write it in quotes: "5".
            shop.design.json:7:58: error: components[5] "f" tags[1]: expected a text in a list of tags, found 5
              Remove it from the list, or write it in quotes.
            shop.design.json:7:61: error: components[5] "f" tags[2]: expected a text in a list of tags, found null
              Remove it from the list, or write it in quotes.
            shop.design.json:8:39: error: components[6] "g" p99: expected a duration such as 0s, 250ms, 3s, 15m, 24h, 4d or none, found null
              Leave the field out: what is absent is unknown.
            shop.design.json:8:55: error: components[6] "g" alarms: expected true or false, found an object
              Leave the field out: what is absent is unknown.
            shop.design.json:9:40: error: components[7] "h" buffer: expected a number (at least 1), found 1e999
              Leave the field out: what is absent is unknown.
            shop.design.json:9:54: error: components[7] "h" ttl: expected a duration above zero such as 250ms, 3s, 15m, 24h, 4d or none, found "10M"
              Write "10m".
            """);
  }

  @Test
  void idsAndKinds() {
    assertThat(
            problems(
                components(
                    "{\"id\": \"Order service\", \"kind\": \"sevice\"}",
                    "{\"id\": \"mail\", \"kind\": \"queue\"}",
                    "{\"id\": \"mail\", \"kind\": \"topic\"}",
                    "{\"kind\": \"topic\"}",
                    "{\"id\": \"x\"}",
                    "{\"id\": 5, \"kind\": 7}",
                    "{\"id\": \"\", \"kind\": \"mainframe\"}",
                    "\"queue\"")))
        .isEqualTo(
            """
            shop.design.json:2:8: error: components[0] "Order service" id: expected 1 to 100 letters, digits and . _ - > :, found "Order service"
              Write for instance "order-service" here and wherever it is named; a "name" may be any text.
            shop.design.json:2:33: error: components[0] "Order service" kind: expected one of client, actor, service, function, worker, load-balancer, api-gateway, dns-cdn, queue, topic, stream, event-bus, workflow, cache, relational-db, key-value-store, object-store, search-index, external, scheduler, config, monitor, found "sevice"
              Did you mean "service"?
            shop.design.json:4:8: error: components[2] "mail" id: the id is taken by the one in line 3, column 1
              Give one of them another id, and name the right one wherever it is meant.
            shop.design.json:5:1: error: components[3]: expected an id, found none
              Add "id": "…" with 1 to 100 letters, digits and . _ - > :.
            shop.design.json:6:1: error: components[4] "x": expected a kind, found none
              Add "kind": one of client, actor, service, function, worker, load-balancer, api-gateway, dns-cdn, queue, topic, stream, event-bus, workflow, cache, relational-db, key-value-store, object-store, search-index, external, scheduler, config, monitor.
            shop.design.json:7:8: error: components[5].id: expected a text, found 5
              Write it in quotes: "5".
            shop.design.json:7:19: error: components[5].kind: expected a text, found 7
              Write it in quotes: "7".
            shop.design.json:8:8: error: components[6].id: expected 1 to 100 letters, digits and . _ - > :, found ""
              Write for instance "component" here and wherever it is named; a "name" may be any text.
            shop.design.json:8:20: error: components[6].kind: expected one of client, actor, service, function, worker, load-balancer, api-gateway, dns-cdn, queue, topic, stream, event-bus, workflow, cache, relational-db, key-value-store, object-store, search-index, external, scheduler, config, monitor, found "mainframe"
              Choose the one that is nearest.
            shop.design.json:9:1: error: components[7]: expected a component, which begins with {, found "queue"
              Remove it from the list, or write its fields between { and }.
            """);
  }

  @Test
  void linksJourneysAndTheRest() {
    assertThat(
            problems(
                """
                {"format": "stillwater/1", "name": "Shop",
                "components": [{"id": "a", "kind": "service"}, {"id": "email", "kind": "service"}],
                "links": [
                {"from": "a", "to": "email"},
                {"from": "a", "to": "email"},
                {"id": "mail", "from": "a", "to": "emial"},
                {"id": "half", "from": "a"},
                {"from": "email"}
                ],
                "journeys": [
                {"id": "j", "path": ["a>email", "mial"]},
                {"id": "k"},
                {"id": "l", "path": ["mail"], "entry": "mail"},
                {"id": "m", "path": "mail"}
                ],
                "scenarios": [
                {"name": "spike", "load": [{"link": "mail", "shape": "spiky"}, 5], "faults": {}},
                {}
                ],
                "decisions": [{"target": "LC-001@mail", "date": "31.1.2026"}, {"kind": "accepted"}],
                "layout": {"a": [1], "email": "left", "b": [1.5, 2], "c": [1, 2e9], "d": [1, 3e9]},
                "zones": {}
                }
                """))
        .isEqualTo(
            """
            shop.design.json:5:1: error: links[1].id: expected an id, since a>email is already the link in line 4, column 1
              Add "id": "…": without one a link has the id from>to, which only one can have.
            shop.design.json:6:35: error: links[2] "mail" to: no component "emial"
              Did you mean "email"?
            shop.design.json:7:1: error: links[3] "half" to: expected the id of a component, found none
              Add "to": "…"; a link leads from one component to another.
            shop.design.json:8:1: error: links[4].to: expected the id of a component, found none
              Add "to": "…"; a link leads from one component to another.
            shop.design.json:11:21: error: journeys[0] "j" path: no link "mial"
              Did you mean "mail"?
            shop.design.json:12:1: error: journeys[1] "k": expected either a path or an entry, found neither
              Add "entry" with the link by which requests come in, or "path" with the list of its links.
            shop.design.json:13:1: error: journeys[2] "l": expected either a path or an entry, found both
              Keep the path (its links, one by one) or the entry (one link; what follows from it is derived).
            shop.design.json:14:21: error: journeys[3] "m" path: expected a list of link ids, found "mail"
              Write a list: ["mail"].
            shop.design.json:17:54: error: scenarios[0] "spike" load[0].shape: expected one of steady, spike, ramp, burst, found "spiky"
              Did you mean "spike"?
            shop.design.json:17:64: error: scenarios[0] "spike" load[1]: expected an object, found 5
              An entry begins with { and has fields.
            shop.design.json:17:78: error: scenarios[0] "spike" faults: expected a list of entries, found an object
              Leave the field out: what is absent is unknown.
            shop.design.json:18:1: error: scenarios[1].name: expected the name of the scenario, found none
              Add "name": "…".
            shop.design.json:20:49: error: decisions[0] "LC-001@mail" date: expected a day such as 2026-01-31, found "31.1.2026"
              Write year, month and day: "2026-01-31".
            shop.design.json:20:63: error: decisions[1].target: expected what was decided about, such as LC-001@mail, found none
              Add "target": "…".
            shop.design.json:21:17: error: layout.a: expected two whole numbers such as [120, 80], found a list with less
              Remove the entry: a component without one is placed automatically.
            shop.design.json:21:31: error: layout.email: expected two whole numbers such as [120, 80], found "left"
              Remove the entry: a component without one is placed automatically.
            shop.design.json:21:44: error: layout.b: expected two whole numbers such as [120, 80], found 1.5 in the list
              Remove the entry: a component without one is placed automatically.
            shop.design.json:21:74: error: layout.d: expected two whole numbers such as [120, 80], found 3e9 in the list
              Remove the entry: a component without one is placed automatically.
            shop.design.json:22:10: error: zones: expected a list, found an object
              Write "zones": [ … ], or leave it out.
            """);
  }

  @Test
  void keysThatStandTwiceOrSayNothing() {
    assertThat(
            problems(
                """
                {"format": "stillwater/1", "name": "Shop", "compnents": [],
                "components": [{"id": "a", "kind": "service", "replicas": 2,
                  "replicas": 3}],
                "settings": {"grey": 1, "x": {"y": 1, "y": 2}},
                "x": [1e999, {"y": -1e99999999999}],
                "links": [{"id": "l", "from": "a", "to": "a", "timout": "3s", "maxReceives": 3, "x-ours": 1}]
                }
                """))
        .isEqualTo(
            """
            shop.design.json:3:3: error: components[0] "a" replicas: the key stands here for the second time; the first is in line 2, column 47
              Keep one of the two: most readers take the last without a word.
            shop.design.json:4:39: error: settings.x.y: the key stands here for the second time; the first is in line 4, column 31
              Keep one of the two: most readers take the last without a word.
            shop.design.json:5:7: error: x[0]: expected a number up to 1.8e308, found 1e999
              Correct the number; a number for "without end" does not exist in JSON.
            shop.design.json:5:20: error: x[1].y: expected a number up to 1.8e308, found -1e99999999999
              Correct the number; a number for "without end" does not exist in JSON.
            shop.design.json:1:57: warning: compnents: no field of a design; it has no effect
              Did you mean "components"?
            shop.design.json:6:57: warning: links[0] "l" timout: no field of a link; it has no effect
              Did you mean "timeout"?
            shop.design.json:6:78: warning: links[0] "l" maxReceives: no field of a link; it has no effect
              It belongs to components.
            """);
  }

  @Test
  void warningsDoNotKeepAFileFromOpening() {
    ReadResult.Opened opened =
        DesignJsonTest.open(
            """
            {"format": "stillwater/1", "name": "half \\ud83d",
            "components": [{"id": "db", "kind": "relational-db", "preset": "dynamo"},
              {"id": "u", "kind": "actor"}],
            "links": [{"from": "db", "to": "u"}]
            }
            """);
    assertThat(opened.problems())
        .extracting(LocatedProblem::toString)
        .containsExactly(
            """
            shop.design.json:1:36: warning: name: the text holds \\ud83d, half a character
              It is kept as it is; other programs may show a box or refuse it.\
            """,
            """
            shop.design.json:2:64: warning: components[0] "db" preset: no preset "dynamo"
              Did you mean "dynamodb"?\
            """,
            """
            shop.design.json:4:11: warning: links[0] "db>u": a sync link cannot lead from a relational database to an actor
              Nothing calls an actor: requests begin there.\
            """);
  }

  @Test
  void filesThatAreNoDesigns() {
    assertThat(problems("{\"name\": \"my-package\", \"version\": \"1.0\", \"links\": 5}"))
        .isEqualTo(
            """
            shop.design.json:1:1: error: format: expected "stillwater/1", found none
              This is probably no design of Stillwater: open another file.
            """);
    assertThat(problems("{\"format\": \"drawio\", \"components\": {}}"))
        .isEqualTo(
            """
            shop.design.json:1:12: error: format: expected "stillwater/1", found "drawio"
              This is probably no design of Stillwater: open another file.
            """);
    assertThat(problems("{\"components\": [{\"id\": \"a\", \"kind\": \"queu\"}]}"))
        .startsWith(
            """
            shop.design.json:1:1: error: format: expected "stillwater/1", found none
              Write "format": "stillwater/1" as the first field.
            shop.design.json:1:1: error: name: expected a name, found none
              Add "name": "…" behind the format.
            shop.design.json:1:37: error: components[0] "a" kind: expected one of\
            """);
    assertThat(problems("[1, 2]"))
        .isEqualTo(
            """
            shop.design.json:1:1: error: expected a design, which begins with {, found a list
              Open another file; this one holds something else.
            """);
  }

  @Test
  void aNewerMajorThatIsNotUnderstood() {
    assertThat(
            problems(
                """
                {"format": "stillwater/2", "name": "Shop",
                "components": [{"id": "a", "kind": "gpu", "retentoin": "7d"}]}
                """))
        .isEqualTo(
            """
            shop.design.json:1:12: error: format: the file has the format stillwater/2; this version reads stillwater/1
              The other problems may be what is new in it: open it with the version that wrote it.
            shop.design.json:2:36: error: components[0] "a" kind: expected one of client, actor, service, function, worker, load-balancer, api-gateway, dns-cdn, queue, topic, stream, event-bus, workflow, cache, relational-db, key-value-store, object-store, search-index, external, scheduler, config, monitor, found "gpu"
              Choose the one that is nearest.
            """);
  }

  @Test
  void nothingHidesInAMessage() {
    String problem =
        problems(
            components(
                "{\"id\": \"a\\u202eb\\u001b[31m\", \"kind\": \"service\", \"p99\": \"\\u202e\\u0007\"}"));
    assertThat(problem.replace("\n", "").chars())
        .noneMatch(c -> Character.getType(c) == Character.CONTROL || c == 0x202e);
    assertThat(problem).contains("components[0] \"a\\u202eb\\u001b[31m\" p99");
  }

  @Test
  void columnsCountCharactersAndNotBytes() {
    String before = "{\"id\": \"Größe漢字\", \"name\": \"🚀\", \"kind\": ";
    assertThat(problems(components(before + "5}")))
        .startsWith(
            "shop.design.json:2:"
                + (before.length() + 1)
                + ": error: components[0] \"Größe漢字\" kind: expected a text, found 5");
  }
}
