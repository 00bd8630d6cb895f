package dev.stillwater.editor;

import dev.stillwater.model.Figures;
import dev.stillwater.review.Effort;
import dev.stillwater.review.FixPlan;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.Vitals;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// How a plan and a trial are spoken of.
public final class PlanWords {
  private static final String[] NUMBERS = {"No", "One", "Two", "Three", "Four", "Five", "Six"};

  private PlanWords() {}

  /// What a step does: the title of its change, and for how many elements.
  public static String title(PlanStep step) {
    return title(step.recommendations());
  }

  /// `Set a timeout on mail`, `Set a timeout on mail · and 2 more like it`.
  public static String title(List<Recommendation> changes) {
    String first = changes.getFirst().title();
    return changes.size() == 1 ? first : first + " · and " + (changes.size() - 1) + " more like it";
  }

  public static String effort(Effort effort) {
    return switch (effort) {
      case SMALL -> "small effort";
      case MEDIUM -> "medium effort";
      case LARGE -> "large effort";
    };
  }

  /// `Three changes remove 14 of 20 findings, save 3 of 4 journeys and bring 2 follow-ups`.
  public static String headline(Vitals before, FixPlan.FixSet set) {
    int changes = set.changes().size();
    int saved = before.journeysAtRisk() - set.after().journeysAtRisk();
    boolean one = changes == 1;
    List<String> parts = new ArrayList<>();
    parts.add(
        (one ? "removes " : "remove ")
            + set.gone()
            + " of "
            + Figures.count(before.open(), "finding"));
    if (saved > 0) {
      parts.add(
          (one ? "saves " : "save ")
              + saved
              + " of "
              + Figures.count(before.journeysAtRisk(), "journey"));
    } else if (set.after().ways() < before.ways()) {
      parts.add(
          (one ? "leaves " : "leave ")
              + set.after().ways()
              + " of "
              + Figures.count(before.ways(), "way")
              + " to lose a journey");
    }
    if (set.fresh() > 0) {
      parts.add((one ? "brings " : "bring ") + Figures.count(set.fresh(), "follow-up"));
    }
    String last = parts.removeLast();
    return number(changes)
        + (one ? " change " : " changes ")
        + (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last);
  }

  /// What is at risk once a step is made: `2 of 4 journeys at risk`, `1 way to lose it`.
  public static String risk(Vitals after) {
    return after.journeys() > 1
        ? after.journeysAtRisk() + " of " + after.journeys() + " journeys at risk"
        : Figures.count(after.ways(), "way") + " to lose it";
  }

  private static String number(int number) {
    return number < NUMBERS.length ? NUMBERS[number] : Integer.toString(number);
  }

  /// How good the set is.
  public static String bound(FixPlan.FixSet set) {
    return set.isExact()
        ? "All sets of up to three were judged; none is better."
        : "Found step by step. Unless changes help each other, three remove at most "
            + set.atMost()
            + ".";
  }

  /// The figures of two states side by side, the weightiest first; those that nobody has are left
  /// out.
  public static List<FixSummary.Delta> figures(Vitals before, Vitals after) {
    List<FixSummary.Delta> result = new ArrayList<>();
    add(result, "findings", before.open(), after.open(), PlanWords::whole);
    for (Severity severity : List.of(Severity.values()).reversed()) {
      int was = before.findings().getOrDefault(severity, 0);
      int is = after.findings().getOrDefault(severity, 0);
      if (was > 0 || is > 0) {
        add(result, severity.word(), was, is, PlanWords::whole);
      }
    }
    add(
        result,
        "journeys at risk",
        before.journeysAtRisk(),
        after.journeysAtRisk(),
        PlanWords::whole);
    add(result, "ways to lose a journey", before.ways(), after.ways(), PlanWords::whole);
    if (!Double.isNaN(before.worstLatency()) || !Double.isNaN(after.worstLatency())) {
      add(result, "worst latency", before.worstLatency(), after.worstLatency(), Figures::time);
    }
    add(
        result,
        "attempts per request",
        before.amplification(),
        after.amplification(),
        Figures::number);
    return result;
  }

  private static String whole(double number) {
    return Integer.toString((int) number);
  }

  private static void add(
      List<FixSummary.Delta> into,
      String label,
      double before,
      double after,
      DoubleFunction<String> show) {
    FixSummary.Turn turn =
        after < before
            ? FixSummary.Turn.BETTER
            : after > before ? FixSummary.Turn.WORSE : FixSummary.Turn.SAME;
    into.add(new FixSummary.Delta(label, show.apply(before), show.apply(after), turn));
  }
}
