package dev.stillwater.report;

import static dev.stillwater.report.Html.all;
import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;

import java.util.ArrayList;
import java.util.List;

/// The places of a page that one may want to jump to, in their order, gathered while it is built.
final class Bookmarks {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(int level, String id, String title) {}

  /// @param level 0 for a chapter, 1 for a section, 2 for a finding
  void add(int level, String id, String title) {
    entries.add(new Entry(level, id, title));
  }

  /// The outline of a document as its head has it.
  Html html() {
    return el("bookmarks", all(children(0, entries.size(), 0)));
  }

  private List<Html> children(int from, int to, int level) {
    List<Html> result = new ArrayList<>();
    int at = from;
    while (at < to) {
      int end = at + 1;
      while (end < to && entries.get(end).level() > level) {
        end++;
      }
      Entry entry = entries.get(at);
      result.add(
          el(
              "bookmark",
              attr("name", entry.title()),
              attr("href", "#" + entry.id()),
              all(children(at + 1, end, level + 1))));
      at = end;
    }
    return result;
  }
}
