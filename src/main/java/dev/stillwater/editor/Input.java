package dev.stillwater.editor;

/// What a person does, with the hit already resolved. Points are in units of the drawing.
public sealed interface Input {
  /// The pointer moves with no button down.
  record Move(Point at, Hit hit) implements Input {}

  /// The first button goes down.
  ///
  /// @param clicks 2 for the second press of a double click
  record Press(Point at, Hit hit, Keys keys, int clicks) implements Input {}

  /// The drawing itself is taken hold of: by the middle button, or by the first with space held.
  record Grab(Point at) implements Input {}

  /// The pointer moves with the button down.
  record Drag(Point at, Hit hit, Keys keys) implements Input {}

  /// The button goes up.
  record Release(Point at, Hit hit, Keys keys) implements Input {}

  /// Whatever is going on is to end as if it had never begun.
  record Cancel() implements Input {}

  /// One of the offered components is chosen.
  record Choose(int offer) implements Input {}

  /// The keys held down.
  record Keys(boolean shift, boolean control, boolean alt) {
    public static final Keys NONE = new Keys(false, false, false);

    /// Whether the selection is to be extended.
    public boolean extend() {
      return shift || control;
    }
  }
}
