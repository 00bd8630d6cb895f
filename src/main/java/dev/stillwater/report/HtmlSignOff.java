package dev.stillwater.report;

import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.text;

import java.util.ArrayList;
import java.util.List;

/// Lines on which those who reviewed sign.
final class HtmlSignOff {
  private static final int LINES = 3;

  private HtmlSignOff() {}

  static Html of(String id, PageKit kit) {
    Words words = kit.words();
    HtmlTable table =
        new HtmlTable("sign", words.heads("sign.name", "sign.role", "sign.day", "sign.signature"));
    List<String> names = new ArrayList<>(kit.presentation().reviewers());
    while (names.size() < LINES) {
      names.add("");
    }
    for (String name : names) {
      table.row(text(Wording.line(name)), text(""), text(""), text(""));
    }
    return el("section", "signatures", HtmlChapter.heading(kit, id, "sign"), table.html());
  }
}
