package dev.stillwater.edits;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Links as they are once the values hold that an edit declares, so that a guard sees what belongs
/// together: a retry and the token that makes it harmless.
final class DeclaredLinks {
  private DeclaredLinks() {}

  /// The links of which an edit declares a value, with everything else that it declares of them, in
  /// the order of the edit.
  static List<Link> setting(Attribute<?> attribute, Edit edit, Design design) {
    if (!declares(edit, attribute)) {
      return List.of();
    }
    List<SetAttribute<?>> parts = new ArrayList<>();
    gather(edit, parts);
    Map<String, Link> result = new LinkedHashMap<>();
    for (SetAttribute<?> part : parts) {
      if (part.attribute() == attribute && part.value() != null) {
        design.links().find(part.element()).ifPresent(link -> result.put(link.id(), link));
      }
    }
    if (!result.isEmpty()) {
      parts.forEach(
          part -> result.computeIfPresent(part.element(), (id, link) -> with(link, part)));
    }
    return List.copyOf(result.values());
  }

  /// Most edits declare something else: guards ask often.
  private static boolean declares(Edit edit, Attribute<?> attribute) {
    if (edit instanceof Bundle bundle) {
      for (Edit part : bundle.parts()) {
        if (declares(part, attribute)) {
          return true;
        }
      }
    }
    return edit instanceof SetAttribute<?> set && set.attribute() == attribute;
  }

  private static void gather(Edit edit, List<SetAttribute<?>> into) {
    if (edit instanceof Bundle bundle) {
      bundle.parts().forEach(part -> gather(part, into));
    } else if (edit instanceof SetAttribute<?> set) {
      into.add(set);
    }
  }

  private static <T> Link with(Link link, SetAttribute<T> part) {
    return link.withAttributes(link.attributes().set(part.attribute(), part.value()));
  }
}
