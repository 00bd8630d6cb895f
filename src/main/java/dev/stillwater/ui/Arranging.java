package dev.stillwater.ui;

import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
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
  private final BooleanSupplier reducedMotion;
  private final Consumer<String> notice;
  private final Runnable after;
  private @Nullable Animation running;
  private boolean busy;

  /// Counts what was asked for, so that an answer to an older question is dropped.
  private volatile int wish;

  Arranging(
      Workspace workspace,
      Engines engines,
      BooleanSupplier reducedMotion,
      Consumer<String> notice,
      Runnable after) {
    this.workspace = workspace;
    this.engines = engines;
    this.reducedMotion = reducedMotion;
    this.notice = notice;
    this.after = after;
  }

  /// Arranges everything.
  void arrange(Arrangement arrangement) {
    Design design = workspace.state().design();
    start(design, wish -> AutomaticLayout.arrange(design, arrangement, wish), true);
  }

  /// Arranges some components anew; the others stay where they are.
  void arrange(Collection<String> some) {
    Design design = workspace.state().design();
    Map<String, Position> rest =
        new LinkedHashMap<>(workspace.state().document().layout().positions());
    rest.keySet().removeAll(some);
    if (rest.isEmpty()) {
      arrange(Arrangement.USUAL);
    } else {
      start(design, wish -> AutomaticLayout.place(design, new Layout(rest), wish), false);
    }
  }

  /// Ends what is going on; the drawing is as it was.
  ///
  /// @return whether something was going on
  boolean cancel() {
    wish++;
    boolean moving = running != null;
    if (running != null) {
      running.stop();
      running = null;
      workspace.update(state -> state.showing(state.document()));
    }
    boolean was = busy || moving;
    busy = false;
    return was;
  }

  boolean isBusy() {
    return busy || running != null;
  }

  private void start(Design design, Function<BooleanSupplier, Layout> compute, boolean all) {
    cancel();
    if (design.components().isEmpty()) {
      return;
    }
    int mine = wish;
    busy = true;
    engines
        .background()
        .execute(() -> {
          try {
            Layout layout = compute.apply(() -> mine != wish);
            engines
                .foreground()
                .execute(() -> {
                  if (mine == wish) {
                    busy = false;
                    show(design, layout, all);
                  }
                });
          } catch (CancellationException e) {
            // Somebody asked for another arrangement, or for none.
          }
        });
  }

  private void show(Design design, Layout arranged, boolean all) {
    if (workspace.state().design() != design) {
      notice.accept("The design changed while it was being arranged; arrange it again");
      return;
    }
    Layout present = workspace.state().document().layout();
    Layout start = all ? present.withoutBends().withoutFrames() : present;
    Layout target = start.withAll(arranged.positions());
    if (reducedMotion.getAsBoolean()) {
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
