package dev.stillwater.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater [FILE…]`: opens the workbench.
@CommandLine.Command(
    name = "stillwater",
    synopsisHeading = "",
    customSynopsis = {
      "stillwater [FILE…]            open the workbench, with these designs",
      "stillwater COMMAND [OPTIONS]  do one thing and end"
    },
    descriptionHeading = "%n",
    description =
        "Draw a distributed system, see which failure reaches whom after how many seconds, and which"
            + " change would stop it.",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater templates tight-coupling-before -o shop.design.json   a design to begin with",
      "  stillwater review shop.design.json                              what is wrong with it",
      "  stillwater review shop.design.json -o review.html               the same for a board",
      "  stillwater review *.design.json --fail-on high                  the same for a build",
      "  stillwater ripple shop.design.json --fail email --how grey      what one slow part does",
      "  stillwater explain LC-001                                       what a rule wants and why",
      "",
      "Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong arguments or unreadable file,",
      "3 cannot run here, 4 internal error."
    })
final class WorkbenchCommand extends Command {
  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Designs to open.")
  List<String> files = List.of();

  @Option(names = "--version", description = "Show the version.")
  boolean version;

  WorkbenchCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    if (version) {
      session.out().println("Stillwater " + session.version());
      return ExitCode.CLEAN;
    }
    for (String file : files) {
      if (!Files.exists(path(file))) {
        throw misused(unknown(file));
      }
    }
    if (session.desktop().isEmpty()) {
      spec.commandLine().usage(session.out());
      return ExitCode.CLEAN;
    }
    return session.desktop().get().open(files.stream().map(this::path).toList(), session.err());
  }

  private Path path(String file) {
    return session.folder().resolve(file);
  }

  /// A word that is no file may be a command with a slip of the pen in it.
  private String unknown(String word) {
    String suggestion = Suggestions.sentence(word, spec.subcommands().keySet());
    return suggestion.isEmpty()
        ? word + " is neither a command nor a file."
        : word + " is no command." + suggestion;
  }
}
