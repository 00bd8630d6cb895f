package dev.stillwater.ui;

import dev.stillwater.editor.Selection;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Zone;
import dev.stillwater.templates.TemplateCatalog;
import dev.stillwater.testing.CutText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Writes pictures of the whole window at several sizes in both looks, and says which words are cut
/// in them; for people to look at. Arguments: a folder, and which (`dark-1400`) unless all. 760 by
/// 560 is the least size of the window, and what 1520 by 1120 pixels have room for at twice the
/// scale.
final class SizePictures {
  private record Size(int width, int height) {}

  private static final List<Size> SIZES =
      List.of(new Size(1000, 700), new Size(1200, 800), new Size(1400, 900), new Size(760, 560));

  private final Path folder;
  private final Looks look;
  private final Size size;
  private Workbench workbench;
  private Scene scene;

  private SizePictures(Path folder, Looks look, Size size) {
    this.folder = folder;
    this.look = look;
    this.size = size;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    List<String> wanted = List.of(args).subList(1, args.length);
    for (Looks look : Looks.values()) {
      for (Size size : SIZES) {
        String name = look.name().toLowerCase(Locale.ROOT) + "-" + size.width();
        if (wanted.isEmpty() || wanted.contains(name)) {
          new SizePictures(folder, look, size).all();
        }
      }
    }
    Platform.exit();
  }

  private static Document document() {
    Document plain = TemplateCatalog.find("tight-coupling-before").orElseThrow().document();
    Design design = plain.design().with(new Zone("yard"));
    for (String id : List.of("email", "loyalty")) {
      if (design.components().contains(id)) {
        design =
            design.with(
                design.components().get(id).with(ComponentAttributes.ZONES, List.of("yard")));
      }
    }
    return plain.withDesign(design);
  }

  private void all() throws InterruptedException {
    step(this::open);
    picture("link", () -> workbench.workspace().select(Selection.link("mail")));
    picture(
        "zone",
        () -> {
          workbench.workspace().select(Selection.zone("yard"));
          run("zone.collapse");
          run("view.key");
        });
    picture(
        "component",
        () -> {
          run("view.key");
          workbench.workspace().select(Selection.component("order"));
          run("overlay.severity");
        });
    picture(
        "fail",
        () -> {
          run("overlay.none");
          workbench.workspace().select(Selection.NONE);
          workbench.workspace().fail("email");
        });
    picture(
        "settings",
        () -> {
          workbench.workspace().endDrill();
          run("file.settings");
        });
    step(() -> scene.getWindow().hide());
  }

  private void run(String action) {
    workbench.actions().get(action).run().run();
  }

  private void open() {
    Fonts.load();
    workbench = PictureWindow.workbench(look, new SilentDialogs());
    scene = PictureWindow.open(workbench, size.width(), size.height()).scene();
    workbench.openFresh(document());
  }

  private static void step(Runnable run) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        run.run();
      } catch (RuntimeException | Error e) {
        e.printStackTrace();
      } finally {
        done.countDown();
      }
    });
    done.await();
  }

  private void picture(String what, Runnable then) throws InterruptedException {
    String name = what + "-" + size.width() + "-" + look.name().toLowerCase(Locale.ROOT);
    step(then);
    frames();
    step(workbench::fit);
    frames();
    step(() -> {
      System.out.println(name + ": " + CutText.in(scene.getRoot()));
      try {
        Files.write(folder.resolve(name + ".png"), SnapshotPng.of(scene.snapshot(null)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /// Lets a few frames pass, in which the drawing is painted.
  private static void frames() throws InterruptedException {
    CountDownLatch passed = new CountDownLatch(4);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            passed.countDown();
          }
        };
    Platform.runLater(timer::start);
    passed.await();
    Platform.runLater(timer::stop);
  }
}
