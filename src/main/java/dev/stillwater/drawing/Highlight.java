package dev.stillwater.drawing;

import java.util.Set;

/// The elements that stand out: the path of a finding, a neighbourhood.
///
/// @param ids of components and links
/// @param fadesRest whether everything else fades
public record Highlight(Set<String> ids, boolean fadesRest) {
  public static final Highlight NONE = new Highlight(Set.of(), false);
}
