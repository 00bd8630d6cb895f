package dev.stillwater.cli;

import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RulePage;
import dev.stillwater.rules.Rules;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `stillwater explain RULE`: the page of a rule.
@CommandLine.Command(
    name = "explain",
    description = "Explain a rule: what it looks for, why it matters, what to do, when not to.",
    footerHeading = "%nExamples:%n",
    footer = {"  stillwater explain REL-LC-001", "  stillwater explain lc-001"})
final class ExplainCommand extends Command {
  private static final String PREFIX = "REL-";

  @Parameters(paramLabel = "RULE", description = "An id, with or without REL-, in any case.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String rule;

  ExplainCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    String typed = rule.strip().toUpperCase(Locale.ROOT);
    String id = typed.startsWith(PREFIX) ? typed : PREFIX + typed;
    if (Rules.find(id).isEmpty()) {
      List<String> ids = Rules.ALL.stream().map(Rule::info).map(info -> info.id()).toList();
      List<String> near =
          Suggestions.near(id, ids).stream()
              .map(found -> found.substring(PREFIX.length()))
              .toList();
      throw misused(
          "there is no rule "
              + rule
              + "."
              + (near.isEmpty()
                  ? " `stillwater rules` lists them."
                  : " Did you mean " + String.join(" or ", near) + "?"));
    }
    Paint paint = paint();
    String page = RulePage.of(id).text();
    session.out().print(paint.isOn() ? new TerminalMarkdown(paint).of(id, page) : page);
    return ExitCode.CLEAN;
  }
}
