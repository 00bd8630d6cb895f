package dev.stillwater.cli;

import dev.stillwater.report.RulesJson;
import dev.stillwater.rulefiles.RuleFiles;
import dev.stillwater.rules.Category;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleInfo;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater rules`: lists what a review looks for, and tests the rules of files.
@CommandLine.Command(
    name = "rules",
    description = "List the rules that a review judges by.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater rules                          the catalogue, and stillwater.rules.yaml here",
      "  stillwater rules shop.rules.yaml          with the rules of this file",
      "  stillwater rules --test shop.rules.yaml   run its test cases; status 1 when one fails",
      "  stillwater explain LC-001"
    })
final class RulesCommand extends Command {
  @Parameters(
      paramLabel = "RULES",
      arity = "0..*",
      description = "Files with rules of your own: NAME.rules.yaml or NAME.rules.json.")
  List<String> files = List.of();

  @Option(names = "--test", description = "Run the test cases of these files.")
  boolean test;

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
    DesignInput input = new DesignInput(this, files);
    RuleFiles.Loaded loaded =
        input.rules(files.isEmpty() ? RuleFiles.of(session.folder()) : List.of());
    if (test) {
      return new RuleTestTable(this, loaded).run();
    }
    List<RuleInfo> rules = loaded.rules().all().stream().map(Rule::info).toList();
    switch (format) {
      case JSON -> session.out().writeBytes(RulesJson.write(rules));
      case TEXT -> text(rules);
    }
    return loaded.hasErrors() ? ExitCode.USAGE : ExitCode.CLEAN;
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
