package dev.stillwater.ui;

import dev.stillwater.editor.BulkTable;
import dev.stillwater.editor.BulkTable.Column;
import dev.stillwater.editor.BulkTable.Outcome;
import dev.stillwater.editor.BulkTable.Refusal;
import dev.stillwater.editor.BulkTable.Sort;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FindQuery;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// All components or links as a spreadsheet: sorted by a click, changed in place with units as they
/// are typed, copied from and to a real spreadsheet. Text that is no value stays in its cell,
/// marked, until it is corrected.
final class TablePane {
  private static final PseudoClass ASSUMED = PseudoClass.getPseudoClass("assumed");
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final Workspace workspace;
  private final Parent view;
  private final Map<Sort, Set<String>> chosen = new EnumMap<>(Sort.class);
  private final Map<String, Refusal> drafts = new HashMap<>();
  private Sort sort = Sort.COMPONENTS;
  private boolean watched;
  private boolean filling;

  @FXML private ToggleGroup sorts;
  @FXML private ToggleButton components;
  @FXML private ToggleButton links;
  @FXML private TextField filter;
  @FXML private MenuButton columns;
  @FXML private Label message;
  @FXML private TableView<String> table;

  TablePane(Workspace workspace) {
    this.workspace = workspace;
    this.view = Views.load("table", this);
    workspace.onChange(this::changed);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getSelectionModel().setCellSelectionEnabled(true);
    Label nothing = new Label("Nothing to show.");
    nothing.getStyleClass().add("sw-secondary");
    table.setPlaceholder(nothing);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    sorts
        .selectedToggleProperty()
        .addListener((of, was, is) -> {
          if (is == null) {
            was.setSelected(true);
          } else {
            show(is == links ? Sort.LINKS : Sort.COMPONENTS);
          }
        });
    filter.textProperty().addListener((of, was, is) -> fill());
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((javafx.collections.ListChangeListener<String>) change -> select());
  }

  /// Shows the components or the links.
  void show(Sort other) {
    sort = other;
    (other == Sort.LINKS ? links : components).setSelected(true);
    drafts.clear();
    message.setText("");
    build();
  }

  /// Only what somebody looks at is kept up to date.
  void watch(boolean now) {
    watched = now;
    if (now) {
      build();
    }
  }

  private void changed(EditorState before, EditorState after) {
    if (watched && before.design() != after.design()) {
      fill();
    }
  }

  private Design design() {
    return workspace.state().design();
  }

  private void build() {
    Set<String> keys =
        chosen.computeIfAbsent(sort, of -> new LinkedHashSet<>(BulkTable.usual(sort, design())));
    List<TableColumn<String, String>> shown = new ArrayList<>();
    columns.getItems().clear();
    for (Column column : BulkTable.columns(sort)) {
      if (keys.contains(column.key())) {
        shown.add(column(column));
      }
      CheckMenuItem item = new CheckMenuItem(column.title());
      item.setSelected(keys.contains(column.key()));
      item.setDisable(column.key().equals("id"));
      item.setOnAction(event -> {
        if (item.isSelected()) {
          keys.add(column.key());
        } else {
          keys.remove(column.key());
        }
        build();
      });
      columns.getItems().add(item);
    }
    table.getColumns().setAll(shown);
    fill();
  }

  private TableColumn<String, String> column(Column column) {
    TableColumn<String, String> result = new TableColumn<>(column.title());
    result.setUserData(column);
    result.setEditable(column.isEditable());
    result.setPrefWidth(column.key().equals("id") ? 160 : 108);
    result.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
    result.setComparator(
        (a, b) -> BulkTable.order(sort, design(), workspace.presets(), column).compare(a, b));
    result.setCellFactory(of -> new Cell(column));
    return result;
  }

  private void fill() {
    filling = true;
    try {
      List<String> rows = BulkTable.rows(sort, design());
      FindQuery query = FindQuery.parse(filter.getText());
      if (!query.isEmpty()) {
        Set<String> hits = new HashSet<>(query.in(design(), workspace.presets()));
        rows = rows.stream().filter(hits::contains).toList();
      }
      if (!query.problems().isEmpty()) {
        say(query.problems().getFirst(), true);
      }
      Set<String> there = new HashSet<>(table.getItems());
      if (there.size() != rows.size() || !there.containsAll(rows)) {
        table.getItems().setAll(rows);
        table.sort();
      }
      table.refresh();
    } finally {
      filling = false;
    }
  }

  private void select() {
    if (filling) {
      return;
    }
    List<String> rows =
        List.copyOf(new LinkedHashSet<>(table.getSelectionModel().getSelectedItems()));
    if (!rows.isEmpty()) {
      workspace.select(
          sort == Sort.COMPONENTS
              ? Selection.ofComponents(rows)
              : new Selection(List.of(), rows, Optional.empty()));
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() instanceof TextField) {
      return;
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      String text = Clipboard.getSystemClipboard().getString();
      if (text != null && !text.isBlank()) {
        paste(text);
      }
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copy();
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      clear();
      event.consume();
    }
  }

  private List<Column> shownColumns() {
    return table.getColumns().stream().map(column -> (Column) column.getUserData()).toList();
  }

  /// Takes over what was copied elsewhere, as one step.
  void paste(String text) {
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    Outcome outcome =
        BulkTable.paste(
            sort,
            workspace.state().document(),
            text,
            List.copyOf(table.getItems()),
            shownColumns(),
            Math.max(0, at.getRow()),
            Math.max(0, at.getColumn()));
    take("Paste into " + Figures.count(outcome.changed(), "cell"), outcome);
  }

  private void copy() {
    Set<String> picked = new HashSet<>(table.getSelectionModel().getSelectedItems());
    List<String> rows =
        table.getItems().stream().filter(row -> picked.isEmpty() || picked.contains(row)).toList();
    ClipboardContent content = new ClipboardContent();
    content.putString(BulkTable.copy(sort, design(), workspace.presets(), rows, shownColumns()));
    Clipboard.getSystemClipboard().setContent(content);
    say("Copied " + Figures.count(rows.size(), "row") + " with column names", false);
  }

  /// Makes the values of the selected cells unknown, as one step.
  private void clear() {
    var document = workspace.state().document();
    int changed = 0;
    for (TablePosition<?, ?> at : List.copyOf(table.getSelectionModel().getSelectedCells())) {
      if (at.getRow() >= 0
          && at.getColumn() >= 0
          && shownColumns().get(at.getColumn()) instanceof Column column
          && column.attribute().isPresent()) {
        String row = table.getItems().get(at.getRow());
        drafts.remove(key(row, column.key()));
        Outcome outcome = BulkTable.type(sort, document, row, column, "");
        document = outcome.document();
        changed += outcome.changed();
      }
    }
    take("Clear " + Figures.count(changed, "cell"), new Outcome(document, changed, List.of()));
    table.refresh();
  }

  private void take(String label, Outcome outcome) {
    for (Refusal refusal : outcome.refusals()) {
      drafts.put(key(refusal.row(), refusal.column()), refusal);
    }
    if (outcome.changed() > 0) {
      workspace.commit(label, outcome.document());
    }
    List<Refusal> refusals = outcome.refusals();
    if (refusals.isEmpty()) {
      say(outcome.changed() == 0 ? "" : label, false);
    } else {
      say(
          Figures.count(refusals.size(), "cell")
              + " not taken: "
              + refusals.getFirst().row()
              + ", "
              + refusals.getFirst().reason()
              + (refusals.size() > 1 ? " Marked cells keep what you typed." : ""),
          true);
      table.refresh();
    }
  }

  private void say(String text, boolean wrong) {
    message.setText(text);
    message.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    message.pseudoClassStateChanged(INVALID, wrong);
  }

  private static String key(String row, String column) {
    return row + "\t" + column;
  }

  /// One value; its item is the id of its row.
  private final class Cell extends TableCell<String, String> {
    private final Column column;
    private @Nullable TextField field;

    Cell(Column column) {
      this.column = column;
    }

    @Override
    protected void updateItem(@Nullable String row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setGraphic(null);
      if (row == null || isEmpty) {
        setText(null);
        setTooltip(null);
        pseudoClassStateChanged(INVALID, false);
        return;
      }
      if (isEditing() && field != null) {
        setText(null);
        setGraphic(field);
        return;
      }
      BulkTable.Cell cell = BulkTable.cell(sort, design(), workspace.presets(), row, column);
      Refusal draft = drafts.get(key(row, column.key()));
      setText(draft == null ? cell.text() : draft.text());
      setTooltip(draft == null ? null : new Tooltip(draft.reason()));
      pseudoClassStateChanged(INVALID, draft != null);
      pseudoClassStateChanged(ASSUMED, draft == null && !cell.declared());
    }

    @Override
    public void startEdit() {
      super.startEdit();
      String row = getItem();
      if (!isEditing() || row == null) {
        return;
      }
      Refusal draft = drafts.get(key(row, column.key()));
      BulkTable.Cell cell = BulkTable.cell(sort, design(), workspace.presets(), row, column);
      TextField input =
          new TextField(draft != null ? draft.text() : cell.declared() ? cell.text() : "");
      input.setId("cell-input");
      if (!cell.declared()) {
        input.setPromptText(cell.text());
      }
      input.setAccessibleText(column.title() + " of " + row);
      input.setOnAction(event -> commitEdit(row));
      input.addEventFilter(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
              cancelEdit();
              event.consume();
            }
          });
      input
          .focusedProperty()
          .addListener((of, was, is) -> {
            if (!is && isEditing()) {
              commitEdit(row);
            }
          });
      field = input;
      setText(null);
      setGraphic(input);
      input.requestFocus();
      input.selectAll();
    }

    @Override
    public void commitEdit(String row) {
      TextField input = field;
      field = null;
      String typed = input == null ? "" : input.getText();
      super.commitEdit(row);
      if (input != null) {
        drafts.remove(key(row, column.key()));
        Outcome outcome = BulkTable.type(sort, workspace.state().document(), row, column, typed);
        take("Set " + column.title() + " of " + row, outcome);
      }
      updateItem(row, false);
      table.requestFocus();
    }

    @Override
    public void cancelEdit() {
      field = null;
      super.cancelEdit();
      updateItem(getItem(), isEmpty());
    }
  }
}
