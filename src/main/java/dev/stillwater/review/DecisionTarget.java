package dev.stillwater.review;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.FindingKey;
import dev.stillwater.rules.Finding;
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
    return FindingKey.parse(text)
        .map(key -> new DecisionTarget(key.rule(), key.subject(), key.second()));
  }

  /// Whether it names one finding and not whatever there will be of a sort.
  boolean isExact() {
    return !rule.equals(ANY) && isExact(subject) && (second == null || isExact(second));
  }

  private static boolean isExact(String part) {
    return !part.equals(ANY) && !part.startsWith(TAG);
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
    return pattern.equals(ANY) || FindingKey.sameSubject(pattern, id);
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
