package dev.stillwater.cli;

import dev.stillwater.io.DesignSchema;
import dev.stillwater.report.ReviewSchema;
import dev.stillwater.rulefiles.RulesSchema;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `stillwater schema [design|review|rules]`: prints the JSON Schema of a format.
@CommandLine.Command(
    name = "schema",
    description = "Print the JSON Schema of design files, of reviews, or of rules files.",
    footerHeading = "%nExample:%n",
    footer = "  stillwater schema > design.schema.json")
final class SchemaCommand extends Command {
  /// A format that has a schema.
  enum Format {
    DESIGN,
    REVIEW,
    RULES
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "FORMAT",
      defaultValue = "design",
      description =
          "design (default); review, what `review --format json` prints; or rules, what teams write"
              + " in *.rules.yaml.")
  Format format = Format.DESIGN;

  SchemaCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    session
        .out()
        .print(
            switch (format) {
              case DESIGN -> DesignSchema.text();
              case REVIEW -> ReviewSchema.text();
              case RULES -> RulesSchema.text();
            });
    return ExitCode.CLEAN;
  }
}
