package dev.stillwater.cli;

import dev.stillwater.report.SnapshotFile;
import dev.stillwater.report.TrendReport;
import dev.stillwater.review.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater trend FILE`: how a design came along.
@CommandLine.Command(
    name = "trend",
    description =
        "How a design came along: findings by severity and journeys at risk in every snapshot, and"
            + " now.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater trend shop.design.json",
      "  stillwater trend shop.design.json --format csv -o trend.csv"
    })
final class TrendCommand extends Command {
  /// How it is written.
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Parameters(paramLabel = "FILE", description = "A design file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String file;

  @Option(
      names = "--snapshots",
      paramLabel = "FILE",
      description = "Another file of snapshots than the one beside the design.")
  @Nullable String snapshots;

  @CommandLine.Mixin OwnRulesOption rules = new OwnRulesOption();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), json or csv.")
  Format format = Format.TEXT;

  @CommandLine.Mixin OutputOption output = new OutputOption();

  TrendCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    DesignInput input = new DesignInput(this, rules.files);
    Optional<DesignInput.Loaded> loaded = input.read(file);
    if (loaded.isEmpty() || !input.rulesAreWhole()) {
      return ExitCode.USAGE;
    }
    SnapshotInput taken = new SnapshotInput(this);
    List<Snapshot> all =
        new ArrayList<>(taken.read(snapshots == null ? SnapshotFile.beside(file) : snapshots));
    if (all.isEmpty()) {
      tell("There is no snapshot yet; take one with: stillwater snapshot " + file + " --name …");
    }
    all.add(taken.of(loaded.get(), "now", session.today()));
    TrendReport trend = new TrendReport(loaded.get().document().design().name(), all);
    String text =
        switch (format) {
          case TEXT -> trend.text();
          case JSON -> trend.json();
          case CSV -> trend.csv();
        };
    output.of(this).write(text.getBytes(StandardCharsets.UTF_8));
    return ExitCode.CLEAN;
  }
}
