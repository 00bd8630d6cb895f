package dev.stillwater.cli;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.report.RippleJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater ripple FILE --fail COMPONENT`: what one failure does, second by second.
@CommandLine.Command(
    name = "ripple",
    description = "Fail one component and follow what happens to everyone else, second by second.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater ripple shop.design.json --fail email --how grey",
      "  stillwater ripple shop.design.json --fail orders-db --format json"
    })
final class RippleCommand extends Command {
  /// How the result is written.
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String file;

  @Option(
      names = "--fail",
      required = true,
      paramLabel = "COMPONENT",
      description = "The id of the component that fails.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String target;

  @Option(
      names = "--how",
      paramLabel = "HOW",
      defaultValue = "crash",
      description =
          "crash (default): all replicas stop answering; grey: it answers, many times slower;"
              + " error: it answers every request with an error; overload: it is offered more than"
              + " its capacity.")
  Failure how = Failure.CRASH;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default) or json.")
  Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "A file instead of standard output.")
  @Nullable String output;

  RippleCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Optional<DesignInput.Loaded> loaded = new DesignInput(this).read(file);
    if (loaded.isEmpty()) {
      return ExitCode.USAGE;
    }
    Analysis analysis = Analysis.of(loaded.get().document().design(), loaded.get().presets());
    List<String> known = analysis.graph().nodes().stream().map(Node::id).toList();
    if (!known.contains(target)) {
      throw misused(
          loaded.get().file()
              + " has no component "
              + target
              + "."
              + (known.isEmpty() ? " It has none at all." : Suggestions.sentence(target, known)));
    }
    RippleResult result = analysis.ripple(target, how);
    byte[] content =
        switch (format) {
          case JSON -> RippleJson.write(result, analysis.design());
          case TEXT ->
              new RippleText(paint(), analysis.design())
                  .of(result)
                  .getBytes(StandardCharsets.UTF_8);
        };
    new Output(this, output).write(content);
    return ExitCode.CLEAN;
  }
}
