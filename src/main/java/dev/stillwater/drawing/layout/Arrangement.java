package dev.stillwater.drawing.layout;

/// How a drawing is to be arranged.
///
/// @param flow which way requests lead
/// @param room how far things stand apart
public record Arrangement(Flow flow, Room room) {
  public static final Arrangement USUAL = new Arrangement(Flow.RIGHT, Room.NORMAL);

  /// Which way requests lead.
  public enum Flow {
    RIGHT,
    DOWN
  }

  /// How far things stand apart.
  public enum Room {
    TIGHT(0.75),
    NORMAL(1),
    WIDE(1.5);

    private final double factor;

    Room(double factor) {
      this.factor = factor;
    }

    double factor() {
      return factor;
    }
  }

  public Arrangement with(Flow other) {
    return new Arrangement(other, room);
  }

  public Arrangement with(Room other) {
    return new Arrangement(flow, other);
  }
}
