package dev.stillwater.cli;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Settings;
import java.util.List;

/// A ripple for people: a timeline, then what it means for the journeys and what held.
final class RippleText {
  private final Paint paint;
  private final Design design;
  private final StringBuilder out = new StringBuilder();

  RippleText(Paint paint, Design design) {
    this.paint = paint;
    this.design = design;
  }

  String of(RippleResult result) {
    line(
        paint.strong(Safe.line(design.name()))
            + ": "
            + result.injection().subject()
            + " "
            + verb(result.injection()));
    line("");
    facts(result.facts());
    line("");
    line(paint.strong("Journeys"));
    if (result.journeys().isEmpty()) {
      line("  none in this design");
    }
    result.journeys().forEach(this::journey);
    if (!result.absorbers().isEmpty()) {
      line("");
      line(paint.strong("What held"));
      result.absorbers().forEach(this::absorber);
    }
    return out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private String verb(Injection injection) {
    return switch (injection.how()) {
      case CRASH -> "crashes";
      case GREY -> "answers " + Figures.number(design.setting(Settings.GREY)) + "× slower";
      case ERROR -> "answers every request with an error";
      case OVERLOAD -> "is offered more than its capacity";
      case CRASH_ONE -> "loses one replica";
      case BAD_CONFIG -> "hands out a harmful configuration";
      case PARTITION ->
          injection.on() == Injection.Target.ZONES ? "cannot reach each other" : "is cut";
      case ZONE_LOSS -> "is lost";
      case DUPLICATE -> "delivers messages twice";
      case REORDER -> "delivers messages out of order";
      case LOSS -> "loses messages";
    };
  }

  private void facts(List<Fact> facts) {
    int component = width(facts.stream().map(fact -> fact.node().id()).toList());
    int impact = width(facts.stream().map(fact -> fact.impact().label()).toList());
    for (Fact fact : facts) {
      line(
          String.format("%10s  ", Figures.moment(fact.t()))
              + pad(fact.node().id(), component)
              + "  "
              + tone(fact.impact(), pad(fact.impact().label(), impact))
              + "  "
              + Safe.line(fact.why())
              + (fact.hurtsEverybody()
                  ? ""
                  : paint.muted("  (only " + journeyName(fact.scope()) + ")")));
    }
  }

  private static int width(List<String> words) {
    return words.stream().mapToInt(word -> word.codePointCount(0, word.length())).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
  }

  private String tone(Impact impact, String text) {
    return switch (impact) {
      case SILENT, ERR, LOSS, DUP, REORDER, OVERLOAD -> paint.bad(text);
      case SLOW, DEGRADED, STALE, BLIND -> paint.warning(text);
      case BACKLOG, FULL -> paint.calm(text);
    };
  }

  private String journeyName(String id) {
    return Safe.line(design.journeys().find(id).map(Journey::name).orElse(id));
  }

  private void journey(JourneyOutcome outcome) {
    String name = journeyName(outcome.id());
    switch (outcome.state()) {
      case DOWN -> line(paint.bad("  ✗ " + name + " is down at " + Figures.moment(outcome.t())));
      case LATE ->
          line(paint.warning("  ! " + name + " is late from " + Figures.moment(outcome.t())));
      case WRONG ->
          line(paint.warning("  ≠ " + name + " is wrong from " + Figures.moment(outcome.t())));
      case DEGRADED ->
          line(paint.warning("  ~ " + name + " is degraded from " + Figures.moment(outcome.t())));
      case OK -> line(paint.good("  ✓ " + name) + " goes on");
    }
    String arrow = "      ";
    for (Fact fact : outcome.path()) {
      line(arrow + Figures.moment(fact.t()) + "  " + Safe.line(fact.why()));
      arrow = "    → ";
    }
  }

  private void absorber(Absorber absorber) {
    line(
        "  "
            + paint.good(pad(absorber.kind().word().replace('-', ' '), 16))
            + (absorber.onLink() ? "on " : "")
            + absorber.element()
            + paint.muted(
                Double.isInfinite(absorber.holds())
                    ? "  for as long as it takes"
                    : "  for " + Figures.time(absorber.holds())));
  }
}
