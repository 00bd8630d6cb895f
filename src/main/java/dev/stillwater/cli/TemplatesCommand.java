package dev.stillwater.cli;

import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater templates [NAME]`: designs to begin with.
@CommandLine.Command(
    name = "templates",
    description = "List the designs that come with Stillwater, or take one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater templates",
      "  stillwater templates tight-coupling-before -o shop.design.json"
    })
final class TemplatesCommand extends Command {
  private static final int NAME = 24;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The template to take.")
  @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "A file instead of standard output.")
  @Nullable String output;

  TemplatesCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    String wanted = name;
    if (wanted == null) {
      list();
      return ExitCode.CLEAN;
    }
    Template template =
        TemplateCatalog.find(wanted)
            .orElseThrow(() ->
                misused(
                    "there is no template "
                        + wanted
                        + "."
                        + Suggestions.sentence(
                            wanted, TemplateCatalog.ALL.stream().map(Template::name).toList())));
    new Output(this, output).write(template.bytes());
    return ExitCode.CLEAN;
  }

  private void list() {
    Paint paint = paint();
    for (Template template : TemplateCatalog.ALL) {
      session
          .out()
          .println(
              paint.strong(String.format("%-" + NAME + "s", template.name()))
                  + template.title()
                  + switch (template.kind()) {
                    case REFERENCE -> "";
                    case COUNTER_EXAMPLE -> paint.muted(" (counter-example)");
                  });
      session.out().println(" ".repeat(NAME) + paint.muted(template.demonstrates()));
    }
  }
}
