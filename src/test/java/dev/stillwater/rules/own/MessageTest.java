package dev.stillwater.rules.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stillwater.rules.RuleContext;
import dev.stillwater.testing.DesignFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
  private final World world =
      new World(new RuleContext(DesignFixture.parse("service order replicas=4").analysis()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name} has {replicas}   | order has 4",
        "{replicas}              | 4",
        "{{name}} is {name}      | {name} is order",
        "{{{name}}}              | {order}",
        "a }} b {{               | a } b {",
        "'  two   spaces  '      | two spaces",
        "'one\ntwo'              | one two",
      })
  void valuesStandInBraces(String text, String sentence) {
    assertThat(
            Message.parse(text, Sort.COMPONENT).about(world, world.all(Sort.COMPONENT).getFirst()))
        .isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name              | 0 | never closed",
        "a {                | 2 | never closed",
        "a } b              | 2 | never opened",
        "name}              | 4 | never opened",
        "is {name} {nmae}   | 11 | no attribute nmae",
        "{}                 | 1 | found nothing",
      })
  void whatMakesNoSenseIsSaidWithItsPlace(String text, int at, String problem) {
    Fault fault = catchThrowableOfType(Fault.class, () -> Message.parse(text, Sort.COMPONENT));
    assertThat(fault.message()).contains(problem);
    assertThat(fault.at()).isEqualTo(at);
  }
}
