package dev.stillwater.model;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reviewer decided about one finding or many.
///
/// @param target `RULE@SUBJECT[@SECOND]`; `*` stands for a whole part, `tag:NAME` for a tag
/// @param attributes values out of [DecisionAttributes]
public record Decision(String target, Attributes attributes) {
  /// The facts begin with a severity, which is no id.
  private static final String AFTER_SEVERITY = " | ";

  /// A run of the characters that an id may have, without what ends a sentence.
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}._>:-]*[\\p{L}\\p{M}\\p{N}_]");

  /// The same decision about the same elements under their later ids: its target and the facts it
  /// was based on. One whose target is no [FindingKey] stays as it is.
  public Decision renamed(UnaryOperator<String> laterId) {
    FindingKey key = FindingKey.parse(target).orElse(null);
    if (key == null) {
      return this;
    }
    String later = key.renamed(laterId).toString();
    Attributes facts =
        attributes
            .get(DecisionAttributes.FACTS)
            .map(text -> attributes.with(DecisionAttributes.FACTS, renamed(text, laterId)))
            .orElse(attributes);
    return later.equals(target) && facts.equals(attributes) ? this : new Decision(later, facts);
  }

  private static String renamed(String facts, UnaryOperator<String> laterId) {
    int start = facts.indexOf(AFTER_SEVERITY);
    if (start < 0) {
      return facts;
    }
    StringBuilder result = new StringBuilder(facts.substring(0, start));
    Matcher word = WORD.matcher(facts.substring(start));
    while (word.find()) {
      word.appendReplacement(result, Matcher.quoteReplacement(laterId.apply(word.group())));
    }
    return word.appendTail(result).toString();
  }
}
