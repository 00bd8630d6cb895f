package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The frame of the window: menus, tools, panes and the status line. What the panes show is theirs.
final class MainWindow {
  /// The share of the height that the drawing has at first.
  private static final double UPPER = 0.70;

  private final Workspace workspace;
  private final StackPane view;
  private final Map<Class<? extends Tool>, ToggleButton> toolButtons = new LinkedHashMap<>();

  private boolean isSized;

  @FXML private StackPane root;
  @FXML private BorderPane frame;
  @FXML private MenuBar menus;
  @FXML private HBox tools;
  @FXML private StackPane journeysSlot;
  @FXML private SplitPane vertical;
  @FXML private SplitPane horizontal;
  @FXML private StackPane paletteSlot;
  @FXML private StackPane canvasSlot;
  @FXML private StackPane inspectorSlot;
  @FXML private TabPane bottom;
  @FXML private StackPane lower;
  @FXML private HBox tabTools;
  @FXML private StackPane tabsSlot;
  @FXML private Label counts;
  @FXML private Label analysis;
  @FXML private Label hint;
  @FXML private Label zoom;
  @FXML private Label saved;

  MainWindow(Workspace workspace) {
    this.workspace = workspace;
    this.view = Views.load("main", this);
    workspace.onChange(this::changed);
    vertical.heightProperty().addListener(this::sized);
  }

  /// The pane lays itself out once before it has a size, and would keep the few pixels that the
  /// lower part had then.
  private void sized(Observable height) {
    if (!isSized && vertical.getHeight() > 100) {
      isSized = true;
      Platform.runLater(() -> vertical.setDividerPosition(0, UPPER));
    }
  }

  /// Everything, with room for overlays on top.
  StackPane view() {
    return view;
  }

  void setPanes(Node palette, Node canvas, Node inspector, Node journeys) {
    paletteSlot.getChildren().setAll(palette);
    canvasSlot.getChildren().setAll(canvas);
    inspectorSlot.getChildren().setAll(inspector);
    journeysSlot.getChildren().setAll(journeys);
  }

  /// A node at the right upper corner of the drawing.
  void addOverDrawing(Node node) {
    StackPane.setAlignment(node, Pos.TOP_RIGHT);
    StackPane.setMargin(node, new Insets(10));
    canvasSlot.getChildren().add(node);
  }

  /// The right side shows one of several nodes.
  void showInspector(Node inspector) {
    if (!inspectorSlot.getChildren().equals(List.of(inspector))) {
      inspectorSlot.getChildren().setAll(inspector);
    }
  }

  Tab addTab(String id, String text, Node content) {
    Tab tab = new Tab(text, content);
    tab.setId(id);
    tab.setClosable(false);
    bottom.getTabs().add(tab);
    return tab;
  }

  /// A node that stands at the right end of the line of tabs.
  void setTabTools(Node node) {
    tabTools.getChildren().setAll(node);
    bottom
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((of, was, is) -> tabTools.setVisible("findings".equals(is.getId())));
  }

  void showTab(String id) {
    bottom.getTabs().stream()
        .filter(tab -> id.equals(tab.getId()))
        .forEach(bottom.getSelectionModel()::select);
  }

  boolean showsTab(String id) {
    return id.equals(bottom.getSelectionModel().getSelectedItem().getId());
  }

  /// The open designs, beside the menus.
  void setDocuments(Node tabs) {
    tabsSlot.getChildren().setAll(tabs);
  }

  void setAnalysis(String text) {
    analysis.setText(text);
  }

  void setSaved(String text) {
    saved.setText(text);
  }

  /// Where the panes meet: below the drawing, left and right of it, as shares of the window.
  List<Double> dividers() {
    double[] sides = horizontal.getDividerPositions();
    return List.of(vertical.getDividerPositions()[0], sides[0], sides[1]);
  }

  /// The id of the lower pane that is shown.
  String shownTab() {
    Tab tab = bottom.getSelectionModel().getSelectedItem();
    return tab == null || tab.getId() == null ? "" : tab.getId();
  }

  /// Puts the panes where they were.
  ///
  /// @param at as [#dividers] gave it; empty leaves them alone
  void arrange(List<Double> at, String pane) {
    if (at.size() == 3) {
      vertical.setDividerPosition(0, at.get(0));
      horizontal.setDividerPositions(at.get(1), at.get(2));
    }
    showTab(pane);
  }

  void toggleBottom() {
    vertical.setDividerPosition(0, vertical.getDividerPositions()[0] > 0.92 ? UPPER : 1);
  }

  /// Hides everything but the drawing and a failure that is being looked at, or shows it again.
  void present(boolean alone) {
    boolean ripple = workspace.state().drill().isPresent();
    for (Node part : List.of(frame.getTop(), frame.getBottom(), paletteSlot, inspectorSlot)) {
      part.setVisible(!alone);
      part.setManaged(!alone);
    }
    lower.setVisible(!alone || ripple);
    lower.setManaged(!alone || ripple);
    double[] across = alone ? new double[] {0, 1} : new double[] {0.15, 0.79};
    double down = !alone ? UPPER : ripple ? 0.72 : 1;
    horizontal.setDividerPositions(across);
    vertical.setDividerPositions(down);
    // What was hidden takes its room with the next layout only, and pushes the dividers.
    Platform.runLater(() -> {
      horizontal.setDividerPositions(across);
      vertical.setDividerPositions(down);
    });
  }

  /// Fills menus and tool bar with actions; shortcuts work from then on.
  void setActions(List<Action> actions, Menu recent) {
    menus.getMenus().forEach(menu -> menu.getItems().clear());
    Map<String, Menu> byGroup = new LinkedHashMap<>();
    for (Action action : actions) {
      Menu menu = byGroup.computeIfAbsent(action.group(), name -> new Menu(name));
      menu.getItems().add(item(action));
      if (action.id().equals("file.open")) {
        menu.getItems().add(recent);
      }
      if (SEPARATED.test(action)) {
        menu.getItems().add(new SeparatorMenuItem());
      }
    }
    // Where people look for it, whoever added a menu since.
    Menu help = byGroup.remove("Help");
    if (help != null) {
      byGroup.put("Help", help);
    }
    menus.getMenus().setAll(byGroup.values());
    for (Menu menu : byGroup.values()) {
      menu.setOnShowing(event ->
          menu.getItems()
              .forEach(entry -> {
                if (entry.getUserData() instanceof Action action) {
                  entry.setDisable(!action.enabled().getAsBoolean());
                }
              }));
    }
  }

  private static final Predicate<Action> SEPARATED =
      action ->
          switch (action.id()) {
            case "file.template",
                "file.insert",
                "file.saveAs",
                "file.print",
                "file.settings",
                "file.closeTab",
                "edit.redo",
                "edit.duplicate",
                "edit.selectConnected",
                "edit.rename",
                "view.selection",
                "view.theme",
                "analyse.end",
                "analyse.next" ->
                true;
            default -> false;
          };

  private static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.title());
    item.setId(action.id());
    item.setUserData(action);
    action.icon().ifPresent(name -> item.setGraphic(Icons.of(name)));
    item.setOnAction(event -> {
      if (action.enabled().getAsBoolean()) {
        action.run().run();
      }
    });
    if (!action.local()) {
      action.shortcut().map(Shortcuts::combination).ifPresent(item::setAccelerator);
    } else if (action.shortcut().isPresent()) {
      item.setText(action.title() + "    " + Shortcuts.show(action.shortcut().get()));
    }
    return item;
  }

  /// The tool bar: undo and redo, tools, arranging, and what a review ends with.
  void setTools(Actions actions, Node search) {
    tools
        .getChildren()
        .setAll(
            iconButton(actions.get("edit.undo")),
            iconButton(actions.get("edit.redo")),
            gap(),
            toolButton(actions.get("tool.select"), Tool.Selecting.class),
            toolButton(actions.get("tool.connect"), Tool.Linking.class),
            small(toolButton(actions.get("tool.zone"), Tool.Framing.class)),
            small(toolButton(actions.get("tool.pan"), Tool.Holding.class)),
            gap(),
            toolButton(actions.get("analyse.fail"), Tool.Failing.class),
            gap(),
            textButton(actions.get("view.arrange")),
            textButton(actions.get("view.fit")),
            gap());
    Button export = textButton(actions.get("file.export"));
    export.getStyleClass().add("sw-primary");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    tools.getChildren().addAll(export, spring, search);
    for (Node tool : tools.getChildren()) {
      if (tool instanceof ButtonBase button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
      }
    }
    if (search instanceof Button field) {
      String text = field.getText();
      tools
          .widthProperty()
          .addListener((of, was, is) -> field.setText(is.doubleValue() < NARROW ? "Search" : text));
    }
    showTool(workspace.state());
  }

  /// Below this width the search field is short, so that no tool loses its name.
  private static final double NARROW = 1150;

  private static Region gap() {
    Region gap = new Region();
    gap.getStyleClass().add("sw-tool-gap");
    return gap;
  }

  private Button iconButton(Action action) {
    Button button = new Button();
    Icons.set(button, action.icon().orElseThrow(), help(action));
    button.setId("tool-" + action.id().replace('.', '-'));
    button.getStyleClass().add("sw-tool");
    button.setFocusTraversable(true);
    button.setOnAction(event -> action.run().run());
    button.setUserData(action);
    return button;
  }

  private Button textButton(Action action) {
    Button button = new Button(action.title().replace("…", ""));
    action.icon().ifPresent(name -> button.setGraphic(Icons.of(name)));
    button.setTooltip(new Tooltip(help(action)));
    button.setId("tool-" + action.id().replace('.', '-'));
    button.getStyleClass().add("sw-tool");
    button.setOnAction(event -> action.run().run());
    return button;
  }

  private ToggleButton toolButton(Action action, Class<? extends Tool> tool) {
    ToggleButton button = new ToggleButton(action.title());
    action.icon().ifPresent(name -> button.setGraphic(Icons.of(name)));
    button.setTooltip(new Tooltip(help(action)));
    button.setId("tool-" + action.id().replace('.', '-'));
    button.getStyleClass().add("sw-tool");
    if (tool == Tool.Failing.class) {
      button.getStyleClass().add("sw-tool-fail");
    }
    button.setOnAction(event -> {
      action.run().run();
      showTool(workspace.state());
    });
    toolButtons.put(tool, button);
    return button;
  }

  /// A button that only shows its icon; its name is in its tooltip and for readers.
  private static ToggleButton small(ToggleButton button) {
    button.setAccessibleText(button.getText());
    button.setText("");
    return button;
  }

  private static String help(Action action) {
    return action.title() + action.shortcut().map(k -> " (" + Shortcuts.show(k) + ")").orElse("");
  }

  private void changed(EditorState before, EditorState after) {
    if (before.shown() != after.shown()) {
      showCounts(after.shown().design());
    }
    if (before.viewport() != after.viewport()) {
      zoom.setText(Math.round(after.viewport().zoom() * 100) + " %");
    }
    if (before.tool() != after.tool() || EditorState.differs(before.drill(), after.drill())) {
      showTool(after);
    }
    if (before.history() != after.history()) {
      for (Node node : tools.getChildren()) {
        if (node.getUserData() instanceof Action action) {
          node.setDisable(!action.enabled().getAsBoolean());
        }
      }
    }
  }

  private void showCounts(Design design) {
    counts.setText(
        Figures.count(design.components().size(), "component")
            + " · "
            + Figures.count(design.links().size(), "link")
            + " · "
            + Figures.count(design.journeys().size(), "journey"));
  }

  private void showTool(EditorState state) {
    boolean drilling = state.drill().isPresent();
    toolButtons.forEach((type, button) ->
        button.setSelected(
            type == Tool.Failing.class
                ? drilling || state.tool() instanceof Tool.Failing
                : type.isInstance(state.tool()) && !drilling));
    hint.setText(
        switch (state.tool()) {
          case Tool.Failing f ->
              drilling
                  ? "Click another component or link to fail it"
                  : "Click the component or link to fail";
          case Tool.Linking l -> "Drag from one component to another";
          case Tool.Placing p ->
              "Click where the "
                  + p.kind().noun()
                  + " is to stand"
                  + (p.sticky() ? "; Esc ends" : "; Shift for several");
          case Tool.Connecting c -> c.refusal();
          case Tool.Offering o -> "Choose what to link to";
          case Tool.Selecting s -> "";
          case Tool.Holding h -> "Drag to move the drawing";
          case Tool.Framing f -> "Draw the frame of a zone; what lies in it joins";
          case Tool.Panning p -> "";
          case Tool.Spanning s -> "Let go to make the zone";
          case Tool.Resizing r -> "What lies in the frame is in the zone";
          case Tool.Bending b -> "Alt leaves the grid";
          case Tool.Reconnecting r -> r.refusal();
          case Tool.Pointing p -> "";
          case Tool.Dragging d -> "Shift keeps the line, Alt leaves the grid";
          case Tool.Brushing b -> "";
        });
  }

  /// Shows what is there at the beginning.
  void refresh() {
    EditorState state = workspace.state();
    showCounts(state.shown().design());
    zoom.setText(Math.round(state.viewport().zoom() * 100) + " %");
    showTool(state);
    for (Node node : tools.getChildren()) {
      if (node.getUserData() instanceof Action action) {
        node.setDisable(!action.enabled().getAsBoolean());
      }
    }
  }

  Parent canvas() {
    return canvasSlot;
  }
}
