package dev.stillwater.model;

import java.time.LocalDate;

/// What can be declared of a decision, in the order of the file. Its dates are the only ones in a
/// file; the day of today is handed to the core as a value.
public final class DecisionAttributes {
  private static final String GENERAL = "General";

  public static final Attribute<DecisionKind> KIND =
      Attribute.of(
          "kind", new ValueType.Choice<>(DecisionKind.class), GENERAL, "Kind", "What was decided.");
  public static final Attribute<String> REASON =
      Attribute.of("reason", new ValueType.Text(true), GENERAL, "Reason", "Why.");
  public static final Attribute<String> AUTHOR =
      Attribute.of("author", new ValueType.Text(false), GENERAL, "Author", "Who decided.");
  public static final Attribute<LocalDate> DATE =
      Attribute.of("date", new ValueType.Day(), GENERAL, "Date", "When.");
  public static final Attribute<LocalDate> EXPIRES =
      Attribute.of("expires", new ValueType.Day(), GENERAL, "Expires", "The last day it holds.");
  public static final Attribute<String> TICKET =
      Attribute.of("ticket", new ValueType.Text(false), GENERAL, "Ticket", "Where work goes on.");
  public static final Attribute<String> FACTS =
      Attribute.of(
          "facts",
          new ValueType.Text(false),
          GENERAL,
          "Facts",
          "A hash of the numbers and the path when it was decided.");

  public static final AttributeTable TABLE =
      AttributeTable.of(KIND, REASON, AUTHOR, DATE, EXPIRES, TICKET, FACTS);

  private DecisionAttributes() {}
}
