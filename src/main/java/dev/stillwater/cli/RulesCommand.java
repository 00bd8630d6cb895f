package dev.stillwater.cli;

import dev.stillwater.report.RulesJson;
import dev.stillwater.rules.Category;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.Rules;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `stillwater rules`: lists what a review looks for.
@CommandLine.Command(
    name = "rules",
    description = "List the rules that a review judges by.",
    footerHeading = "%nExamples:%n",
    footer = {"  stillwater rules", "  stillwater explain LC-001"})
final class RulesCommand extends Command {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default) or json.")
  RippleCommand.Format format = RippleCommand.Format.TEXT;

  RulesCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    List<RuleInfo> rules = Rules.ALL.stream().map(Rule::info).toList();
    switch (format) {
      case JSON -> session.out().writeBytes(RulesJson.write(rules));
      case TEXT -> text(rules);
    }
    return ExitCode.CLEAN;
  }

  private void text(List<RuleInfo> rules) {
    Paint paint = paint();
    for (Category category : Category.values()) {
      List<RuleInfo> some = rules.stream().filter(rule -> rule.category() == category).toList();
      if (some.isEmpty()) {
        continue;
      }
      session.out().println(paint.strong(category.title()));
      for (RuleInfo rule : some) {
        String severity = String.format("%s %-8s", rule.base().mark(), rule.base().word());
        session
            .out()
            .println(
                "  "
                    + rule.id()
                    + "  "
                    + paint.severity(rule.base(), severity)
                    + "  "
                    + rule.title()
                    + paint.muted("  " + String.join(", ", rule.practices())));
      }
    }
  }
}
