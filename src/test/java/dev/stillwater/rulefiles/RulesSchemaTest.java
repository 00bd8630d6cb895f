package dev.stillwater.rulefiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stillwater.io.TreeFile;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.testing.GoldenPresets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RulesSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(RulesSchema.text(), InputFormat.JSON);

  @TempDir Path folder;

  /// The example that the README shows.
  private static String example() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```yaml\nformat: stillwater-rules/1");
    return readme.substring(start + "```yaml\n".length(), readme.indexOf("\n```", start + 8) + 1);
  }

  private static List<?> errors(String yaml) {
    TreeFile.Result read = TreeFile.read(yaml.getBytes(StandardCharsets.UTF_8), "a.yaml");
    Object plain = ((TreeFile.Result.Tree) read).tree().plain().orElseThrow();
    return SCHEMA.validate(JSON.writeValueAsString(plain), InputFormat.JSON);
  }

  @Test
  void theExampleOfTheReadmeIsReadAndItsTestCasesPass() throws IOException {
    assertThat(errors(example())).isEmpty();
    RuleFiles.Loaded loaded = new FilesOf(folder).with("shop.rules.yaml", example()).load();
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.rules().own()).hasSize(1);
    assertThat(new RuleTests(loaded.files().getFirst(), loaded.rules(), GoldenPresets.ALL).run())
        .hasSize(2)
        .allMatch(RuleTests.Outcome::passed);
  }

  @Test
  void whatTheReaderRefusesTheSchemaRefuses() throws IOException {
    for (String[] change :
        new String[][] {
          {"id: TEAM-SLA-001", "id: REL-SLA-001"},
          {"severity: medium ", "severity: exact medium "},
          {"for: link", "for: links"},
          {"why:", "wy:"},
          {"edit: InsertQueue ", "edit: InsertQueues "},
          {"    off: true\n", ""},
          {"    reason: Replaced in June; see ADR 17.\n", ""},
          {"    off: true\n", "    settings: {grey: 3}\n"},
          {"    expect: silent\n", ""},
        }) {
      String changed = example().replace(change[0], change[1]);
      assertThat(changed).as(change[0]).isNotEqualTo(example());
      assertThat(errors(changed)).as(change[0]).isNotEmpty();
      assertThat(new FilesOf(folder).with("a.rules.yaml", changed).load().hasErrors())
          .as(change[0])
          .isTrue();
    }
  }

  @Test
  void closedSetsAreThoseOfTheProgram() {
    JsonNode definitions = JSON.readTree(RulesSchema.text()).path("$defs");
    List<String> settings =
        new ArrayList<>(Settings.TABLE.all().stream().map(Attribute::key).toList());
    settings.removeAll(
        List.of("grey", "mttr", "outage", "detection", "minShare", "unboundedAttempts"));
    assertThat(words(definitions.at("/override/properties/settings/propertyNames/enum")))
        .isEqualTo(settings);
    assertThat(words(definitions.at("/rule/properties/failure/enum")))
        .isEqualTo(Arrays.stream(FailureCategory.values()).map(FailureCategory::word).toList());
  }

  private static List<String> words(JsonNode list) {
    List<String> result = new ArrayList<>();
    list.forEach(node -> result.add(node.asString()));
    return result;
  }
}
