package dev.stillwater.review;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which findings a decision speaks of: `RULE@SUBJECT[@SECOND]`. `*` stands for a whole part,
/// `tag:NAME` for every component with that tag and the links that touch one. Without a second part
/// every second subject is meant.
record DecisionTarget(String rule, String subject, @Nullable String second) {
  private static final String ANY = "*";
  private static final String TAG = "tag:";

  /// Reads the spelling; empty when it is none.
  static Optional<DecisionTarget> parse(String text) {
    List<String> parts = List.of(text.strip().split("@", -1));
    if (parts.size() < 2 || parts.size() > 3 || parts.stream().anyMatch(String::isBlank)) {
      return Optional.empty();
    }
    return Optional.of(
        new DecisionTarget(parts.get(0), parts.get(1), parts.size() == 3 ? parts.get(2) : null));
  }

  boolean covers(Finding finding, Design design) {
    return (rule.equals(ANY) || rule.equals(finding.rule().id()))
        && meets(subject, finding.subject(), finding, design)
        && (second == null
            || second.equals(ANY)
            || finding
                .secondSubject()
                .filter(id -> meets(second, id, finding, design))
                .isPresent());
  }

  private static boolean meets(String pattern, String id, Finding finding, Design design) {
    if (pattern.startsWith(TAG)) {
      return isTagged(id, pattern.substring(TAG.length()), finding, design);
    }
    return pattern.equals(ANY) || pattern.equals(id);
  }

  /// A subject of several members is tagged when all components that the finding concerns are.
  private static boolean isTagged(String id, String tag, Finding finding, Design design) {
    if (design.components().contains(id)) {
      return hasTag(id, tag, design);
    }
    return design
        .links()
        .find(id)
        .map(link -> hasTag(link.from(), tag, design) || hasTag(link.to(), tag, design))
        .orElseGet(() ->
            !design.journeys().contains(id)
                && !finding.components().isEmpty()
                && finding.components().stream().allMatch(part -> hasTag(part, tag, design)));
  }

  private static boolean hasTag(String component, String tag, Design design) {
    return design
        .components()
        .find(component)
        .flatMap((Component found) -> found.get(ComponentAttributes.TAGS))
        .filter(tags -> tags.contains(tag))
        .isPresent();
  }
}
