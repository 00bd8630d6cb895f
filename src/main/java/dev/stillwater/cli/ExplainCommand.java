package dev.stillwater.cli;

import dev.stillwater.rulefiles.RuleFiles;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      description = "A file with rules of your own; may be given more than once.")
  List<String> rules = List.of();

  ExplainCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    String typed = rule.strip().toUpperCase(Locale.ROOT);
    RuleSet known = new DesignInput(this, rules).rules(RuleFiles.of(session.folder())).rules();
    boolean whole = typed.startsWith(PREFIX) || known.find(typed).isPresent();
    String id = whole ? typed : PREFIX + typed;
    Optional<Rule> found = known.find(id);
    if (found.isEmpty()) {
      List<String> ids = known.all().stream().map(Rule::info).map(RuleInfo::id).toList();
      List<String> near =
          Suggestions.near(id, ids).stream()
              .map(other -> other.startsWith(PREFIX) ? other.substring(PREFIX.length()) : other)
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
    String page = found.get().page().text();
    session.out().print(paint.isOn() ? new TerminalMarkdown(paint).of(id, page) : page);
    return ExitCode.CLEAN;
  }
}
