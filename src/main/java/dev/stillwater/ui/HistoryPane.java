package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.HistoryStep;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.LocalHistory.Version;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The way that a design came: every step since it was opened, one click away, and the versions of
/// it that were saved. Going back takes nothing away; the steps can be done again.
final class HistoryPane {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

  private final Workspace workspace;
  private final ZoneId zone;
  private final Supplier<List<Version>> saved;
  private final Consumer<Version> compare;
  private final Consumer<Version> restore;
  private final Parent view;
  private boolean watched;

  @FXML private ListView<HistoryStep> steps;
  @FXML private ListView<Version> versions;

  /// @param saved the versions of the design in front, the latest first
  /// @param compare shows a version beside the design
  /// @param restore takes a version over, as one step
  HistoryPane(
      Workspace workspace,
      ZoneId zone,
      Supplier<List<Version>> saved,
      Consumer<Version> compare,
      Consumer<Version> restore) {
    this.workspace = workspace;
    this.zone = zone;
    this.saved = saved;
    this.compare = compare;
    this.restore = restore;
    this.view = Views.load("history", this);
    workspace.onChange(this::changed);
  }

  @FXML
  private void initialize() {
    steps.setCellFactory(of -> new StepCell());
    versions.setCellFactory(of -> new VersionCell());
    Label noVersion =
        new Label("No version yet. Each save keeps one here, outside of your project.");
    noVersion.setWrapText(true);
    noVersion.getStyleClass().add("sw-secondary");
    versions.setPlaceholder(noVersion);
    steps.setOnKeyPressed(event -> {
      HistoryStep step = steps.getSelectionModel().getSelectedItem();
      if (step != null && event.getCode() == KeyCode.ENTER) {
        go(step);
        event.consume();
      }
    });
  }

  Parent view() {
    return view;
  }

  /// Only what somebody looks at is kept up to date.
  void watch(boolean now) {
    watched = now;
    if (now) {
      refresh();
    }
  }

  private void changed(EditorState before, EditorState after) {
    if (watched && before.history() != after.history()) {
      refresh();
    }
  }

  /// Reads the saved versions again.
  void refresh() {
    List<HistoryStep> now = HistoryStep.of(workspace.state().history());
    steps.getItems().setAll(now);
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).back() == 0) {
        steps.getSelectionModel().select(i);
        steps.scrollTo(Math.max(0, i - 2));
      }
    }
    List<Version> there = saved.get();
    if (!there.equals(versions.getItems())) {
      versions.getItems().setAll(there);
    }
  }

  private void go(HistoryStep step) {
    if (step.back() != 0) {
      workspace.travel(step.back());
    }
  }

  private final class StepCell extends ListCell<HistoryStep> {
    private final Label name = new Label();
    private final Label mark = new Label();
    private final HBox line = new HBox(8, name, mark);

    StepCell() {
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      mark.getStyleClass().add("sw-secondary");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      line.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
      setOnMouseClicked(event -> {
        if (getItem() != null && !isEmpty()) {
          go(getItem());
        }
      });
    }

    @Override
    protected void updateItem(@Nullable HistoryStep step, boolean isEmpty) {
      super.updateItem(step, isEmpty);
      if (step == null || isEmpty) {
        setGraphic(null);
        return;
      }
      name.setText((step.back() == 0 ? "▸ " : "") + step.label());
      name.getStyleClass().removeAll("sw-strong", "sw-undone");
      if (step.back() == 0) {
        name.getStyleClass().add("sw-strong");
      } else if (step.back() < 0) {
        name.getStyleClass().add("sw-undone");
      }
      mark.setText(
          step.onDisk() ? "● on disk" : step.saved() ? "○ saved" : step.back() < 0 ? "undone" : "");
      setAccessibleText(step.label() + " " + mark.getText());
      setGraphic(line);
    }
  }

  private final class VersionCell extends ListCell<Version> {
    private final Label name = new Label();
    private final Button compares = new Button("Compare");
    private final Button restores = new Button("Restore");
    private final HBox line = new HBox(8, name, compares, restores);

    VersionCell() {
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      line.setAlignment(Pos.CENTER_LEFT);
      for (Button button : List.of(compares, restores)) {
        button.getStyleClass().add("sw-doc-small");
        button.setMinWidth(Region.USE_PREF_SIZE);
      }
      compares.setOnAction(event -> compare.accept(getItem()));
      restores.setOnAction(event -> restore.accept(getItem()));
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Version version, boolean isEmpty) {
      super.updateItem(version, isEmpty);
      if (version == null || isEmpty) {
        setGraphic(null);
        return;
      }
      name.setText(when(version));
      compares.setAccessibleText("Compare with the version of " + when(version));
      restores.setAccessibleText("Restore the version of " + when(version));
      setGraphic(line);
    }
  }

  private String when(Version version) {
    return WHEN.format(version.at().atZone(zone));
  }
}
