package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.none;
import static dev.stillwater.report.Html.text;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.Toll;
import dev.stillwater.model.Figures;
import java.util.List;
import java.util.Locale;

/// What can stop what: every failure that costs a journey, the worst first.
final class HtmlImpact {
  /// A table for people, not an inventory; the rest is counted.
  private static final int MOST_ROWS = 40;

  /// Failing everything in every way takes too long above.
  private static final int MOST_COMPONENTS = 300;

  private HtmlImpact() {}

  static Html of(Chapter chapter, String id, PageKit kit) {
    int size = chapter.analysis().design().components().size();
    if (size == 0 || size > MOST_COMPONENTS || chapter.graph().journeys().isEmpty()) {
      return none();
    }
    List<Injection> all = chapter.analysis().injections();
    List<Toll> costly =
        ImpactTable.of(chapter.analysis(), all, Progress.UNWATCHED).rows().stream()
            .filter(toll -> !toll.lost().isEmpty())
            .toList();
    HtmlTable table =
        new HtmlTable(
            "impact",
            kit.words().heads("impact.failure", "impact.lost", "impact.first", "impact.reach"));
    for (Toll toll : costly.subList(0, Math.min(MOST_ROWS, costly.size()))) {
      table.row(
          all(
              el("b", text(toll.injection().subject())),
              text(" " + toll.injection().how().label().toLowerCase(Locale.ROOT))),
          text(lost(toll)),
          text(Figures.moment(toll.firstLoss())),
          text(Integer.toString(toll.blastRadius())));
    }
    String note =
        Figures.count(all.size(), "failure")
            + " tried one at a time: "
            + costly.size()
            + " lose a journey or make it late."
            + (costly.size() > MOST_ROWS ? " The worst " + MOST_ROWS + " are shown." : "");
    return el(
        "section",
        HtmlChapter.heading(kit, id, "impact"),
        el("p", "note", text(note)),
        table.isEmpty() ? none() : table.html());
  }

  private static String lost(Toll toll) {
    List<String> parts =
        toll.lost().stream()
            .map(lost ->
                Wording.name(lost.journey().name())
                    + (lost.state() == JourneyOutcome.State.LATE ? " (late)" : ""))
            .toList();
    return Wording.list(parts, 6);
  }
}
