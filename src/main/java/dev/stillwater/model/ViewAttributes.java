package dev.stillwater.model;

import java.util.List;

/// What a named view of the drawing says, in the order of the file.
public final class ViewAttributes {
  private static final String GENERAL = "General";
  private static final int FARTHEST = 100_000_000;

  public static final Attribute<String> SHOW =
      Attribute.of(
          "show",
          new ValueType.Text(false),
          GENERAL,
          "Show",
          "What is looked for: owner:pay, kind:queue, journey:place-order.");

  public static final Attribute<String> PLACE_OF =
      Attribute.of(
          "id",
          new ValueType.Text(false),
          GENERAL,
          "Component",
          "The component that stands there.");
  public static final Attribute<Integer> PLACE_X =
      Attribute.of("x", new ValueType.Whole(-FARTHEST, FARTHEST), GENERAL, "x", "Its left edge.");
  public static final Attribute<Integer> PLACE_Y =
      Attribute.of("y", new ValueType.Whole(-FARTHEST, FARTHEST), GENERAL, "y", "Its upper edge.");

  /// A component that stands elsewhere than in the whole drawing.
  public static final AttributeTable PLACE = AttributeTable.of(PLACE_OF, PLACE_X, PLACE_Y);

  public static final Attribute<List<Attributes>> PLACES =
      Attribute.of(
          "places",
          new ValueType.Entries(PLACE),
          GENERAL,
          "Places",
          "Where components stand in this view; elsewhere as in the whole drawing.");

  public static final AttributeTable TABLE = AttributeTable.of(SHOW, PLACES);

  private ViewAttributes() {}
}
