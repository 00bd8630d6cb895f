package dev.stillwater.cli;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.SaveResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Parsed;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.templates.Category;
import dev.stillwater.templates.CounterExample;
import dev.stillwater.templates.OwnTemplates;
import dev.stillwater.templates.Parameter;
import dev.stillwater.templates.Showing;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater templates [NAME]`: designs to begin with and to learn from.
@CommandLine.Command(
    name = "templates",
    description = "List the designs that come with Stillwater and your own, or take one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater templates",
      "  stillwater templates --search queue",
      "  stillwater templates --rule REL-LC-001",
      "  stillwater templates sqs-load-leveling --about",
      "  stillwater templates sqs-load-leveling -o jobs.design.json --set rate=200 --set name=Jobs",
      "  stillwater templates sqs-load-leveling --counter-example -o without.design.json",
      "  stillwater templates --save shop.design.json"
    })
final class TemplatesCommand extends Command {
  private static final int NAME = 30;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The template to take.")
  @Nullable String name;

  @CommandLine.Mixin OutputOption output = new OutputOption();

  @Option(
      names = "--set",
      paramLabel = "PARAMETER=VALUE",
      description = "A value that the template asks for; may be given more than once.")
  Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--counter-example",
      description = "Take the same system without what the template is about.")
  boolean counterExample;

  @Option(
      names = "--about",
      description = "Say what the template shows, costs and asks for, instead of taking it.")
  boolean about;

  @Option(names = "--search", paramLabel = "WORDS", description = "List only where they occur.")
  @Nullable String words;

  @Option(names = "--rule", paramLabel = "RULE", description = "List only what shows this rule.")
  @Nullable String rule;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Keep a design as a template of your own, called NAME or like its title.")
  @Nullable String kept;

  TemplatesCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    if (kept instanceof String file) {
      return keep(file);
    }
    TemplateCatalog catalog = catalog();
    if (name instanceof String wanted) {
      Template template = template(catalog, wanted);
      if (about) {
        session.out().print(new TemplateText(paint()).of(template));
      } else {
        output.of(this).write(taken(template));
      }
    } else {
      list(catalog);
    }
    return ExitCode.CLEAN;
  }

  private TemplateCatalog catalog() {
    TemplateCatalog catalog = TemplateCatalog.of(session.configurationFolder());
    for (LocatedProblem problem : catalog.problems()) {
      if (problem.isError() || !quiet) {
        session.err().println(problem);
      }
    }
    return catalog;
  }

  private Template template(TemplateCatalog catalog, String wanted) {
    return catalog
        .named(wanted)
        .orElseThrow(() ->
            misused(
                "there is no template "
                    + wanted
                    + "."
                    + Suggestions.sentence(
                        wanted, catalog.templates().stream().map(Template::name).toList())));
  }

  private byte[] taken(Template template) {
    Optional<CounterExample> other = template.counterExample();
    if (counterExample && other.isEmpty()) {
      throw misused(template.name() + " has no counter-example.");
    }
    if (values.isEmpty()) {
      return counterExample ? other.orElseThrow().source().bytes() : template.bytes();
    }
    Document document = counterExample ? other.orElseThrow().document() : template.document();
    return DesignJson.write(document.withDesign(answered(template, document.design())));
  }

  private Design answered(Template template, Design design) {
    Design result = design;
    for (Map.Entry<String, String> answer : values.entrySet()) {
      List<String> known = template.questions().stream().map(Parameter::name).toList();
      Parameter parameter =
          template.questions().stream()
              .filter(question -> question.name().equals(answer.getKey()))
              .findFirst()
              .orElseThrow(() ->
                  misused(
                      template.name()
                          + " does not ask for "
                          + answer.getKey()
                          + ", but for "
                          + String.join(", ", known)
                          + "."));
      result =
          switch (parameter.set(result, answer.getValue())) {
            case Parsed.Ok<Design>(Design changed) -> changed;
            case Parsed.Bad<Design>(String reason) ->
                throw misused(answer.getKey() + ": " + reason + ".");
          };
    }
    return result;
  }

  private void list(TemplateCatalog catalog) {
    List<Template> found = found(catalog);
    if (found.isEmpty()) {
      tell("No template fits. `stillwater templates` lists them all.");
    }
    Paint paint = paint();
    for (Category category : catalog.categories()) {
      List<Template> shelf = catalog.in(category).stream().filter(found::contains).toList();
      if (!shelf.isEmpty()) {
        session.out().println();
        session.out().println(paint.strong(category.title()) + "  " + paint.muted(category.line()));
        shelf.forEach(template -> list(template, paint));
      }
    }
  }

  private void list(Template template, Paint paint) {
    session
        .out()
        .println(
            "  "
                + paint.strong(String.format(Locale.ROOT, "%-" + NAME + "s", template.name()))
                + template.title()
                + switch (template.kind()) {
                  case REFERENCE -> "";
                  case COUNTER_EXAMPLE -> paint.muted(" (counter-example)");
                  case INCIDENT -> paint.muted(" (incident)");
                  case EXAMPLE -> paint.muted(" (example)");
                });
    String indentation = " ".repeat(NAME + 2);
    session.out().println(indentation + paint.muted(template.demonstrates()));
    List<String> options = new ArrayList<>();
    if (!template.parameters().isEmpty()) {
      options.add(
          "--set "
              + template.questions().stream()
                  .map(Parameter::name)
                  .collect(Collectors.joining(", ")));
    }
    template
        .counterExample()
        .ifPresent(other -> options.add("--counter-example without " + other.without()));
    if (!options.isEmpty()) {
      session.out().println(indentation + paint.muted(String.join("; ", options)));
    }
  }

  private List<Template> found(TemplateCatalog catalog) {
    List<Template> found =
        words instanceof String typed ? catalog.search(typed) : catalog.templates();
    if (rule instanceof String typed) {
      List<Template> showing =
          catalog.showing(ruleId(typed)).stream().map(Showing::template).toList();
      return found.stream().filter(showing::contains).toList();
    }
    return found;
  }

  private String ruleId(String typed) {
    String id = typed.strip().toUpperCase(Locale.ROOT);
    List<String> known = RuleSet.BUILT_IN.all().stream().map(Rule::info).map(RuleInfo::id).toList();
    return known.contains(id)
        ? id
        : Optional.of("REL-" + id)
            .filter(known::contains)
            .orElseThrow(() ->
                misused(
                    "there is no rule " + typed + "." + Suggestions.sentence("REL-" + id, known)));
  }

  private ExitCode keep(String file) {
    Path folder =
        session
            .configurationFolder()
            .map(it -> it.resolve(OwnTemplates.FOLDER))
            .orElseThrow(() -> misused("there is no configuration folder: set HOME."));
    Optional<DesignInput.Loaded> read = new DesignInput(this).read(file);
    if (read.isEmpty()) {
      return ExitCode.USAGE;
    }
    Document document = read.get().document();
    String called =
        OwnTemplates.nameFor(name instanceof String wanted ? wanted : document.design().name());
    List<String> findings =
        new Reviewer(read.get().presets())
            .review(document, session.today()).findings().stream()
                .map(found -> found.finding().key())
                .sorted()
                .toList();
    return switch (new OwnTemplates(folder).save(called, document, findings)) {
      case SaveResult.Saved saved -> {
        tell("Kept as " + called + " in " + folder);
        yield ExitCode.CLEAN;
      }
      case SaveResult.Conflict conflict ->
          throw misused(called + " is being changed by somebody else; try again.");
      case SaveResult.Failed failed -> throw misused(failed.sentence());
    };
  }
}
