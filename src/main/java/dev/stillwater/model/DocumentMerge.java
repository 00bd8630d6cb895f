package dev.stillwater.model;

import java.util.List;
import java.util.function.Function;

/// Two edited versions of a document put together from what both began with.
///
/// Elements are told apart by id, and within an element every value stands for itself: what only
/// one side changed is taken, what both changed alike is taken once. A conflict is a value that
/// both changed to different ones, an element that one side removed and the other changed, and an
/// element that one side removed and the other came to need. Nothing is dropped silently: until
/// somebody chooses, mine holds for values, and what one side still wants stays.
public final class DocumentMerge {
  /// Whose version.
  public enum Side implements Word {
    MINE,
    THEIRS
  }

  /// Something that the two sides do not agree on.
  ///
  /// @param sort of the element: `component`; `design` for what belongs to no element
  /// @param id of the element; empty for the design
  /// @param label of the value for people: `Timeout`; empty where the whole element is concerned
  /// @param base what both began with, for people
  /// @param mine what I made of it; `removed` for nothing
  /// @param theirs what they made of it
  public record Conflict(
      String sort, String id, String label, String base, String mine, String theirs) {
    /// What tells conflicts of one merge apart.
    public String key() {
      return sort + ":" + id + ":" + label;
    }
  }

  /// What a side made of an element that it removed.
  static final String REMOVED = "removed";

  private DocumentMerge() {}

  /// What came of it.
  ///
  /// @param document complete and legal, with the choices made
  /// @param conflicts all of them, in the order of the file, also those that were chosen
  public record Merged(Document document, List<Conflict> conflicts) {
    public Merged {
      conflicts = List.copyOf(conflicts);
    }
  }

  /// The merge with nothing chosen yet: mine where both changed a value, and an element stays where
  /// only one side removed it.
  public static Merged of(Document base, Document mine, Document theirs) {
    return of(base, mine, theirs, DocumentMerge::kept);
  }

  /// The side that holds until somebody chooses: the one that loses nothing.
  public static Side kept(Conflict conflict) {
    boolean removed = conflict.label().isEmpty() && conflict.mine().equals(REMOVED);
    return removed ? Side.THEIRS : Side.MINE;
  }

  /// The merge with every conflict decided by somebody.
  public static Merged of(
      Document base, Document mine, Document theirs, Function<Conflict, Side> choose) {
    ValueMerge values = new ValueMerge(choose);
    Document document = merged(base, mine, theirs, values);
    return new Merged(document, values.conflicts());
  }

  private static Document merged(Document base, Document mine, Document theirs, ValueMerge values) {
    Design design = merged(base.design(), mine.design(), theirs.design(), values);
    Layout layout = new LayoutMerge(base, mine, theirs, values).of(design);
    EntryMerge entries = new EntryMerge(base, mine, theirs, values);
    return new Document(design, layout, entries.scenarios(), entries.decisions(), entries.views());
  }

  private static Design merged(Design b, Design m, Design t, ValueMerge values) {
    ElementMerge.Unwanted unwanted = new ElementMerge.Unwanted();
    ElementMerge elements = new ElementMerge(values, unwanted);
    Index<Zone> zones = elements.zones(b, m, t);
    Index<Component> components = elements.components(b, m, t);
    Index<Link> links = elements.links(b, m, t);
    Index<Journey> journeys = elements.journeys(b, m, t);
    Design merged =
        new Design(
            values.value("design", "", "Name", b.name(), m.name(), t.name()),
            values.value(
                "design", "", "Description", b.description(), m.description(), t.description()),
            values.attributes("settings", "", b.settings(), m.settings(), t.settings()),
            zones,
            components,
            links,
            journeys,
            values.unknown("design", "", b.unknown(), m.unknown(), t.unknown()));
    Design complete = new LostElements(m, t, values, unwanted).complete(merged);
    return unwanted.takenFrom(complete);
  }
}
