package dev.stillwater.cli;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Passes;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.Pairs;
import dev.stillwater.model.Journey;
import dev.stillwater.report.ImpactJson;
import dev.stillwater.review.PathAbsorber;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater impact FILE`: what every failure costs.
@CommandLine.Command(
    name = "impact",
    description = {
      "Fail every component in every way, one at a time, and list what it costs: journeys lost,"
          + " how soon, and how many other components notice. The worst comes first.",
      "With --journey: everything that alone can stop a journey, and the cheapest change that"
          + " would keep each failure away from it. With --component: what can hurt it, and whom it"
          + " hurts. With --pairs: which two crashes together lose a journey that neither loses"
          + " alone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater impact shop.design.json",
      "  stillwater impact shop.design.json --journey place-order",
      "  stillwater impact shop.design.json --component email",
      "  stillwater impact shop.design.json --pairs --format json"
    })
final class ImpactCommand extends Command {
  /// How the result is written.
  enum Format {
    TEXT,
    JSON
  }

  /// The questions of which one at a time is answered.
  static final class Question {
    @Option(
        names = "--journey",
        paramLabel = "JOURNEY",
        description = "The id of a journey: what alone can stop it?")
    @Nullable String journey;

    @Option(
        names = "--component",
        paramLabel = "COMPONENT",
        description = "The id of a component: what can hurt it, and whom does it hurt?")
    @Nullable String component;

    @Option(
        names = "--pairs",
        description = "Which two crashes together lose a journey that neither loses alone?")
    boolean pairs;
  }

  @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String file;

  @CommandLine.ArgGroup Question question = new Question();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default) or json.")
  Format format = Format.TEXT;

  @Option(names = "--all", description = "List failures that cost no journey, too.")
  boolean all;

  @CommandLine.Mixin OutputOption output = new OutputOption();

  ImpactCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Optional<DesignInput.Loaded> loaded = new DesignInput(this).read(file);
    if (loaded.isEmpty()) {
      return ExitCode.USAGE;
    }
    Analysis analysis =
        Analysis.of(
            loaded.get().document().design(), loaded.get().presets(), Progress.UNWATCHED, HELPED);
    String text;
    try (ProgressLine progress = ProgressLine.of(this, "Failing " + loaded.get().file())) {
      text = answer(loaded.get(), analysis, progress);
    }
    output.of(this).write(text.getBytes(StandardCharsets.UTF_8));
    return ExitCode.CLEAN;
  }

  private String answer(DesignInput.Loaded loaded, Analysis analysis, Progress progress) {
    String wantedJourney = question.journey;
    String wantedComponent = question.component;
    if (wantedJourney != null) {
      return ofJourney(loaded, analysis, wantedJourney, progress);
    }
    if (wantedComponent != null) {
      return ofComponent(loaded, analysis, wantedComponent, progress);
    }
    if (question.pairs) {
      List<Node> candidates =
          analysis.graph().nodes().stream().filter(node -> !node.kind().isEdge()).toList();
      Pairs pairs = Pairs.of(analysis, candidates, Pairs.MOST, progress);
      return format == Format.JSON
          ? ImpactJson.of(analysis.design(), pairs)
          : new ImpactText(paint(), analysis.design()).of(pairs);
    }
    ImpactTable table = ImpactTable.of(analysis, analysis.injections(), progress);
    return format == Format.JSON
        ? ImpactJson.of(analysis.design(), table)
        : new ImpactText(paint(), analysis.design()).of(table, all);
  }

  private String ofJourney(
      DesignInput.Loaded loaded, Analysis analysis, String id, Progress progress) {
    List<String> known = List.copyOf(analysis.design().journeys().ids());
    Journey journey =
        analysis
            .design()
            .journeys()
            .find(id)
            .orElseThrow(() -> unknown(loaded.file(), "journey", id, known));
    Passes passes = new Passes(progress);
    passes.until(0.5);
    ImpactTable table = ImpactTable.of(analysis, analysis.injections(), passes);
    List<ImpactTable.Stopper> stoppers = table.stoppers().getOrDefault(id, List.of());
    Reviewer reviewer = new Reviewer(loaded.presets());
    passes.until(1);
    Review review = reviewer.review(loaded.document(), analysis, session.today(), passes);
    PathAbsorber absorber = new PathAbsorber(analysis, review, passes);
    List<ImpactText.Stopped> rows =
        stoppers.stream()
            .map(stopper ->
                new ImpactText.Stopped(
                    stopper, absorber.cheapest(stopper.injection(), id).orElse(null)))
            .toList();
    return format == Format.JSON
        ? ImpactJson.of(journey, rows.stream().map(ImpactText.Stopped::entry).toList())
        : new ImpactText(paint(), analysis.design()).of(journey, rows);
  }

  private String ofComponent(
      DesignInput.Loaded loaded, Analysis analysis, String id, Progress progress) {
    List<String> known = analysis.graph().nodes().stream().map(Node::id).toList();
    Node node =
        analysis
            .graph()
            .findNode(id)
            .orElseThrow(() -> unknown(loaded.file(), "component", id, known));
    List<ImpactTable.Harm> harms =
        ImpactTable.whatHurts(analysis, node, analysis.injections(), progress);
    List<ImpactTable.Harmed> harmed =
        List.of(Failure.CRASH, Failure.GREY, Failure.ERROR, Failure.OVERLOAD).stream()
            .map(how -> new Injection(id, how))
            .map(injection ->
                new ImpactTable.Harmed(injection, ImpactTable.whomHurts(analysis, injection)))
            .toList();
    return format == Format.JSON
        ? ImpactJson.of(node, harms, harmed)
        : new ImpactText(paint(), analysis.design()).of(node, harms, harmed);
  }

  private RuntimeException unknown(String name, String sort, String id, List<String> known) {
    return misused(
        name
            + " has no "
            + sort
            + " "
            + id
            + "."
            + (known.isEmpty() ? " It has none at all." : Suggestions.sentence(id, known)));
  }
}
