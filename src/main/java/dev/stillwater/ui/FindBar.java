package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FindQuery;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Looks for components and links by name, kind and attribute, one after the other or all at once.
final class FindBar {
  private final Workspace workspace;
  private final Consumer<String> goTo;
  private final Runnable closed;
  private final VBox view;
  private List<String> hits = List.of();
  private int at = -1;

  @FXML private TextField input;
  @FXML private Label count;
  @FXML private Label problem;
  @FXML private Button previous;
  @FXML private Button next;
  @FXML private Button all;
  @FXML private Button close;

  /// @param goTo selects an element and moves it into view
  /// @param closed is told when the bar is gone
  FindBar(Workspace workspace, Consumer<String> goTo, Runnable closed) {
    this.workspace = workspace;
    this.goTo = goTo;
    this.closed = closed;
    this.view = Views.load("find", this);
    workspace.onChange(this::changed);
    view.setVisible(false);
    view.setManaged(false);
  }

  Node view() {
    return view;
  }

  @FXML
  private void initialize() {
    Icons.set(previous, "mdal-keyboard_arrow_up", "Previous (Shift+Enter)");
    Icons.set(next, "mdal-keyboard_arrow_down", "Next (Enter)");
    Icons.set(close, "mdal-close", "Close (Esc)");
    input
        .textProperty()
        .addListener((of, was, is) -> {
          look();
          step(1);
        });
    previous.setOnAction(event -> step(-1));
    next.setOnAction(event -> step(1));
    all.setOnAction(event -> selectAll());
    close.setOnAction(event -> hide());
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            if (event.isAltDown()) {
              selectAll();
            } else {
              step(event.isShiftDown() ? -1 : 1);
            }
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  void show() {
    view.setVisible(true);
    view.setManaged(true);
    input.requestFocus();
    input.selectAll();
    look();
  }

  private void hide() {
    view.setVisible(false);
    view.setManaged(false);
    closed.run();
  }

  private void changed(EditorState before, EditorState after) {
    if (view.isVisible() && before.design() != after.design()) {
      String current = at >= 0 && at < hits.size() ? hits.get(at) : "";
      look();
      at = hits.indexOf(current);
      showCount();
    }
  }

  private void look() {
    Design design = workspace.state().design();
    FindQuery query = FindQuery.parse(input.getText());
    hits = query.in(design, workspace.presets());
    at = -1;
    String wrong = query.problems().isEmpty() ? "" : query.problems().getFirst();
    problem.setText(wrong);
    problem.setVisible(!wrong.isEmpty());
    problem.setManaged(!wrong.isEmpty());
    showCount();
  }

  private void showCount() {
    boolean none = hits.isEmpty();
    count.setText(
        input.getText().isBlank()
            ? ""
            : none ? "nothing" : at < 0 ? hits.size() + " found" : at + 1 + " of " + hits.size());
    previous.setDisable(none);
    next.setDisable(none);
    all.setDisable(none);
  }

  private void step(int by) {
    if (hits.isEmpty()) {
      return;
    }
    at = at < 0 ? by > 0 ? 0 : hits.size() - 1 : Math.floorMod(at + by, hits.size());
    showCount();
    goTo.accept(hits.get(at));
  }

  private void selectAll() {
    Selection selection = FindQuery.selection(workspace.state().design(), hits);
    if (!selection.isEmpty()) {
      workspace.select(selection);
    }
  }
}
