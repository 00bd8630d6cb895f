package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.FileTree;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TreeFileTest {
  private static TreeFile.Result read(String text, String name) {
    return TreeFile.read(text.getBytes(StandardCharsets.UTF_8), name);
  }

  private static FileTree yaml(String text) {
    return ((TreeFile.Result.Tree) read(text, "a.yaml")).tree();
  }

  private static String refusal(String text) {
    return ((TreeFile.Result.Refused) read(text, "a.yaml")).problems().getFirst().toString();
  }

  // ---- values

  @Test
  void yamlAndJsonSayTheSame() {
    Object yaml = yaml("a: [1, two, true]\nb: {c: 2.5}\nd:\n").plain().orElseThrow();
    TreeFile.Result json =
        read("{\"a\": [1, \"two\", true], \"b\": {\"c\": 2.5}, \"d\": null}", "a.json");
    assertThat(((TreeFile.Result.Tree) json).tree().plain().orElseThrow()).isEqualTo(yaml);
    assertThat(yaml)
        .isEqualTo(
            Map.of(
                "a",
                List.of(BigDecimal.ONE, "two", true),
                "b",
                Map.of("c", new BigDecimal("2.5"))));
  }

  @Test
  void typesAreThoseOfTheCoreSchema() {
    assertThat(yaml("[on, yes, no, 0o17, .inf, 1e999999999, '1', 012]").plain().orElseThrow())
        .isEqualTo(
            List.of("on", "yes", "no", "0o17", ".inf", "1e999999999", "1", new BigDecimal("12")));
  }

  @Test
  void aliasesAndMergeKeysAreTakenOver() {
    assertThat(
            yaml("base: &b {x: 1, y: 2}\nmore: {<<: *b, y: 3}\nsame: *b\n").plain().orElseThrow())
        .isEqualTo(
            Map.of(
                "base", Map.of("x", BigDecimal.ONE, "y", BigDecimal.TWO),
                "more", Map.of("x", BigDecimal.ONE, "y", new BigDecimal("3")),
                "same", Map.of("x", BigDecimal.ONE, "y", BigDecimal.TWO)));
  }

  // ---- places

  private static FileTree.Spot place(String yaml, int offset) {
    FileTree.Fields fields = (FileTree.Fields) yaml(yaml);
    FileTree.Scalar scalar = (FileTree.Scalar) fields.get("k").orElseThrow();
    return scalar.inside().at(offset);
  }

  @Test
  void charactersOfAValueAreFoundHoweverItIsSpelled() {
    assertThat(place("k: abc def", 4)).isEqualTo(new FileTree.Spot(1, 8));
    assertThat(place("k: 'abc def'", 4)).isEqualTo(new FileTree.Spot(1, 9));
    assertThat(place("k: 'it''s x'", 5)).isEqualTo(new FileTree.Spot(1, 11));
    assertThat(place("k: \"a\\\"b c\"", 4)).isEqualTo(new FileTree.Spot(1, 10));
    assertThat(place("k: >\n  abc\n  def\n", 4)).isEqualTo(new FileTree.Spot(3, 3));
    assertThat(place("k: |\n    abc\n    def\n", 5)).isEqualTo(new FileTree.Spot(3, 6));
    assertThat(place("# 😀\nk: abc", 1)).isEqualTo(new FileTree.Spot(2, 5));
    assertThat(place("k: abc", 3)).isEqualTo(new FileTree.Spot(1, 7));
  }

  // ---- what is refused

  @Test
  void whatCannotBeMeantIsRefusedWithItsPlace() {
    assertThat(refusal("a: 1\na: 2\n")).startsWith("a.yaml:2:1: error: the key a stands");
    assertThat(refusal("a: !!java.net.URL [x]\n")).contains("a.yaml:1:4", "is not known");
    assertThat(refusal("a: !thing x\n")).contains("a.yaml:1:4", "the tag !thing is not known");
    assertThat(refusal("--- a\n--- b\n")).contains("a second document");
    assertThat(refusal("a: *none\n")).contains("a.yaml:1:4");
    assertThat(refusal("a: &x [*x]\n")).contains("a.yaml:1:8", "anchor x");
    assertThat(refusal("{[a]: b}")).contains("expected a key");
    assertThat(refusal("a: \"\n")).contains("expected YAML");
    assertThat(refusal("a: \u0001")).contains("expected YAML");
    assertThat(refusal("a: {<<: 3}\n")).contains("takes over fields");
    assertThat(refusal("a: \"x\\e[2J\"\n")).contains("a.yaml:1:4", "\\u001b, which cannot be");
    assertThat(
            ((TreeFile.Result.Refused) read("{\"a\": \"\\u202e\"}", "a.json"))
                .problems()
                .getFirst()
                .toString())
        .contains("a.json:1:7", "\\u202e, which cannot be seen");
  }

  @Test
  @Timeout(10)
  void hostileFilesAreRefusedSoon() {
    assertThat(refusal("[".repeat(100_000))).contains("more than 50 deep");
    assertThat(refusal("- ".repeat(100_000) + "a")).contains("deep");
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("a%d: &a%d [".formatted(i, i));
      laughs.append("*a%d, ".formatted(i - 1).repeat(9)).append("*a%d]\n".formatted(i - 1));
    }
    assertThat(refusal(laughs.toString())).contains("more than 100,000 keys and values");
    assertThat(refusal("a: " + "x".repeat(2_000_000))).contains("at most 1,048,576");
    assertThat(refusal("a: [" + "1,".repeat(200_000) + "]")).contains("more than 100,000");
    assertThat(yaml("a: " + "9".repeat(500_000))).isNotNull();
    assertThat(
            ((TreeFile.Result.Refused) read("[".repeat(200), "a.json"))
                .problems()
                .getFirst()
                .toString())
        .contains("a.json:1:");
  }

  @Provide
  Arbitrary<String> salads() {
    return Arbitraries.of(
            "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", "&x ", "*x", "<<: ", "|", ">", "'",
            "\"", "#", "!!str ", "---", "...", "?", ",", "%", "@", "\t", "1", "null", "\\")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "20261129", tries = 3_000)
  void anyTextIsReadOrRefused(@ForAll("salads") String text) {
    for (String name : List.of("a.yaml", "a.json")) {
      switch (read(text, name)) {
        case TreeFile.Result.Tree tree -> assertThat(tree.tree().shown()).isNotBlank();
        case TreeFile.Result.Refused refused -> assertThat(refused.problems()).isNotEmpty();
      }
    }
  }
}
