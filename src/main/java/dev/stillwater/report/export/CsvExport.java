package dev.stillwater.report.export;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import dev.stillwater.report.Csv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The design as one table: a line for each component, then for each link, a column for each
/// attribute that anybody declares.
final class CsvExport implements DesignExport {
  private static final List<String> HEAD = List.of("sort", "id", "kind", "from", "to");

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public String write(DependencyGraph graph) {
    Design design = graph.design();
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    for (Component component : design.components()) {
      rows.put(
          List.of("component", component.id(), component.kind().word(), "", ""),
          Plain.of(component.attributes()));
    }
    for (Link link : design.links()) {
      rows.put(List.of("link", link.id(), "", link.from(), link.to()), Plain.of(link.attributes()));
    }
    List<String> keys = Plain.keys(rows.values());
    List<String> head = new ArrayList<>(HEAD);
    head.addAll(keys);
    StringBuilder out = new StringBuilder();
    Csv.line(head, out);
    rows.forEach((first, data) -> {
      List<String> cells = new ArrayList<>(first);
      keys.forEach(key -> cells.add(data.getOrDefault(key, "")));
      Csv.line(cells, out);
    });
    return out.toString();
  }
}
