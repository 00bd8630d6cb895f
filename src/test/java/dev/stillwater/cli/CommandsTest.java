package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.rules.Rules;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "shop.design.json";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shop() {
    shell = new Shell(folder);
    assertThat(shell.run("templates", "tight-coupling-before", "-o", SHOP))
        .isEqualTo(ExitCode.CLEAN);
  }

  /// A window that only notes what it is asked for.
  private static final class FakeDesktop implements Desktop {
    private final List<String> asked = new ArrayList<>();

    @Override
    public ExitCode open(List<Path> files, PrintStream err) {
      asked.add("open " + files.stream().map(path -> path.getFileName().toString()).toList());
      return ExitCode.CLEAN;
    }

    @Override
    public ExitCode tour(Path target, PrintStream out, PrintStream err) {
      asked.add("tour " + target.getFileName());
      err.println("no display");
      return ExitCode.CANNOT_RUN;
    }
  }

  // ---- the program itself

  @Test
  void withoutArgumentsTheWindowOpens() {
    FakeDesktop desktop = new FakeDesktop();
    shell.with(desktop);
    assertThat(shell.run()).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.run(SHOP)).isEqualTo(ExitCode.CLEAN);
    assertThat(desktop.asked).containsExactly("open []", "open [shop.design.json]");
  }

  @Test
  void theTourIsHandedToTheWindow() {
    FakeDesktop desktop = new FakeDesktop();
    shell.with(desktop);
    assertThat(shell.run("tour", "-o", "pictures")).isEqualTo(ExitCode.CANNOT_RUN);
    assertThat(desktop.asked).containsExactly("tour pictures");
    assertThat(shell.run("tour")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whatDoesNotWorkYetIsNotListed() {
    shell.run("--help");
    assertThat(shell.out())
        .contains("review", "ripple", "export", "templates", "rules", "explain", "schema")
        .contains("Examples:")
        .contains("Exit status: 0 clean")
        .doesNotContain("tour", "simulate", "import ");
    shell.with(new FakeDesktop()).run("--help");
    assertThat(shell.out()).contains("tour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"review", "ripple", "export", "templates", "rules", "explain", "schema"})
  void everyCommandTeachesByExample(String command) {
    assertThat(shell.run(command, "--help")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("Example").contains("stillwater " + command);
    assertThat(shell.out().lines()).allMatch(line -> line.length() <= 96);
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void versionIsOneLine() {
    assertThat(shell.run("--version")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).isEqualTo("Stillwater 1.2.3" + System.lineSeparator());
  }

  @ParameterizedTest
  @CsvSource({
    "revew, review",
    "riple, ripple",
    "explian, explain",
    "template, templates",
  })
  void aSlipOfThePenIsNoticed(String typed, String meant) {
    assertThat(shell.run(typed)).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains(typed + " is no command. Did you mean " + meant + "?");
  }

  @Test
  void aWordThatIsNothingIsSaid() {
    assertThat(shell.run("nowhere.design.json")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err())
        .isEqualTo(
            "stillwater: nowhere.design.json is neither a command nor a file."
                + System.lineSeparator());
  }

  @Test
  void anUnknownOptionIsSaidWithAWayToHelp() {
    assertThat(shell.run("review", SHOP, "--formta", "json")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("--formta").contains("Try 'stillwater review --help'");
    assertThat(shell.run("review")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("FILE");
    assertThat(shell.run("ripple", SHOP, "--fail", "email", "--how", "melt"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).containsIgnoringCase("melt").containsIgnoringCase("grey");
  }

  @Test
  void aFaultOfTheProgramIsOneSentenceAndAHint() {
    Desktop broken =
        new Desktop() {
          @Override
          public ExitCode open(List<Path> files, PrintStream err) {
            throw new IllegalStateException("the canvas\u001b[2J tore");
          }

          @Override
          public ExitCode tour(Path target, PrintStream out, PrintStream err) {
            throw new StackOverflowError();
          }
        };
    shell.with(broken);
    assertThat(shell.run()).isEqualTo(ExitCode.INTERNAL);
    assertThat(shell.err())
        .contains("internal error")
        .contains("tore")
        .contains("--verbose")
        .doesNotContain("\u001b")
        .doesNotContain("at dev.stillwater");
    assertThat(shell.run("--verbose")).isEqualTo(ExitCode.INTERNAL);
    assertThat(shell.err()).contains("at dev.stillwater");
    assertThat(shell.run("tour", "-o", "x")).isEqualTo(ExitCode.INTERNAL);
    shell.with("STILLWATER_DEBUG", "1").run();
    assertThat(shell.err()).contains("at dev.stillwater");
  }

  // ---- ripple

  @Test
  void aRippleReadsAsATimeline() {
    assertThat(shell.run("ripple", SHOP, "--fail", "email", "--how", "grey"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out())
        .isEqualTo(
            """
            Checkout, tightly coupled: email answers 10× slower

                 0.0 s  email    slow            email answers 10x slower
                 2.0 s  order    silent          order: 100 workers fill in 2.0 s (50 req/s x 15.0 s held per call)
                22.0 s  shopper  returns errors  shopper returns errors 20.0 s later  (only place-order)

            Journeys
              ✗ place-order is down at 2.0 s
                  0.0 s  email answers 10x slower
                → 2.0 s  order: 100 workers fill in 2.0 s (50 req/s x 15.0 s held per call)
            """);
  }

  @Test
  void whatHeldIsSaidWithItsTime() {
    shell.run("templates", "tight-coupling-after", "-o", "after.design.json");
    shell.run("ripple", "after.design.json", "--fail", "email");
    assertThat(shell.out()).contains("What held").containsPattern("buffer +mail-q  for 4 d");
    shell.run("ripple", "after.design.json", "--fail", "email", "--format", "json");
    JsonNode absorbers = JSON.readTree(shell.out()).path("absorbers");
    List<String> held = new ArrayList<>();
    for (JsonNode absorber : absorbers) {
      held.add(absorber.toString());
    }
    assertThat(held)
        .contains("{\"component\":\"mail-q\",\"kind\":\"buffer\",\"t\":0,\"holds\":345600}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash", "grey", "error", "overload", "GREY"})
  void everyWayToFailGivesJsonOfTheSameShape(String how) {
    assertThat(shell.run("ripple", SHOP, "--fail", "orders-db", "--how", how, "--format", "json"))
        .isEqualTo(ExitCode.CLEAN);
    JsonNode root = JSON.readTree(shell.out());
    assertThat(root.propertyNames()).containsExactly("injection", "facts", "journeys", "absorbers");
    assertThat(root.path("injection").propertyNames())
        .containsExactly("target", "on", "targets", "how", "meaning", "settings");
    assertThat(root.path("injection").path("how").asString())
        .isEqualTo(how.toLowerCase(java.util.Locale.ROOT));
    double last = 0;
    for (JsonNode fact : root.path("facts")) {
      assertThat(fact.propertyNames()).startsWith("t", "component", "effect", "scope", "why");
      assertThat(fact.path("t").asDouble()).isGreaterThanOrEqualTo(last);
      last = fact.path("t").asDouble();
    }
    for (JsonNode journey : root.path("journeys")) {
      assertThat(journey.propertyNames()).startsWith("id", "state").endsWith("path");
    }
  }

  @Test
  void anUnknownComponentIsSaidWithThoseThatAreNear() {
    assertThat(shell.run("ripple", SHOP, "--fail", "emial")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("no component, link or zone emial. Did you mean email?");
    assertThat(shell.run("ripple", SHOP, "--fail", "orders")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("Did you mean order or orders-db?");
    assertThat(shell.run("ripple", "gone.json", "--fail", "email")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aLinkAZoneAndABoundaryCanFailToo() throws IOException {
    Files.writeString(
        folder.resolve("zones.design.json"),
        """
        {
          "format": "stillwater/1",
          "name": "Two zones",
          "components": [
            {"id": "c", "kind": "client"},
            {"id": "u", "kind": "service", "zones": ["a"]},
            {"id": "v", "kind": "service", "zones": ["b"]}
          ],
          "links": [
            {"id": "in", "from": "c", "to": "u", "rate": 10, "timeout": "9s"},
            {"id": "out", "from": "u", "to": "v", "timeout": "1s"}
          ],
          "journeys": [{"id": "j", "path": ["in", "out"], "class": "hard"}]
        }
        """);
    assertThat(shell.run("ripple", "zones.design.json", "--fail", "out")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out())
        .startsWith("Two zones: link out is cut")
        .contains("v is out of reach: u returns errors 1.0 s later");
    shell.run("ripple", "zones.design.json", "--fail", "a");
    assertThat(shell.out()).startsWith("Two zones: zone a is lost");
    shell.run("ripple", "zones.design.json", "--how", "partition", "--between", "a,b");
    assertThat(shell.out()).startsWith("Two zones: zones a and b cannot reach each other");
    shell.run("ripple", "zones.design.json", "--fail", "u", "--how", "crash-one");
    assertThat(shell.out()).startsWith("Two zones: u loses one replica");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fail email --how duplicate | email is no broker",
        "--fail email --how partition | A partition cuts links",
        "--fail email --how duplicate | It can: crash, crash-one, grey, error, overload.",
        "--between a | two zones",
        "--between a,b | no zone a",
        "--how crash | Say what fails",
        "--fail email --between a,b | leave out --fail",
      })
  void whatMakesNoSenseIsSaidWithWhatDoes(String arguments, String said) {
    List<String> all = new ArrayList<>(List.of("ripple", SHOP));
    all.addAll(List.of(arguments.split(" ")));
    assertThat(shell.run(all.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains(said);
  }

  // ---- rules, explain, schema

  @Test
  void rulesListsAllOfThem() {
    assertThat(shell.run("rules")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out().lines().filter(line -> line.contains("REL-"))).hasSize(Rules.ALL.size());
    shell.run("rules", "--format", "json");
    JsonNode rules = JSON.readTree(shell.out()).path("rules");
    assertThat(rules.size()).isEqualTo(Rules.ALL.size());
    assertThat(rules.get(0).propertyNames())
        .containsExactly("id", "title", "severity", "category", "failure", "practices");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REL-LC-001", "LC-001", "lc-001", "rel-lc-001"})
  void aRuleIsExplainedHoweverItIsSpelled(String spelled) {
    assertThat(shell.run("explain", spelled)).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out())
        .startsWith("# ")
        .contains("Synchronous call where an acknowledgement suffices");
  }

  @Test
  void everyRuleIsExplainedOnATerminal() {
    shell.onTerminal();
    for (var rule : Rules.ALL) {
      assertThat(shell.run("explain", rule.info().id())).isEqualTo(ExitCode.CLEAN);
      String plain = shell.out().replaceAll("\u001b\\[[0-9;]*m", "");
      assertThat(plain)
          .startsWith(rule.info().id() + "  " + rule.info().title())
          .doesNotContain("**")
          .doesNotContain("## ")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void anUnknownRuleIsSaidWithThoseThatAreNear() {
    assertThat(shell.run("explain", "LC-01")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("no rule LC-01. Did you mean LC-001");
    assertThat(shell.run("explain", "nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("`stillwater rules` lists them");
  }

  @Test
  void bothSchemasAreJson() {
    shell.run("schema");
    assertThat(JSON.readTree(shell.out()).path("$schema").asString()).contains("2020-12");
    String design = shell.out();
    shell.run("schema", "design");
    assertThat(shell.out()).isEqualTo(design);
    shell.run("schema", "review");
    assertThat(JSON.readTree(shell.out()).path("title").asString()).contains("review");
    assertThat(shell.run("schema", "poem")).isEqualTo(ExitCode.USAGE);
  }

  // ---- templates, export

  @Test
  void templatesAreListedAndTaken() throws IOException {
    assertThat(shell.run("templates")).isEqualTo(ExitCode.CLEAN);
    for (Template template : TemplateCatalog.shipped().templates()) {
      assertThat(shell.out()).contains(template.name()).contains(template.demonstrates());
      Shell other = new Shell(folder);
      other.run("templates", template.name());
      assertThat(other.out().getBytes(StandardCharsets.UTF_8)).isEqualTo(template.bytes());
      other.run("templates", template.name(), "-o", "copy.design.json");
      assertThat(Files.readAllBytes(folder.resolve("copy.design.json")))
          .isEqualTo(template.bytes());
    }
    assertThat(shell.run("templates", "tight-coupling-befor")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("Did you mean tight-coupling-before");
  }

  @Test
  void aTemplateTakesAnswers() throws IOException {
    String name = "tight-coupling-after";
    shell.run("templates", name, "--set", "rate=200/s", "--set", "name=Our shop");
    assertThat(shell.out())
        .contains("\"name\": \"Our shop\"")
        .contains("\"rate\": 200")
        .contains("\"replicas\": 16");
    assertThat(shell.run("templates", name, "--set", "rate=many")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("rate: expected a rate");
    assertThat(shell.run("templates", name, "--set", "colour=red")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("does not ask for colour, but for name, rate, deadline");
  }

  @Test
  void aCounterExampleIsOneOptionAway() {
    shell.run("templates", "sqs-load-leveling", "--counter-example");
    assertThat(shell.out()).contains("Work while the customer waits");
    assertThat(shell.run("templates", "tight-coupling-before", "--counter-example"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("has no counter-example");
  }

  @Test
  void aTemplateIsExplainedBeforeItIsTaken() {
    shell.run("templates", "sqs-load-leveling", "--about");
    assertThat(shell.out())
        .startsWith("Work behind a queue")
        .contains("rate        Uploads per second: 47")
        .contains("Without the queue")
        .contains("2 findings instead of 0.")
        .contains("REL-LC-001");
    assertThat(shell.out().lines()).allMatch(line -> line.length() <= 96);
    shell.run("templates", "--search", "retry storm");
    assertThat(shell.out()).contains("--counter-example without");
  }

  @Test
  void templatesAreFoundByWordAndByRule() {
    shell.run("templates", "--search", "fifo ledger");
    assertThat(shell.out()).contains("sqs-fifo-ledger").doesNotContain("offline-batch");
    shell.run("templates", "--rule", "cw-002");
    assertThat(shell.out()).contains("cache-aside-safe").doesNotContain("sqs-fifo-ledger");
    shell.run("templates", "--search", "nothing of the kind");
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("No template fits");
    assertThat(shell.run("templates", "--rule", "cw-02")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("Did you mean REL-CW-002");
  }

  @Test
  void aDesignIsKeptAsATemplate() throws IOException {
    shell.run("templates", "offline-batch", "-o", "mine.design.json", "--set", "name=Night run");
    assertThat(shell.run("templates", "--save", "mine.design.json")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.err()).contains("Kept as night-run");
    shell.run("templates");
    assertThat(shell.out()).contains("Your own").contains("night-run");
    shell.run("templates", "night-run");
    assertThat(shell.out())
        .isEqualTo(Files.readString(folder.resolve("mine.design.json"), StandardCharsets.UTF_8));
    shell.run("templates", "again", "--save", "mine.design.json");
    assertThat(shell.run("templates", "again")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.run("templates", "--save", "nowhere.design.json")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aRuleSaysWhereItIsSeen() {
    shell.run("explain", "lc-001");
    assertThat(shell.out())
        .contains("## Seen in")
        .contains("`stillwater templates sqs-load-leveling --counter-example`")
        .contains("without the queue");
    shell.run("explain", "rp-002");
    assertThat(shell.out()).contains("`stillwater templates tight-coupling-before`");
  }

  @Test
  void aTemplateIsWrittenAsItIsAndOpens() throws IOException {
    assertThat(
            DesignJson.read(Files.readAllBytes(folder.resolve(SHOP)), SHOP, PresetsJson.shipped()))
        .isInstanceOf(ReadResult.Opened.class);
  }

  @Test
  void theDrawingIsExported() throws IOException {
    assertThat(shell.run("export", SHOP)).isEqualTo(ExitCode.CLEAN);
    String both = shell.out();
    assertThat(both).startsWith("<svg ").contains("prefers-color-scheme");
    shell.run("export", SHOP, "-o", "shop.svg");
    assertThat(folder.resolve("shop.svg")).content().isEqualTo(both);
    shell.run("export", SHOP, "--theme", "dark");
    assertThat(shell.out()).startsWith("<svg ").isNotEqualTo(both);
    shell.run("export", SHOP, "-o", "shop.png", "--theme", "dark", "--scale", "2");
    byte[] png = Files.readAllBytes(folder.resolve("shop.png"));
    assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    shell.run("export", SHOP, "-o", "small.png");
    assertThat(width(png)).isEqualTo(2 * width(Files.readAllBytes(folder.resolve("small.png"))));
  }

  private static int width(byte[] png) {
    return java.nio.ByteBuffer.wrap(png, 16, 4).getInt();
  }

  @Test
  void anExportThatCannotBeIsSaid() {
    assertThat(shell.run("export", SHOP, "-o", "shop.gif")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("svg, png");
    assertThat(shell.run("export", SHOP, "--scale", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("export", SHOP, "--scale", "NaN")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.onTerminal().run("export", SHOP, "--format", "png")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.out()).isEmpty();
  }
}
