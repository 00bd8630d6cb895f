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
  private final String id;
  private final PageKit kit;
  private final Words words;

  HtmlMethod(Chapter chapter, String id, PageKit kit) {
    this.chapter = chapter;
    this.id = id;
    this.kit = kit;
    this.words = kit.words();
  }

  Html rules() {
    return el(
        "section",
        "rules",
        HtmlChapter.heading(kit, id, "rules"),
        el(
            "div",
            "columns",
            rulesOf(State.NOT_ENOUGH_INFORMATION),
            rulesOf(State.PASSED),
            rulesOf(State.NOT_APPLICABLE),
            rulesOf(State.SWITCHED_OFF),
            rulesOf(State.VIOLATED)));
  }

  private Html rulesOf(State state) {
    List<RuleStatus> some =
        chapter.review().rules().stream().filter(status -> status.state() == state).toList();
    if (some.isEmpty()) {
      return none();
    }
    return el(
        "div",
        el("h3", "label", text(words.of("rules." + state.word()) + " (" + some.size() + ")")),
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

  Html method() {
    return el(
        "section",
        "method",
        HtmlChapter.heading(kit, id, "method"),
        all(Method.PARAGRAPHS.stream().map(line -> el("p", text(line))).toList()),
        Method.unmeasured(chapter).map(line -> el("p", text(line))).orElse(none()),
        el("h3", "label", text(words.of("method.simplifications"))),
        el("ul", all(Method.SIMPLIFICATIONS.stream().map(it -> el("li", text(it))).toList())),
        thresholds(),
        unknownFields(),
        el(
            "dl",
            "facts",
            fact("fact.file", chapter.file()),
            fact("fact.design", chapter.hash()),
            fact("fact.rules", Method.rules(chapter)),
            fact("fact.tool", kit.presentation().tool()),
            chapter.filter().words().map(filter -> fact("fact.filter", filter)).orElse(none()),
            fact("fact.day", chapter.day().toString())));
  }

  private Html thresholds() {
    Attributes settings = chapter.review().document().design().settings();
    HtmlTable table =
        new HtmlTable(
            "thresholds", words.heads("method.threshold", "method.value", "method.meaning"));
    for (Attribute<?> attribute : Settings.TABLE.all()) {
      table.row(
          text(attribute.label()),
          el("b", text(shown(settings, attribute))),
          el("span", "muted", text(attribute.help())));
    }
    return all(el("h3", "label", text(words.of("method.thresholds"))), table.html());
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

  private Html fact(String key, String value) {
    return all(el("dt", text(words.of(key))), el("dd", el("code", text(Wording.line(value)))));
  }
}
