package dev.stillwater.ui;

import dev.stillwater.model.DocumentMerge;
import dev.stillwater.model.DocumentMerge.Conflict;
import dev.stillwater.model.DocumentMerge.Side;
import dev.stillwater.model.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lists what two people changed to different things, and lets a third choose. What loses nothing
/// is chosen at first.
final class MergeDialog {
  private final Modal modal;
  private final Parent view;
  private final Map<String, Side> choices = new LinkedHashMap<>();
  private final Map<String, ToggleGroup> groups = new LinkedHashMap<>();
  private boolean done;

  @FXML private Label title;
  @FXML private Label text;
  @FXML private ScrollPane scroll;
  @FXML private VBox rows;
  @FXML private Button allMine;
  @FXML private Button allTheirs;
  @FXML private Button cancel;
  @FXML private Button merge;

  MergeDialog(Modal modal) {
    this.modal = modal;
    this.view = Views.load("merge", this);
  }

  @FXML
  private void initialize() {
    scroll.prefViewportHeightProperty().bind(rows.heightProperty());
    allMine.setOnAction(event -> chooseAll(Side.MINE));
    allTheirs.setOnAction(event -> chooseAll(Side.THEIRS));
    cancel.setOnAction(event -> modal.close());
    merge.setOnAction(event -> {
      done = true;
      modal.close();
    });
  }

  /// Asks, and returns when somebody has chosen; the choices by the keys of the conflicts, empty
  /// when nothing is to be merged.
  Optional<Map<String, Side>> ask(String file, List<Conflict> conflicts) {
    Object loop = new Object();
    show(file, conflicts, answer -> Platform.exitNestedEventLoop(loop, answer));
    @SuppressWarnings("unchecked")
    Optional<Map<String, Side>> answer =
        (Optional<Map<String, Side>>) Platform.enterNestedEventLoop(loop);
    return answer;
  }

  /// Asks, and tells once what was chosen.
  void show(String file, List<Conflict> conflicts, Consumer<Optional<Map<String, Side>>> answer) {
    done = false;
    choices.clear();
    groups.clear();
    rows.getChildren().clear();
    title.setText(
        "You and somebody else changed the same "
            + (conflicts.size() == 1 ? "value" : Figures.count(conflicts.size(), "value"))
            + " of "
            + file);
    text.setText("Everything else is merged. Choose what holds; undo brings your version back.");
    conflicts.forEach(conflict -> rows.getChildren().add(row(conflict)));
    modal.show(
        view,
        Pos.CENTER,
        merge,
        () -> answer.accept(done ? Optional.of(Map.copyOf(choices)) : Optional.empty()));
  }

  private void chooseAll(Side side) {
    groups.values().forEach(group -> group.selectToggle(group.getToggles().get(side.ordinal())));
  }

  private VBox row(Conflict conflict) {
    Label what = new Label(name(conflict));
    what.getStyleClass().add("sw-strong");
    what.setWrapText(true);
    Label was =
        new Label(conflict.base().isEmpty() ? "new on both sides" : "was " + conflict.base());
    was.getStyleClass().add("sw-secondary");
    was.setWrapText(true);
    ToggleGroup group = new ToggleGroup();
    RadioButton mine = option(conflict, Side.MINE, "Mine: " + conflict.mine(), group);
    RadioButton theirs = option(conflict, Side.THEIRS, "Theirs: " + conflict.theirs(), group);
    groups.put(conflict.key(), group);
    group
        .selectedToggleProperty()
        .addListener((of, before, now) ->
            choices.put(conflict.key(), now == theirs ? Side.THEIRS : Side.MINE));
    group.selectToggle(DocumentMerge.kept(conflict) == Side.MINE ? mine : theirs);
    HBox options = new HBox(16, mine, theirs);
    HBox head = new HBox(8, what, was);
    head.setAlignment(Pos.BASELINE_LEFT);
    VBox row = new VBox(4, head, options);
    row.getStyleClass().add("sw-merge-row");
    return row;
  }

  private static RadioButton option(Conflict conflict, Side side, String title, ToggleGroup group) {
    RadioButton option = new RadioButton(title);
    option.setToggleGroup(group);
    option.setWrapText(true);
    option.setMinHeight(Region.USE_PREF_SIZE);
    option.setMaxWidth(Double.MAX_VALUE);
    option.setPrefWidth(320);
    option.setId("merge-" + side.word() + "-" + conflict.key());
    HBox.setHgrow(option, Priority.ALWAYS);
    return option;
  }

  private static String name(Conflict conflict) {
    String element =
        conflict.id().isEmpty() ? conflict.sort() : conflict.sort() + " " + conflict.id();
    return conflict.label().isEmpty() ? element : element + ": " + conflict.label();
  }
}
