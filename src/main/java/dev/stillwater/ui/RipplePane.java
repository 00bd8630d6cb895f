package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.editor.Drill;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.TimeScale;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The ripple over time: one lane for each component and journey that is hurt, and a scrubber.
final class RipplePane {
  private static final double LANE = 26;
  private static final double BAR = 20;
  private static final double NAMES = 150;
  private static final double AXIS = 26;
  private static final double RIGHT = 32;

  /// The longest that a drill plays, in seconds, however long it lasts.
  private static final double LONGEST_PLAY = 6;

  private final Workspace workspace;
  private final BooleanSupplier reducedMotion;
  private final Parent view;
  private final Region needle = new Region();
  private final AnimationTimer player;
  private TimeScale scale = new TimeScale(1000);

  @FXML private BorderPane content;
  @FXML private VBox empty;
  @FXML private Pane lanes;
  @FXML private Label time;
  @FXML private Button restart;
  @FXML private Button back;
  @FXML private Button play;
  @FXML private Button forward;
  @FXML private Button close;
  @FXML private Button start;

  /// @param reducedMotion whether a drill jumps to its end instead of playing
  RipplePane(Workspace workspace, BooleanSupplier reducedMotion) {
    this.workspace = workspace;
    this.reducedMotion = reducedMotion;
    this.view = Views.load("ripple", this);
    this.player = new Player();
    workspace.onChange(this::changed);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    needle.getStyleClass().add("sw-needle");
    needle.setManaged(false);
    Icons.set(restart, "mdmz-replay", "Start again (Home)");
    Icons.set(back, "mdmz-skip_previous", "Back to the moment before");
    Icons.set(forward, "mdmz-skip_next", "On to the next moment");
    restart.setOnAction(event -> workspace.drill(drill -> drill.at(0).playing(true)));
    back.setOnAction(event -> workspace.drill(drill -> drill.stepBack().playing(false)));
    forward.setOnAction(event -> workspace.drill(drill -> drill.step().playing(false)));
    play.setOnAction(event ->
        workspace.drill(drill ->
            drill.playing()
                ? drill.playing(false)
                : drill.t() >= drill.end() ? drill.at(0).playing(true) : drill.playing(true)));
    close.setOnAction(event -> {
      workspace.endDrill();
      workspace.use(new Tool.Selecting());
    });
    start.setOnAction(event -> workspace.use(new Tool.Failing()));
    lanes.widthProperty().addListener((of, was, is) -> layOut());
    lanes.addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
    lanes.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
    content.setVisible(false);
  }

  private void scrub(MouseEvent event) {
    if (event.getX() >= NAMES - 8) {
      double share = (event.getX() - NAMES) / (lanes.getWidth() - NAMES - RIGHT);
      workspace.drill(drill -> drill.at(scale.moment(share)).playing(false));
      event.consume();
    }
  }

  private void changed(EditorState before, EditorState after) {
    if (!EditorState.differs(before.drill(), after.drill())) {
      return;
    }
    boolean shown = after.drill().isPresent();
    content.setVisible(shown);
    empty.setVisible(!shown);
    if (!shown) {
      player.stop();
      return;
    }
    Drill drill = after.drill().get();
    if (before.drill().isEmpty() || before.drill().get().result() != drill.result()) {
      scale = new TimeScale(drill.end());
      layOut();
    }
    moveNeedle(drill);
    time.setText(Figures.moment(drill.t()) + " of " + Figures.time(drill.end()));
    Icons.set(
        play,
        drill.playing() ? "mdmz-pause" : "mdmz-play_arrow",
        drill.playing() ? "Pause (Space)" : "Play (Space)");
    if (drill.playing() && reducedMotion.getAsBoolean()) {
      workspace.drill(d -> d.at(d.end()).playing(false));
    } else if (drill.playing()) {
      player.start();
    } else {
      player.stop();
    }
  }

  private final class Player extends AnimationTimer {
    private long last;

    @Override
    public void start() {
      if (last == 0) {
        last = -1;
        super.start();
      }
    }

    @Override
    public void stop() {
      last = 0;
      super.stop();
    }

    @Override
    public void handle(long now) {
      if (last > 0) {
        double step = (now - last) / 1e9 / LONGEST_PLAY;
        workspace.drill(drill -> {
          double share = scale.share(drill.t()) + step;
          return share >= 1 ? drill.at(drill.end()).playing(false) : drill.at(scale.moment(share));
        });
      }
      if (last != 0) {
        last = now;
      }
    }
  }

  private double x(double millis) {
    return NAMES + scale.share(millis) * (lanes.getWidth() - NAMES - RIGHT);
  }

  private void moveNeedle(Drill drill) {
    needle.resizeRelocate(x(drill.t()) - 1, AXIS - 6, 2, Math.max(0, lanes.getMinHeight() - AXIS));
  }

  /// A stretch of a lane.
  private record Bar(double from, String style, String text) {}

  private void layOut() {
    lanes.getChildren().clear();
    Drill drill = workspace.state().drill().orElse(null);
    if (drill == null || lanes.getWidth() <= NAMES + RIGHT) {
      return;
    }
    Map<String, List<Bar>> rows = rows(drill);
    double height = AXIS + rows.size() * LANE + 8;
    lanes.setMinHeight(height);
    axis(drill, height);
    double y = AXIS;
    for (Map.Entry<String, List<Bar>> row : rows.entrySet()) {
      lane(row.getKey(), row.getValue(), y, drill);
      y += LANE;
    }
    lanes.getChildren().add(needle);
    moveNeedle(drill);
  }

  private static Map<String, List<Bar>> rows(Drill drill) {
    Map<String, List<Bar>> rows = new LinkedHashMap<>();
    List<JourneyOutcome> lost =
        new ArrayList<>(
            drill.result().journeys().stream()
                .filter(outcome -> outcome.state() != JourneyOutcome.State.OK)
                .toList());
    for (Fact fact : drill.result().facts()) {
      String scope = fact.hurtsEverybody() ? "" : " for " + fact.scope();
      String factor =
          fact.factor() > 1 && fact.impact() == Impact.SLOW
              ? " ×" + Figures.number(fact.factor())
              : "";
      rows.computeIfAbsent(fact.node().id(), id -> new ArrayList<>())
          .add(new Bar(fact.t(), fact.impact().word(), fact.impact().label() + factor + scope));
    }
    for (JourneyOutcome outcome : lost) {
      rows.computeIfAbsent("▸ " + outcome.id(), id -> new ArrayList<>())
          .add(new Bar(outcome.t(), "journey-" + outcome.state().word(), outcome.state().word()));
    }
    return rows;
  }

  private void axis(Drill drill, double height) {
    double apart = 64 / (lanes.getWidth() - NAMES - RIGHT);
    for (double tick : scale.ticks(apart)) {
      Region line = new Region();
      line.getStyleClass().add("sw-tick");
      line.setManaged(false);
      line.resizeRelocate(Math.round(x(tick)), AXIS - 6, 1, height - AXIS);
      Label label = new Label(Figures.time(tick));
      label.getStyleClass().add("sw-tick-label");
      label.setManaged(false);
      label.setMouseTransparent(true);
      lanes.getChildren().addAll(line, label);
      label.applyCss();
      double width = label.prefWidth(-1);
      label.resizeRelocate(Math.round(x(tick) - width / 2), 2, width, label.prefHeight(-1));
    }
  }

  private void lane(String name, List<Bar> bars, double y, Drill drill) {
    Label label = new Label(name);
    label.getStyleClass().add("sw-lane-name");
    label.setManaged(false);
    label.resizeRelocate(8, y, NAMES - 20, BAR);
    label.setOnMouseClicked(event -> {
      if (workspace.state().design().components().contains(name)) {
        workspace.select(Selection.component(name));
      }
    });
    lanes.getChildren().add(label);
    double end = x(drill.end());
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double from = x(bar.from());
      double to = i + 1 < bars.size() ? x(bars.get(i + 1).from()) : end;
      if (i + 1 < bars.size() && to - from < 3) {
        continue;
      }
      Label block = new Label(bar.text());
      block.getStyleClass().addAll("sw-bar", "sw-bar-" + bar.style());
      block.setManaged(false);
      block.setMouseTransparent(true);
      block.resizeRelocate(from, y, Math.max(3, to - from), BAR);
      lanes.getChildren().add(block);
    }
  }
}
