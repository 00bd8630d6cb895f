package dev.stillwater.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a finding is called, and what a decision targets: `RULE@SUBJECT[@SECOND]`. It speaks of
/// meaning, not of shapes: copies, positions and the order of a file do not change it.
///
/// A subject is the id of an element, or several ids: `a+b`, `caller -> callee`, `journey / zone`.
///
/// @param second what tells two findings about one subject apart; null for none
public record FindingKey(String rule, String subject, @Nullable String second) {
  /// No id has a space or a plus sign, so that these can only stand between two.
  private static final Pattern BETWEEN_IDS = Pattern.compile("\\+| -> | / ");

  /// Reads the spelling; empty when it is none.
  public static Optional<FindingKey> parse(String text) {
    List<String> parts = List.of(text.strip().split("@", -1));
    if (parts.size() < 2 || parts.size() > 3 || parts.stream().anyMatch(String::isBlank)) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingKey(parts.get(0), parts.get(1), parts.size() == 3 ? parts.get(2) : null));
  }

  public Optional<String> secondSubject() {
    return Optional.ofNullable(second);
  }

  /// The same key when elements are called otherwise.
  public FindingKey renamed(UnaryOperator<String> laterId) {
    return new FindingKey(
        rule, renamed(subject, laterId), second == null ? null : renamed(second, laterId));
  }

  private static String renamed(String subject, UnaryOperator<String> laterId) {
    Matcher between = BETWEEN_IDS.matcher(subject);
    StringBuilder result = new StringBuilder();
    int start = 0;
    while (between.find()) {
      result.append(laterId.apply(subject.substring(start, between.start())));
      result.append(between.group());
      start = between.end();
    }
    return result.append(laterId.apply(subject.substring(start))).toString();
  }

  /// The ids that a subject consists of.
  public static List<String> members(String subject) {
    return List.of(BETWEEN_IDS.split(subject, -1));
  }

  /// Whether two subjects are the same elements: members joined by `+` in any order.
  public static boolean sameSubject(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    return a.length() == b.length()
        && a.indexOf('+') > 0
        && List.of(a.split("\\+", -1)).stream()
            .sorted()
            .toList()
            .equals(List.of(b.split("\\+", -1)).stream().sorted().toList());
  }

  /// With members joined by `+` in one order, so that equal keys mean the same.
  public FindingKey normal() {
    return subject.indexOf('+') < 0
        ? this
        : new FindingKey(
            rule,
            String.join("+", List.of(subject.split("\\+", -1)).stream().sorted().toList()),
            second);
  }

  @Override
  public String toString() {
    return rule + "@" + subject + (second == null ? "" : "@" + second);
  }
}
