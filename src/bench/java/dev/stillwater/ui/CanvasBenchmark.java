package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Input;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Viewport;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Index;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import dev.stillwater.testing.LargeDesigns;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Drives the real canvas, 1400 by 900, software pipeline, no display, and says how long frames
/// take: panning, zooming, dragging a hub, moving everything. The design is judged, so that badges
/// are painted as in the window.
///
/// `CanvasBenchmark [COMPONENTS [LINKS]]`, 10,000 and 20,000 unless said otherwise; with
/// `-Djavafx.animation.fullspeed=true`. *cpu* is the processor time of the window's thread and the
/// renderer together for one frame, which a busy machine does not distort; *wall* is the time from
/// frame to frame, in which the two overlap.
public final class CanvasBenchmark {
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;
  private static final int WARM = 40;
  private static final int FRAMES = 120;
  private static final int HUB = 500;

  private final Workspace workspace;
  private final CanvasPainter painter;
  private final CanvasView canvas;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private CanvasBenchmark(Document document) {
    workspace =
        new Workspace(
            Document.of(Design.empty("empty")),
            PresetsJson.shipped(),
            (shown, injection) -> new RippleResult(injection, List.of(), List.of(), List.of()),
            shown -> AutomaticLayout.place(shown.design(), shown.layout()));
    painter =
        new CanvasPainter(
            workspace.state(),
            PresetsJson.shipped(),
            Executors.newSingleThreadExecutor(task -> {
              Thread thread = new Thread(task, "drawing");
              thread.setDaemon(true);
              return thread;
            }),
            Platform::runLater);
    canvas = new CanvasView(workspace, painter);
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    int components = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int links = args.length > 1 ? Integer.parseInt(args[1]) : 2 * components;
    Document document = document(components, links);
    CountDownLatch started = new CountDownLatch(1);
    Toolkit.start(started::countDown);
    started.await();
    CanvasBenchmark benchmark =
        onToolkit(() -> {
          Fonts.load();
          CanvasBenchmark made = new CanvasBenchmark(document);
          Stage stage = new Stage();
          stage.setScene(new Scene(made.canvas, WIDTH, HEIGHT));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          return made;
        });
    benchmark.run(document);
    Platform.exit();
  }

  /// A large design with a hub that has 500 links, laid out.
  private static Document document(int components, int links) {
    double degree = Math.max(0.5, (links - HUB) / (double) components);
    Design design = LargeDesigns.of(components - 1, degree, 0.03, 7);
    List<Link> all = new ArrayList<>(design.links().all());
    List<String> ids = new ArrayList<>(design.components().ids());
    while (all.size() > links - HUB) {
      all.removeLast();
    }
    for (int i = 0; i < HUB; i++) {
      String other = ids.get((int) ((long) i * ids.size() / HUB));
      all.add(new Link("hub-" + i, "hub", other));
    }
    List<Component> cards = new ArrayList<>(design.components().all());
    cards.add(new Component("hub", ComponentKind.SERVICE));
    Design whole = design.withComponents(Index.of(cards)).withLinks(Index.of(all));
    return Document.of(whole).withLayout(AutomaticLayout.arrange(whole));
  }

  private interface Supplied<T> {
    T get();
  }

  private static <T> T onToolkit(Supplied<T> work) throws Exception {
    List<T> result = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        result.add(work.get());
      } finally {
        done.countDown();
      }
    });
    done.await();
    return result.getFirst();
  }

  private void run(Document document) throws Exception {
    System.out.printf(
        "%,d components, %,d links%n",
        document.design().components().size(), document.design().links().size());
    long cpu = cpu();
    long wall = System.nanoTime();
    onToolkit(() -> {
      workspace.open(document);
      canvas.fit();
      painter.frame();
      return true;
    });
    frames(2, i -> {});
    System.out.printf(
        "open and first frame: cpu %d ms, wall %d ms%n",
        (cpu() - cpu) / 1_000_000, (System.nanoTime() - wall) / 1_000_000);
    if (!Boolean.getBoolean("unjudged")) {
      Review review = new Reviewer(PresetsJson.shipped()).review(document, LocalDate.EPOCH);
      System.out.printf("%,d findings%n", review.findings().size());
      onToolkit(() -> {
        workspace.reviewed(review);
        return true;
      });
      frames(WARM, i -> {});
    }
    Viewport fit = workspace.state().viewport();
    Box middle = Box.card(document.layout().of("hub").orElseThrow());
    double[] zooms = {
      fit.zoom(), 0.03, 0.05, 0.07, 0.08, 0.1, 0.15, 0.2, 0.25, 0.28, 0.35, 0.5, 0.75, 1, 1.5, 2, 4
    };
    for (double zoom : zooms) {
      Viewport at = at(middle.center(), zoom);
      onToolkit(() -> {
        workspace.show(at);
        return true;
      });
      report(
          String.format("pan at zoom %.3f", zoom),
          i -> {
            double angle = i / 15.0;
            workspace.show(
                workspace
                    .state()
                    .viewport()
                    .panned(12 * Math.cos(angle), 9 * Math.sin(angle * 1.3)));
          });
    }
    onToolkit(() -> {
      workspace.show(fit);
      return true;
    });
    report(
        "zoom in and out at the pointer",
        i -> {
          double factor = i / 30 % 2 == 0 ? 1.12 : 1 / 1.12;
          workspace.show(workspace.state().viewport().zoomedAt(700, 450, factor));
        });
    rests(fit);
    drag("drag the hub, zoom 1", List.of("hub"), at(middle.center(), 1));
    drag("drag the hub, full view", List.of("hub"), fit);
    drag("drag the hub, zoom 0.3", List.of("hub"), at(middle.center(), 0.3));
    drop("drop the hub, zoom 1", at(middle.center(), 1));
    List<String> all = List.copyOf(document.design().components().ids());
    drag("move everything, zoom 1", all, at(middle.center(), 1));
    drag("move everything, full view", all, fit);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "heap in use after everything: %d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static Viewport at(Point middle, double zoom) {
    return new Viewport(
        middle.x() - WIDTH / zoom / 2, middle.y() - HEIGHT / zoom / 2, zoom, WIDTH, HEIGHT);
  }

  private void drag(String name, List<String> ids, Viewport viewport) throws Exception {
    Layout layout = workspace.state().document().layout();
    Point from = Box.card(layout.of("hub").orElseThrow()).center();
    onToolkit(() -> {
      workspace.show(viewport);
      workspace.select(Selection.ofComponents(ids));
      workspace.send(new Input.Press(from, new Hit.OnComponent("hub"), Input.Keys.NONE, 1));
      return true;
    });
    report(
        name,
        i -> {
          double step = 40 / viewport.zoom();
          Point to = from.plus(step * Math.cos(i / 20.0), step * Math.sin(i / 20.0));
          workspace.send(new Input.Drag(to, new Hit.Nothing(), Input.Keys.NONE));
        });
    onToolkit(() -> {
      workspace.send(new Input.Cancel());
      return true;
    });
  }

  /// Zooms from the full view to zoom 1 in three leaps and waits after each: what a person sees who
  /// turns the wheel.
  private void rests(Viewport fit) throws Exception {
    onToolkit(() -> {
      workspace.show(fit);
      return true;
    });
    frames(WARM, i -> {});
    for (double zoom : new double[] {0.1, 0.4, 1}) {
      long start = System.nanoTime();
      onToolkit(() -> {
        workspace.show(
            workspace
                .state()
                .viewport()
                .zoomedAt(700, 450, zoom / workspace.state().viewport().zoom()));
        return true;
      });
      settled(String.format("zoom to %.1f and rest", zoom), start);
    }
  }

  /// Lets go of the hub somewhere else.
  private void drop(String name, Viewport viewport) throws Exception {
    Point from = Box.card(workspace.state().document().layout().of("hub").orElseThrow()).center();
    onToolkit(() -> {
      workspace.show(viewport);
      workspace.select(Selection.component("hub"));
      return true;
    });
    frames(WARM, i -> {});
    onToolkit(() -> {
      workspace.send(new Input.Press(from, new Hit.OnComponent("hub"), Input.Keys.NONE, 1));
      workspace.send(new Input.Drag(from.plus(80, 60), new Hit.Nothing(), Input.Keys.NONE));
      return true;
    });
    frames(WARM, i -> {});
    long start = System.nanoTime();
    onToolkit(() -> {
      workspace.send(new Input.Release(from.plus(80, 60), new Hit.Nothing(), Input.Keys.NONE));
      return true;
    });
    settled(name, start);
  }

  /// Says how long it takes until the drawing is as it should be, and the longest frame on the way.
  private void settled(String name, long start) throws Exception {
    long most = 0;
    int count = 0;
    long beside = cpu("drawing");
    do {
      for (long frame : frames(4, i -> {})[0]) {
        most = Math.max(most, frame);
      }
      count += 4;
    } while (onToolkit(painter::isBusy));
    System.out.printf(
        "%-32s cpu most %6.1f ms of %d frames, %d ms beside them, settled after %d ms%n",
        name,
        most / 1e6,
        count,
        (cpu("drawing") - beside) / 1_000_000,
        (System.nanoTime() - start) / 1_000_000);
  }

  private void report(String name, IntConsumer step) throws Exception {
    if (!name.matches(System.getProperty("only", ".*"))) {
      return;
    }
    frames(WARM, step);
    long[][] measured = frames(FRAMES, step);
    System.out.printf(
        "%-32s cpu p50 %5.1f  p95 %5.1f  most %6.1f ms   wall p50 %5.1f  p95 %5.1f ms%n",
        name,
        part(measured[0], 0.5),
        part(measured[0], 0.95),
        part(measured[0], 1),
        part(measured[1], 0.5),
        part(measured[1], 0.95));
  }

  private static double part(long[] nanos, double part) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
  }

  /// Does a step before each of some frames; processor time and wall time of each.
  private long[][] frames(int count, IntConsumer step) throws InterruptedException {
    long[][] result = new long[2][count];
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() ->
        new AnimationTimer() {
          private int frame = -1;
          private long cpu;
          private long wall;

          @Override
          public void handle(long now) {
            long cpuNow = cpu();
            long wallNow = System.nanoTime();
            if (frame >= 0) {
              result[0][frame] = cpuNow - cpu;
              result[1][frame] = wallNow - wall;
            }
            frame++;
            if (frame == count) {
              stop();
              done.countDown();
              return;
            }
            cpu = cpuNow;
            wall = wallNow;
            step.accept(frame);
          }
        }.start());
    done.await();
    return result;
  }

  /// Processor time of the window's thread and of the renderer, in nanoseconds.
  private long cpu() {
    return cpu("JavaFX Application") + cpu("QuantumRenderer");
  }

  private long cpu(String name) {
    long sum = 0;
    for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (info != null && info.getThreadName().startsWith(name)) {
        sum += Math.max(0, threads.getThreadCpuTime(info.getThreadId()));
      }
    }
    return sum;
  }
}
