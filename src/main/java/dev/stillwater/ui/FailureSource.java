package dev.stillwater.ui;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.Pairs;
import dev.stillwater.editor.FailureCosts;
import dev.stillwater.editor.FailureCosts.Around;
import dev.stillwater.editor.FailureCosts.Remedy;
import dev.stillwater.editor.FailureCosts.Table;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.review.PathAbsorber;
import dev.stillwater.review.Review;
import java.util.List;
import java.util.Optional;

/// Works out what failures cost with the engines of the window.
final class FailureSource implements FailureCosts.Source {
  private static final List<Failure> WAYS =
      List.of(Failure.CRASH, Failure.GREY, Failure.ERROR, Failure.OVERLOAD);

  private final Engines engines;

  FailureSource(Engines engines) {
    this.engines = engines;
  }

  private Analysis analysis(Document document, Progress progress) {
    return Analysis.of(document.design(), engines.presets(), progress);
  }

  @Override
  public Table each(Document document, Progress progress) {
    Analysis analysis = analysis(document, progress);
    ImpactTable table = ImpactTable.of(analysis, analysis.injections(), progress);
    return new Table(FailureCosts.rows(document.design(), table.rows()), "");
  }

  @Override
  public Table pairs(Document document, Progress progress) {
    Analysis analysis = analysis(document, progress);
    List<Node> candidates =
        analysis.graph().nodes().stream().filter(node -> !node.kind().isEdge()).toList();
    Pairs pairs = Pairs.of(analysis, candidates, Pairs.MOST, progress);
    String note =
        pairs.near() > pairs.followed()
            ? "The first "
                + Figures.number(pairs.followed())
                + " of "
                + Figures.number(pairs.near())
                + " pairs that come near each other were followed."
            : "";
    return new Table(FailureCosts.rows(document.design(), pairs.found()), note);
  }

  @Override
  public Around around(Document document, String component, Progress progress) {
    Analysis analysis = analysis(document, progress);
    Design design = document.design();
    Node node = analysis.graph().node(component);
    List<ImpactTable.Harmed> harmed =
        WAYS.stream()
            .map(how -> new Injection(component, how))
            .map(injection ->
                new ImpactTable.Harmed(injection, ImpactTable.whomHurts(analysis, injection)))
            .toList();
    return FailureCosts.around(
        design,
        component,
        ImpactTable.whatHurts(analysis, node, analysis.injections(), progress),
        harmed);
  }

  @Override
  public List<Remedy> remedies(Document document, Injection injection, Progress progress) {
    Analysis analysis = analysis(document, progress);
    Review review = engines.reviewer().review(document, analysis, engines.today().get(), progress);
    PathAbsorber absorber = new PathAbsorber(analysis, review, progress);
    return analysis.toll(injection).lost().stream()
        .map(lost -> {
          boolean late = lost.state() == JourneyOutcome.State.LATE;
          return new Remedy(
              lost.journey().name(),
              late,
              lost.t(),
              late ? Optional.empty() : absorber.cheapest(injection, lost.journey().id()));
        })
        .toList();
  }
}
