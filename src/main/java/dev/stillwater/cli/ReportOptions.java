package dev.stillwater.cli;

import dev.stillwater.report.FindingFilter;
import dev.stillwater.report.Logo;
import dev.stillwater.report.PageTemplate;
import dev.stillwater.report.Presentation;
import dev.stillwater.report.Words;
import dev.stillwater.rules.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say what of a review is shown, and how it looks.
final class ReportOptions {
  /// The name of a page template in the configuration folder.
  private static final String TEMPLATE = "report.mustache";

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "Show only findings at least this severe.")
  @Nullable Severity severity;

  @Option(
      names = "--journey",
      paramLabel = "ID",
      description = "Show only findings that concern this journey.")
  @Nullable String journey;

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      description = "Show only findings that concern a component of this owner.")
  @Nullable String owner;

  @Option(
      names = "--hide-accepted",
      description = "Leave out findings that a valid decision covers.")
  boolean hideAccepted;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "A title instead of \"Reliability review\".")
  @Nullable String title;

  @Option(
      names = "--logo",
      paramLabel = "FILE",
      description = "A PNG or JPEG of at most 1 MB for the head of html and pdf.")
  @Nullable String logo;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "The language of headings: en (default) or de.")
  String language = "en";

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "A name for the lines of signatures; may be given more than once.")
  List<String> reviewers = List.of();

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description =
          "A page template in Mustache for html. Default: report.mustache in the configuration"
              + " folder, else the usual one.")
  @Nullable String template;

  @Option(
      names = "--print-template",
      description = "Print the usual page template, to begin one of your own with.")
  boolean printTemplate;

  FindingFilter filter() {
    return new FindingFilter(severity, journey, owner, hideAccepted);
  }

  /// @throws picocli.CommandLine.ParameterException when a file or a language is not to be had
  Presentation presentation(Command command) {
    Session session = command.session;
    Presentation result =
        Presentation.by(session.version())
            .with(
                Words.find(language)
                    .orElseThrow(() ->
                        command.misused(
                            "there are no headings in "
                                + language
                                + "; there are "
                                + String.join(", ", Words.LANGUAGES)
                                + ".")))
            .withReviewers(reviewers);
    if (title != null) {
      result = result.withTitle(title);
    }
    if (logo != null) {
      String name = logo;
      result =
          result.with(
              Logo.of(read(command, session.folder().resolve(name), name))
                  .orElseThrow(
                      () -> command.misused(name + " is no PNG or JPEG of at most 1 MB.")));
    }
    String wanted = template;
    if (wanted != null) {
      return result.with(page(command, session.folder().resolve(wanted), wanted));
    }
    Path own = session.configurationFolder().map(folder -> folder.resolve(TEMPLATE)).orElse(null);
    return own != null && Files.isRegularFile(own)
        ? result.with(page(command, own, own.toString()))
        : result;
  }

  private static PageTemplate page(Command command, Path file, String name) {
    String text = new String(read(command, file, name), StandardCharsets.UTF_8);
    return switch (PageTemplate.read(text)) {
      case PageTemplate.Result.Read read -> read.page();
      case PageTemplate.Result.Refused refused ->
          throw command.misused("the page template " + name + ": " + refused.sentence());
    };
  }

  private static byte[] read(Command command, Path file, String name) {
    try {
      if (Files.size(file) > PageTemplate.MOST_SIZE) {
        throw command.misused(name + " is larger than 1 MB.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw command.misused(name + " cannot be read: " + e.getMessage());
    }
  }
}
