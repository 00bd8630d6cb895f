package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutReaderTest {
  private static final String BENT =
      """
      {
        "format": "stillwater/1",
        "name": "Bent",
        "zones": [
          {"id": "a"}
        ],
        "components": [
          {"id": "order", "kind": "service", "zones": ["a"]},
          {"id": "email", "kind": "service"}
        ],
        "links": [
          {"id": "mail", "from": "order", "to": "email"}
        ],
        "layout": {
          "order": [0, 0],
          "email": [400, 200]
        },
        "bends": {
          "mail": [[200, 28], [200, 120], [320, 120], [320, 228]]
        },
        "frames": {
          "a": [-40, -60, 260, 180]
        }
      }
      """;

  private static ReadResult read(String text) {
    return DesignJson.read(
        text.getBytes(StandardCharsets.UTF_8), "bent.design.json", PresetsJson.shipped());
  }

  private static Document document(String text) {
    return ((ReadResult.Opened) read(text)).document();
  }

  @Test
  void bendsAndFramesAreReadAndWrittenAsTheyWere() {
    Document document = document(BENT);
    assertThat(document.layout().bendsOf("mail"))
        .containsExactly(
            new Layout.Position(200, 28),
            new Layout.Position(200, 120),
            new Layout.Position(320, 120),
            new Layout.Position(320, 228));
    assertThat(document.layout().frameOf("a")).contains(new Layout.Frame(-40, -60, 260, 180));
    assertThat(new String(DesignJson.write(document), StandardCharsets.UTF_8))
        .isEqualTo(BENT.replace("  \"layout\"", "  \"journeys\": [],\n  \"layout\""));
    assertThat(DesignSchemaTest.errors(BENT)).isEmpty();
  }

  @Test
  void bendsGoWithTheirLinkAndWithItsEnds() {
    Document document = document(BENT);
    assertThat(document.withDesign(document.design().without(List.of(), List.of("mail"))).layout())
        .extracting(Layout::bends)
        .isEqualTo(java.util.Map.of());
    var reversed =
        document.design().with(document.design().links().get("mail").between("email", "order"));
    assertThat(document.withDesign(reversed).layout().bends()).isEmpty();
    assertThat(document.withDesign(document.design().withName("Other")).layout())
        .isEqualTo(document.layout());
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    String wrong =
        BENT.replace("[[200, 28], [200, 120], [320, 120], [320, 228]]", "[[200, 28], 5]")
            .replace("[-40, -60, 260, 180]", "[0, 0, 260, 0]");
    assertThat(read(wrong)).isInstanceOf(ReadResult.Refused.class);
    assertThat(((ReadResult.Refused) read(wrong)).problems().stream().map(Object::toString))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains(
                        "expected corners such as [[120, 80], [120, 200]], found 5 in the list"),
            second ->
                assertThat(second)
                    .contains(
                        "expected x, y, width and height such as [0, 0, 400, 240], found one"
                            + " without an area"));
  }

  @Test
  void collapsedZonesAreAListOfTheirIds() {
    String text = BENT.strip();
    String collapsed = text.substring(0, text.length() - 2) + ",\n  \"collapsed\": [%s]\n}\n";
    Document document = document(collapsed.formatted("\"a\""));
    assertThat(document.layout().collapsed()).containsExactly("a");
    assertThat(new String(DesignJson.write(document), StandardCharsets.UTF_8))
        .endsWith("\"collapsed\": [\n    \"a\"\n  ]\n}\n");
    assertThat(((ReadResult.Refused) read(collapsed.formatted("\"a\", 5"))).problems())
        .singleElement()
        .asString()
        .contains("expected the ids of zones such as [\"west\"], found 5 in the list");
    assertThat(document(collapsed.formatted("\"gone\"")).layout().collapsed())
        .as("one that the design does not have is kept in the file")
        .containsExactly("gone");
  }
}
