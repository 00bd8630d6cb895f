package dev.stillwater.editor;

import dev.stillwater.model.AttributeChange;
import dev.stillwater.model.ChangeParts;
import dev.stillwater.model.Component;
import dev.stillwater.model.Difference;
import dev.stillwater.model.Figures;
import dev.stillwater.review.FindingChange;
import dev.stillwater.review.JourneyChange;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.ReviewDiff;
import java.util.ArrayList;
import java.util.List;

/// What was tried, in words: its changes as pieces to keep or leave, and what they do.
public final class TrialRows {
  private static final int MOST_NAMES = 3;

  private TrialRows() {}

  /// One thing that the changes do.
  ///
  /// @param turn whether it is better for the design
  /// @param key the finding to go to; empty for none
  public record EffectRow(FixSummary.Turn turn, String word, String text, String key) {}

  /// What a piece is, in one line: `adds queue mail-queue; mail goes there`.
  public static String text(ChangeParts.Part part) {
    if (part.decisions()) {
      return "Decisions";
    }
    if (part.places()) {
      return "Where things stand";
    }
    List<String> words = part.differences().stream().map(TrialRows::text).toList();
    return String.join("; ", words.subList(0, Math.min(MOST_NAMES, words.size())))
        + (words.size() > MOST_NAMES ? "; and " + (words.size() - MOST_NAMES) + " more" : "");
  }

  /// Every difference of a piece on a line of its own.
  public static String details(ChangeParts.Part part) {
    return String.join("\n", part.differences().stream().map(TrialRows::text).toList());
  }

  private static String text(Difference difference) {
    String name =
        switch (difference.sort()) {
          case DESIGN -> "The design";
          case SETTINGS -> "Thresholds";
          case ZONE -> "zone " + difference.id();
          case COMPONENT -> difference.id();
          case LINK -> difference.id();
          case JOURNEY -> "journey " + difference.id();
        };
    return switch (difference.kind()) {
      case ADDED ->
          "adds "
              + (difference.after() instanceof Component component
                  ? component.kind().noun() + " " + name
                  : difference.sort() == Difference.Sort.LINK ? "link " + name : name);
      case REMOVED ->
          "removes " + (difference.sort() == Difference.Sort.LINK ? "link " + name : name);
      case RENAMED ->
          "renames "
              + difference.formerId().orElse("")
              + " to "
              + difference.id()
              + after(difference);
      case CHANGED -> name + ": " + changes(difference.changes());
    };
  }

  private static String after(Difference difference) {
    return difference.changes().isEmpty() ? "" : ", " + changes(difference.changes());
  }

  private static String changes(List<AttributeChange> changes) {
    return String.join(", ", changes.stream().map(change -> lower(change.text())).toList());
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  /// What the changes do: journeys first, then findings that come, then those that go.
  public static List<EffectRow> effects(ReviewDiff diff) {
    List<EffectRow> rows = new ArrayList<>();
    for (JourneyChange change : diff.journeys()) {
      switch (change.kind()) {
        case BETTER -> rows.add(journey(FixSummary.Turn.BETTER, "better", change));
        case WORSE -> rows.add(journey(FixSummary.Turn.WORSE, "worse", change));
        case MIXED -> rows.add(journey(FixSummary.Turn.WORSE, "mixed", change));
        case ADDED -> rows.add(journey(FixSummary.Turn.SAME, "new", change));
        case REMOVED -> rows.add(journey(FixSummary.Turn.SAME, "removed", change));
        case SAME -> {}
      }
    }
    for (FindingChange change : diff.findings()) {
      String text =
          change.finding().finding().rule().shortId() + "  " + change.finding().finding().message();
      String key = change.after() == null ? "" : change.key();
      switch (change.kind()) {
        case NEW -> rows.add(new EffectRow(FixSummary.Turn.WORSE, "new", text, key));
        case REOPENED -> rows.add(new EffectRow(FixSummary.Turn.WORSE, "counts again", text, key));
        case WORSE -> rows.add(new EffectRow(FixSummary.Turn.WORSE, "worse", text, key));
        case BETTER -> rows.add(new EffectRow(FixSummary.Turn.BETTER, "milder", text, key));
        case RESTATED -> rows.add(new EffectRow(FixSummary.Turn.SAME, "other numbers", text, key));
        case SETTLED -> rows.add(new EffectRow(FixSummary.Turn.BETTER, "settled", text, key));
        case GONE -> rows.add(new EffectRow(FixSummary.Turn.BETTER, "gone", text, key));
      }
    }
    return rows;
  }

  private static EffectRow journey(FixSummary.Turn turn, String word, JourneyChange change) {
    return new EffectRow(turn, word, change.verdict().journey().name() + ": " + fares(change), "");
  }

  /// How a journey fares: what stops it now or no more, and how long it takes at worst.
  static String fares(JourneyChange change) {
    List<String> parts = new ArrayList<>();
    if (!change.stoppersGone().isEmpty()) {
      parts.add("no longer stopped by " + names(change.stoppersGone()));
    }
    if (!change.stoppersNew().isEmpty()) {
      parts.add("now stopped by " + names(change.stoppersNew()));
    }
    JourneyVerdict was = change.before();
    JourneyVerdict is = change.after();
    if (was != null
        && is != null
        && !Figures.time(was.worstLatency()).equals(Figures.time(is.worstLatency()))) {
      parts.add(
          "worst latency "
              + Figures.time(was.worstLatency())
              + " → "
              + Figures.time(is.worstLatency()));
    }
    return String.join("; ", parts);
  }

  private static String names(List<JourneyVerdict.Stopper> stoppers) {
    List<String> names = stoppers.stream().map(JourneyVerdict.Stopper::component).toList();
    return String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
        + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
  }
}
