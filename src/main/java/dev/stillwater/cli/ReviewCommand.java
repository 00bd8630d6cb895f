package dev.stillwater.cli;

import dev.stillwater.report.Baseline;
import dev.stillwater.report.Chapter;
import dev.stillwater.report.Measuring;
import dev.stillwater.report.PageTemplate;
import dev.stillwater.report.PdfReport;
import dev.stillwater.report.Presentation;
import dev.stillwater.report.ReportFormat;
import dev.stillwater.report.ReportFormats;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `stillwater review FILE…`: judges designs by all rules.
@CommandLine.Command(
    name = "review",
    description = "Judge designs: what is wrong, what it costs, what to do first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater review shop.design.json                      a list, coloured on a terminal",
      "  stillwater review shop.design.json -o review.html       one page for people",
      "  stillwater review shop.design.json -o review.pdf        the same on paper",
      "  stillwater review shop.design.json --format json        for programs",
      "  stillwater review *.design.json -o stillwater.sarif     for a code host: marks the lines",
      "  stillwater review shop.design.json --owner payments --severity high",
      "                                                          what one team should look at",
      "  stillwater review *.design.json -o reviews/ --format md one file for each design",
      "  stillwater review *.design.json --fail-on high          status 1 on high or critical",
      "  stillwater review shop.design.json --baseline old.json --fail-on low",
      "                                                          only what is new counts",
      "",
      "Exit status: 0 clean, 1 findings at or above --fail-on (those shown count), 2 wrong"
          + " arguments",
      "or unreadable file, 4 internal error."
    })
final class ReviewCommand extends Command {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Design files; - reads standard input.")
  List<String> files = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "html, pdf, md, json, sarif, junit or csv. Default: by the extension of -o, else a list"
              + " on a terminal and md elsewhere.")
  @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "A file; or a folder, for one file NAME.FORMAT for each design.")
  @Nullable String output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "critical, high, medium, low or info: end with status 1 when a finding that counts is at"
              + " least this severe.")
  @Nullable Severity failOn;

  @Option(
      names = "--baseline",
      paramLabel = "REVIEW.json",
      description =
          "An earlier review in JSON: findings that it has do not count, those that are gone are"
              + " listed as fixed.")
  @Nullable String baseline;

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      description =
          "A file with rules of your own, besides those beside the design; may be given more than"
              + " once.")
  List<String> rules = List.of();

  @Option(
      names = "--effects",
      paramLabel = "HOW",
      description =
          "How far the effects of changes are measured: whole (default for reports that people"
              + " read), quick (default for the list, sarif, junit and csv: only where it takes a"
              + " moment), none.")
  @Nullable Measuring effects;

  @CommandLine.Mixin ReportOptions report = new ReportOptions();

  ReviewCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    if (report.printTemplate) {
      session.out().print(PageTemplate.usual());
      return ExitCode.CLEAN;
    }
    if (files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no FILE was named; - reads standard input.");
    }
    Output out = new Output(this, output);
    Presentation presentation = report.presentation(this);
    Optional<ReportFormat> reportFormat = chosenFormat(out);
    Measuring wanted = effects;
    Measuring measuring =
        wanted != null ? wanted : reportFormat.map(ReportFormat::measuring).orElse(Measuring.QUICK);
    Baseline known = baseline == null ? Baseline.NONE : readBaseline(baseline);
    List<Chapter> chapters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    DesignInput input = new DesignInput(this, rules);
    boolean complete = true;
    for (int i = 0; i < files.size(); i++) {
      Optional<DesignInput.Loaded> loaded = input.read(files.get(i));
      if (loaded.isEmpty()) {
        complete = false;
        continue;
      }
      chapters.add(chapter(loaded.get(), measuring, known, i));
      names.add(loaded.get().baseName());
    }
    if (!chapters.isEmpty()) {
      checkJourney(chapters);
      write(out, reportFormat, chapters, names, presentation);
    }
    if (!complete || !input.rulesAreWhole()) {
      return ExitCode.USAGE;
    }
    Severity least = failOn;
    return least != null && chapters.stream().anyMatch(it -> it.review().hasOpen(least))
        ? ExitCode.FINDINGS
        : ExitCode.CLEAN;
  }

  private Chapter chapter(
      DesignInput.Loaded loaded, Measuring measuring, Baseline known, int index) {
    String of = files.size() > 1 ? " (" + (index + 1) + " of " + files.size() + ")" : "";
    try (ProgressLine progress = ProgressLine.of(this, "Reviewing " + loaded.file() + of)) {
      return Chapter.of(
              loaded.file(),
              loaded.document(),
              new Reviewer(loaded.presets(), loaded.rules(), Command.HELPED),
              measuring,
              session.today(),
              progress)
          .at(loaded.places())
          .comparedWith(known)
          .filtered(report.filter());
    }
  }

  /// A filter by a journey that no design has would hide everything.
  private void checkJourney(List<Chapter> chapters) {
    String wanted = report.journey;
    if (wanted != null) {
      Set<String> known = new TreeSet<>();
      chapters.forEach(it -> known.addAll(it.review().document().design().journeys().ids()));
      if (!known.contains(wanted)) {
        throw misused("there is no journey " + wanted + "." + Suggestions.sentence(wanted, known));
      }
    }
  }

  private void write(
      Output out,
      Optional<ReportFormat> chosen,
      List<Chapter> chapters,
      List<String> names,
      Presentation presentation) {
    if (out.isFolder()) {
      ReportFormat each = chosen.orElseThrow();
      Set<String> taken = new HashSet<>();
      for (int i = 0; i < chapters.size(); i++) {
        String name = names.get(i);
        for (int number = 2; !taken.add(name); number++) {
          name = names.get(i) + "-" + number;
        }
        out.write(name + "." + each.name(), each.write(List.of(chapters.get(i)), presentation));
      }
    } else if (chosen.isPresent()) {
      if (chosen.get() instanceof PdfReport && out.isStandardOutput() && session.isTerminal()) {
        throw misused("a PDF is nothing for a terminal; name a file with -o.");
      }
      out.write(chosen.get().write(chapters, presentation));
    } else {
      String list = new FindingList(paint()).of(chapters);
      out.write(list.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The format that was asked for; empty for the list on a terminal.
  private Optional<ReportFormat> chosenFormat(Output out) {
    String wanted = format;
    if (wanted == null) {
      if (out.isStandardOutput() && session.isTerminal()) {
        return Optional.empty();
      }
      wanted = out.extension().orElse("md");
      if (ReportFormats.ofExtension(wanted.toLowerCase(Locale.ROOT)).isEmpty()) {
        throw misused(
            "no format belongs to the extension ."
                + wanted
                + "; name one with --format: "
                + formats());
      }
    }
    String name = wanted.toLowerCase(Locale.ROOT);
    return Optional.of(
        ReportFormats.ofExtension(name)
            .orElseThrow(() -> misused("no format " + name + "; there are " + formats() + ".")));
  }

  private static String formats() {
    return String.join(", ", ReportFormats.ALL.stream().map(ReportFormat::name).toList());
  }

  private Baseline readBaseline(String name) {
    Path path = session.folder().resolve(name);
    try {
      return Baseline.read(Files.readAllBytes(path))
          .orElseThrow(() ->
              misused(
                  name + " is no review in JSON; write one with: stillwater review --format json"));
    } catch (IOException e) {
      throw misused("the baseline " + name + " cannot be read: " + e.getMessage());
    }
  }
}
