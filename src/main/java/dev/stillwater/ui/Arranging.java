package dev.stillwater.ui;

import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Automatic layout: computed away from the window's thread, shown as a short move, and committed
/// as one step. A drawing that was edited meanwhile is left alone.
final class Arranging {
  private static final Duration MOVE = Duration.millis(150);

  private final Workspace workspace;
  private final Engines engines;
  private final boolean reducedMotion;
  private final Consumer<String> notice;
  private final Runnable after;
  private @Nullable Animation running;

  Arranging(
      Workspace workspace,
      Engines engines,
      boolean reducedMotion,
      Consumer<String> notice,
      Runnable after) {
    this.workspace = workspace;
    this.engines = engines;
    this.reducedMotion = reducedMotion;
    this.notice = notice;
    this.after = after;
  }

  void arrange() {
    if (running != null) {
      running.stop();
      running = null;
    }
    Design design = workspace.state().design();
    if (design.components().isEmpty()) {
      return;
    }
    engines
        .background()
        .execute(() -> {
          Layout layout = AutomaticLayout.arrange(design);
          engines.foreground().execute(() -> show(design, layout));
        });
  }

  private void show(Design design, Layout target) {
    if (workspace.state().design() != design) {
      notice.accept("The design changed while it was being arranged; arrange it again");
      return;
    }
    Layout start = workspace.state().document().layout();
    if (reducedMotion) {
      commit(target);
      return;
    }
    Animation move =
        new Transition() {
          {
            setCycleDuration(MOVE);
            setInterpolator(Interpolator.EASE_OUT);
          }

          @Override
          protected void interpolate(double part) {
            workspace.update(state ->
                state.design() == design
                    ? state.showing(state.document().withLayout(between(start, target, part)))
                    : state);
          }
        };
    move.setOnFinished(event -> commit(target));
    running = move;
    move.play();
  }

  private void commit(Layout target) {
    running = null;
    workspace.commit("Arrange", workspace.state().document().withLayout(target));
    after.run();
  }

  private static Layout between(Layout start, Layout target, double part) {
    Map<String, Position> positions = new LinkedHashMap<>();
    target
        .positions()
        .forEach((id, to) -> {
          Position from = start.of(id).orElse(to);
          positions.put(
              id,
              new Position(
                  (int) Math.round(from.x() + (to.x() - from.x()) * part),
                  (int) Math.round(from.y() + (to.y() - from.y()) * part)));
        });
    return start.withAll(positions);
  }
}
