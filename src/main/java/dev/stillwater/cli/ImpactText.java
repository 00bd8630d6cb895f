package dev.stillwater.cli;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.analysis.ripple.Pairs;
import dev.stillwater.analysis.ripple.Toll;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.report.ImpactJson;
import dev.stillwater.review.PathAbsorber.Absorption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What failures cost, as tables for a terminal.
final class ImpactText {
  private final Paint paint;
  private final Design design;
  private final StringBuilder out = new StringBuilder();

  ImpactText(Paint paint, Design design) {
    this.paint = paint;
    this.design = design;
  }

  /// What stops a journey, and the cheapest change against it.
  record Stopped(ImpactTable.Stopper stopper, @Nullable Absorption absorption) {
    ImpactJson.Stopped entry() {
      return new ImpactJson.Stopped(stopper, absorption);
    }
  }

  String of(ImpactTable table, boolean all) {
    List<Toll> shown =
        all ? table.rows() : table.rows().stream().filter(it -> !it.lost().isEmpty()).toList();
    long harmless = table.rows().stream().filter(toll -> toll.lost().isEmpty()).count();
    heading(
        table.rows().size()
            - harmless
            + " of "
            + Words.plural(table.rows().size(), "failure", "failures")
            + " lose a journey");
    tolls(shown);
    if (!all && harmless > 0) {
      line(paint.muted(harmless + " more cost no journey; --all lists them."));
    }
    return out.toString();
  }

  String of(Pairs pairs) {
    heading(
        Words.plural(pairs.found().size(), "pair", "pairs")
            + " of crashes lose a journey that neither loses alone");
    tolls(pairs.found());
    line(
        paint.muted(
            pairs.near() > pairs.followed()
                ? "Followed the first "
                    + pairs.followed()
                    + " of "
                    + pairs.near()
                    + " pairs that come near each other."
                : "Followed all "
                    + pairs.followed()
                    + " pairs that come near each other; others cannot do more together."));
    return out.toString();
  }

  private void heading(String text) {
    line(paint.strong(Safe.line(design.name())) + ": " + text);
    line("");
  }

  private void tolls(List<Toll> tolls) {
    int who = tolls.stream().mapToInt(toll -> name(toll.injection()).length()).max().orElse(0);
    for (Toll toll : tolls) {
      String name = name(toll.injection());
      line(
          "  "
              + name
              + " ".repeat(who - name.length())
              + "  "
              + (toll.lost().isEmpty()
                  ? paint.good("  none lost")
                  : paint.bad(
                      String.format("%2d lost", toll.lost().size())
                          + " from "
                          + Figures.moment(toll.firstLoss())))
              + paint.muted(
                  "  " + Words.plural(toll.blastRadius(), "other notices", "others notice")));
      for (Toll.Lost lost : toll.lost()) {
        line("      " + lost(lost.journey(), lost.state(), lost.t()));
      }
    }
  }

  private String lost(Journey journey, State state, double t) {
    String what = Safe.line(journey.name());
    return state == State.DOWN
        ? paint.bad("✗ ") + what + " is down at " + Figures.moment(t)
        : paint.warning("! ") + what + " is late from " + Figures.moment(t);
  }

  String of(Journey journey, List<Stopped> rows) {
    heading(
        rows.isEmpty()
            ? "nothing alone stops " + Safe.line(journey.name())
            : "what alone stops " + Safe.line(journey.name()));
    for (Stopped row : rows) {
      ImpactTable.Stopper stopper = row.stopper();
      line(
          "  "
              + String.format("%10s  ", Figures.moment(stopper.t()))
              + name(stopper.injection())
              + (stopper.state() == State.LATE ? paint.warning("  late") : ""));
      Absorption absorption = row.absorption();
      if (absorption != null) {
        line(
            "              "
                + paint.good("→ ")
                + Safe.line(absorption.recommendation().title())
                + paint.muted(
                    " ("
                        + absorption.effort().word()
                        + " effort"
                        + (absorption.saved().size() > 1
                            ? ", saves " + absorption.saved().size() + " journeys"
                            : "")
                        + ")"));
      }
    }
    return out.toString();
  }

  String of(Node node, List<ImpactTable.Harm> harms, List<ImpactTable.Harmed> harmed) {
    heading("what can hurt " + Safe.line(node.component().name()));
    for (ImpactTable.Harm harm : harms) {
      fact(harm.fact(), name(harm.injection()));
    }
    if (harms.isEmpty()) {
      line("  nothing elsewhere");
    }
    for (ImpactTable.Harmed each : harmed) {
      line("");
      line(paint.strong("Whom it hurts") + " when it " + verb(each.injection()));
      each.facts().forEach(fact -> fact(fact, fact.node().id()));
      if (each.facts().isEmpty()) {
        line("  nobody");
      }
    }
    return out.toString();
  }

  private void fact(Fact fact, String who) {
    line(
        String.format("%12s  ", Figures.moment(fact.t()))
            + who
            + "  "
            + paint.muted(fact.impact().label() + ": ")
            + Safe.line(fact.why()));
  }

  private static String name(Injection injection) {
    return Safe.line(injection.target()) + " " + injection.how().word();
  }

  private static String verb(Injection injection) {
    return injection.how().label().toLowerCase(Locale.ROOT);
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
