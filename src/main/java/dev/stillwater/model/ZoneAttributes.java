package dev.stillwater.model;

/// What can be declared of a zone, in the order of the file.
public final class ZoneAttributes {
  private static final String GENERAL = "General";

  public static final Attribute<ZoneKind> KIND =
      Attribute.of(
              "kind",
              new ValueType.Choice<>(ZoneKind.class),
              GENERAL,
              "Kind",
              "What kind of boundary it is.")
          .byDefault(ZoneKind.AZ);

  /// Not a reference: a parent that no zone declares is a region.
  public static final Attribute<String> PARENT =
      Attribute.of(
          "parent", new ValueType.Text(false), GENERAL, "Parent", "The zone that it lies in.");

  public static final Attribute<String> NAME =
      Attribute.of("name", new ValueType.Text(false), GENERAL, "Name", "What people call it.");
  public static final Attribute<String> NOTES =
      Attribute.of(
          "notes", new ValueType.Text(true), GENERAL, "Notes", "What reviewers say of it.");
  public static final Attribute<String> URL =
      Attribute.of(
          "url", new ValueType.Text(false), GENERAL, "Link", "A ticket, runbook or decision.");

  public static final AttributeTable TABLE = AttributeTable.of(KIND, PARENT, NAME, NOTES, URL);

  private ZoneAttributes() {}
}
