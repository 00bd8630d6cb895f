package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Inspection.Subject;
import dev.stillwater.editor.JourneyPaths;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.review.JourneyVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What stands above the attributes in the inspector: the journeys that pass a part, the path of a
/// journey and what can stop it, the description of a design.
final class InspectorJourneys {
  private static final String TEACHING =
      "Select a part and declare what you know of it. What nobody declares stays unknown: it is asked"
          + " for, never assumed to be zero.";

  private final Workspace workspace;
  private final JourneyPaths paths;
  private final AttributeField.Commits commits;
  private final VBox view = new VBox();
  private final LongTextField.GrowingText description = new LongTextField.GrowingText();
  private final VBox designView;
  private @Nullable Object shownFor;
  private String loaded = "";

  InspectorJourneys(Workspace workspace, JourneyPaths paths, AttributeField.Commits commits) {
    this.workspace = workspace;
    this.paths = paths;
    this.commits = commits;
    view.getStyleClass().add("sw-inspector-intro");
    description.setId("input-design-description");
    description.setPromptText("What this design is for");
    description.setAccessibleText("Description of the design");
    description
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (!is) {
            describe();
          }
        });
    description.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !description.getText().equals(loaded)) {
            description.setText(loaded);
            event.consume();
          }
        });
    Label teaching = new Label(TEACHING);
    teaching.setWrapText(true);
    teaching.getStyleClass().add("sw-teaching");
    designView = new VBox(description, teaching);
    designView.getStyleClass().add("sw-inspector-intro");
  }

  private void describe() {
    String typed = description.getText().strip();
    if (!typed.equals(loaded.strip())) {
      loaded = typed;
      commits.commit(
          "Describe the design",
          document -> document.withDesign(document.design().withDescription(typed)),
          null);
    }
  }

  /// The node for a sort of subject; filled by [#show].
  Node viewFor(Subject subject) {
    return subject instanceof Subject.OfDesign ? designView : view;
  }

  /// What decides whether anything has to be drawn anew.
  private record Shown(Object subject, Object journeys, List<String> path, Object verdict) {}

  void show(EditorState state) {
    Design design = state.design();
    if (!description.isFocused() || description.getText().equals(loaded)) {
      loaded = design.description();
      if (!description.getText().equals(loaded)) {
        description.setText(loaded);
      }
    }
    Selection selection = state.selection();
    List<String> links = selection.links();
    boolean single = selection.components().size() + links.size() == 1;
    Optional<Journey> journey =
        selection.components().isEmpty() && links.isEmpty()
            ? selection.journey().flatMap(design.journeys()::find)
            : Optional.empty();
    List<Journey> passing =
        single
            ? links.isEmpty()
                ? paths.touching(design, selection.components().getFirst())
                : paths.using(design, links.getFirst())
            : List.of();
    List<String> path = journey.map(j -> paths.links(design, j.id())).orElse(List.of());
    Optional<JourneyVerdict> verdict =
        state
            .review()
            .flatMap(review ->
                review.journeys().stream()
                    .filter(v -> journey.filter(j -> j.id().equals(v.journey().id())).isPresent())
                    .findFirst());
    Shown now =
        new Shown(
            selection,
            List.of(passing, design.journeys()),
            path,
            verdict.map(v -> (Object) v.stoppedBy()).orElse(""));
    if (now.equals(shownFor)) {
      return;
    }
    shownFor = now;
    List<Node> nodes = new ArrayList<>();
    if (journey.isPresent()) {
      verdict.ifPresent(v -> nodes.add(stoppers(v)));
      nodes.add(path(design, journey.get(), path));
    } else if (!links.isEmpty() && selection.components().isEmpty()) {
      nodes.add(passing(design, passing, links));
    } else if (single) {
      nodes.add(passing(design, passing, List.of()));
    }
    view.getChildren().setAll(nodes);
  }

  private Node passing(Design design, List<Journey> journeys, List<String> links) {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("sw-chips");
    for (Journey journey : journeys) {
      chips
          .getChildren()
          .add(
              chip(
                  journey.name(),
                  "sw-chip-journey",
                  () -> workspace.select(Selection.journey(journey.id()))));
    }
    if (journeys.isEmpty()) {
      Label none = new Label(links.isEmpty() ? "On no journey" : "On no journey yet");
      none.getStyleClass().add("sw-secondary");
      chips.getChildren().add(none);
    }
    if (!links.isEmpty()) {
      chips.getChildren().add(addTo(design, journeys, links));
    }
    return chips;
  }

  private Node addTo(Design design, List<Journey> passing, List<String> links) {
    MenuButton add = new MenuButton("Add to journey");
    add.getStyleClass().add("sw-flat-menu");
    add.setId("add-to-journey");
    for (Journey journey : design.journeys()) {
      if (links.size() > 1 || !passing.contains(journey)) {
        MenuItem item = new MenuItem(journey.name());
        item.setMnemonicParsing(false);
        item.setOnAction(event ->
            commits.commit(
                "Add " + named(links) + " to " + journey.name(),
                document -> paths.add(document, journey.id(), links),
                null));
        add.getItems().add(item);
      }
    }
    if (!add.getItems().isEmpty()) {
      add.getItems().add(new SeparatorMenuItem());
    }
    MenuItem create =
        new MenuItem(links.size() == 1 ? "New journey" : "New journey along these links");
    create.setOnAction(event ->
        commits.commit(
            "Make a journey along " + named(links),
            document -> JourneyPaths.along(document, links),
            null));
    add.getItems().add(create);
    return add;
  }

  private static String named(List<String> links) {
    return links.size() == 1 ? links.getFirst() : Figures.count(links.size(), "link");
  }

  private Node stoppers(JourneyVerdict verdict) {
    Label title = new Label(Verdicts.stoppedBy(verdict));
    title.getStyleClass().add("sw-strong");
    title.setWrapText(true);
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("sw-chips");
    for (JourneyVerdict.Stopper stopper : verdict.stoppedBy()) {
      chips
          .getChildren()
          .add(
              chip(
                  stopper.component() + " " + Figures.moment(stopper.t()),
                  "sw-chip-stopper",
                  () -> workspace.select(Selection.component(stopper.component()))));
    }
    return new VBox(4, title, chips);
  }

  private static Button chip(String text, String style, Runnable action) {
    Button chip = new Button(text);
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll("sw-chip", style);
    chip.setOnAction(event -> action.run());
    return chip;
  }

  private Node path(Design design, Journey journey, List<String> path) {
    VBox rows = new VBox();
    rows.getStyleClass().add("sw-path");
    Label title =
        new Label(
            journey.get(JourneyAttributes.ENTRY).isPresent() ? "Reaches, in this order" : "Path");
    title.getStyleClass().add("sw-subtitle");
    rows.getChildren().add(title);
    for (String id : path) {
      design.links().find(id).ifPresent(link -> rows.getChildren().add(step(journey, link, path)));
    }
    List<Link> onward = paths.onward(design, journey.id());
    if (!onward.isEmpty()) {
      MenuButton add = new MenuButton("Add a link");
      add.setId("add-link");
      add.getStyleClass().add("sw-flat-menu");
      for (Link link : onward.subList(0, Math.min(30, onward.size()))) {
        MenuItem item = new MenuItem(link.id() + "   " + link.from() + " → " + link.to());
        item.setMnemonicParsing(false);
        item.setOnAction(event ->
            commits.commit(
                "Add " + link.id() + " to " + journey.name(),
                document -> paths.add(document, journey.id(), List.of(link.id())),
                null));
        add.getItems().add(item);
      }
      rows.getChildren().add(add);
    }
    return rows;
  }

  private Node step(Journey journey, Link link, List<String> path) {
    Hyperlink name = new Hyperlink(link.id());
    name.setMnemonicParsing(false);
    name.getStyleClass().add("sw-end");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setOnAction(event -> workspace.select(Selection.link(link.id())));
    Label ends = new Label(link.from() + " → " + link.to());
    ends.getStyleClass().add("sw-secondary");
    ends.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(ends, Priority.ALWAYS);
    Button remove = new Button();
    remove.setGraphic(Icons.of("fth-x"));
    remove.getStyleClass().add("sw-clear");
    remove.setAccessibleText("Take " + link.id() + " off " + journey.name());
    remove.setTooltip(AttributeField.tip("Take it off the journey"));
    remove.setDisable(path.size() < 2);
    remove.setOnAction(event ->
        commits.commit(
            "Take " + link.id() + " off " + journey.name(),
            document -> paths.remove(document, journey.id(), link.id()),
            null));
    HBox row = new HBox(name, ends, remove);
    row.getStyleClass().add("sw-path-step");
    return row;
  }
}
