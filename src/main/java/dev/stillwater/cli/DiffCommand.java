package dev.stillwater.cli;

import dev.stillwater.report.DiffReport;
import dev.stillwater.review.FindingChange;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater diff A B`: what differs between two versions of a design, and what that does.
@CommandLine.Command(
    name = "diff",
    description =
        "Compare two versions of a design by meaning: what was changed, which findings are new or"
            + " gone, which journeys fare better or worse.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater diff old.design.json shop.design.json",
      "  git show main:shop.design.json | stillwater diff - shop.design.json --format md",
      "                                                          for a pull request",
      "  stillwater diff old.design.json shop.design.json --fail-on high",
      "                                                          status 1 on a new high finding"
    })
final class DiffCommand extends Command {
  /// How the comparison is written.
  enum Format {
    TEXT,
    MD,
    JSON
  }

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The earlier design; - reads standard input.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String earlier;

  @Parameters(index = "1", paramLabel = "B", description = "The later design.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String later;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text, md or json. Default: by the extension of -o, else text.")
  @Nullable Format format;

  @CommandLine.Mixin OutputOption output = new OutputOption();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "End with status 1 when a finding that is new, reopened or worse is at least this"
              + " severe.")
  @Nullable Severity failOn;

  DiffCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Output out = output.of(this);
    DesignInput input = new DesignInput(this, List.of());
    Optional<DesignInput.Loaded> before = input.read(earlier);
    Optional<DesignInput.Loaded> after = input.read(later);
    if (before.isEmpty() || after.isEmpty() || !input.rulesAreWhole()) {
      return ExitCode.USAGE;
    }
    ReviewDiff diff;
    try (ProgressLine progress = ProgressLine.of(this, "Comparing")) {
      diff =
          ReviewDiff.of(
              before.get().document(),
              after.get().document(),
              new Reviewer(after.get().presets(), after.get().rules()),
              session.today(),
              progress);
    }
    DiffReport report = new DiffReport(before.get().file(), after.get().file(), diff);
    String text =
        switch (chosen(out)) {
          case TEXT -> report.text();
          case MD -> report.markdown();
          case JSON -> report.json();
        };
    out.write(text.getBytes(StandardCharsets.UTF_8));
    Severity least = failOn;
    return least != null && hasNew(diff, least) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private Format chosen(Output out) {
    Format wanted = format;
    if (wanted != null) {
      return wanted;
    }
    return switch (out.extension().orElse("").toLowerCase(Locale.ROOT)) {
      case "md" -> Format.MD;
      case "json" -> Format.JSON;
      default -> Format.TEXT;
    };
  }

  private static boolean hasNew(ReviewDiff diff, Severity least) {
    return Stream.of(FindingChange.Kind.NEW, FindingChange.Kind.REOPENED, FindingChange.Kind.WORSE)
        .flatMap(kind -> diff.of(kind).stream())
        .anyMatch(change -> change.finding().finding().severity().compareTo(least) >= 0);
  }
}
