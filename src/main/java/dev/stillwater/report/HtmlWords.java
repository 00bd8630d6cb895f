package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.text;

import dev.stillwater.review.Review;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The small pieces that recur in a page.
final class HtmlWords {
  private HtmlWords() {}

  /// The shape and colour of a severity, readable aloud.
  static Html mark(Severity severity) {
    return el(
        "span",
        "mark " + severity.word(),
        attr("role", "img"),
        attr("aria-label", severity.word()),
        attr("title", severity.word()),
        text(severity.mark()));
  }

  /// How many findings count, for each severity that has any.
  static Html counts(Review review) {
    Map<Severity, Integer> summary = review.summary();
    List<Html> result = new ArrayList<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      int count = summary.getOrDefault(severity, 0);
      if (count > 0) {
        result.add(el("span", "count", text(Integer.toString(count)), text(" "), mark(severity)));
      }
    }
    return result.isEmpty() ? text("none") : Html.joined(result, text(" "));
  }

  static Html grade(Verdict verdict, Words words) {
    return el("span", "grade " + gradeClass(verdict), text(grade(words, verdict)));
  }

  static String grade(Words words, Verdict verdict) {
    return words.of("grade." + verdict.grade().word());
  }

  static String gradeClass(Verdict verdict) {
    return switch (verdict.grade()) {
      case NOT_READY -> "bad";
      case WITH_CONDITIONS -> "fair";
      case READY -> "good";
    };
  }

  /// A value that a change makes better, worse or leaves.
  static Html change(String before, String after, boolean better) {
    return before.equals(after)
        ? text(after)
        : all(
            el("s", text(before)), text(" → "), el("b", better ? "better" : "worse", text(after)));
  }
}
