package dev.stillwater.cli;

import dev.stillwater.rulefiles.RuleFiles;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.templates.Showing;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
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

  /// Designs that are named at most; a rule that many designs break is better seen in a few.
  private static final int MOST = 6;

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
    String page = found.get().page().text() + seenIn(id);
    session.out().print(paint.isOn() ? new TerminalMarkdown(paint).of(id, page) : page);
    return ExitCode.CLEAN;
  }

  /// The designs in which one sees the rule, as a section of its page; empty where there are none.
  private String seenIn(String id) {
    TemplateCatalog catalog = TemplateCatalog.of(session.configurationFolder());
    List<Showing> showing = catalog.showing(id);
    if (showing.isEmpty()) {
      return "";
    }
    StringBuilder section = new StringBuilder("\n## Seen in\n\n");
    for (Showing one : showing.subList(0, Math.min(MOST, showing.size()))) {
      Template template = one.template();
      section
          .append("- `stillwater templates ")
          .append(template.name())
          .append(
              switch (one.how()) {
                case KEPT -> "`: " + template.title() + ", which keeps the rule.";
                case BROKEN -> "`: " + template.title() + ", where it speaks up.";
                case BROKEN_WITHOUT ->
                    " --counter-example`: "
                        + template.title()
                        + ", without "
                        + template.counterExample().orElseThrow().without()
                        + ".";
              })
          .append('\n');
    }
    if (showing.size() > MOST) {
      section
          .append("\nAnd ")
          .append(showing.size() - MOST)
          .append(" more: `stillwater templates --rule ")
          .append(id)
          .append("`.\n");
    }
    return section.toString();
  }
}
