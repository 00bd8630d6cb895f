package dev.stillwater.report;

import dev.stillwater.model.Figures;
import dev.stillwater.review.Snapshot;
import dev.stillwater.review.Vitals;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a design came along from snapshot to snapshot, as text, JSON and CSV.
///
/// @param design its name
/// @param snapshots the earliest first; the last may be the present state
public record TrendReport(String design, List<Snapshot> snapshots) {
  public TrendReport {
    snapshots = List.copyOf(snapshots);
  }

  private static final List<String> HEADINGS =
      List.of(
          "Day",
          "Snapshot",
          "Critical",
          "High",
          "Medium",
          "Low",
          "Info",
          "Decided",
          "At risk",
          "Worst latency");

  /// A table for people; what is fewer or more than in the row before is said.
  public String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    Vitals before = null;
    for (Snapshot snapshot : snapshots) {
      rows.add(row(snapshot, before));
      before = snapshot.vitals();
    }
    int[] widths = new int[HEADINGS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder(Wording.name(design)).append("\n\n");
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String pad = " ".repeat(widths[i] - cell.length());
        line.append(i < 2 ? cell + pad : pad + cell).append("  ");
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static List<String> row(Snapshot snapshot, @Nullable Vitals before) {
    Vitals now = snapshot.vitals();
    List<String> cells = new ArrayList<>();
    cells.add(snapshot.day().toString());
    cells.add(Wording.name(snapshot.name()));
    for (Severity severity : List.of(Severity.values()).reversed()) {
      cells.add(
          shifted(count(now, severity), before == null ? null : (Integer) count(before, severity)));
    }
    cells.add(shifted(now.decided(), before == null ? null : (Integer) before.decided()));
    cells.add(now.journeysAtRisk() + "/" + now.journeys());
    cells.add(Double.isNaN(now.worstLatency()) ? "-" : Figures.time(now.worstLatency()));
    return cells;
  }

  private static int count(Vitals vitals, Severity severity) {
    return vitals.findings().getOrDefault(severity, 0);
  }

  /// `8 (-2)`.
  private static String shifted(int now, @Nullable Integer before) {
    return before == null || before == now
        ? String.valueOf(now)
        : now + " (" + (now > before ? "+" : "") + (now - before) + ")";
  }

  /// For programs.
  public String json() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("format", "stillwater-trend/1");
    result.put("design", design);
    result.put("snapshots", snapshots.stream().map(DiffJson::snapshot).toList());
    return JsonText.of(result);
  }

  /// For a spreadsheet: nothing in it is a formula.
  public String csv() {
    StringBuilder out =
        new StringBuilder(
            "day,snapshot,critical,high,medium,low,info,decided,journeys,journeysAtRisk,ways,"
                + "worstLatency,amplification\r\n");
    for (Snapshot snapshot : snapshots) {
      Vitals now = snapshot.vitals();
      out.append(snapshot.day()).append(',').append(cell(snapshot.name()));
      for (Severity severity : List.of(Severity.values()).reversed()) {
        out.append(',').append(count(now, severity));
      }
      out.append(',').append(now.decided());
      out.append(',').append(now.journeys());
      out.append(',').append(now.journeysAtRisk());
      out.append(',').append(now.ways());
      out.append(',').append(number(now.worstLatency() / 1000));
      out.append(',').append(number(now.amplification())).append("\r\n");
    }
    return out.toString();
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? ""
        : Double.isInfinite(value) ? "unlimited" : String.valueOf(value);
  }

  /// In quotes, and with an apostrophe where a spreadsheet would begin to calculate.
  private static String cell(String text) {
    String line = Wording.line(text);
    boolean starts = !line.isEmpty() && "=+-@\t\r".indexOf(line.charAt(0)) >= 0;
    return "\"" + (starts ? "'" : "") + line.replace("\"", "\"\"") + "\"";
  }
}
