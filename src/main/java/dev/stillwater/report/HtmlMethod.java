package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.none;
import static dev.stillwater.report.Html.text;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.RuleStatus.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a verdict rests on: what each rule became, the method, its simplifications, the thresholds.
final class HtmlMethod {
  private final Chapter chapter;

  HtmlMethod(Chapter chapter) {
    this.chapter = chapter;
  }

  Html html() {
    return all(rules(), method());
  }

  private Html rules() {
    return el(
        "section",
        "rules",
        el("h2", text("What each rule became")),
        el(
            "div",
            "columns",
            rulesOf(State.NOT_ENOUGH_INFORMATION, "Not enough information"),
            rulesOf(State.PASSED, "Passed"),
            rulesOf(State.NOT_APPLICABLE, "Not applicable"),
            rulesOf(State.SWITCHED_OFF, "Switched off by a rules file"),
            rulesOf(State.VIOLATED, "Violated")));
  }

  private Html rulesOf(State state, String title) {
    List<RuleStatus> some =
        chapter.review().rules().stream().filter(status -> status.state() == state).toList();
    if (some.isEmpty()) {
      return none();
    }
    return el(
        "div",
        el("h4", text(title + " (" + some.size() + ")")),
        el(
            "ul",
            "plain",
            all(
                some.stream()
                    .map(status ->
                        el(
                            "li",
                            el("code", text(status.rule().shortId())),
                            text(" " + status.rule().title()),
                            el("span", "muted", text(count(status)))))
                    .toList())));
  }

  private static String count(RuleStatus status) {
    return switch (status.state()) {
      case VIOLATED -> " · " + Figures.count(status.findings(), "finding");
      case NOT_ENOUGH_INFORMATION -> " · " + Figures.count(status.questions(), "question");
      case PASSED -> " · " + status.examined() + " examined";
      case NOT_APPLICABLE, SWITCHED_OFF -> "";
    };
  }

  private Html method() {
    return el(
        "section",
        "method",
        el("h2", text("Method and assumptions")),
        all(Method.PARAGRAPHS.stream().map(line -> el("p", text(line))).toList()),
        Method.unmeasured(chapter).map(line -> el("p", text(line))).orElse(none()),
        el("h4", text("Known simplifications")),
        el("ul", all(Method.SIMPLIFICATIONS.stream().map(it -> el("li", text(it))).toList())),
        thresholds(),
        unknownFields(),
        el(
            "dl",
            "facts",
            fact("File", chapter.file()),
            fact("Design", chapter.hash()),
            fact("Rules", Integer.toString(chapter.review().rules().size())),
            fact("Reviewed on", chapter.day().toString())));
  }

  private Html thresholds() {
    Attributes settings = chapter.review().document().design().settings();
    HtmlTable table = new HtmlTable("thresholds", "Threshold", "Value", "Meaning");
    for (Attribute<?> attribute : Settings.TABLE.all()) {
      table.row(
          text(attribute.label()),
          el("b", text(shown(settings, attribute))),
          el("span", "muted", text(attribute.help())));
    }
    return all(el("h4", text("Thresholds")), table.html());
  }

  private static <T> String shown(Attributes settings, Attribute<T> attribute) {
    String value = attribute.type().show(settings.orDefault(attribute));
    return settings.declares(attribute) ? value + " (declared)" : value;
  }

  private Html unknownFields() {
    Map<String, String> unknown = new TreeMap<>(chapter.review().document().design().unknown());
    return unknown.isEmpty()
        ? none()
        : el(
            "p",
            text(
                "The file has parts that this version does not know and did not judge: "
                    + String.join(", ", unknown.keySet())
                    + "."));
  }

  private static Html fact(String term, String value) {
    return all(el("dt", text(term)), el("dd", el("code", text(Wording.line(value)))));
  }
}
