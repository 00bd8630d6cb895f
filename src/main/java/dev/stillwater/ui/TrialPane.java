package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FixSummary;
import dev.stillwater.editor.PlanWords;
import dev.stillwater.editor.TrialComparison;
import dev.stillwater.editor.TrialRows;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.ChangeParts;
import dev.stillwater.model.Figures;
import dev.stillwater.review.ReviewDiff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is being tried, before and after: the figures, the changes to keep or leave, and what they
/// do to journeys and findings.
final class TrialPane {
  private final Workspace workspace;
  private final TrialComparison comparing;
  private final Consumer<String> show;
  private final Parent view;
  private final Set<ChangeParts.Part> left = new HashSet<>();

  @FXML private Button all;
  @FXML private Button chosen;
  @FXML private Button drop;
  @FXML private VBox figures;
  @FXML private ListView<ChangeParts.Part> parts;
  @FXML private Label effectsTitle;
  @FXML private ListView<TrialRows.EffectRow> effects;

  /// @param show goes to a finding by its key
  TrialPane(Workspace workspace, TrialComparison comparing, Consumer<String> show) {
    this.workspace = workspace;
    this.comparing = comparing;
    this.show = show;
    this.view = Views.load("trial", this);
    workspace.onChange(this::changed);
    comparing.onChange(this::compared);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    parts.setCellFactory(of -> new PartCell());
    effects.setCellFactory(of -> new EffectCell());
    parts.setOnKeyPressed(event -> {
      ChangeParts.Part part = parts.getSelectionModel().getSelectedItem();
      if (part != null && event.getCode() == KeyCode.SPACE) {
        choose(part, left.contains(part));
        event.consume();
      }
    });
    all.setOnAction(event -> workspace.keepTrial(label(parts.getItems().size())));
    chosen.setOnAction(event -> {
      List<ChangeParts.Part> kept = kept();
      workspace.keepTrial(label(kept.size()), kept);
    });
    drop.setOnAction(event -> workspace.dropTrial());
    for (Button button : List.of(all, chosen, drop)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  private static String label(int kept) {
    return "Keep " + Figures.count(kept, "change") + " of a trial";
  }

  private List<ChangeParts.Part> kept() {
    return parts.getItems().stream().filter(part -> !left.contains(part)).toList();
  }

  private void changed(EditorState before, EditorState after) {
    boolean trial = EditorState.differs(before.trial(), after.trial());
    if (trial) {
      left.clear();
      figures.getChildren().clear();
      effects.getItems().clear();
    }
    if (after.trial().isPresent() && (trial || before.document() != after.document())) {
      ChangeParts now = after.trial().orElseThrow().parts(after.document());
      left.retainAll(now.parts());
      parts.getItems().setAll(now.parts());
      showChosen();
    }
  }

  private void choose(ChangeParts.Part part, boolean keep) {
    if (keep) {
      left.remove(part);
    } else {
      left.add(part);
    }
    parts.refresh();
    showChosen();
  }

  private void showChosen() {
    int of = parts.getItems().size();
    int kept = kept().size();
    chosen.setText("Keep chosen (" + kept + " of " + of + ")");
    chosen.setDisable(kept == 0 || kept == of);
    all.setDisable(of == 0);
  }

  private void compared() {
    ReviewDiff diff = comparing.latest().orElse(null);
    if (diff == null) {
      return;
    }
    List<HBox> lines = new ArrayList<>();
    for (FixSummary.Delta delta : PlanWords.figures(diff.before(), diff.after())) {
      lines.add(line(delta));
    }
    figures.getChildren().setAll(lines);
    List<TrialRows.EffectRow> rows = TrialRows.effects(diff);
    effects.getItems().setAll(rows);
    effectsTitle.setText(rows.isEmpty() ? "They change no finding and no journey" : "What they do");
  }

  private static HBox line(FixSummary.Delta delta) {
    Label name = new Label(delta.label());
    name.getStyleClass().add("sw-small");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label before = new Label(delta.before());
    before.getStyleClass().add("sw-trial-before");
    Label arrow = new Label("→");
    arrow.getStyleClass().add("sw-small");
    Label after = new Label(delta.after());
    after.getStyleClass().add(ComparedCell.turn(delta.turn()));
    HBox line = new HBox(name, before, arrow, after);
    line.getStyleClass().add("sw-trial-figure");
    line.setAccessibleText(delta.label() + " from " + delta.before() + " to " + delta.after());
    return line;
  }

  private final class PartCell extends ListCell<ChangeParts.Part> {
    private final CheckBox box = new CheckBox();

    PartCell() {
      box.setMinWidth(0);
      box.setFocusTraversable(false);
      box.setMnemonicParsing(false);
      box.setOnAction(event -> {
        if (getItem() != null) {
          choose(getItem(), box.isSelected());
        }
      });
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ChangeParts.@Nullable Part part, boolean isEmpty) {
      super.updateItem(part, isEmpty);
      if (part == null || isEmpty) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      box.setText(TrialRows.text(part));
      box.setSelected(!left.contains(part));
      setTooltip(AttributeField.tip(TrialRows.details(part)));
      setAccessibleText((box.isSelected() ? "kept: " : "left: ") + box.getText());
      setGraphic(box);
    }
  }

  private final class EffectCell extends ListCell<TrialRows.EffectRow> {
    private final Label word = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(8, word, text);

    EffectCell() {
      word.setMinWidth(88);
      text.setMinWidth(0);
      setPrefWidth(0);
      setOnMouseClicked(event -> {
        if (getItem() != null && !getItem().key().isEmpty() && event.getClickCount() == 2) {
          show.accept(getItem().key());
        }
      });
    }

    @Override
    protected void updateItem(TrialRows.@Nullable EffectRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      if (row == null || isEmpty) {
        setGraphic(null);
        return;
      }
      word.setText(row.word());
      word.getStyleClass().removeIf(style -> style.startsWith("sw-trial-"));
      word.getStyleClass().add(ComparedCell.turn(row.turn()));
      text.setText(Typography.typeset(row.text()));
      setAccessibleText(row.word() + ": " + row.text());
      setGraphic(line);
    }
  }
}
