package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Preset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Kinds and presets to place: a click arms the placing tool, a second press keeps it armed, a drag
/// carries a component onto the drawing.
final class PaletteView {
  private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

  /// Where a component dragged out of the palette goes.
  interface DropTarget {
    /// The pointer carries it over a place of the window.
    void carried(Point2D scenePoint);

    /// It is let go there; false when that is not the drawing.
    boolean dropped(Point2D scenePoint);
  }

  private static final Map<String, List<ComponentKind>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put(
        "Callers",
        List.of(
            ComponentKind.CLIENT,
            ComponentKind.ACTOR,
            ComponentKind.SCHEDULER,
            ComponentKind.EXTERNAL));
    GROUPS.put(
        "Compute", List.of(ComponentKind.SERVICE, ComponentKind.FUNCTION, ComponentKind.WORKER));
    GROUPS.put(
        "Routing",
        List.of(ComponentKind.LOAD_BALANCER, ComponentKind.API_GATEWAY, ComponentKind.DNS_CDN));
    GROUPS.put(
        "Messaging",
        List.of(
            ComponentKind.QUEUE,
            ComponentKind.TOPIC,
            ComponentKind.STREAM,
            ComponentKind.EVENT_BUS,
            ComponentKind.WORKFLOW));
    GROUPS.put(
        "Data",
        List.of(
            ComponentKind.RELATIONAL_DB,
            ComponentKind.KEY_VALUE_STORE,
            ComponentKind.OBJECT_STORE,
            ComponentKind.SEARCH_INDEX,
            ComponentKind.CACHE));
    GROUPS.put("Operations", List.of(ComponentKind.CONFIG, ComponentKind.MONITOR));
  }

  private final Workspace workspace;
  private final Function<ComponentKind, Node> icons;
  private final DropTarget target;
  private final Parent view;
  private final Map<Button, Tool.Placing> buttons = new LinkedHashMap<>();

  @FXML private TextField search;
  @FXML private VBox groups;

  PaletteView(Workspace workspace, Function<ComponentKind, Node> icons, DropTarget target) {
    this.workspace = workspace;
    this.icons = icons;
    this.target = target;
    this.view = Views.load("palette", this);
    workspace.onChange(this::changed);
  }

  Parent view() {
    return view;
  }

  TextField search() {
    return search;
  }

  @FXML
  private void initialize() {
    search.textProperty().addListener((of, was, is) -> fill());
    search.setOnAction(event -> buttons.keySet().stream().findFirst().ifPresent(Button::fire));
    fill();
  }

  /// Offers what can be placed now, when presets changed.
  void again() {
    fill();
  }

  private void fill() {
    buttons.clear();
    groups.getChildren().clear();
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    GROUPS.forEach((title, kinds) -> {
      List<Button> found = new ArrayList<>();
      for (ComponentKind kind : kinds) {
        if (matches(wanted, kind.title(), kind.word())) {
          found.add(button(kind, Optional.empty(), shortTitle(kind), kind.title()));
        }
      }
      section(title, found);
    });
    List<Button> presets = new ArrayList<>();
    for (Preset preset : workspace.presets().all()) {
      if (matches(wanted, preset.title(), preset.key(), preset.kind().title())) {
        presets.add(
            button(
                preset.kind(),
                Optional.of(preset.key()),
                preset.title(),
                preset.title() + " (" + preset.kind().noun() + ")"));
      }
    }
    if (!wanted.isEmpty()) {
      section("Presets", presets);
    }
    if (groups.getChildren().isEmpty()) {
      Label none = new Label("Nothing is called so. Try queue, balancer, sqs or kafka.");
      none.setWrapText(true);
      none.getStyleClass().add("sw-secondary");
      groups.getChildren().add(none);
    }
  }

  private static boolean matches(String wanted, String... texts) {
    for (String text : texts) {
      if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
        return true;
      }
    }
    return wanted.isEmpty();
  }

  private static String shortTitle(ComponentKind kind) {
    return switch (kind) {
      case RELATIONAL_DB -> "Relational";
      case KEY_VALUE_STORE -> "Key-value";
      case EXTERNAL -> "External";
      case API_GATEWAY -> "Gateway";
      case OBJECT_STORE -> "Objects";
      case SEARCH_INDEX -> "Search";
      case CONFIG -> "Config";
      case DNS_CDN -> "DNS / CDN";
      case LOAD_BALANCER -> "Balancer";
      case CLIENT,
          ACTOR,
          SERVICE,
          FUNCTION,
          WORKER,
          QUEUE,
          TOPIC,
          STREAM,
          EVENT_BUS,
          WORKFLOW,
          CACHE,
          SCHEDULER,
          MONITOR ->
          kind.title();
    };
  }

  private void section(String title, List<Button> found) {
    if (found.isEmpty()) {
      return;
    }
    Label label = new Label(title);
    label.getStyleClass().add("sw-palette-title");
    GridPane grid = new GridPane();
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().addAll(half, half);
    for (int i = 0; i < found.size(); i++) {
      grid.add(found.get(i), i % 2, i / 2);
    }
    groups.getChildren().add(new VBox(label, grid));
  }

  private Button button(ComponentKind kind, Optional<String> preset, String text, String help) {
    Button button = new Button(text, icons.apply(kind));
    button.getStyleClass().add("sw-palette-item");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTooltip(new Tooltip(help + ": click, then click on the drawing; or drag it there"));
    button.setAccessibleText("Place a " + help);
    Tool.Placing placing = new Tool.Placing(kind, preset, Optional.empty(), false);
    buttons.put(button, placing);
    button.setOnMousePressed(event ->
        workspace.use(new Tool.Placing(kind, preset, Optional.empty(), event.getClickCount() > 1)));
    button.setOnMouseDragged(
        event -> target.carried(new Point2D(event.getSceneX(), event.getSceneY())));
    button.setOnMouseReleased(event -> {
      if (!event.isStillSincePress()) {
        boolean dropped = target.dropped(new Point2D(event.getSceneX(), event.getSceneY()));
        if (!dropped && !button.contains(event.getX(), event.getY())) {
          workspace.use(new Tool.Selecting());
        }
      }
    });
    button.setOnAction(event -> {
      if (!(workspace.state().tool() instanceof Tool.Placing armed
          && armed.kind() == kind
          && armed.preset().equals(preset))) {
        workspace.use(placing);
      }
    });
    return button;
  }

  private void changed(EditorState before, EditorState after) {
    if (before.tool() == after.tool()) {
      return;
    }
    buttons.forEach((button, placing) ->
        button.pseudoClassStateChanged(
            ARMED,
            after.tool() instanceof Tool.Placing armed
                && armed.kind() == placing.kind()
                && armed.preset().equals(placing.preset())));
  }
}
