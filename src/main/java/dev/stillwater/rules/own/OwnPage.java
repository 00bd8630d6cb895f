package dev.stillwater.rules.own;

import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RulePage;
import java.util.List;
import java.util.Optional;

/// What an own rule says of itself, in the sections that every rule has.
///
/// @param applies the first condition; empty where there is none
/// @param file the file that it stands in
record OwnPage(
    RuleInfo info,
    Sort sort,
    String why,
    String applies,
    String violated,
    Optional<String> falsePositive,
    List<Remedy> remedies,
    List<String> reading,
    String file) {
  RulePage page() {
    StringBuilder text = new StringBuilder("# " + info.title() + "\n");
    section(text, RulePage.WHY, why);
    section(text, RulePage.DETECTION, detection());
    falsePositive.ifPresent(it -> section(text, RulePage.FALSE_POSITIVE, it));
    section(text, RulePage.REMEDY, remedy());
    String verify = verify();
    if (!verify.isEmpty()) {
      section(text, RulePage.VERIFY, verify);
    }
    if (!reading.isEmpty()) {
      section(text, RulePage.READING, "* " + String.join("\n* ", reading));
    }
    return RulePage.parse(info.id(), text.toString());
  }

  private static void section(StringBuilder into, String heading, String text) {
    into.append("\n## ").append(heading).append("\n\n").append(text.strip()).append('\n');
  }

  private String detection() {
    String condition =
        applies.isEmpty()
            ? "The rule applies to every " + sort.word() + "."
            : "The rule applies to every "
                + sort.word()
                + " of which this is true:\n\n"
                + code(applies);
    return condition
        + "\n\nIt is violated when this is true:\n\n"
        + code(violated)
        + "\n\n"
        + "Where something undeclared keeps the first from being known, the rule does not apply;"
        + " where it keeps the second, the rule says that it cannot judge. The rule stands in "
        + file
        + ".";
  }

  private static String code(String expression) {
    return "```\n" + expression + "\n```";
  }

  private String remedy() {
    if (remedies.isEmpty()) {
      return "The file names no change.";
    }
    StringBuilder result = new StringBuilder();
    for (Remedy remedy : remedies) {
      result
          .append("* **")
          .append(remedy.title())
          .append(remedy.end().isEmpty() ? "" : " on `" + remedy.end() + "`")
          .append(remedy.declares() ? " (declare, once true)" : "")
          .append(".** ")
          .append(remedy.tradeOff())
          .append('\n');
    }
    return result.toString();
  }

  private String verify() {
    StringBuilder result = new StringBuilder();
    item(result, "Test", info.verification().test());
    item(result, "Alarm", info.verification().alarm());
    item(result, "Experiment", info.verification().experiment());
    return result.toString();
  }

  private static void item(StringBuilder into, String name, String text) {
    if (!text.isEmpty()) {
      into.append("* **").append(name).append(":** ").append(text).append('\n');
    }
  }
}
