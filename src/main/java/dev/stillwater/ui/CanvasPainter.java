package dev.stillwater.ui;

import dev.stillwater.drawing.Badge;
import dev.stillwater.drawing.Card;
import dev.stillwater.drawing.Detail;
import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Following;
import dev.stillwater.drawing.Ghost;
import dev.stillwater.drawing.Highlight;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.RippleView;
import dev.stillwater.drawing.Route;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.SpatialIndex;
import dev.stillwater.drawing.Stroke;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Tick;
import dev.stillwater.drawing.Tint;
import dev.stillwater.drawing.Token;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.Drill;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FixPreview;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Neighbourhood;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Presets;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Paints the display list of the present state, at most once a frame: what the viewport shows, out
/// of a spatial index, cards as pictures, text in whole pixels. What follows the pointer is painted
/// on a second canvas above.
final class CanvasPainter {
  /// Labels of links are painted from this zoom on.
  private static final double LABELS = 0.95;

  private static final int GRID_STEP = 24;

  /// How long a zoom rests before the drawing is painted anew, in nanoseconds; until then the last
  /// frame is stretched.
  private static final long REST = 120_000_000;

  private static final int MOST_ASKED = 50;

  private static final dev.stillwater.drawing.Box CARD =
      new dev.stillwater.drawing.Box(0, 0, Card.WIDTH, Card.HEIGHT);

  private Presets presets;
  private final Canvas below = new Canvas();
  private final Canvas above = new Canvas();
  private final Pane node = new Pane(below, above);
  private final LiveScene live;
  private final AnimationTimer frames;
  private FigurePainter painter = new FigurePainter(Theme.LIGHT);
  private Sprites sprites = new Sprites(painter);
  private Bars lines = new Bars(painter);
  private Overlay overlay = new Overlay(painter);
  private EditorState state;
  private Scene scene = Scene.EMPTY;
  private SpatialIndex index = SpatialIndex.of(scene);
  private Map<String, Tint> tints = Map.of();
  private Optional<Neighbourhood> near = Optional.empty();
  private Hit hover = new Hit.Nothing();
  private boolean gridShown = true;
  private final Tiles tiles = new Tiles();

  /// What moved in a large drawing since it was drawn; empty when the scene shows everything.
  private Optional<Following.Moved> moved = Optional.empty();

  /// What can have moved since then; everything where that is not known.
  private final Set<String> carried = new HashSet<>();

  private boolean allCarried;

  /// What was let go of, shown until all pictures have it.
  private Optional<Following.Moved> settling = Optional.empty();

  /// What is left out of the pictures because it is being moved.
  private Set<String> lifted = Set.of();

  private double paintedZoom;
  private long zoomed;
  private @Nullable Document shownLast;

  /// The judgement that badges and ticks are from: of a large one they take longer than a frame.
  private @Nullable Review judged;

  private Map<String, Badge> badges = Map.of();
  private Map<String, Tick> ticks = Map.of();
  private boolean sceneOld = true;
  private boolean dirty = true;
  private boolean overlayDirty = true;

  /// Draws everything at once.
  CanvasPainter(EditorState state, Presets presets) {
    this(state, presets, Runnable::run, Runnable::run);
  }

  /// @param worker draws large drawings
  /// @param window takes them over
  CanvasPainter(EditorState state, Presets presets, Executor worker, Executor window) {
    this.state = state;
    this.presets = presets;
    this.live = new LiveScene(worker, window, this::take);
    below.setId("canvas-below");
    above.setId("canvas-above");
    above.setMouseTransparent(true);
    below.setMouseTransparent(true);
    node.setMouseTransparent(true);
    frames =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frame();
          }
        };
    frames.start();
  }

  Node node() {
    return node;
  }

  void setTheme(Theme theme) {
    painter = new FigurePainter(theme);
    sprites = new Sprites(painter);
    lines = new Bars(painter);
    overlay = new Overlay(painter);
    tiles.clear();
    dirty = true;
    overlayDirty = true;
  }

  /// Takes values that components do not declare from other presets.
  void setPresets(Presets others) {
    presets = others;
    sceneOld = true;
  }

  /// Whether the dots of the grid are painted.
  void showGrid(boolean shown) {
    dirty |= shown != gridShown;
    gridShown = shown;
  }

  void resize(double width, double height) {
    node.resizeRelocate(0, 0, width, height);
    if (below.getWidth() != width || below.getHeight() != height) {
      below.setWidth(width);
      below.setHeight(height);
      above.setWidth(width);
      above.setHeight(height);
      dirty = true;
      overlayDirty = true;
    }
  }

  void hover(Hit hit) {
    hover = hit;
    overlayDirty = true;
    dirty |= scene.detail() == Detail.CARD && state.viewport().zoom() < LABELS;
  }

  /// Takes over another state; it is painted with the next frame.
  void changed(EditorState before, EditorState after) {
    state = after;
    boolean drill =
        EditorState.differs(before.drill(), after.drill())
            && !sameMoment(before.drill(), after.drill());
    if (before.shown() != after.shown()) {
      follow(after);
    } else if (before.tool().isGesture() && !after.tool().isGesture() && moved.isPresent()) {
      sceneOld = true;
    }
    if (EditorState.differs(before.review(), after.review())
        || EditorState.differs(before.preview(), after.preview())
        || drill
        || !before.focus().equals(after.focus())
        || !before.selection().journey().equals(after.selection().journey())
        || Detail.at(before.viewport().zoom()) != Detail.at(after.viewport().zoom())) {
      sceneOld = true;
    }
    dirty |= before.viewport() != after.viewport() || before.selection() != after.selection();
    overlayDirty = true;
  }

  /// Whether two moments of a drill look alike, because nothing happens between them.
  private static boolean sameMoment(Optional<Drill> before, Optional<Drill> after) {
    if (before.isEmpty() || after.isEmpty() || before.get().result() != after.get().result()) {
      return false;
    }
    return arrived(before.get()) == arrived(after.get());
  }

  private static long arrived(Drill drill) {
    return drill.result().facts().stream().filter(fact -> fact.t() <= drill.t()).count()
        + drill.result().absorbers().stream().filter(absorber -> absorber.t() <= drill.t()).count();
  }

  /// Paints now what would be painted with the next frame.
  void frame() {
    if (state.viewport().zoom() != paintedZoom) {
      paintedZoom = state.viewport().zoom();
      zoomed = System.nanoTime();
    }
    if (live.isLarge() && state.shown() == shownLast && isUnready()) {
      if (tiles.stretched(
          below.getGraphicsContext2D(), state.viewport(), painter.color(Token.CANVAS))) {
        dirty = true;
        overlay.paint(above.getGraphicsContext2D(), state, hover, scene);
        return;
      }
    }
    shownLast = state.shown();
    upToDate();
    if (dirty && below.getWidth() > 0) {
      dirty = false;
      paint();
      overlayDirty = true;
    }
    if (overlayDirty && above.getWidth() > 0) {
      overlayDirty = false;
      overlay.paint(above.getGraphicsContext2D(), state, hover, scene);
    }
  }

  /// Whether what would be painted now would be in vain: another zoom may follow with the next
  /// frame, or the drawing with the detail of this one is still being made.
  private boolean isUnready() {
    if (!tiles.isFor(state.viewport().zoom()) && System.nanoTime() - zoomed < REST) {
      return true;
    }
    boolean other = scene.detail() != Detail.at(state.viewport().zoom());
    if (other) {
      upToDate();
    }
    return scene.detail() != Detail.at(state.viewport().zoom());
  }

  /// Whether another frame will look otherwise than this one though nothing happens.
  boolean isBusy() {
    return dirty || sceneOld || live.isPending();
  }

  /// Shows what an overlay says of components; none for no overlay.
  void setTints(Map<String, Tint> other) {
    if (other != tints) {
      tints = other;
      sceneOld = true;
    }
  }

  /// Shows the neighbourhood of a component and fades the rest.
  void setNear(Optional<Neighbourhood> other) {
    near = other;
    sceneOld = true;
  }

  /// Takes over another layout: in a large drawing only what moves is painted, over the drawing as
  /// it was, during a gesture and until the drawing has been made anew.
  private void follow(EditorState after) {
    if (after.tool() instanceof Tool.Dragging dragging) {
      carried.addAll(dragging.origins().keySet());
    } else {
      allCarried = true;
    }
    boolean gesture = after.tool().isGesture();
    if (live.isLarge()) {
      moved = live.moved(input(), allCarried ? Set.of() : carried);
      dirty = true;
      if (gesture && !sceneOld && moved.isPresent()) {
        return;
      }
    }
    sceneOld = true;
  }

  private void upToDate() {
    if (sceneOld) {
      sceneOld = false;
      live.show(input());
    }
  }

  /// Takes over a drawing that was made.
  private void take(LiveScene.Drawn drawn) {
    scene = drawn.scene();
    index = drawn.index();
    settling = moved.filter(m -> m.rigid().isEmpty() && !m.items().isEmpty());
    moved = Optional.empty();
    SceneInput now = input();
    if (drawn.input().layout() == now.layout()) {
      carried.clear();
      allCarried = false;
    } else if (live.isLarge()) {
      moved = live.moved(now, Set.of());
    }
    drawn
        .changes()
        .filter(boxes -> tiles.isFor(state.viewport().zoom()))
        .ifPresentOrElse(tiles::ageIn, tiles::age);
    if (!lifted.isEmpty()) {
      Set<String> back = lifted;
      lifted = Set.of();
      ageAround(back);
    }
    dirty = true;
    overlayDirty = true;
  }

  /// The pictures that show some elements are to be made anew.
  private void ageAround(Set<String> ids) {
    List<dev.stillwater.drawing.Box> boxes = new ArrayList<>();
    for (String id : ids) {
      scene.of(id).forEach(item -> boxes.addAll(item.places()));
    }
    tiles.ageIn(boxes);
  }

  private SceneInput input() {
    SceneInput input = SceneInput.of(state.shown(), presets).withTints(tints);
    if (state.review().isPresent()) {
      Review review = state.review().get();
      if (review != judged) {
        judged = review;
        badges = Badge.of(review);
        ticks = Tick.of(review);
      }
      input = input.withBadges(badges).withTicks(ticks);
    }
    if (state.drill().isPresent()) {
      Drill drill = state.drill().get();
      input = input.withRipple(Optional.of(RippleView.of(drill.result(), drill.t())));
    } else if (state.preview().isPresent()) {
      FixPreview preview = state.preview().get();
      input =
          input
              .with(preview.edited().design(), preview.edited().layout())
              .with(Ghost.between(state.design(), preview.edited().design()));
    }
    return input.with(highlight()).with(Detail.at(state.viewport().zoom()));
  }

  /// The path of the finding in focus, else the links of the selected journey.
  private Highlight highlight() {
    if (near.isPresent() && state.design().components().contains(near.get().component())) {
      return new Highlight(near.get().ids(state.design()), true);
    }
    Set<String> ids = new HashSet<>();
    state
        .focus()
        .flatMap(this::finding)
        .ifPresent(found -> {
          ids.addAll(found.finding().components());
          ids.addAll(found.finding().links());
        });
    state
        .selection()
        .journey()
        .flatMap(state.design().journeys()::find)
        .map(Journey::namedLinks)
        .ifPresent(links -> {
          for (String id : links) {
            state
                .design()
                .links()
                .find(id)
                .ifPresent(link -> ids.addAll(List.of(id, link.from(), link.to())));
          }
        });
    return ids.isEmpty() ? Highlight.NONE : new Highlight(ids, false);
  }

  private Optional<ReviewedFinding> finding(String key) {
    return state.review().stream()
        .flatMap(review -> review.findings().stream())
        .filter(found -> found.key().equals(key))
        .findFirst();
  }

  private void paint() {
    GraphicsContext g = below.getGraphicsContext2D();
    Viewport viewport = state.viewport();
    double width = below.getWidth();
    double height = below.getHeight();
    g.setGlobalAlpha(1);
    g.setFill(painter.color(Token.CANVAS));
    boolean large = live.isLarge();
    if (!large) {
      g.fillRect(0, 0, width, height);
      grid(g, viewport, width, height);
    }
    double density = below.getScene() == null ? 1 : below.getScene().getWindow().getOutputScaleX();
    sprites.begin(viewport.zoom(), density);
    if (large && density == 1) {
      paintLarge(g, viewport);
      return;
    }
    if (large) {
      g.fillRect(0, 0, width, height);
      grid(g, viewport, width, height);
    }
    for (Item item : index.in(box(viewport.visible()))) {
      item(g, item, viewport);
    }
    g.setGlobalAlpha(1);
    dirty = sprites.isShort();
  }

  /// Paints a large drawing out of pictures, and over it what is being dragged.
  private void paintLarge(GraphicsContext g, Viewport viewport) {
    Set<String> away =
        moved.filter(m -> m.rigid().isEmpty()).map(Following.Moved::ids).orElse(Set.of());
    if (!away.equals(lifted)) {
      Set<String> touched = new HashSet<>(lifted);
      touched.addAll(away);
      lifted = away;
      ageAround(touched);
    }
    double[] shift = moved.flatMap(Following.Moved::rigid).orElse(new double[2]);
    boolean complete =
        tiles.paint(
            g,
            viewport,
            shift[0] * viewport.zoom(),
            shift[1] * viewport.zoom(),
            painter.color(Token.CANVAS),
            this::tile);
    asked(g, viewport);
    if (complete) {
      settling = Optional.empty();
    }
    moved
        .filter(m -> m.rigid().isEmpty())
        .or(() -> settling)
        .ifPresent(m -> paintMoved(g, m.items(), viewport));
    g.setGlobalAlpha(1);
    dirty = !complete;
  }

  private void paintMoved(GraphicsContext g, List<Item> items, Viewport viewport) {
    var seen = box(viewport.visible());
    for (Item item : items) {
      if (item.bounds().grown(1).overlaps(seen)) {
        Route route = item.route().orElse(null);
        if (route != null && item.figure().marks().isEmpty()) {
          lines.paint(g, route, new Stroke(Token.LINK_TIGHT, 2), 1, viewport);
        } else {
          item(g, item, viewport);
        }
      }
    }
  }

  /// The labels of links that are asked for where labels are too small to be shown.
  private void asked(GraphicsContext g, Viewport viewport) {
    if (viewport.zoom() >= LABELS) {
      return;
    }
    List<String> links = new ArrayList<>(state.selection().links());
    if (hover instanceof Hit.OnLink on) {
      links.add(on.id());
    }
    for (String link : links.subList(0, Math.min(links.size(), MOST_ASKED))) {
      for (Item item : scene.of(link)) {
        if (item.kind() == Item.Kind.LABEL) {
          item(g, item, viewport);
        }
      }
    }
  }

  /// One picture of a large drawing.
  private void tile(GraphicsContext g, long left, long top, double zoom) {
    Viewport part = new Viewport(left / zoom, top / zoom, zoom, Tiles.SIDE, Tiles.SIDE);
    grid(g, part, Tiles.SIDE, Tiles.SIDE);
    for (Item item : index.in(box(part.visible()).grown(12 / zoom))) {
      boolean quiet = item.kind() == Item.Kind.LABEL && zoom < LABELS;
      if (!quiet && !lifted.contains(item.id())) {
        Stroke bar = scene.detail() == Detail.COMPACT ? lines.stroke(item) : null;
        if (bar != null) {
          lines.paint(g, item.route().orElseThrow(), bar, item.opacity(), part);
        } else {
          item(g, item.near(box(part.visible())), part);
        }
      }
    }
  }

  private void item(GraphicsContext g, Item item, Viewport viewport) {
    double zoom = viewport.zoom();
    if (item.kind() == Item.Kind.LABEL && zoom < LABELS && !isAsked(item.id())) {
      return;
    }
    double x = Math.round((item.x() - viewport.x()) * zoom);
    double y = Math.round((item.y() - viewport.y()) * zoom);
    g.setGlobalAlpha(item.opacity());
    Optional<Image> image =
        item.kind() == Item.Kind.COMPONENT ? sprites.of(item.figure(), CARD) : Optional.empty();
    if (image.isPresent()) {
      sprites.paint(g, image.get(), x, y);
    } else {
      painter.figure(g, item.figure(), x, y, zoom);
    }
    painter.runs(g, item, x, y, zoom);
  }

  /// Whether the label of a link is wanted although the drawing is small.
  private boolean isAsked(String link) {
    return state.selection().hasLink(link)
        || hover instanceof Hit.OnLink on && on.id().equals(link);
  }

  private void grid(GraphicsContext g, Viewport viewport, double width, double height) {
    double step = GRID_STEP * viewport.zoom();
    if (step < 11 || !gridShown) {
      return;
    }
    g.setFill(painter.color(Token.GRID));
    double startX = -(viewport.x() * viewport.zoom()) % step;
    double startY = -(viewport.y() * viewport.zoom()) % step;
    double dot = viewport.zoom() >= 1.5 ? 2 : 1;
    for (double x = startX - step; x < width; x += step) {
      for (double y = startY - step; y < height; y += step) {
        g.fillRect(Math.round(x), Math.round(y), dot, dot);
      }
    }
  }

  /// What lies under a point of the drawing.
  Hit hit(Point at) {
    upToDate();
    return new CanvasHits(state, scene, index, hover).at(at);
  }

  /// The box around everything; empty when nothing is drawn. While a large drawing is being made,
  /// that around its cards.
  Optional<Box> bounds() {
    upToDate();
    if (live.isPending()) {
      return state.shown().layout().positions().values().stream()
          .map(Box::card)
          .reduce(Box::around);
    }
    return scene.items().isEmpty() ? Optional.empty() : Optional.of(box(scene.bounds()));
  }

  Optional<Box> boundsOf(String id) {
    upToDate();
    return live.isPending() && state.shown().layout().of(id).isPresent()
        ? state.shown().layout().of(id).map(Box::card)
        : scene.bounds(List.of(Folds.of(state.shown()).shownAs(id))).map(CanvasPainter::box);
  }

  Optional<Box> boundsOf(Selection selection) {
    upToDate();
    List<String> ids = new ArrayList<>(selection.components());
    ids.addAll(selection.links());
    Folds folds = Folds.of(state.shown());
    ids.replaceAll(folds::shownAs);
    selection.zone().ifPresent(zone -> ids.addAll(List.of(zone, Folds.boxOf(zone))));
    return scene.bounds(ids).map(CanvasPainter::box);
  }

  private static Box box(dev.stillwater.drawing.Box box) {
    return new Box(box.x(), box.y(), box.width(), box.height());
  }

  private static dev.stillwater.drawing.Box box(Box box) {
    return new dev.stillwater.drawing.Box(box.x(), box.y(), box.width(), box.height());
  }
}
