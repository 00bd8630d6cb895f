package dev.stillwater.ui;

import dev.stillwater.drawing.Designs;
import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.templates.TemplateCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Pictures of the whole window with the drawings that have to be readable, for people to look at:
/// `CanvasPictures DIR`.
public final class CanvasPictures {
  private final Path folder;

  private CanvasPictures(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CountDownLatch started = new CountDownLatch(1);
    Toolkit.start(started::countDown);
    started.await();
    onToolkit(Fonts::load);
    CanvasPictures pictures = new CanvasPictures(folder);
    for (Looks look : Looks.values()) {
      pictures.window(look, 1400, 900);
      pictures.window(look, 1000, 700);
    }
    Platform.exit();
  }

  private static void onToolkit(Runnable run) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        run.run();
      } finally {
        done.countDown();
      }
    });
    done.await();
  }

  private void window(Looks look, int width, int height) throws InterruptedException {
    PictureWindow[] made = new PictureWindow[1];
    onToolkit(() -> {
      Workbench opened = PictureWindow.workbench(look, new SilentDialogs());
      made[0] = PictureWindow.open(opened, width, height);
    });
    Workbench workbench = made[0].workbench();
    Scene scene = made[0].scene();
    String size = "-" + look.name().toLowerCase(Locale.ROOT) + "-" + width;
    show(
        workbench,
        scene,
        "checkout" + size,
        TemplateCatalog.find("tight-coupling-before").orElseThrow().document(),
        () -> {
          workbench.workspace().select(Selection.link("mail"));
        });
    Document otel = Document.of(Designs.otelDemo().orElse(Design.empty("none")));
    show(
        workbench,
        scene,
        "otel" + size,
        otel,
        () -> {
          workbench.actions().get("view.present").run().run();
        });
    show(
        workbench,
        scene,
        "otel-down" + size,
        otel.withLayout(
            AutomaticLayout.arrange(
                otel.design(), Arrangement.USUAL.with(Arrangement.Flow.DOWN), () -> false)),
        () -> {});
    onToolkit(() -> workbench.actions().get("view.present").run().run());
    frames(12);
    show(
        workbench,
        scene,
        "otel-overlay" + size,
        otel,
        () -> {
          workbench.actions().get("overlay.blast-radius").run().run();
          workbench.workspace().select(Selection.component("checkout"));
          workbench.actions().get("near.harmers").run().run();
        });
    onToolkit(() -> {
      workbench.actions().get("near.end").run().run();
      workbench.actions().get("overlay.none").run().run();
    });
    show(
        workbench,
        scene,
        "grown200" + size,
        Document.of(Designs.grown(200, 400, 7)),
        () -> {
          Viewport viewport = workbench.workspace().state().viewport();
          workbench.workspace().show(viewport.zoomedTo(1));
        });
    show(
        workbench,
        scene,
        "zones" + size,
        Document.of(Designs.shop()),
        () -> {
          workbench.workspace().use(new Tool.Framing());
          workbench.workspace().select(Selection.zone("eu"));
          workbench.workspace().use(new Tool.Selecting());
        });
  }

  private void show(Workbench workbench, Scene scene, String name, Document document, Runnable then)
      throws InterruptedException {
    onToolkit(() -> {
      workbench.openFresh(document);
      workbench.fit();
      then.run();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    });
    frames(20);
    onToolkit(() -> {
      if (!name.startsWith("grown")) {
        workbench.fit();
      }
    });
    frames(20);
    onToolkit(() -> {
      try {
        Files.write(folder.resolve(name + ".png"), SnapshotPng.of(scene.snapshot(null)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static void frames(int count) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(count);
    onToolkit(() ->
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            done.countDown();
            if (done.getCount() == 0) {
              stop();
            }
          }
        }.start());
    done.await();
  }
}
