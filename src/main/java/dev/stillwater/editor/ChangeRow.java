package dev.stillwater.editor;

import dev.stillwater.model.AttributeChange;
import dev.stillwater.model.Difference;
import dev.stillwater.model.DocumentDiff;
import dev.stillwater.model.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One difference between two documents as a line of a list.
///
/// @param kind in what way; a sign and a word say it, not a colour alone
/// @param what the sort of thing: `component`
/// @param detail the values that differ: `Timeout 2s → 250ms`; may be empty
/// @param before the id in the earlier document, of a component or link
/// @param after the id in the later document, of a component or link
public record ChangeRow(
    Difference.Kind kind,
    String what,
    String name,
    String detail,
    Optional<String> before,
    Optional<String> after) {
  /// What stands before the line: `+`, `−`, `~` or `→`.
  public String mark() {
    return mark(kind);
  }

  public static String mark(Difference.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "~";
      case RENAMED -> "→";
    };
  }

  /// As one line of text: `~ link order → mail: Timeout 2s → 250ms`.
  public String text() {
    String named = name.equals(what) ? what : what + " " + name;
    return mark() + " " + named + (detail.isEmpty() ? "" : ": " + detail);
  }

  public static List<ChangeRow> of(DocumentDiff diff) {
    List<ChangeRow> rows = new ArrayList<>();
    for (Difference difference : diff.design().differences()) {
      rows.add(
          new ChangeRow(
              difference.kind(),
              difference.sort().word(),
              difference.name(),
              detail(difference),
              drawn(difference).map(d -> d.before()).map(e -> e.id()),
              drawn(difference).map(d -> d.after()).map(e -> e.id())));
    }
    for (DocumentDiff.DecisionChange decision : diff.decisions()) {
      rows.add(plain(decision.kind(), "decision", decision.target(), texts(decision.changes())));
    }
    for (String scenario : diff.scenarios()) {
      rows.add(plain(Difference.Kind.CHANGED, "scenario", scenario, ""));
    }
    if (!diff.moved().isEmpty()) {
      int most = 5;
      rows.add(
          plain(
              Difference.Kind.CHANGED,
              "layout",
              Figures.count(diff.moved().size(), "component") + " moved",
              diff.moved().stream().limit(most).collect(Collectors.joining(", "))
                  + (diff.moved().size() > most ? " …" : "")));
    }
    return rows;
  }

  private static ChangeRow plain(Difference.Kind kind, String what, String name, String detail) {
    return new ChangeRow(kind, what, name, detail, Optional.empty(), Optional.empty());
  }

  private static Optional<Difference> drawn(Difference difference) {
    return Optional.of(difference)
        .filter(d -> d.sort() == Difference.Sort.COMPONENT || d.sort() == Difference.Sort.LINK);
  }

  private static String detail(Difference difference) {
    String changes = texts(difference.changes());
    return difference
        .formerId()
        .map(id -> "was " + id + (changes.isEmpty() ? "" : ", " + changes))
        .orElse(changes);
  }

  private static String texts(List<AttributeChange> changes) {
    return changes.stream().map(AttributeChange::text).collect(Collectors.joining(", "));
  }

  /// How many of which kind: `2 added, 1 changed`; `nothing differs` for none.
  public static String summary(List<ChangeRow> rows) {
    List<String> parts = new ArrayList<>();
    for (Difference.Kind kind : Difference.Kind.values()) {
      long count = rows.stream().filter(row -> row.kind() == kind).count();
      if (count > 0) {
        parts.add(count + " " + kind.word());
      }
    }
    return parts.isEmpty() ? "nothing differs" : String.join(", ", parts);
  }
}
