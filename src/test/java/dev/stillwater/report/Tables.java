package dev.stillwater.report;

import java.util.ArrayList;
import java.util.List;

/// Reads tables strictly as RFC 4180 writes them.
final class Tables {
  private Tables() {}

  static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      StringBuilder cell = new StringBuilder();
      if (text.charAt(at) == '"') {
        at++;
        while (text.charAt(at) != '"' || at + 1 < text.length() && text.charAt(at + 1) == '"') {
          at += text.charAt(at) == '"' ? 1 : 0;
          cell.append(text.charAt(at++));
        }
        at++;
      } else {
        while (text.charAt(at) != ',' && text.charAt(at) != '\r') {
          if (text.charAt(at) == '"' || text.charAt(at) == '\n') {
            throw new AssertionError("a bare " + text.charAt(at) + " at " + at);
          }
          cell.append(text.charAt(at++));
        }
      }
      row.add(cell.toString());
      if (text.charAt(at) == ',') {
        at++;
      } else if (text.startsWith("\r\n", at)) {
        at += 2;
        rows.add(row);
        row = new ArrayList<>();
      } else {
        throw new AssertionError("neither comma nor end of line at " + at);
      }
    }
    return rows;
  }
}
