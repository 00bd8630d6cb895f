package dev.stillwater.ui;

import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Tint;
import dev.stillwater.editor.Action;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Input;
import dev.stillwater.editor.Lens;
import dev.stillwater.editor.Neighbourhood;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// What lies over the drawing: an overlay with its legend, the neighbourhood of a component with
/// its depth, and the map. What an overlay says is computed away from the window's thread; an
/// answer about an older design is dropped.
final class Lenses {
  private static final String GROUP = "Overlay";

  private final Workspace workspace;
  private final CanvasPainter painter;
  private final Engines engines;
  private final Consumer<String> notice;
  private final Minimap minimap;
  private final VBox legend = new VBox();
  private final HBox near = new HBox();
  private final StackPane view = new StackPane();
  private final KeyView key = new KeyView();
  private Optional<Lens> lens = Optional.empty();
  private Optional<Neighbourhood> neighbourhood = Optional.empty();
  private FigurePainter colors = new FigurePainter(Theme.LIGHT);
  private Optional<Lens.View> shown = Optional.empty();

  Lenses(Workspace workspace, CanvasPainter painter, Engines engines, Consumer<String> notice) {
    this.workspace = workspace;
    this.painter = painter;
    this.engines = engines;
    this.notice = notice;
    this.minimap = new Minimap(workspace);
    legend.setId("legend");
    legend.getStyleClass().add("sw-legend");
    legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    near.setId("neighbourhood");
    near.getStyleClass().add("sw-legend");
    near.setAlignment(Pos.CENTER_LEFT);
    near.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    view.setPickOnBounds(false);
    view.setMinSize(0, 0);
    view.getChildren().addAll(legend, near, minimap.view(), key.view());
    StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
    StackPane.setAlignment(near, Pos.TOP_CENTER);
    StackPane.setAlignment(minimap.view(), Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(key.view(), Pos.TOP_LEFT);
    for (Node node : List.of(legend, near, minimap.view(), key.view())) {
      StackPane.setMargin(node, new Insets(12));
    }
    hide(legend);
    hide(near);
    workspace.onChange(this::changed);
  }

  Node view() {
    return view;
  }

  void setTheme(Theme other) {
    colors = new FigurePainter(other);
    minimap.setTheme(other);
    key.setTheme(other);
    shown.ifPresent(this::fill);
  }

  /// The commands of overlays, neighbourhoods and the map.
  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    int number = 1;
    for (Lens each : Lens.values()) {
      actions.add(
          Action.of(
                  "overlay." + each.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  "Overlay: " + each.title().toLowerCase(Locale.ROOT),
                  GROUP,
                  () -> toggle(each))
              .key("Alt+Digit" + number++));
    }
    actions.add(
        Action.of("overlay.none", "No overlay", GROUP, this::clear)
            .key("Alt+Digit0")
            .when(() -> lens.isPresent()));
    actions.add(
        Action.of("near.harmers", "What can hurt this", GROUP, () -> near(true))
            .key("Alt+U")
            .when(this::hasOne));
    actions.add(
        Action.of("near.harmed", "Whom does this hurt", GROUP, () -> near(false))
            .key("Alt+D")
            .when(this::hasOne));
    actions.add(
        Action.of("near.deeper", "One link further", GROUP, () -> deeper(1))
            .key("Alt+Period")
            .when(() -> neighbourhood.isPresent()));
    actions.add(
        Action.of("near.less", "One link less far", GROUP, () -> deeper(-1))
            .key("Alt+Comma")
            .when(() -> neighbourhood.isPresent()));
    actions.add(
        Action.of("near.end", "Show everything again", GROUP, this::endNear)
            .key("Alt+X")
            .when(() -> neighbourhood.isPresent()));
    actions.add(Action.of("view.map", "Show or hide the map", GROUP, minimap::toggle).key("Alt+M"));
    actions.add(key.action());
    return List.copyOf(actions);
  }

  Optional<Lens> lens() {
    return lens;
  }

  Optional<Neighbourhood> neighbourhood() {
    return neighbourhood;
  }

  private boolean hasOne() {
    return workspace.state().selection().components().size() == 1;
  }

  private void toggle(Lens wanted) {
    if (lens.filter(wanted::equals).isPresent()) {
      clear();
      return;
    }
    lens = Optional.of(wanted);
    compute();
  }

  private void clear() {
    lens = Optional.empty();
    shown = Optional.empty();
    painter.setTints(Map.of());
    hide(legend);
  }

  private void compute() {
    if (lens.isEmpty()) {
      return;
    }
    Lens wanted = lens.get();
    EditorState state = workspace.state();
    Document document = state.document();
    Document saved = state.history().saved();
    Optional<Review> review = state.review();
    engines
        .background()
        .execute(() -> {
          Lens.View result =
              wanted.of(
                  document,
                  saved,
                  review,
                  engines.presets(),
                  () -> workspace.state().design() != document.design());
          engines.foreground().execute(() -> show(result, document));
        });
  }

  private void show(Lens.View result, Document document) {
    if (lens.filter(result.lens()::equals).isEmpty()
        || workspace.state().design() != document.design()) {
      return;
    }
    shown = Optional.of(result);
    painter.setTints(result.tints());
    fill(result);
  }

  private void fill(Lens.View result) {
    Label title = new Label(result.lens().title());
    title.getStyleClass().add("sw-legend-title");
    Button close = small("×", "No overlay", this::clear);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(8, title, spring, close);
    head.setAlignment(Pos.CENTER_LEFT);
    legend.getChildren().setAll(head);
    for (Lens.Entry entry : result.legend()) {
      legend.getChildren().add(line(entry));
    }
    if (result.legend().isEmpty()) {
      legend.getChildren().add(new Label("Nothing to show in an empty drawing"));
    }
    legend.setAccessibleText(result.lens().title() + ": " + result.lens().help());
    show(legend);
  }

  private Node line(Lens.Entry entry) {
    Tint.Shade shade = entry.shade();
    Rectangle swatch = new Rectangle(22, 14);
    swatch.setArcWidth(6);
    swatch.setArcHeight(6);
    swatch.setFill(colors.color(shade.fill()));
    swatch.setStroke(colors.color(shade.line()));
    Label mark = new Label(shade.mark());
    mark.getStyleClass().add("sw-legend-mark");
    Label text = new Label(entry.label());
    Label count = new Label(Integer.toString(entry.count()));
    count.getStyleClass().add("sw-secondary");
    HBox line = new HBox(8, new StackPane(swatch, mark), text, count);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Button small(String text, String help, Runnable run) {
    Button button = new Button(text);
    button.getStyleClass().add("sw-legend-button");
    button.setAccessibleText(help);
    button.setFocusTraversable(true);
    button.setOnAction(event -> run.run());
    return button;
  }

  private void near(boolean harmers) {
    String id = workspace.state().selection().components().getFirst();
    int depth = neighbourhood.map(Neighbourhood::depth).orElse(1);
    look(new Neighbourhood(id, harmers, depth));
  }

  private void deeper(int by) {
    neighbourhood.ifPresent(present -> look(present.deeper(by)));
  }

  private void look(Neighbourhood wanted) {
    neighbourhood = Optional.of(wanted);
    painter.setNear(neighbourhood);
    Label title = new Label(wanted.title());
    title.getStyleClass().add("sw-legend-title");
    Label depth = new Label(wanted.depth() == 1 ? "1 link far" : wanted.depth() + " links far");
    near.getChildren()
        .setAll(
            title,
            small("−", "One link less far", () -> deeper(-1)),
            depth,
            small("+", "One link further", () -> deeper(1)),
            small("×", "Show everything again", this::endNear));
    show(near);
    notice.accept(wanted.title() + ": the rest is faded");
  }

  private void endNear() {
    neighbourhood = Optional.empty();
    painter.setNear(neighbourhood);
    hide(near);
    if (workspace.state().tool().isGesture()) {
      workspace.send(new Input.Cancel());
    }
  }

  private static void hide(Node node) {
    node.setVisible(false);
    node.setManaged(false);
  }

  private static void show(Node node) {
    node.setVisible(true);
    node.setManaged(true);
  }

  private void changed(EditorState before, EditorState after) {
    boolean design = before.design() != after.design();
    boolean saved = before.history().saved() != after.history().saved();
    boolean review = EditorState.differs(before.review(), after.review());
    if (design
        || saved && lens.filter(Lens.CHANGED::equals).isPresent()
        || review && lens.filter(Lens.SEVERITY::equals).isPresent()) {
      compute();
    }
    if (design
        && neighbourhood
            .filter(n -> !after.design().components().contains(n.component()))
            .isPresent()) {
      endNear();
    } else if (design) {
      painter.setNear(neighbourhood);
    }
  }
}
