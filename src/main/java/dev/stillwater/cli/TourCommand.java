package dev.stillwater.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `stillwater tour -o DIR`: pictures of the real application.
@CommandLine.Command(
    name = "tour",
    description =
        "Walk the real application without a display and write its pictures, in both themes.",
    footerHeading = "%nExample:%n",
    footer = "  stillwater tour -o pictures/")
final class TourCommand extends Command {
  private final Desktop desktop;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "The folder for the pictures; made where there is none.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String output;

  TourCommand(Session session, Desktop desktop) {
    super(session);
    this.desktop = desktop;
  }

  @Override
  ExitCode run() {
    Path folder = session.folder().resolve(output);
    return desktop.tour(folder, session.out(), session.err());
  }
}
