package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.testing.AnyDocument;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The schema and the reader are made from the same tables by different hands: they agree.
class DesignSchemaProperties {
  @Provide
  Arbitrary<Document> documents() {
    return AnyDocument.documents();
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "null",
        "true",
        "false",
        "0",
        "1",
        "-1",
        "1.0",
        "1.5",
        "2e0",
        "0.5",
        "-0",
        "100",
        "1000000",
        "1000001",
        "2147483647",
        "2147483648",
        "1e12",
        "1e13",
        "1e15",
        "1e16",
        "1e18",
        "-1e18",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"3s\"",
        "\" 3 s \"",
        "\"3 min\"",
        "\"0s\"",
        "\"0.0ms\"",
        "\"00.50s\"",
        "\"none\"",
        "\"None\"",
        "\"3S\"",
        "\"3\"",
        "\"-3s\"",
        "\"1e3s\"",
        "\"1.2345678s\"",
        "\"true\"",
        "\"fixed\"",
        "\"write\"",
        "\"auto\"",
        "\"FIXED\"",
        "\"2026-01-31\"",
        "[]",
        "[\"a\"]",
        "[\"a\", \"\"]",
        "[1]",
        "[[]]",
        "{}",
        "{\"a\": 1}");
  }

  @Provide
  Arbitrary<Attribute<?>> ofComponents() {
    return Arbitraries.of(ComponentAttributes.TABLE.all());
  }

  @Provide
  Arbitrary<Attribute<?>> ofLinks() {
    return Arbitraries.of(LinkAttributes.TABLE.all());
  }

  @Provide
  Arbitrary<Attribute<?>> ofSettings() {
    return Arbitraries.of(Settings.TABLE.all());
  }

  @Property(seed = "20261129", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsValid(@ForAll("documents") Document document) {
    String text = new String(DesignJson.write(document), StandardCharsets.UTF_8);
    assertThat(DesignSchemaTest.errors(text)).describedAs(text).isEmpty();
  }

  private static void assertAgree(String key, String fields) {
    String text = "{\"format\": \"stillwater/1\", \"name\": \"n\", " + fields + "}";
    boolean opens =
        DesignJson.read(text.getBytes(StandardCharsets.UTF_8), "f", PresetsJson.shipped())
            instanceof ReadResult.Opened;
    assertThat(DesignSchemaTest.errors(text).isEmpty())
        .describedAs(key + ": " + text)
        .isEqualTo(opens);
  }

  @Property(seed = "20261129", tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void onComponents(
      @ForAll("ofComponents") Attribute<?> attribute, @ForAll("values") String value) {
    assertAgree(
        attribute.key(),
        "\"components\": [{\"id\": \"a\", \"kind\": \"queue\", \""
            + attribute.key()
            + "\": "
            + value
            + "}]");
  }

  @Property(seed = "20261129", tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void onLinks(@ForAll("ofLinks") Attribute<?> attribute, @ForAll("values") String value) {
    assertAgree(
        attribute.key(),
        "\"components\": [{\"id\": \"a\", \"kind\": \"service\"}],"
            + " \"links\": [{\"from\": \"a\", \"to\": \"a\", \""
            + attribute.key()
            + "\": "
            + value
            + "}]");
  }

  @Property(seed = "20261129", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void onSettings(@ForAll("ofSettings") Attribute<?> attribute, @ForAll("values") String value) {
    assertAgree(attribute.key(), "\"settings\": {\"" + attribute.key() + "\": " + value + "}");
  }
}
