package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Frame;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.model.ZoneKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Zones that are copied, cut, pasted and duplicated with what is in them.
class CopyingTest {
  private static Component in(String id, String... zones) {
    return new Component(id, ComponentKind.SERVICE).with(ComponentAttributes.ZONES, List.of(zones));
  }

  private static Document document() {
    Design design =
        Design.empty("shop")
            .with(new Zone("west").with(ZoneAttributes.KIND, ZoneKind.REGION))
            .with(new Zone("rack").with(ZoneAttributes.PARENT, "west"))
            .with(new Component("web", ComponentKind.CLIENT))
            .with(in("a", "rack"))
            .with(in("b", "west"))
            .with(new Link("web>a", "web", "a"))
            .with(new Link("a>b", "a", "b").with(LinkAttributes.RETRIES, 2));
    Layout layout =
        new Layout(
                Map.of(
                    "web", new Position(0, 0),
                    "a", new Position(400, 40),
                    "b", new Position(400, 160)))
            .withFrame("west", new Frame(380, 0, 240, 260))
            .withBends("a>b", List.of(new Position(460, 120)))
            .withCollapsed("rack", true);
    return Document.of(design).withLayout(layout);
  }

  @Test
  void aZoneIsCopiedWithWhatIsInItAsTextOfTheFileFormat() {
    Document part = Copying.zone(document(), "west");
    assertThat(part.design().components().ids()).containsExactly("a", "b");
    assertThat(part.design().zones().ids()).containsExactly("west", "rack");
    assertThat(part.design().links().ids()).containsExactly("a>b");
    String text = DesignJson.writeFragment(part.design(), part.layout());
    assertThat(DesignJson.readFragment(text, Presets.NONE))
        .isInstanceOfSatisfying(
            ReadResult.Opened.class,
            read -> {
              assertThat(read.document().layout()).isEqualTo(part.layout());
              assertThat(read.document().design().zones()).isEqualTo(part.design().zones());
            });
  }

  @Test
  void aDuplicateHasIdsZonesFrameAndCornersOfItsOwnBesideTheFirst() {
    Document before = document();
    Editing.Pasted pasted = Copying.pasted(before, Copying.zone(before, "west"));
    Design design = pasted.document().design();
    assertThat(pasted.selection()).isEqualTo(Selection.zone("west-2"));
    assertThat(design.zones().ids()).containsExactly("west", "rack", "west-2", "rack-2");
    assertThat(design.zones().get("rack-2").get(ZoneAttributes.PARENT)).contains("west-2");
    assertThat(design.zones().get("west-2").kind()).isEqualTo(ZoneKind.REGION);
    assertThat(design.components().get("a-2").get(ComponentAttributes.ZONES))
        .contains(List.of("rack-2"));
    assertThat(design.links().get("a-2>b-2").get(LinkAttributes.RETRIES)).contains(2);
    Layout layout = pasted.document().layout();
    Frame first = layout.frameOf("west").orElseThrow();
    Frame copy = layout.frameOf("west-2").orElseThrow();
    assertThat(copy.x()).isGreaterThanOrEqualTo(first.x() + first.width());
    int dx = copy.x() - first.x();
    assertThat(layout.of("a-2")).contains(new Position(400 + dx, 40));
    assertThat(layout.bendsOf("a-2>b-2")).containsExactly(new Position(460 + dx, 120));
    assertThat(layout.collapsed()).isEqualTo(Set.of("rack", "rack-2"));
    assertThat(pasted.document().withDesign(before.design()).layout()).isEqualTo(before.layout());
  }

  @Test
  void cuttingTakesEverythingInTheZoneAway() {
    Document rest = Copying.withoutZone(document(), "west");
    assertThat(rest.design().components().ids()).containsExactly("web");
    assertThat(rest.design().zones().isEmpty()).isTrue();
    assertThat(rest.design().links().isEmpty()).isTrue();
    assertThat(rest.layout()).isEqualTo(new Layout(Map.of("web", new Position(0, 0))));
    Editing.Pasted back = Copying.pasted(rest, Copying.zone(document(), "west"));
    assertThat(back.document().design().zones()).isEqualTo(document().design().zones());
    assertThat(back.document().layout().frames()).isEqualTo(document().layout().frames());
  }

  @Test
  void aCopyOfAnInnerZoneStaysInsideTheOuterOne() {
    Editing.Pasted pasted = Copying.pasted(document(), Copying.zone(document(), "rack"));
    assertThat(pasted.document().design().zones().get("rack-2").get(ZoneAttributes.PARENT))
        .contains("west");
  }
}
