package dev.stillwater.model;

import java.util.function.UnaryOperator;

/// What a reviewer decided about one finding or many.
///
/// @param target `RULE@SUBJECT[@SECOND]`; `*` stands for a whole part, `tag:NAME` for a tag
/// @param attributes values out of [DecisionAttributes]
public record Decision(String target, Attributes attributes) {
  /// The same decision about the same elements under their later ids. One whose target is no
  /// [FindingKey] stays as it is.
  public Decision renamed(UnaryOperator<String> laterId) {
    return FindingKey.parse(target)
        .map(key -> key.renamed(laterId).toString())
        .filter(later -> !later.equals(target))
        .map(later -> new Decision(later, attributes))
        .orElse(this);
  }
}
