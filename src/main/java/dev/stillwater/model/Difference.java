package dev.stillwater.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one element differs between two versions of a design.
///
/// @param before as it was, in the words of the earlier version; null for what was added and for
///   the design itself
/// @param after as it is; null for what was removed and for the design itself
/// @param changes every value that differs and does not merely follow a rename, in the order of the
///   file
public record Difference(
    Sort sort,
    Kind kind,
    @Nullable Element<?> before,
    @Nullable Element<?> after,
    List<AttributeChange> changes) {
  public Difference {
    changes = List.copyOf(changes);
  }

  /// What sort of thing differs.
  public enum Sort implements Word {
    /// Name and description of the design, and top-level fields that this version does not know.
    DESIGN,
    SETTINGS,
    ZONE,
    COMPONENT,
    LINK,
    JOURNEY
  }

  /// In what way it differs.
  public enum Kind implements Word {
    ADDED,
    CHANGED,
    /// It has another id, keeps its ends and what it is; names and texts may differ.
    RENAMED,
    REMOVED
  }

  /// A stable name within one comparison: `component:order`; the earlier id, where it has one.
  public String key() {
    Element<?> element = before == null ? after : before;
    return element == null ? sort.word() : sort.word() + ":" + element.id();
  }

  /// The later id, or the only one; empty for the design itself and its settings.
  public String id() {
    Element<?> element = after == null ? before : after;
    return element == null ? "" : element.id();
  }

  /// The earlier id of what was renamed.
  public Optional<String> formerId() {
    return kind == Kind.RENAMED && before != null ? Optional.of(before.id()) : Optional.empty();
  }

  /// What people call it: a declared name, `order → email` for a link, `settings`.
  public String name() {
    Element<?> element = after == null ? before : after;
    return switch (element) {
      case null -> sort.word();
      case Component component -> component.name();
      case Link link -> link.from() + " → " + link.to();
      case Journey journey -> journey.name();
      case Zone zone -> zone.name();
    };
  }
}
