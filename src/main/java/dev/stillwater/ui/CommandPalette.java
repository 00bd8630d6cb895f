package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.Fuzzy;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Everything that can be done, and everything in the drawing, found by typing a part of its name.
public final class CommandPalette {
  private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("unavailable");
  private static final int MOST = 60;

  /// What people do comes before what they look for, when both fit equally well.
  private static final int ACTIONS_FIRST = 6;

  private final Modal modal;
  private final Supplier<List<Action>> actions;
  private final Workspace workspace;
  private final Consumer<String> reveal;
  private final Parent view;

  @FXML private TextField query;
  @FXML private ListView<Entry> list;
  @FXML private Label nothing;

  /// One line of the palette.
  private record Entry(
      String title, String group, Optional<String> keys, boolean available, Runnable run) {}

  /// @param reveal brings an element of the drawing into view
  public CommandPalette(
      Modal modal, Supplier<List<Action>> actions, Workspace workspace, Consumer<String> reveal) {
    this.modal = modal;
    this.actions = actions;
    this.workspace = workspace;
    this.reveal = reveal;
    this.view = Views.load("command-palette", this);
  }

  public void show() {
    query.clear();
    fill();
    modal.show(view, Pos.TOP_CENTER, query, () -> {});
  }

  /// Types for somebody: a palette that opens with a search.
  void type(String text) {
    query.setText(text);
    query.end();
  }

  @FXML
  private void initialize() {
    list.setCellFactory(of -> new Cell());
    query.textProperty().addListener((of, was, is) -> fill());
    query.setOnAction(event -> run(list.getSelectionModel().getSelectedItem()));
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  private void move(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          case PAGE_DOWN -> 8;
          case PAGE_UP -> -8;
          default -> 0;
        };
    int size = list.getItems().size();
    if (by == 0 || size == 0) {
      return;
    }
    int at = list.getSelectionModel().getSelectedIndex();
    int next = Math.abs(by) == 1 ? Math.floorMod(at + by, size) : Math.clamp(at + by, 0, size - 1);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - 5));
    event.consume();
  }

  private void run(@Nullable Entry entry) {
    if (entry != null && entry.available()) {
      modal.close();
      entry.run().run();
    }
  }

  private void fill() {
    String typed = query.getText();
    list.getItems().setAll(typed.isBlank() ? commands() : found(typed));
    nothing.setVisible(list.getItems().isEmpty());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private List<Entry> found(String typed) {
    record Scored(Entry entry, int score) {}
    List<Scored> all = new ArrayList<>();
    for (Entry entry : commands()) {
      int byTitle = Fuzzy.score(typed, entry.title());
      int score =
          byTitle == Fuzzy.NONE
              ? Fuzzy.score(typed, entry.title() + " " + entry.group())
              : byTitle + 1;
      if (score != Fuzzy.NONE) {
        all.add(new Scored(entry, score + ACTIONS_FIRST));
      }
    }
    for (Entry entry : places()) {
      int score = Fuzzy.score(typed, entry.title());
      if (score != Fuzzy.NONE) {
        all.add(new Scored(entry, score));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .limit(MOST)
        .map(Scored::entry)
        .toList();
  }

  private List<Entry> commands() {
    return actions.get().stream()
        .filter(action -> !action.id().equals("palette"))
        .map(action ->
            new Entry(
                action.title(),
                action.group(),
                action.shortcut(),
                action.enabled().getAsBoolean(),
                action.run()))
        .toList();
  }

  private List<Entry> places() {
    Design design = workspace.state().design();
    List<Entry> places = new ArrayList<>();
    for (Component component : design.components()) {
      places.add(
          place(
              component.name(),
              component.kind().noun(),
              component.id(),
              Selection.component(component.id())));
    }
    for (Link link : design.links()) {
      places.add(
          place(link.id(), link.from() + " → " + link.to(), link.id(), Selection.link(link.id())));
    }
    for (Journey journey : design.journeys()) {
      places.add(place(journey.name(), "journey", journey.id(), Selection.journey(journey.id())));
    }
    return places;
  }

  private Entry place(String name, String what, String id, Selection selection) {
    return new Entry(
        "Go to " + name,
        what,
        Optional.empty(),
        true,
        () -> {
          workspace.select(selection);
          reveal.accept(id);
        });
  }

  private final class Cell extends ListCell<Entry> {
    private final Label title = new Label();
    private final Label group = new Label();
    private final HBox keys = new HBox();
    private final HBox line = new HBox(title, group, keys);

    Cell() {
      title.getStyleClass().add("sw-palette-entry");
      group.getStyleClass().add("sw-secondary");
      group.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(group, Priority.ALWAYS);
      keys.getStyleClass().add("sw-keys");
      line.getStyleClass().add("sw-palette-line");
      setPrefWidth(0);
      setOnMouseClicked(event -> run(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean isEmpty) {
      super.updateItem(entry, isEmpty);
      if (entry == null || isEmpty) {
        setGraphic(null);
        return;
      }
      title.setText(entry.title());
      group.setText(entry.group());
      keys.getChildren().setAll(entry.keys().map(KeyCaps::of).orElse(List.of()));
      line.pseudoClassStateChanged(DISABLED, !entry.available());
      setAccessibleText(entry.title() + ", " + entry.group());
      setGraphic(line);
    }
  }
}
