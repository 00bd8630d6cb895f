package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FuzzyTest {
  private static List<String> find(String query, String... texts) {
    return Fuzzy.find(query, List.of(texts), Function.identity());
  }

  @Test
  void lettersHaveToStandInOrder() {
    assertThat(Fuzzy.score("ord", "Go to orders-db")).isGreaterThan(Fuzzy.NONE);
    assertThat(Fuzzy.score("dro", "order")).isEqualTo(Fuzzy.NONE);
    assertThat(Fuzzy.score("x", "")).isEqualTo(Fuzzy.NONE);
  }

  @Test
  void beginningsOfWordsAndLettersTogetherComeFirst() {
    assertThat(find("sa", "Visual aid", "Save as", "Pause again")).startsWith("Save as");
    assertThat(find("ord", "Coordinate", "Go to order", "Overload"))
        .containsExactly("Go to order", "Coordinate", "Overload");
  }

  @Test
  void initialsFind() {
    assertThat(find("sas", "Select all", "Save as…", "Show all shortcuts"))
        .contains("Save as…", "Show all shortcuts")
        .doesNotContain("Select all");
  }

  @Test
  void everyWordOfTheQueryHasToFit() {
    assertThat(find("order go", "Go to order", "Order", "Go to email"))
        .containsExactly("Go to order");
  }

  @Test
  void anEmptyQueryKeepsEverythingInItsOrder() {
    assertThat(find("  ", "b", "a")).containsExactly("b", "a");
  }

  @Test
  void equallyGoodOnesStayInTheirOrder() {
    assertThat(find("q", "queue-2", "queue-1", "queue-3"))
        .containsExactly("queue-2", "queue-1", "queue-3");
  }
}
