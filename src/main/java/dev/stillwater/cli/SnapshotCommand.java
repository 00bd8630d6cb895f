package dev.stillwater.cli;

import dev.stillwater.report.SnapshotFile;
import dev.stillwater.review.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater snapshot FILE --name NAME`: writes down how a design stands today.
@CommandLine.Command(
    name = "snapshot",
    description =
        "Write down how a design stands, as a milestone in NAME.snapshots.json beside it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater snapshot shop.design.json --name \"before the review\"",
      "  stillwater snapshot shop.design.json --name 1.4 --day 2026-11-30"
    })
final class SnapshotCommand extends Command {
  @Parameters(paramLabel = "FILE", description = "A design file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String file;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "What people will call it.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String name;

  @Option(names = "--day", paramLabel = "DAY", description = "As in 2026-11-30. Default: today.")
  @Nullable LocalDate day;

  @Option(names = "--replace", description = "Take the place of a snapshot with the same name.")
  boolean replace;

  @CommandLine.Mixin OwnRulesOption rules = new OwnRulesOption();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Another file of snapshots than the one beside the design.")
  @Nullable String output;

  SnapshotCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    if (name.isBlank()) {
      throw misused("a snapshot needs a name.");
    }
    if (file.equals("-") && output == null) {
      throw misused("standard input has no place for snapshots beside it; name one with -o.");
    }
    DesignInput input = new DesignInput(this, rules.files);
    Optional<DesignInput.Loaded> loaded = input.read(file);
    if (loaded.isEmpty() || !input.rulesAreWhole()) {
      return ExitCode.USAGE;
    }
    String target = output == null ? SnapshotFile.beside(file) : output;
    SnapshotInput snapshots = new SnapshotInput(this);
    List<Snapshot> known = snapshots.read(target);
    Optional<Snapshot> same =
        known.stream().filter(it -> it.name().equals(name.strip())).findFirst();
    if (same.isPresent() && !replace) {
      throw misused(
          "there is a snapshot "
              + name.strip()
              + " of "
              + same.get().day()
              + " already; choose another name, or --replace it.");
    }
    LocalDate taken = day == null ? session.today() : day;
    Snapshot fresh = snapshots.of(loaded.get(), name.strip(), taken);
    new Output(this, target).write(SnapshotFile.write(SnapshotFile.with(known, fresh)));
    return ExitCode.CLEAN;
  }
}
