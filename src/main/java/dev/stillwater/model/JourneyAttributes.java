package dev.stillwater.model;

import java.util.List;

/// What can be declared of a journey, in the order of the file. It has exactly one of [#PATH] and
/// [#ENTRY].
public final class JourneyAttributes {
  private static final String GENERAL = "General";
  private static final String PROMISE = "Promise";

  public static final Attribute<String> NAME =
      Attribute.of("name", new ValueType.Text(false), GENERAL, "Name", "What people call it.");
  public static final Attribute<List<String>> PATH =
      Attribute.of(
          "path",
          new ValueType.Names("link ids"),
          GENERAL,
          "Path",
          "Its links in the order of interest; a walk of a tree, not always a chain.");
  public static final Attribute<String> ENTRY =
      Attribute.of(
          "entry",
          new ValueType.Reference(ValueType.Reference.Target.LINK),
          GENERAL,
          "Entry",
          "The link by which its requests come in; what follows from it is derived.");
  public static final Attribute<RealTimeClass> CLASS =
      Attribute.of(
              "class",
              new ValueType.Choice<>(RealTimeClass.class),
              PROMISE,
              "Real-time class",
              "How long somebody can wait.")
          .byDefault(RealTimeClass.UNKNOWN);
  public static final Attribute<Timespan> DEADLINE =
      Attribute.of(
          "deadline",
          new ValueType.Duration(false),
          PROMISE,
          "Deadline",
          "When an answer is worth nothing any more.");
  public static final Attribute<Double> SLO =
      Attribute.of(
          "slo",
          new ValueType.Real(Quantity.FRACTION, 0, 1),
          PROMISE,
          "Target",
          "The fraction of requests that must succeed.");
  public static final Attribute<Timespan> RTO =
      Attribute.of(
          "rto",
          new ValueType.Duration(true),
          PROMISE,
          "Recovery time",
          "How long it may be down after a disaster.");
  public static final Attribute<Timespan> RPO =
      Attribute.of(
          "rpo",
          new ValueType.Duration(true),
          PROMISE,
          "Recovery point",
          "How much of the latest data may be lost.");
  public static final Attribute<Importance> IMPORTANCE =
      Attribute.of(
              "importance",
              new ValueType.Choice<>(Importance.class),
              PROMISE,
              "Importance",
              "What its loss means.")
          .byDefault(Importance.NORMAL);
  public static final Attribute<String> NOTES =
      Attribute.of(
          "notes", new ValueType.Text(true), GENERAL, "Notes", "What reviewers say of it.");
  public static final Attribute<String> URL =
      Attribute.of(
          "url", new ValueType.Text(false), GENERAL, "Link", "A ticket, runbook or decision.");

  public static final AttributeTable TABLE =
      AttributeTable.of(NAME, PATH, ENTRY, CLASS, DEADLINE, SLO, RTO, RPO, IMPORTANCE, NOTES, URL);

  private JourneyAttributes() {}
}
