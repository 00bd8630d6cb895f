package dev.stillwater.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: arguments in, exit status out. Never throws.
public final class Stillwater {
  private static final int WIDTH = 96;

  private Stillwater() {}

  public static ExitCode run(Session session, String... arguments) {
    int status = commands(session).execute(arguments);
    session.out().flush();
    session.err().flush();
    for (ExitCode code : ExitCode.values()) {
      if (code.status() == status) {
        return code;
      }
    }
    return ExitCode.INTERNAL;
  }

  private static CommandLine commands(Session session) {
    CommandLine line = new CommandLine(new WorkbenchCommand(session));
    line.addSubcommand(new ReviewCommand(session));
    line.addSubcommand(new RippleCommand(session));
    line.addSubcommand(new ImpactCommand(session));
    line.addSubcommand(new FixCommand(session));
    line.addSubcommand(new DiffCommand(session));
    line.addSubcommand(new DecideCommand(session));
    line.addSubcommand(new SnapshotCommand(session));
    line.addSubcommand(new TrendCommand(session));
    line.addSubcommand(new ExportCommand(session));
    line.addSubcommand(new TemplatesCommand(session));
    line.addSubcommand(new RulesCommand(session));
    line.addSubcommand(new ExplainCommand(session));
    line.addSubcommand(new SchemaCommand(session));
    line.addSubcommand(new CompletionCommand(session));
    session.desktop().ifPresent(desktop -> line.addSubcommand(new TourCommand(session, desktop)));
    boolean colours = Paint.of(session, ColorChoice.AUTO).isOn();
    line.setColorScheme(Help.defaultColorScheme(colours ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(WIDTH);
    line.setUsageHelpLongOptionsMaxWidth(WIDTH / 3);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((problem, arguments) -> misused(session, problem));
    return line;
  }

  private static int misused(Session session, ParameterException problem) {
    session.err().println("stillwater: " + Safe.line(problem.getMessage()));
    PrintWriter err = problem.getCommandLine().getErr();
    UnmatchedArgumentException.printSuggestions(problem, err);
    err.flush();
    if (!(problem instanceof Command.Misuse)) {
      String command = problem.getCommandLine().getCommandSpec().qualifiedName();
      session.err().println("Try '" + command + " --help'.");
    }
    return ExitCode.USAGE.status();
  }
}
