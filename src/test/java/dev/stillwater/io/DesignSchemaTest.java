package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignSchemaTest {
  private static final Path RESOURCE =
      Path.of("src/main/resources/dev/stillwater/design.schema.json");

  static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(DesignSchema.text(), InputFormat.JSON);

  static List<Error> errors(String design) {
    return SCHEMA.validate(design, InputFormat.JSON);
  }

  /// The schema that users get is the one that the tables give. After a change of an attribute:
  /// `mvn test -Dtest=DesignSchemaTest -Dstillwater.update=true`.
  @Test
  void theCommittedSchemaIsUpToDate() throws IOException {
    if (Boolean.getBoolean("stillwater.update")) {
      Files.writeString(RESOURCE, DesignSchema.text());
    }
    assertThat(Files.readString(RESOURCE)).isEqualTo(DesignSchema.text());
    try (InputStream packed =
        DesignSchema.class.getResourceAsStream("/dev/stillwater/design.schema.json")) {
      assertThat(packed).isNotNull();
    }
  }

  @Test
  void isASchemaItself() throws IOException {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(DesignSchema.text(), InputFormat.JSON)).isEmpty();
    assertThat(DesignSchema.text()).endsWith("}\n").doesNotContain("\t");
  }

  @Test
  void takesADesignWithEverythingAndWithFieldsToCome() {
    assertThat(errors(DesignJsonTest.SHOP)).isEmpty();
  }

  @Test
  void takesDesignsFromElsewhere() throws IOException {
    List<Path> files =
        Stream.of("fixtures", "fixtures/cases")
            .flatMap(folder -> SharedFiles.find(folder).stream())
            .flatMap(DesignSchemaTest::list)
            .filter(file -> file.toString().endsWith(".design.json"))
            .toList();
    Assumptions.assumeFalse(files.isEmpty(), "no shared folder");
    for (Path file : files) {
      assertThat(errors(Files.readString(file))).describedAs(file.toString()).isEmpty();
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\": \"sevice\"",
        "\"kind\": \"service\", \"replicas\": 0",
        "\"kind\": \"service\", \"replicas\": 1.5",
        "\"kind\": \"service\", \"replicas\": \"4\"",
        "\"kind\": \"service\", \"p99\": 40",
        "\"kind\": \"service\", \"p99\": \"40 seconds\"",
        "\"kind\": \"queue\", \"retention\": \"0s\"",
        "\"kind\": \"queue\", \"retention\": \"0.0 min\"",
        "\"kind\": \"service\", \"availability\": 99.95",
        "\"kind\": \"service\", \"zones\": \"eu\"",
        "\"kind\": \"service\", \"zones\": [\" \"]",
        "\"kind\": \"service\", \"alarms\": \"yes\"",
        "\"kind\": \"service\", \"owner\": null",
        "\"name\": \"no kind\""
      })
  void refusesWhatTheReaderRefuses(String fields) {
    String design =
        "{\"format\": \"stillwater/1\", \"name\": \"n\", \"components\": [{\"id\": \"a\", "
            + fields
            + "}]}";
    assertThat(errors(design)).isNotEmpty();
    assertThat(DesignJson.read(design.getBytes(StandardCharsets.UTF_8), "f", PresetsJson.shipped()))
        .isInstanceOf(ReadResult.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"components\": [{\"id\": \"a b\", \"kind\": \"queue\"}]",
        "\"components\": [{\"kind\": \"queue\"}]",
        "\"components\": [5]",
        "\"components\": {}",
        "\"links\": [{\"from\": \"a\"}]",
        "\"journeys\": [{\"id\": \"j\"}]",
        "\"journeys\": [{\"id\": \"j\", \"path\": []}]",
        "\"journeys\": [{\"id\": \"j\", \"path\": [\"x\"], \"entry\": \"x\"}]",
        "\"layout\": {\"a\": [1]}",
        "\"layout\": {\"a\": [1.5, 2]}",
        "\"bends\": {\"a\": []}",
        "\"bends\": {\"a\": [[1, 2, 3]]}",
        "\"frames\": {\"z\": [1, 2, 3]}",
        "\"frames\": {\"z\": [1, 2, 3, 0]}",
        "\"collapsed\": {\"z\": true}",
        "\"collapsed\": [\"z\", 1]",
        "\"settings\": {\"chain\": 0}",
        "\"decisions\": [{\"kind\": \"accepted\"}]",
        "\"decisions\": [{\"target\": \"x\", \"date\": \"31.1.2026\"}]",
        "\"scenarios\": [{\"name\": \"s\", \"load\": [{\"shape\": \"spiky\"}]}]",
        "\"format\": \"other/1\""
      })
  void refusesWhatIsWrongElsewhere(String field) {
    String design =
        field.startsWith("\"format\"")
            ? "{\"name\": \"n\", " + field + "}"
            : "{\"format\": \"stillwater/1\", \"name\": \"n\", " + field + "}";
    assertThat(errors(design)).isNotEmpty();
    assertThat(DesignJson.read(design.getBytes(StandardCharsets.UTF_8), "f", PresetsJson.shipped()))
        .isInstanceOf(ReadResult.Refused.class);
  }
}
