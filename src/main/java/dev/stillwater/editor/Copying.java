package dev.stillwater.editor;

import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Index;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Zones that are taken along with what is in them, and where copies come to stand.
public final class Copying {
  /// How far a copy stands off from what it was copied from.
  private static final int OFFSET = 24;

  private static final int MOST_STEPS = 100;

  private Copying() {}

  /// A zone with the zones inside, the components of all of them and the links between those, as a
  /// document of its own, with frames, corners, and which of them are collapsed.
  public static Document zone(Document document, String zone) {
    Design design = document.design();
    Document members =
        Editing.fragment(document, Selection.ofComponents(Zoning.members(design, zone)));
    Set<String> ids = zones(design, zone);
    List<Zone> zones = design.zones().stream().filter(it -> ids.contains(it.id())).toList();
    Design part = members.design().withZones(Index.of(zones));
    return Document.of(part).withLayout(document.layout().restrictedTo(part));
  }

  private static Set<String> zones(Design design, String zone) {
    Set<String> ids = new HashSet<>(Zoning.inside(design, zone));
    ids.add(zone);
    return ids;
  }

  /// Without a zone, the zones inside it, and all components that are in any of them.
  public static Document withoutZone(Document document, String zone) {
    Design design = document.design();
    Document without =
        Editing.delete(document, Selection.ofComponents(Zoning.members(design, zone)));
    return without.withDesign(
        without
            .design()
            .withZones(without.design().zones().without(List.copyOf(zones(design, zone)))));
  }

  /// With a part added where it lies on nothing that is there: a step aside, a zone beside
  /// everything that it would cover.
  public static Editing.Pasted pasted(Document document, Document fragment) {
    if (fragment.design().zones().isEmpty()) {
      int offset = freeOffset(document, fragment);
      return Editing.paste(document, fragment, offset, offset);
    }
    return Editing.paste(document, fragment, freeShift(document, fragment), 0);
  }

  private static int freeOffset(Document document, Document fragment) {
    Set<Position> taken = Set.copyOf(document.layout().positions().values());
    int offset = 0;
    while (offset < MOST_STEPS * OFFSET && covers(fragment, taken, offset)) {
      offset += OFFSET;
    }
    return offset;
  }

  private static boolean covers(Document fragment, Set<Position> taken, int shift) {
    return fragment.layout().positions().values().stream()
        .anyMatch(at -> taken.contains(at.plus(shift, shift)));
  }

  /// How far to the right the frames of a part have to move to cover no card and no frame.
  private static int freeShift(Document document, Document fragment) {
    Layout layout = fragment.layout().expanded();
    List<Box> moving = new ArrayList<>(frames(fragment.design(), layout));
    layout.positions().values().forEach(at -> moving.add(Box.card(at)));
    List<Box> there = new ArrayList<>(frames(document.design(), document.layout().expanded()));
    document.layout().positions().values().forEach(at -> there.add(Box.card(at)));
    int shift = 0;
    boolean again = true;
    for (int step = 0; again && step < MOST_STEPS; step++) {
      again = false;
      for (Box box : moving) {
        for (Box other : there) {
          if (other.overlaps(new Box(box.x() + shift, box.y(), box.width(), box.height()))) {
            shift = Point.snap(other.x() + other.width() - box.x()) + OFFSET;
            again = true;
          }
        }
      }
    }
    return shift;
  }

  private static List<Box> frames(Design design, Layout layout) {
    return ZoneFrames.of(design, layout).stream()
        .map(frame ->
            new Box(frame.box().x(), frame.box().y(), frame.box().width(), frame.box().height()))
        .toList();
  }
}
