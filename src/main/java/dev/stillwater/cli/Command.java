package dev.stillwater.cli;

import dev.stillwater.analysis.Workers;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What all commands have in common: how they speak, and what happens when one breaks.
abstract class Command implements Callable<Integer> {
  /// The thread that asks, and one for each further processor.
  static final Workers HELPED =
      Workers.with(
          task -> Thread.ofPlatform().daemon().name("analysis helper").start(task),
          Runtime.getRuntime().availableProcessors() - 1);

  final Session session;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  CommandSpec spec;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colours: auto, always or never (NO_COLOR is honoured). Default: auto.")
  ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but results and errors.")
  boolean quiet;

  @Option(names = "--verbose", description = "Show the stack trace of an internal error.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  Command(Session session) {
    this.session = session;
  }

  /// Does the work; a wrong argument that shows only now is thrown as [#misused].
  abstract ExitCode run();

  @Override
  public final Integer call() {
    try {
      return run().status();
    } catch (ParameterException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return broken(e).status();
    }
  }

  private ExitCode broken(Throwable problem) {
    String message = problem.getMessage() == null ? "" : ": " + Safe.line(problem.getMessage());
    session
        .err()
        .println(
            "stillwater: internal error in "
                + spec.name()
                + " ("
                + problem.getClass().getSimpleName()
                + message
                + ").");
    if (verbose || session.variable("STILLWATER_DEBUG").isPresent()) {
      problem.printStackTrace(session.err());
    } else {
      session
          .err()
          .println(
              "This is a fault of Stillwater, not of your file. Run it again with --verbose and"
                  + " report what it shows.");
    }
    return ExitCode.INTERNAL;
  }

  /// Something that the user asked for and that cannot be.
  static final class Misuse extends ParameterException {
    private static final long serialVersionUID = 1L;

    Misuse(CommandLine line, String sentence) {
      super(line, sentence);
    }
  }

  ParameterException misused(String sentence) {
    return new Misuse(spec.commandLine(), sentence);
  }

  Paint paint() {
    return Paint.of(session, color);
  }

  /// A line for the user that is no result.
  void tell(String line) {
    if (!quiet) {
      session.err().println(line);
    }
  }
}
