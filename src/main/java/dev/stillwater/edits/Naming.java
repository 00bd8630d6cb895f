package dev.stillwater.edits;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;

/// The ids of what an edit adds, made from the ids of what it stands for: `mail` gets `mail-queue`.
final class Naming {
  /// Leaves room for a suffix and for a number behind it.
  private static final int LONGEST_STEM = 80;

  private Naming() {}

  /// What a link is called by: its id, or both ends where it has none of its own.
  static String stem(Link link) {
    return link.id().equals(Link.impliedId(link.from(), link.to()))
        ? link.from() + "-" + link.to()
        : link.id();
  }

  /// A free id: the stem with a suffix.
  static String component(Design design, String stem, String suffix) {
    return design.freeId(cut(stem) + "-" + suffix);
  }

  /// A free id for a link between two components: the one that files need not spell out.
  static String link(Design design, String from, String to) {
    String implied = Link.impliedId(from, to);
    return design.freeId(Ids.legal(implied) ? implied : cut(implied));
  }

  /// Whether another component, or any link, names this one as its dead-letter queue or leads to
  /// it.
  static boolean isNamed(Design design, String deadLetters, String owner) {
    return design.components().stream()
            .filter(other -> !other.id().equals(owner))
            .anyMatch(
                other -> other.get(ComponentAttributes.DLQ).filter(deadLetters::equals).isPresent())
        || design.links().stream()
            .anyMatch(link ->
                link.touches(deadLetters)
                    || link.get(LinkAttributes.DLQ).filter(deadLetters::equals).isPresent());
  }

  private static String cut(String stem) {
    return stem.codePointCount(0, stem.length()) <= LONGEST_STEM
        ? stem
        : stem.substring(0, stem.offsetByCodePoints(0, LONGEST_STEM));
  }
}
