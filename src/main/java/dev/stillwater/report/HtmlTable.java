package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;
import static dev.stillwater.report.Html.text;

import java.util.ArrayList;
import java.util.List;

/// A table while it is filled. Its cells name their column, so that a narrow screen can stack them.
final class HtmlTable {
  private final String classes;
  private final List<String> heads;
  private final List<Html> rows = new ArrayList<>();

  HtmlTable(String classes, String... heads) {
    this.classes = classes;
    this.heads = List.of(heads);
  }

  HtmlTable row(Html... cells) {
    return row(Html.none(), List.of(cells));
  }

  /// A row with an attribute of its own.
  HtmlTable row(Html attribute, List<Html> cells) {
    if (cells.size() != heads.size()) {
      throw new IllegalArgumentException(cells.size() + " cells under " + heads.size() + " heads");
    }
    List<Html> parts = new ArrayList<>();
    parts.add(attribute);
    for (int i = 0; i < cells.size(); i++) {
      parts.add(
          heads.get(i).isEmpty()
              ? el("td", "number", cells.get(i))
              : el("td", attr("data-head", heads.get(i)), cells.get(i)));
    }
    rows.add(new Html.Element("tr", parts));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  Html html() {
    return el(
        "div",
        "scroll",
        el(
            "table",
            classes,
            el(
                "thead",
                el(
                    "tr",
                    all(
                        heads.stream()
                            .map(head -> el("th", attr("scope", "col"), text(head)))
                            .toList()))),
            el("tbody", all(rows))));
  }
}
