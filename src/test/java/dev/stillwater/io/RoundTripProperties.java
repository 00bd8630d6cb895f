package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.testing.AnyDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripProperties {
  @Provide
  Arbitrary<Document> documents() {
    return AnyDocument.documents();
  }

  @Provide
  Arbitrary<Design> designs() {
    return AnyDocument.designs();
  }

  private static ReadResult.Opened opened(byte[] bytes) {
    ReadResult result = DesignJson.read(bytes, "any.design.json", PresetsJson.shipped());
    assertThat(result)
        .describedAs(() -> new String(bytes, StandardCharsets.UTF_8) + "\n" + result.problems())
        .isInstanceOf(ReadResult.Opened.class);
    return (ReadResult.Opened) result;
  }

  @Property(seed = "20261129", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadAgain(@ForAll("documents") Document document) {
    byte[] bytes = DesignJson.write(document);
    Document again = opened(bytes).document();
    assertThat(again.design().zones()).isEqualTo(document.design().zones());
    assertThat(again.design().components()).isEqualTo(document.design().components());
    assertThat(again.design().links()).isEqualTo(document.design().links());
    assertThat(again).isEqualTo(document);
    assertThat(DesignJson.write(again)).isEqualTo(bytes);
  }

  @Property(seed = "20261129", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfUnknownFieldsSurvives(@ForAll("documents") Document document) {
    Document again = opened(DesignJson.write(document)).document();
    assertThat(List.copyOf(again.design().unknown().keySet()))
        .isEqualTo(List.copyOf(document.design().unknown().keySet()));
  }

  @Property(seed = "20261129", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void nothingHiddenStandsInTheBytes(@ForAll("documents") Document document) {
    String text = new String(DesignJson.write(document), StandardCharsets.UTF_8);
    assertThat(text).endsWith("}\n");
    assertThat(text.replace("\n", "").chars())
        .noneMatch(c -> Character.getType(c) == Character.CONTROL || c == 0x202e);
  }

  @Property(seed = "20261129", tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatWasNotEditedComesBackByteForByte(@ForAll("documents") Document document) {
    byte[] spelledOtherwise =
        new String(DesignJson.write(document), StandardCharsets.UTF_8)
            .replace("\n", "\r\n ")
            .getBytes(StandardCharsets.UTF_8);
    ReadResult.Opened opened = opened(spelledOtherwise);
    assertThat(DesignJson.write(opened.document(), opened.source())).isEqualTo(spelledOtherwise);
    Document edited = opened.document().withDesign(opened.document().design().withName("edited"));
    assertThat(DesignJson.write(edited, opened.source())).isEqualTo(DesignJson.write(edited));
  }

  @Property(seed = "20261129", tries = 100, edgeCases = EdgeCasesMode.NONE)
  void fragmentsAreDesigns(@ForAll("designs") Design design) {
    String text = DesignJson.writeFragment(design, Layout.EMPTY);
    ReadResult result = DesignJson.readFragment(text, PresetsJson.shipped());
    assertThat(result).isInstanceOf(ReadResult.Opened.class);
    assertThat(((ReadResult.Opened) result).document().design()).isEqualTo(design);
  }
}
