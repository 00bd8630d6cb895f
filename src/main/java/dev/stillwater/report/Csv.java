package dev.stillwater.report;

import dev.stillwater.drawing.VisibleText;
import java.util.List;
import java.util.regex.Pattern;

/// Lines of a table as RFC 4180 has them.
///
/// A cell is one line of text. One that a spreadsheet would take for a formula gets an apostrophe
/// before it, as people write one to say "this is text"; numbers stay numbers, what is absent is an
/// empty cell.
public final class Csv {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private static final Pattern GAP = Pattern.compile("[\\h\\v]+");

  /// What begins a formula, the wide forms of eastern keyboards included.
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private Csv() {}

  /// Appends a line.
  public static void line(List<String> cells, StringBuilder out) {
    String separator = "";
    for (String cell : cells) {
      out.append(separator);
      cell(cell, out);
      separator = ",";
    }
    out.append("\r\n");
  }

  private static void cell(String text, StringBuilder out) {
    String line = guarded(text);
    if (line.chars().noneMatch(c -> c == '"' || c == ',' || c == ';')) {
      out.append(line);
    } else {
      out.append('"').append(line.replace("\"", "\"\"")).append('"');
    }
  }

  /// One line that is no formula.
  static String guarded(String text) {
    String line = VisibleText.of(GAP.matcher(text).replaceAll(" ").strip());
    return !line.isEmpty()
            && FORMULA.indexOf(line.charAt(0)) >= 0
            && !NUMBER.matcher(line).matches()
        ? "'" + line
        : line;
  }
}
