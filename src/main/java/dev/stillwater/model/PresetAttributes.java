package dev.stillwater.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What stands in a file of presets for each of them, in the order of the file: where its values
/// come from, and then those values, which are attributes of a component.
public final class PresetAttributes {
  private static final String GENERAL = "General";

  public static final Attribute<String> TITLE =
      Attribute.of("title", new ValueType.Text(false), GENERAL, "Title", "The product's name.");
  public static final Attribute<ComponentKind> KIND =
      Attribute.of(
          "kind",
          new ValueType.Choice<>(ComponentKind.class),
          GENERAL,
          "Kind",
          "What a component with this preset usually is.");
  public static final Attribute<String> SOURCE =
      Attribute.of(
          "source", new ValueType.Text(false), GENERAL, "Source", "Where the values stand.");
  public static final Attribute<LocalDate> DATE =
      Attribute.of("date", new ValueType.Day(), GENERAL, "Date", "The day they were read.");
  public static final Attribute<Boolean> VERIFIED =
      Attribute.of(
              "verified",
              new ValueType.Flag(),
              GENERAL,
              "Verified",
              "False where a value comes from a secondary source.")
          .byDefault(false);

  public static final AttributeTable TABLE = table();

  private PresetAttributes() {}

  private static AttributeTable table() {
    List<Attribute<?>> all = new ArrayList<>(List.of(TITLE, KIND, SOURCE, DATE, VERIFIED));
    all.addAll(ComponentAttributes.TABLE.all());
    return new AttributeTable(all);
  }
}
