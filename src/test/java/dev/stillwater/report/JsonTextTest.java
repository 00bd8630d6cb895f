package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shortThingsStandOnOneLine() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("name", "a");
    value.put("pair", Arrays.asList(1.5, null));
    value.put("words", List.of("x", "y"));
    value.put("none", List.of());
    value.put("inner", Map.of("t", 2.0));
    value.put("deep", List.of(Map.of("t", 2.0)));
    assertThat(JsonText.of(value))
        .isEqualTo(
            """
            {
              "name": "a",
              "pair": [1.5, null],
              "words": ["x", "y"],
              "none": [],
              "inner": {"t": 2},
              "deep": [
                {"t": 2}
              ]
            }
            """);
  }

  @Test
  void numbersHaveNoTailOfBinaryFractions() {
    assertThat(JsonText.of(List.of(0.1 + 0.2, 2.0, 1e-12, 15_300 / 1000.0, 1e15)))
        .isEqualTo("[0.3, 2, 0, 15.3, 1000000000000000]\n");
    assertThatThrownBy(() -> JsonText.of(List.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingMovesACursorOrTurnsTheDirection() {
    assertThat(JsonText.of("a\u001b[2Jb\u202ec\u0000\n\u2028\"\\\ud800 ümlaut 🏔"))
        .isEqualTo("\"a\\u001b[2Jb\\u202ec\\u0000\\n\\u2028\\\"\\\\\\ud800 ümlaut 🏔\"\n");
  }

  @Property(seed = "20261129")
  void anyTextComesBack(@ForAll String text) {
    JsonNode read = JSON.readTree(JsonText.of(Map.of("text", text)));
    assertThat(read.path("text").asString()).isEqualTo(text);
  }
}
