package dev.stillwater.report;

import dev.stillwater.review.ReviewDiff;
import java.util.ArrayList;
import java.util.List;

/// A comparison of two versions of a design, as plain text, as Markdown for a pull request, and as
/// JSON for programs. Pure: the same comparison gives the same text.
///
/// @param before what the reader knows the earlier version by: a file, a revision
/// @param after what the reader knows the later version by
public record DiffReport(String before, String after, ReviewDiff diff) {
  private static final String SAME = "Nothing differs in meaning.";

  /// For a terminal: no control characters, no colours.
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(Wording.line(before)).append(" → ").append(Wording.line(after)).append('\n');
    List<String> numbers = DiffSection.numbers(diff.before(), diff.after());
    List<DiffSection> sections = DiffSection.of(diff);
    if (sections.isEmpty()) {
      return out.append(SAME).append('\n').toString();
    }
    numbers.forEach(number -> out.append("  ").append(number).append('\n'));
    for (DiffSection section : sections) {
      out.append('\n').append(section.title()).append('\n');
      int what = width(section.rows().stream().map(DiffSection.Row::what).toList());
      int name = width(section.rows().stream().map(DiffSection.Row::name).toList());
      for (DiffSection.Row row : section.rows()) {
        StringBuilder line = new StringBuilder("  ").append(row.mark()).append(' ');
        line.append(padded(row.what(), what)).append("  ");
        line.append(row.detail().isEmpty() ? row.name() : padded(row.name(), name) + "  ");
        out.append(line.append(row.detail()).toString().stripTrailing()).append('\n');
      }
    }
    return out.toString();
  }

  /// The widest of some words, as far as lining up helps.
  private static int width(List<String> words) {
    return words.stream().mapToInt(String::length).filter(it -> it <= 40).max().orElse(0);
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(Math.max(0, width - word.length()));
  }

  /// For a pull request.
  public String markdown() {
    StringBuilder out = new StringBuilder("## ");
    out.append(Markdown.text(before)).append(" → ").append(Markdown.text(after)).append("\n\n");
    List<DiffSection> sections = DiffSection.of(diff);
    if (sections.isEmpty()) {
      return out.append(SAME).append('\n').toString();
    }
    List<String> numbers = DiffSection.numbers(diff.before(), diff.after());
    if (!numbers.isEmpty()) {
      out.append("**")
          .append(String.join("**, **", numbers.stream().map(Markdown::text).toList()))
          .append("**\n\n");
    }
    for (DiffSection section : sections) {
      out.append("### ").append(section.title()).append("\n\n");
      for (DiffSection.Row row : section.rows()) {
        out.append("* ").append(line(row)).append('\n');
      }
      out.append('\n');
    }
    return out.toString().stripTrailing() + "\n";
  }

  private static String line(DiffSection.Row row) {
    List<String> parts = new ArrayList<>();
    parts.add("**" + Markdown.text(verb(row)) + "**");
    if (!row.name().isEmpty()) {
      parts.add(Markdown.code(row.name()));
    }
    String line = String.join(" ", parts);
    return row.detail().isEmpty() ? line : line + ": " + Markdown.text(row.detail());
  }

  private static String verb(DiffSection.Row row) {
    return switch (row.mark()) {
      case "+" -> row.what().equals("new") ? "new" : added(row.what());
      case "-" -> row.what().equals("gone") ? "gone" : removed(row.what());
      case "→" -> row.what() + " renamed";
      default -> row.what();
    };
  }

  private static String added(String what) {
    return what.equals("counts again") ? what : what + " added";
  }

  private static String removed(String what) {
    return switch (what) {
      case "zone", "component", "link", "journey", "decision" -> what + " removed";
      default -> what;
    };
  }

  /// For programs; times in seconds, unlimited is null.
  public String json() {
    return JsonText.of(DiffJson.of(this));
  }
}
