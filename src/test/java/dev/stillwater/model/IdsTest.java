package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "order-service", "a>b", "eu:west.1_x", "Größe", "漢字", "𝒜", "7"})
  void areLettersDigitsAndAFewSigns(String id) {
    assertThat(Ids.legal(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a/b",
        "a\"b",
        "a\u202eb",
        "a\u0000",
        "e\u0301",
        "\ud83d",
        "🚀",
        "a\n"
      })
  void areNothingElse(String id) {
    assertThat(Ids.legal(id)).isFalse();
  }

  @Test
  void haveAHundredCharactersAtMost() {
    assertThat(Ids.legal("x".repeat(100))).isTrue();
    assertThat(Ids.legal("𝒜".repeat(100))).isTrue();
    assertThat(Ids.legal("x".repeat(101))).isFalse();
  }

  @Test
  void ofALinkMayBeMadeOfTwo() {
    String longest = "x".repeat(100);
    assertThat(Ids.legalForLink(Link.impliedId(longest, longest))).isTrue();
    assertThat(Ids.legalForLink("x".repeat(202))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Order service, order-service",
    "  Größe (neu)! , größe-neu",
    "'/// ', component",
    "a > b, a-b",
    "SQS, sqs"
  })
  void areMadeOfNames(String name, String id) {
    assertThat(Ids.of(name)).isEqualTo(id);
  }

  @Test
  void thatAreFreeAreLegalToo() {
    String longest = "x".repeat(100);
    Design design = Design.empty("d").with(new Component(longest, ComponentKind.SERVICE));
    assertThat(design.freeId("a")).isEqualTo("a");
    assertThat(design.freeId(longest)).isEqualTo("x".repeat(98) + "-2");
  }
}
