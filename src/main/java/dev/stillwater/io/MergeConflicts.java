package dev.stillwater.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the marks that git leaves where two people changed the same lines, and names the elements
/// between them. A line break inside a text is no JSON, so a mark at the beginning of a line can
/// only be one.
final class MergeConflicts {
  /// One conflict.
  ///
  /// @param offset where its first mark begins
  record Conflict(int offset, String message, String advice) {}

  private static final int MOST = 100;

  private static final Pattern SECTION =
      Pattern.compile(
          "\\s*\"(settings|zones|components|links|journeys|scenarios|decisions|namedViews|layout|bends|frames)\"\\s*:.*");
  private static final Pattern ID = Pattern.compile("\"(?:id|target)\"\\s*:\\s*\"([^\"]{1,201})\"");

  private final SourceText text;
  private final List<Conflict> conflicts = new ArrayList<>();
  private String section = "";
  private String lastId = "";
  private int start = -1;
  private String ours = "";
  private final Set<String> elements = new LinkedHashSet<>();

  private MergeConflicts(SourceText text) {
    this.text = text;
  }

  static List<Conflict> find(SourceText text) {
    MergeConflicts search = new MergeConflicts(text);
    if (search.anyMark()) {
      search.run();
    }
    return search.conflicts;
  }

  private boolean anyMark() {
    for (int i = 0; i < text.length; i++) {
      if (text.chars[i] == '<' && isMark(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMark(int offset) {
    for (int i = 0; i < 7; i++) {
      if (text.charAt(offset + i) != '<') {
        return false;
      }
    }
    return offset == 0 || text.charAt(offset - 1) == '\n';
  }

  private void run() {
    int from = 0;
    while (from < text.length && conflicts.size() < MOST) {
      int to = from;
      while (to < text.length && text.charAt(to) != '\n') {
        to++;
      }
      if (to > from) {
        // Elements stand on one line each, and marks are short: the beginning of a line will do.
        line(from, text.substring(from, Math.min(to, from + 4_000)).strip());
      }
      from = to + 1;
    }
  }

  private void line(int offset, String line) {
    if (isMark(offset)) {
      start = offset;
      ours = line.substring(7).strip();
      elements.clear();
      return;
    }
    if (start >= 0 && line.startsWith(">>>>>>>")) {
      end(offset, line.substring(7).strip());
      start = -1;
      return;
    }
    if (line.indexOf('"') < 0 && !line.equals("{") && !line.startsWith("}")) {
      return;
    }
    Matcher begins = SECTION.matcher(line);
    if (begins.matches()) {
      section = begins.group(1);
      lastId = "";
    }
    if (line.equals("{") || line.startsWith("}")) {
      lastId = "";
    }
    Matcher ids = ID.matcher(line);
    while (ids.find()) {
      lastId = ids.group(1);
      if (start >= 0) {
        elements.add(lastId);
      }
    }
    if (start >= 0 && elements.isEmpty() && !lastId.isEmpty()) {
      elements.add(lastId);
    }
  }

  private void end(int offset, String theirs) {
    String sides = ours.isEmpty() || theirs.isEmpty() ? "" : " between " + ours + " and " + theirs;
    conflicts.add(
        new Conflict(
            start,
            "a merge conflict"
                + sides
                + " is not resolved, down to line "
                + text.at(offset).line()
                + concerned(),
            "Keep one of the two versions and remove the lines that begin with <<<<<<<, ======="
                + " and >>>>>>>."));
  }

  private String concerned() {
    if (elements.isEmpty()) {
      return section.isEmpty() ? "" : "; it concerns the " + section;
    }
    boolean one = elements.size() == 1;
    String noun =
        switch (section) {
          case "zones", "components", "links", "journeys", "scenarios", "decisions" ->
              one ? section.substring(0, section.length() - 1) : section;
          default -> one ? "element" : "elements";
        };
    List<String> names = elements.stream().limit(5).map(id -> "\"" + id + "\"").toList();
    int more = elements.size() - names.size();
    return "; it concerns the "
        + noun
        + " "
        + String.join(", ", names)
        + (more > 0 ? " and " + more + " more" : "");
  }
}
