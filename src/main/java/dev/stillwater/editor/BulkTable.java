package dev.stillwater.editor;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Element;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All components or all links of a design as a table of rows and columns, and what becomes of it
/// when text is typed or pasted into it.
///
/// Text that is no value of its column changes nothing and is given back with the reason, so that
/// it can be corrected where it stands.
public final class BulkTable {
  /// What the rows are.
  public enum Sort {
    COMPONENTS,
    LINKS
  }

  /// A column.
  ///
  /// @param key as in files: `id`, `kind`, `from`, `to` or that of an attribute
  /// @param attribute empty for what an element has besides its attributes
  public record Column(String key, String title, Optional<Attribute<?>> attribute) {
    public boolean isEditable() {
      return attribute.isPresent() || key.equals("kind");
    }
  }

  /// What a cell shows.
  ///
  /// @param declared whether somebody said so; else the text is what holds anyway
  public record Cell(String text, boolean declared) {}

  /// Text that could not be taken over.
  ///
  /// @param row the id of the element; as it was written where there is none
  /// @param column the key of the column
  /// @param reason as a sentence
  public record Refusal(String row, String column, String text, String reason) {}

  /// What became of typing or pasting.
  ///
  /// @param document with everything that was legal
  /// @param changed how many cells have another value
  /// @param refusals what was not
  public record Outcome(Document document, int changed, List<Refusal> refusals) {
    public Outcome {
      refusals = List.copyOf(refusals);
    }
  }

  private BulkTable() {}

  /// All columns that a table can have, in the order of files.
  public static List<Column> columns(Sort sort) {
    List<Column> columns = new ArrayList<>();
    columns.add(fixed("id", "Id"));
    if (sort == Sort.COMPONENTS) {
      columns.add(fixed("kind", "Kind"));
    } else {
      columns.add(fixed("from", "From"));
      columns.add(fixed("to", "To"));
    }
    for (Attribute<?> attribute : table(sort).all()) {
      columns.add(new Column(attribute.key(), attribute.label(), Optional.of(attribute)));
    }
    return columns;
  }

  private static AttributeTable table(Sort sort) {
    return switch (sort) {
      case COMPONENTS -> ComponentAttributes.TABLE;
      case LINKS -> LinkAttributes.TABLE;
    };
  }

  private static Column fixed(String key, String title) {
    return new Column(key, title, Optional.empty());
  }

  /// The columns that a table begins with: those that some row declares, and the usual ones.
  public static List<String> usual(Sort sort, Design design) {
    List<String> usual =
        switch (sort) {
          case COMPONENTS ->
              List.of(
                  "id",
                  "kind",
                  "name",
                  "preset",
                  "owner",
                  "replicas",
                  "zones",
                  "p99",
                  "concurrency");
          case LINKS ->
              List.of(
                  "id",
                  "from",
                  "to",
                  "need",
                  "effect",
                  "rate",
                  "timeout",
                  "retries",
                  "idempotency");
        };
    List<String> known = columns(sort).stream().map(Column::key).toList();
    return usual.stream().filter(known::contains).toList();
  }

  /// The ids of all rows, in the order of the file.
  public static List<String> rows(Sort sort, Design design) {
    return switch (sort) {
      case COMPONENTS -> List.copyOf(design.components().ids());
      case LINKS -> List.copyOf(design.links().ids());
    };
  }

  private static Optional<? extends Element<?>> element(Sort sort, Design design, String id) {
    return switch (sort) {
      case COMPONENTS -> design.components().find(id);
      case LINKS -> design.links().find(id);
    };
  }

  public static Cell cell(Sort sort, Design design, Presets presets, String row, Column column) {
    Element<?> element = element(sort, design, row).orElse(null);
    if (element == null) {
      return new Cell("", false);
    }
    if (column.attribute().isPresent()) {
      return value(element, presets, column.attribute().get());
    }
    return new Cell(
        switch (column.key()) {
          case "kind" -> element instanceof Component component ? component.kind().word() : "";
          case "from" -> element instanceof Link link ? link.from() : "";
          case "to" -> element instanceof Link link ? link.to() : "";
          default -> row;
        },
        true);
  }

  private static <T> Cell value(Element<?> element, Presets presets, Attribute<T> attribute) {
    Optional<T> declared = element.get(attribute);
    Optional<T> holds =
        declared.or(() ->
            element instanceof Component component
                ? presets.held(component, attribute).map(Presets.Held::value)
                : attribute.defaultValue());
    return new Cell(
        holds.map(value -> Spelling.of(attribute, value)).orElse(""), declared.isPresent());
  }

  /// Orders rows by a column, amounts by size, and what is unknown last.
  public static Comparator<String> order(Sort sort, Design design, Presets presets, Column column) {
    return Comparator.<String, Integer>comparing(
            row -> cell(sort, design, presets, row, column).text().isEmpty() ? 1 : 0)
        .thenComparing(row -> amount(sort, design, presets, row, column).orElse(0.0))
        .thenComparing(
            row -> cell(sort, design, presets, row, column).text(), String.CASE_INSENSITIVE_ORDER);
  }

  private static Optional<Double> amount(
      Sort sort, Design design, Presets presets, String row, Column column) {
    return column
        .attribute()
        .flatMap(attribute ->
            element(sort, design, row)
                .flatMap(element ->
                    element instanceof Component component
                        ? presets.held(component, attribute).map(held -> (Object) held.value())
                        : element.get(attribute).map(value -> (Object) value)))
        .flatMap(value ->
            switch (value) {
              case Timespan span -> Optional.of(span.millis());
              case Number number -> Optional.of(number.doubleValue());
              default -> Optional.empty();
            });
  }

  /// Types one text into one cell; an empty one makes the value unknown.
  public static Outcome type(Sort sort, Document document, String row, Column column, String text) {
    List<Refusal> refusals = new ArrayList<>();
    Document after = set(sort, document, row, column, text, refusals);
    return new Outcome(after, after.equals(document) ? 0 : 1, refusals);
  }

  private static Document set(
      Sort sort,
      Document document,
      String row,
      Column column,
      String text,
      List<Refusal> refusals) {
    String given = text.strip();
    // The other half of what keeps a copied text from being a formula.
    String typed = given.matches("(?s)'[=+@-].*") ? given.substring(1) : given;
    if (element(sort, document.design(), row).isEmpty()) {
      refusals.add(new Refusal(row, column.key(), text, "There is no row " + row + "."));
      return document;
    }
    if (column.attribute().isPresent()) {
      return attribute(sort, document, row, column.attribute().get(), typed, refusals);
    }
    String now = cell(sort, document.design(), Presets.NONE, row, column).text();
    if (typed.equals(now) || typed.isEmpty()) {
      return document;
    }
    if (!column.key().equals("kind")) {
      refusals.add(
          new Refusal(row, column.key(), text, column.title() + " cannot be changed in a table."));
      return document;
    }
    String wanted = typed.toLowerCase(Locale.ROOT).replace(' ', '-');
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.word().equals(wanted)) {
        return Reshaping.kind(document, List.of(row), kind);
      }
    }
    refusals.add(new Refusal(row, column.key(), text, "There is no kind " + typed + "."));
    return document;
  }

  private static <T> Document attribute(
      Sort sort,
      Document document,
      String row,
      Attribute<T> attribute,
      String typed,
      List<Refusal> refusals) {
    Element<?> element = element(sort, document.design(), row).orElseThrow();
    if (typed.isEmpty()) {
      return with(sort, document, row, attribute, Optional.empty());
    }
    return switch (attribute.type().parse(typed)) {
      case Parsed.Ok<T> ok ->
          element.get(attribute).filter(ok.value()::equals).isPresent()
              ? document
              : with(sort, document, row, attribute, Optional.of(ok.value()));
      case Parsed.Bad<T> bad -> {
        refusals.add(
            new Refusal(
                row, attribute.key(), typed, sentence(attribute.label() + ": " + bad.reason())));
        yield document;
      }
    };
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static <T> Document with(
      Sort sort, Document document, String row, Attribute<T> attribute, Optional<T> value) {
    Design design = document.design();
    return document.withDesign(
        switch (sort) {
          case COMPONENTS -> {
            Component component = design.components().get(row);
            yield design.with(
                component.withAttributes(
                    component.attributes().set(attribute, value.orElse(null))));
          }
          case LINKS -> {
            Link link = design.links().get(row);
            yield design.with(
                link.withAttributes(link.attributes().set(attribute, value.orElse(null))));
          }
        });
  }

  /// Takes over cells that were copied in a spreadsheet, as one change.
  ///
  /// With a first line of column names, the lines are found by their id, wherever they stand; an
  /// empty cell makes a value unknown. Without, they fill rows and columns from the selected cell
  /// on.
  ///
  /// @param shownRows the rows as they stand on screen
  /// @param shownColumns the columns as they stand on screen
  /// @param firstRow the selected row, counted from 0
  /// @param firstColumn the selected column, counted from 0
  public static Outcome paste(
      Sort sort,
      Document document,
      String text,
      List<String> shownRows,
      List<Column> shownColumns,
      int firstRow,
      int firstColumn) {
    List<List<String>> lines = lines(text);
    if (lines.isEmpty()) {
      return new Outcome(document, 0, List.of());
    }
    Optional<List<Column>> header = header(sort, lines.getFirst());
    Map<String, Map<Column, String>> wanted = new LinkedHashMap<>();
    List<Refusal> refusals = new ArrayList<>();
    if (header.isPresent()) {
      byId(header.get(), lines.subList(1, lines.size()), wanted);
    } else {
      byPlace(lines, shownRows, shownColumns, firstRow, firstColumn, wanted, refusals);
    }
    Document result = document;
    int changed = 0;
    for (Map.Entry<String, Map<Column, String>> row : wanted.entrySet()) {
      for (Map.Entry<Column, String> cell : row.getValue().entrySet()) {
        Document after = set(sort, result, row.getKey(), cell.getKey(), cell.getValue(), refusals);
        changed += after == result ? 0 : 1;
        result = after;
      }
    }
    return new Outcome(result, changed, refusals);
  }

  /// The columns that a line names, by key or title, when one of them is the id.
  private static Optional<List<Column>> header(Sort sort, List<String> line) {
    List<Column> result = new ArrayList<>();
    for (String name : line) {
      Optional<Column> column =
          columns(sort).stream()
              .filter(c ->
                  c.key().equalsIgnoreCase(name.strip())
                      || c.title().equalsIgnoreCase(name.strip()))
              .findFirst();
      if (column.isEmpty()) {
        return Optional.empty();
      }
      result.add(column.get());
    }
    return result.stream().anyMatch(column -> column.key().equals("id"))
        ? Optional.of(result)
        : Optional.empty();
  }

  private static void byId(
      List<Column> header, List<List<String>> lines, Map<String, Map<Column, String>> wanted) {
    for (List<String> line : lines) {
      String id = "";
      for (int i = 0; i < Math.min(header.size(), line.size()); i++) {
        if (header.get(i).key().equals("id")) {
          id = line.get(i).strip();
        }
      }
      for (int i = 0; i < Math.min(header.size(), line.size()); i++) {
        if (!header.get(i).key().equals("id")) {
          wanted.computeIfAbsent(id, k -> new LinkedHashMap<>()).put(header.get(i), line.get(i));
        }
      }
    }
  }

  private static void byPlace(
      List<List<String>> lines,
      List<String> rows,
      List<Column> columns,
      int firstRow,
      int firstColumn,
      Map<String, Map<Column, String>> wanted,
      List<Refusal> refusals) {
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < lines.get(i).size(); j++) {
        String text = lines.get(i).get(j);
        int row = firstRow + i;
        int column = firstColumn + j;
        if (row < rows.size() && column < columns.size()) {
          wanted
              .computeIfAbsent(rows.get(row), k -> new LinkedHashMap<>())
              .put(columns.get(column), text);
        } else if (!text.isBlank()) {
          refusals.add(
              new Refusal(
                  "line " + (i + 1), "", text, "There is no cell for it: the table ends before."));
        }
      }
    }
  }

  /// Lines and cells as spreadsheets copy them: tabs between, quotes around what holds either.
  static List<List<String>> lines(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    String all = text.replace("\r\n", "\n").replace('\r', '\n');
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (quoted) {
        boolean ends = c == '"' && (i + 1 == all.length() || all.charAt(i + 1) != '"');
        if (c == '"' && !ends) {
          i++;
        }
        quoted = !ends;
        if (!ends) {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == '\t' || c == '\n') {
        line.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(List.copyOf(line));
          line.clear();
        }
      } else {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !line.isEmpty()) {
      line.add(cell.toString());
      lines.add(List.copyOf(line));
    }
    while (!lines.isEmpty() && lines.getLast().stream().allMatch(String::isBlank)) {
      lines.removeLast();
    }
    return lines;
  }

  /// Rows as text that a spreadsheet takes, with a first line of column names.
  public static String copy(
      Sort sort, Design design, Presets presets, List<String> rows, List<Column> columns) {
    StringBuilder out = new StringBuilder();
    out.append(String.join("\t", columns.stream().map(Column::key).toList()));
    for (String row : rows) {
      out.append('\n');
      String separator = "";
      for (Column column : columns) {
        Cell cell = cell(sort, design, presets, row, column);
        out.append(separator).append(cell.declared() ? quoted(cell.text()) : "");
        separator = "\t";
      }
    }
    return out.append('\n').toString();
  }

  /// A spreadsheet must not take text for a formula.
  private static String quoted(String text) {
    String safe =
        !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.]+.*")
            ? "'" + text
            : text;
    return safe.matches("(?s).*[\t\n\"].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
