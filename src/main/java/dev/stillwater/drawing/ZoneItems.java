package dev.stillwater.drawing;

import dev.stillwater.model.Zone;
import java.util.List;
import java.util.stream.Collectors;

/// The frame of a zone with its heading.
final class ZoneItems {
  private ZoneItems() {}

  static Item of(ZoneFrames.Frame frame, Detail detail) {
    Box box = frame.box();
    Box local = new Box(0, 0, box.width(), box.height());
    String name = frame.zones().stream().map(Zone::name).collect(Collectors.joining(" + "));
    String kind = frame.zones().getFirst().kind().word();
    Figure figure =
        new Figure.Builder()
            .panel(local, 12, Token.ZONE_FILL, new Stroke(Token.ZONE_LINE, 1, Stroke.Dash.BORDER))
            .build();
    Run heading = Run.in(name, 12, 17, box.width() - 24 - 60, Typeface.ZONE, Token.ZONE_TEXT);
    Run what = Run.in(kind, 12 + heading.width() + 6, 17, 60, Typeface.LINE, Token.MUTED);
    return Item.of(
        frame.zones().getFirst().id(),
        Item.Kind.ZONE,
        box.x(),
        box.y(),
        local,
        figure,
        detail == Detail.CARD ? List.of(heading, what) : List.of(),
        1,
        VisibleText.of(name) + " · " + kind);
  }
}
