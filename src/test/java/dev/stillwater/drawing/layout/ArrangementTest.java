package dev.stillwater.drawing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ArrangementTest {
  private static Component in(String id, String... zones) {
    Component component = new Component(id, ComponentKind.SERVICE);
    return zones.length == 0
        ? component
        : component.with(ComponentAttributes.ZONES, List.of(zones));
  }

  private static Design chain() {
    return Design.empty("chain")
        .with(in("a"))
        .with(in("b"))
        .with(in("c"))
        .with(new Link("a>b", "a", "b"))
        .with(new Link("b>c", "b", "c"));
  }

  private static Position at(Layout layout, String id) {
    return layout.of(id).orElseThrow();
  }

  @Test
  void requestsLeadWhereTheyShould() {
    Layout right = AutomaticLayout.arrange(chain());
    assertThat(at(right, "a").x()).isLessThan(at(right, "b").x());
    assertThat(at(right, "b").x()).isLessThan(at(right, "c").x());
    Layout down =
        AutomaticLayout.arrange(
            chain(), Arrangement.USUAL.with(Arrangement.Flow.DOWN), () -> false);
    assertThat(at(down, "a").y()).isLessThan(at(down, "b").y());
    assertThat(at(down, "b").y()).isLessThan(at(down, "c").y());
    assertThat(at(down, "a").x()).isEqualTo(at(down, "c").x());
  }

  @Test
  void roomIsWhatWasAskedFor() {
    int tight = width(Arrangement.Room.TIGHT);
    int normal = width(Arrangement.Room.NORMAL);
    int wide = width(Arrangement.Room.WIDE);
    assertThat(tight).isLessThan(normal);
    assertThat(normal).isLessThan(wide);
  }

  private static int width(Arrangement.Room room) {
    Layout layout = AutomaticLayout.arrange(chain(), Arrangement.USUAL.with(room), () -> false);
    return at(layout, "c").x() - at(layout, "a").x();
  }

  /// Two zones whose members call each other crosswise, in a region: each has one frame, and nobody
  /// else stands in it.
  @Test
  void whatLiesInAZoneStaysTogether() {
    Design design =
        Design.empty("zones")
            .with(new Zone("eu"))
            .with(new Zone("a").with(ZoneAttributes.PARENT, "eu"))
            .with(new Zone("b").with(ZoneAttributes.PARENT, "eu"))
            .with(in("web"))
            .with(in("a1", "a"))
            .with(in("b1", "b"))
            .with(in("a2", "a"))
            .with(in("b2", "b"))
            .with(in("bank"))
            .with(new Link("web>a1", "web", "a1"))
            .with(new Link("web>b1", "web", "b1"))
            .with(new Link("a1>b2", "a1", "b2"))
            .with(new Link("b1>a2", "b1", "a2"))
            .with(new Link("a2>bank", "a2", "bank"));
    Layout layout = AutomaticLayout.arrange(design);
    List<ZoneFrames.Frame> frames = ZoneFrames.of(design, layout);
    assertThat(frames).hasSize(3);
    assertThat(frames.getFirst().zones().getFirst().id()).isEqualTo("eu");
    var a = frames.get(1).box();
    var b = frames.get(2).box();
    assertThat(a.overlaps(b)).isFalse();
    assertThat(frames.getFirst().box().contains(a)).isTrue();
    assertThat(frames.getFirst().box().contains(b)).isTrue();
  }

  @Test
  void zonesThatContainEachOtherDoNoHarm() {
    Design design =
        chain()
            .with(new Zone("x").with(ZoneAttributes.PARENT, "y"))
            .with(new Zone("y").with(ZoneAttributes.PARENT, "x"))
            .with(in("a", "x"))
            .with(in("b", "y"))
            .with(in("c", "x", "y"));
    assertThat(AutomaticLayout.arrange(design).positions()).hasSize(3);
  }

  @Test
  void aLayoutIsCancelled() {
    Assertions.assertThatThrownBy(
            () -> AutomaticLayout.arrange(chain(), Arrangement.USUAL, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
