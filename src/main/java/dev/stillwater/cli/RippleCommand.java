package dev.stillwater.cli;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.report.RippleJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater ripple FILE --fail ID --how HOW`: what one failure does, second by second.
@CommandLine.Command(
    name = "ripple",
    description =
        "Fail one component, link or zone and follow what happens to everyone else, second by"
            + " second.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater ripple shop.design.json --fail email --how grey",
      "  stillwater ripple shop.design.json --fail orders-db --format json",
      "  stillwater ripple shop.design.json --fail order-events --how duplicate",
      "  stillwater ripple shop.design.json --fail eu-west-1a",
      "  stillwater ripple shop.design.json --how partition --between eu-west-1a,eu-west-1b"
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
      paramLabel = "ID",
      description = "What fails: the id of a component, a link or a zone.")
  @Nullable String target;

  @Option(
      names = "--how",
      paramLabel = "HOW",
      converter = FailureWords.class,
      description = {
        "How it fails. Without it a component crashes, a link is cut, a zone is lost.",
        "Components: crash (all replicas stop answering), crash-one (one of them does), grey (it"
            + " answers, many times slower), error (it answers every request with an error),"
            + " overload (it is offered more than its capacity), bad-config (a source of"
            + " configuration hands out a harmful one).",
        "Brokers and links: duplicate, reorder, loss (messages arrive twice, overtake each other,"
            + " vanish).",
        "Links and two zones: partition (both sides live and cannot reach each other).",
        "Zones: zone-loss (all that runs there is gone, the other zones carry the load)."
      })
  @Nullable Failure how;

  @Option(
      names = "--between",
      paramLabel = "ZONE",
      split = ",",
      description = "Two zones that a partition cuts off from each other, as in --between a,b.")
  List<String> between = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default) or json.")
  Format format = Format.TEXT;

  @CommandLine.Mixin OutputOption output = new OutputOption();

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
    Injection injection;
    try {
      injection = new FailTarget(analysis, loaded.get().file()).of(target, how, between);
    } catch (FailTarget.Unclear e) {
      throw misused(String.valueOf(e.getMessage()));
    }
    RippleResult result = analysis.ripple(injection);
    byte[] content =
        switch (format) {
          case JSON -> RippleJson.write(result, analysis.design());
          case TEXT ->
              new RippleText(paint(), analysis.design())
                  .of(result)
                  .getBytes(StandardCharsets.UTF_8);
        };
    output.of(this).write(content);
    return ExitCode.CLEAN;
  }
}
