package dev.stillwater.cli;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.rules.RuleSet;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: arguments in, exit status out. Never throws.
public final class Stillwater {
  private static final int WIDTH = 96;

  /// The command that has to know all others.
  private static final String EVERYTHING = "completion";

  private Stillwater() {}

  /// Commands that read no design.
  private static final Set<String> WITHOUT_DESIGN =
      Set.of("tour", "schema", "explain", "rules", EVERYTHING);

  public static ExitCode run(Session session, String... arguments) {
    if (arguments.length > 1 && !WITHOUT_DESIGN.contains(arguments[0])) {
      prepare();
    }
    int status = commands(session, arguments).execute(arguments);
    session.out().flush();
    session.err().flush();
    for (ExitCode code : ExitCode.values()) {
      if (code.status() == status) {
        return code;
      }
    }
    return ExitCode.INTERNAL;
  }

  /// Reads on another processor what every design needs, while this one reads the arguments.
  private static void prepare() {
    Thread.ofPlatform()
        .daemon()
        .name("prepare")
        .start(() -> {
          PresetsJson.shipped();
          RuleSet.BUILT_IN.all();
        });
  }

  /// By name, in the order of the help.
  private static Map<String, Supplier<Command>> all(Session session) {
    Map<String, Supplier<Command>> all = new LinkedHashMap<>();
    all.put("review", () -> new ReviewCommand(session));
    all.put("ripple", () -> new RippleCommand(session));
    all.put("impact", () -> new ImpactCommand(session));
    all.put("fix", () -> new FixCommand(session));
    all.put("diff", () -> new DiffCommand(session));
    all.put("decide", () -> new DecideCommand(session));
    all.put("snapshot", () -> new SnapshotCommand(session));
    all.put("trend", () -> new TrendCommand(session));
    all.put("export", () -> new ExportCommand(session));
    all.put("templates", () -> new TemplatesCommand(session));
    all.put("rules", () -> new RulesCommand(session));
    all.put("explain", () -> new ExplainCommand(session));
    all.put("schema", () -> new SchemaCommand(session));
    all.put(EVERYTHING, () -> new CompletionCommand(session));
    session.desktop().ifPresent(it -> all.put("tour", () -> new TourCommand(session, it)));
    return all;
  }

  /// Only the command that is asked for by name is set up: reading the annotations of all takes a
  /// third of a short run.
  private static CommandLine commands(Session session, String... arguments) {
    CommandLine line = new CommandLine(new WorkbenchCommand(session));
    Map<String, Supplier<Command>> all = all(session);
    String first = arguments.length == 0 ? "" : arguments[0];
    if (all.containsKey(first) && !first.equals(EVERYTHING)) {
      all.keySet().retainAll(Set.of(first));
    }
    all.values().forEach(command -> line.addSubcommand(command.get()));
    boolean colours = Paint.of(session, ColorChoice.AUTO).isOn();
    line.setColorScheme(Help.defaultColorScheme(colours ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(WIDTH);
    line.setUsageHelpLongOptionsMaxWidth(WIDTH / 3);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((problem, given) -> misused(session, problem));
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
