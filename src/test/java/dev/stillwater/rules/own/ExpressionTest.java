package dev.stillwater.rules.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stillwater.rules.RuleContext;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final String SHOP =
      """
      client shopper
      service order replicas=4 p99=40ms owner=shop tags=pci,core
      service email replicas=1 p99=100ms
      queue jobs preset=sqs-standard
      worker mailer
      relational-db db p99=5ms
      shopper -> order id=checkout rate=50 timeout=10s retries=1 effect=write
      order -> email id=mail calls=2
      order -> db id=store timeout=250ms breaker=true effect=write
      order => jobs id=put
      jobs -> mailer id=take
      journey place path=checkout,mail class=hard deadline=6s importance=critical slo=0.999
      """;

  private final World world = new World(new RuleContext(DesignFixture.parse(SHOP).analysis()));

  private Thing thing(Sort sort, String id) {
    return world.all(sort).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private String of(Sort sort, String id, String expression) {
    Typed typed = Typed.value(expression, sort);
    return typed.type().show(typed.term().of(world, thing(sort, id)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replicas = 4                              | yes",
        "replicas < 4                              | no",
        "kind in [service, worker]                 | yes",
        "kind not in [service, worker]             | no",
        "kind = 'service'                          | yes",
        "family = compute                          | yes",
        "tags has \"pci\"                          | yes",
        "\"gold\" in tags                          | no",
        "owner = \"shop\"                          | yes",
        "owner startsWith 'sh' and id endsWith 'er'| yes",
        "name contains 'rde'                       | yes",
        "managed                                   | no",
        "capacity > 100                            | unknown",
        "capacity is unknown                       | yes",
        "capacity is known                         | no",
        "capacity is not known                     | yes",
        "concurrency is declared                   | no",
        "concurrency is known                      | yes",
        "replicas is not declared                  | no",
        "p99                                       | 40 ms",
        "inflow                                    | 50 /s",
        "inflow * responseTime / 1                 | 12.3",
        "workers                                   | 800",
        "redundant                                 | yes",
        "critical                                  | yes",
        "count(in)                                 | 1",
        "count(out, mode = sync)                   | 2",
        "any(out, to.kind = queue)                 | yes",
        "all(out, timeout is known)                | no",
        "max(out, to.p99)                          | unknown",
        "min(out, calls)                           | 1",
        "sum(out, calls)                           | 4",
        "any(journeys, class = hard)               | yes",
        "criticality = critical                    | no",
        "replicas + 1 = 5 and not (2 > 3 or false) | yes",
        "-replicas                                 | -4",
        "10 - 2 - 3                                | 5",
        "2 * 3 + 4 / 2                             | 8",
        "1 / 0                                     | unknown",
      })
  void componentsSayWhatIsKnownOfThem(String expression, String value) {
    assertThat(of(Sort.COMPONENT, "order", expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeout = 10s                    | yes",
        "timeout >= \"10 s\"              | yes",
        "timeout < 10001ms                | yes",
        "hold                             | 20.0 s",
        "attempts                         | 2",
        "hold = timeout * attempts        | yes",
        "from.kind = client               | yes",
        "to.owner != \"shop\"             | no",
        "effect = write                   | yes",
        "need = result-now                | unknown",
        "need is unknown                  | yes",
        "rate > 49                        | yes",
        "rate > 1k/s                      | no",
        "rate <= \"50 /s\"                | yes",
        "rate * 1min                      | 3,000",
        "mode                             | sync",
        "coupling = tight                 | yes",
        "any(to.out, to.family = store)   | yes",
        "count(to.out)                    | 3",
        "count(journeys)                  | 1",
        "payload > 256KiB                 | unknown",
        "payload * rate > 1MB/s           | unknown",
        "backoffCap = 20s                 | yes",
      })
  void linksSayWhatIsKnownOfThem(String expression, String value) {
    assertThat(of(Sort.LINK, "checkout", expression)).isEqualTo(value);
  }

  @Test
  void whatIsUnlimitedCanBeComparedWith() {
    assertThat(of(Sort.LINK, "mail", "timeout is unknown")).isEqualTo("yes");
    assertThat(of(Sort.LINK, "mail", "hold = unlimited")).isEqualTo("yes");
    assertThat(of(Sort.LINK, "mail", "hold > 1d")).isEqualTo("yes");
    assertThat(of(Sort.LINK, "mail", "hold - hold")).isEqualTo("unknown");
    assertThat(of(Sort.LINK, "mail", "hold")).isEqualTo("unlimited");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class = hard                                  | yes",
        "deadline < 10s                                | yes",
        "slo > 99.5%                                   | yes",
        "1 - slo                                       | 0.1 %",
        "importance = critical                         | yes",
        "count(links)                                  | 2",
        "count(components, kind = service)             | 2",
        "sum(links, hold) > deadline                   | yes",
        "first.timeout                                 | 10.0 s",
        "first.to.owner                                | shop",
        "rto > 1h                                      | unknown",
      })
  void journeysSayWhatIsKnownOfThem(String expression, String value) {
    assertThat(of(Sort.JOURNEY, "place", expression)).isEqualTo(value);
  }

  // ---- unknown

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | true  | yes     | yes",
        "true  | false | no      | yes",
        "false | true  | no      | yes",
        "false | false | no      | no",
        "true  | U     | unknown | yes",
        "U     | true  | unknown | yes",
        "false | U     | no      | unknown",
        "U     | false | no      | unknown",
        "U     | U     | unknown | unknown",
      })
  void andAndOrAreThoseOfKleene(String left, String right, String and, String or) {
    String a = left.replace("U", "capacity > 1");
    String b = right.replace("U", "capacity > 1");
    assertThat(of(Sort.COMPONENT, "order", a + " and " + b)).isEqualTo(and);
    assertThat(of(Sort.COMPONENT, "order", a + " or " + b)).isEqualTo(or);
  }

  @Test
  void whatIsNotUnknownIsUnknown() {
    assertThat(of(Sort.COMPONENT, "order", "not capacity > 1")).isEqualTo("unknown");
    assertThat(of(Sort.COMPONENT, "order", "capacity + 1/s")).isEqualTo("unknown");
    assertThat(of(Sort.COMPONENT, "order", "-capacity")).isEqualTo("unknown");
    assertThat(of(Sort.COMPONENT, "email", "owner in ['a', 'b']")).isEqualTo("unknown");
    assertThat(of(Sort.COMPONENT, "email", "owner contains 'a'")).isEqualTo("unknown");
    assertThat(of(Sort.COMPONENT, "email", "tags has 'a'")).isEqualTo("no");
  }

  @Test
  void oneNeighbourMayDecideWhateverIsUnknownOfTheOthers() {
    assertThat(of(Sort.COMPONENT, "order", "any(out, timeout < 1s)")).isEqualTo("yes");
    assertThat(of(Sort.COMPONENT, "order", "any(out, timeout < 1ms)")).isEqualTo("unknown");
    assertThat(of(Sort.COMPONENT, "order", "all(out, timeout > 1s)")).isEqualTo("no");
    assertThat(of(Sort.COMPONENT, "order", "all(out, timeout > 1ms)")).isEqualTo("unknown");
    assertThat(of(Sort.COMPONENT, "order", "count(out, timeout > 1ms)")).isEqualTo("unknown");
  }

  @Test
  void ofNoNeighboursAllIsTrueAndAnyIsFalse() {
    assertThat(of(Sort.COMPONENT, "db", "any(out, timeout > 1s)")).isEqualTo("no");
    assertThat(of(Sort.COMPONENT, "db", "all(out, timeout > 1s)")).isEqualTo("yes");
    assertThat(of(Sort.COMPONENT, "db", "sum(out, calls)")).isEqualTo("0");
    assertThat(of(Sort.COMPONENT, "db", "max(out, calls)")).isEqualTo("unknown");
  }

  // ---- problems

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replcas < 2             | 0  | has no attribute replcas          | Did you mean replicas?",
        "kind = servce           | 7  | found servce                      | Did you mean service?",
        "p99 > 2                 | 6  | a number without a unit           | Write 2ms or 2s.",
        "p99 > 2 s               | 8  | found `s`                         | joined with",
        "p99 > 2sec              | 6  | `2sec` is no number               | unit",
        "p99 + 2 > 3s            | 4  | a duration + a number             | like with like",
        "replicas = 'two'        | 11 | `two` is no number                | Units",
        "owner = 3               | 6  | a text cannot be compared         | like with like",
        "owner = shop            | 8  | has no attribute shop             | quotes",
        "tags = 'pci'            | 5  | a list of texts cannot            | has",
        "kind > service          | 5  | compares numbers                  | `=`",
        "need                    | 0  | has no attribute need             | Known are",
        "out > 3                 | 0  | out stands for several            | count(out)",
        "any(out, any(to.in, x)) | 9  | inside of another                 | one level",
        "any(outs, calls > 1)    | 4  | outs are no neighbours            | in, journeys, out",
        "sum(out, breaker)       | 9  | sum needs a number                | Name a number",
        "any(out)                | 0  | any needs to know                 | any(out, …)",
        "(replicas = 1           | 13 | expected `)`                      | Close",
        "replicas = 1)           | 12 | expected `and`                    | joined",
        "a-b = 1                 | 0  | has no attribute a-b              | A minus has spaces",
        "1 < replicas < 3        | 13 | expected `and`                    | two things at a time",
        "replicas = 1 && managed | 13 | `&&` is not known                 | `and`",
        "!managed                | 0  | the character `!`                 | `not`",
        "name = \"x              | 7  | has no end                        | Close it",
        "inflow is declared      | 0  | computed                          | is known",
        "managed is maybe        | 11 | expected one of unknown           | `=`",
        "and                     | 0  | expected a value                  | attribute",
        "kind = unknown          | 7  | unknown is no value               | is unknown",
        "[1, 2]                  | 0  | a list stands here alone          | comparison",
      })
  void whatMakesNoSenseIsSaidWithItsPlaceAndAWayOut(
      String expression, int at, String message, String advice) {
    String text = expression.strip();
    Fault fault = catchThrowableOfType(Fault.class, () -> Typed.condition(text, Sort.COMPONENT));
    assertThat(fault).as(text).isNotNull();
    assertThat(fault.message()).as(text).contains(message.strip());
    assertThat(fault.advice()).as(text).contains(advice.strip());
    assertThat(fault.at()).as(text + ": " + fault.message()).isEqualTo(at);
  }

  @Test
  void aRuleAsksWhatIsTrue() {
    Fault fault =
        catchThrowableOfType(Fault.class, () -> Typed.condition("replicas + 1", Sort.COMPONENT));
    assertThat(fault.message()).contains("true or false, found a number");
  }

  @Test
  void lengthAndDepthAreBounded() {
    String deep = "(".repeat(500) + "managed" + ")".repeat(500);
    assertThat(catchThrowableOfType(Fault.class, () -> Parser.parse(deep)).message())
        .contains("nested more than 40 deep");
    String negated = "not ".repeat(400) + "managed";
    assertThat(catchThrowableOfType(Fault.class, () -> Parser.parse(negated)).message())
        .contains("nested");
    String longer = "managed and ".repeat(300) + "managed";
    assertThat(catchThrowableOfType(Fault.class, () -> Parser.parse(longer)).message())
        .contains("at most 2000");
    String wide = "1" + "+1".repeat(100) + " = 101";
    assertThat(of(Sort.COMPONENT, "order", wide)).isEqualTo("yes");
    String wider = "1" + "+1".repeat(101) + " = 102";
    assertThat(catchThrowableOfType(Fault.class, () -> Parser.parse(wider)).message())
        .contains("more than 100 calculations");
  }

  // ---- printing

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1 and b != 2 or not c",
        "(a or b) and c",
        "not (a and b)",
        "a - (b - c) - d",
        "(a + b) * -c / 2ms",
        "kind not in [load-balancer, \"x\\\"y\", 3]",
        "any(to.out, from.owner is undeclared) = true",
        "(a = b) = c",
        "(a or b) or c",
      })
  void anExpressionPrintsAsItReads(String text) {
    assertThat(Parser.parse(text).print()).isEqualTo(text);
  }

  @Test
  void valuesToShowAreTheNamesThatWereAsked() {
    Typed typed =
        Typed.condition(
            "criticality = critical or count(out, timeout > 2s) > 3 and p99 > 1s", Sort.COMPONENT);
    assertThat(typed.parts())
        .extracting(Typed.Part::source)
        .isEqualTo(List.of("criticality", "count(out, timeout > 2s)", "p99"));
  }

  /// Tenths have no exact binary form, so a sum of them is the tenth that people mean.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 + 0.2 = 0.3     | yes",
        "0.1 + 0.2 != 0.3    | no",
        "0.1 + 0.2 <= 0.3    | yes",
        "0.1 + 0.2 > 0.3     | no",
        "0.3 >= 0.1 + 0.2    | yes",
        "0.3 < 0.1 + 0.2     | no",
        "0.7 >= 0.1 * 7      | yes",
        "1000.001 = 1000     | no",
        "1000.001 > 1000     | yes",
        "0.001 = 0.002       | no",
        "2 = 0 - 2           | no",
        "2 < 3               | yes",
        "3 < 2               | no",
        "2 <= 3              | yes",
        "3 <= 2              | no",
        "3 > 2               | yes",
        "2 > 3               | no",
        "3 >= 2              | yes",
        "2 >= 3              | no",
        "p99 > 0             | yes",
        "p99 = '40 ms'       | yes",
        "replicas in [1, 4]  | yes",
        "replicas in [1, 5]  | no",
        "tags has 'core'     | yes",
        "name startsWith 'o' | yes",
        "name startsWith 'r' | no",
        "name endsWith 'o'   | no",
      })
  void numbersAndTextsAreCompared(String expression, String value) {
    assertThat(of(Sort.COMPONENT, "order", expression)).isEqualTo(value);
  }

  @Test
  void whatStandsSideBySideIsNotDeep() {
    assertThat(of(Sort.COMPONENT, "order", "(1 = 1) and ".repeat(60) + "managed")).isEqualTo("no");
    assertThat(of(Sort.COMPONENT, "order", "not managed and ".repeat(60) + "redundant"))
        .isEqualTo("yes");
    assertThat(of(Sort.COMPONENT, "order", "-1" + " + -1".repeat(60))).isEqualTo("-61");
    assertThat(of(Sort.COMPONENT, "order", "replicas in [2] or ".repeat(60) + "redundant"))
        .isEqualTo("yes");
  }

  @Test
  void minusesAndListsAreBoundedToo() {
    for (String deep : List.of("-".repeat(300) + "1", "[".repeat(300) + "1")) {
      assertThat(catchThrowableOfType(Fault.class, () -> Parser.parse(deep)).message())
          .contains("nested more than 40 deep");
    }
  }

  @Test
  void twoThousandCharactersAreRead() {
    String text = "managed = " + " ".repeat(Lexer.LONGEST - 14) + "true";
    assertThat(of(Sort.COMPONENT, "order", text)).isEqualTo("no");
    assertThat(catchThrowableOfType(Fault.class, () -> Parser.parse(text + " ")).message())
        .contains("has 2001 characters");
  }

  @Test
  void wordsMayBeginAndEndWithAnyLetter() {
    for (String word : List.of("a", "z", "A", "Z", "_", "az-ZA", "a1")) {
      assertThat(Parser.parse(word)).isEqualTo(new Expression.Name(List.of(word), 0));
    }
  }

  @Test
  void aTextMayHoldItsOwnQuote() {
    assertThat(Parser.parse("'it\\'s'")).isEqualTo(new Expression.Text("it's", 0));
    assertThat(catchThrowableOfType(Fault.class, () -> Parser.parse("'it\\")).message())
        .contains("has no end");
  }
}
