package dev.stillwater.ui;

import dev.stillwater.editor.Editing;
import dev.stillwater.editor.Selection;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.Journal;
import dev.stillwater.io.StateFolder;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.DocumentMerge;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Writes pictures of what stands around open designs, to be looked at: `DocumentPictures FOLDER`.
final class DocumentPictures {
  private final Path folder;
  private final Looks look;
  private final double width;
  private final double height;
  private Workbench workbench;
  private Scene scene;

  private DocumentPictures(Path folder, Looks look, double width, double height) {
    this.folder = folder;
    this.look = look;
    this.width = width;
    this.height = height;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CountDownLatch up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    onToolkit(Fonts::load);
    new DocumentPictures(folder, Looks.LIGHT, 1400, 900).all();
    new DocumentPictures(folder, Looks.DARK, 1000, 700).all();
    Platform.exit();
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void onToolkit(Step step) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Throwable[] thrown = new Throwable[1];
    Platform.runLater(() -> {
      try {
        step.run();
      } catch (Throwable e) {
        thrown[0] = e;
      } finally {
        done.countDown();
      }
    });
    if (!done.await(60, TimeUnit.SECONDS) || thrown[0] != null) {
      throw new IllegalStateException(thrown[0]);
    }
  }

  private void all() throws Exception {
    Path state = Files.createTempDirectory("pictures");
    Path shop = Files.createDirectories(state.resolve("designs")).resolve("checkout.design.json");
    Document before = TemplateCatalog.find("tight-coupling-before").orElseThrow().document();
    Files.write(shop, DesignJson.write(before));
    onToolkit(() -> {
      workbench = PictureWindow.workbench(look, new ScriptedDialogs());
      workbench.keepSafe(
          new Safekeeping(
              new DiskFileOps(),
              new StateFolder(state),
              new Journal.Owner(1, 1),
              owner -> owner.process() == 1,
              (delay, task) -> task.run(),
              InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z"))));
      scene = PictureWindow.open(workbench, width, height).scene();
      workbench.openAll(List.of(shop));
    });
    onToolkit(() -> {
      var workspace = workbench.workspace();
      workspace.commit(
          "Set replicas of order",
          Editing.set(
              workspace.state().document(), List.of("order"), ComponentAttributes.REPLICAS, 9));
      workbench.files().save();
      workspace.commit(
          "Set timeout of mail",
          Editing.set(
              workspace.state().document(),
              List.of("mail"),
              LinkAttributes.TIMEOUT,
              Timespan.ofSeconds(2)));
      workspace.commit(
          "Delete email",
          Editing.delete(workspace.state().document(), Selection.component("email")));
      workspace.undo();
    });
    onToolkit(() -> workbench.actions().get("view.history").run().run());
    picture("history");
    onToolkit(() -> workbench.actions().get("view.table").run().run());
    onToolkit(() -> {
      var table = (javafx.scene.control.TableView<?>) scene.lookup("#bulk-table");
      table.getFocusModel().focus(0);
    });
    picture("table");
    onToolkit(() -> workbench.actions().get("edit.find").run().run());
    onToolkit(() ->
        ((javafx.scene.control.TextField) scene.lookup("#find-input"))
            .setText("kind:service p99>1ms"));
    picture("find");
    onToolkit(() -> {
      workbench.workspace().select(Selection.ofComponents(List.of("order", "email", "loyalty")));
    });
    picture("several");
    for (String name : List.of("tight-coupling-after", "tight-coupling-before")) {
      onToolkit(() -> workbench.openFresh(TemplateCatalog.find(name).orElseThrow().document()));
    }
    onToolkit(() -> workbench.fit());
    picture("tabs");
    onToolkit(() -> workbench.actions().get("file.compare").run().run());
    onToolkit(() -> {
      var boxes = (javafx.scene.control.ComboBox<?>) scene.lookup("#compare-before");
      boxes.getSelectionModel().select(2);
    });
    picture("compare");
    onToolkit(() -> ((javafx.scene.control.Button) scene.lookup("#compare-close")).fire());
    onToolkit(() -> {
      workbench.workspace().select(Selection.journey("place-order"));
      workbench.actions().get("view.views").run().run();
      ((javafx.scene.control.Button) scene.lookup("#views-add")).fire();
    });
    picture("views");
    onToolkit(() -> ((javafx.scene.control.Button) scene.lookup("#views-close")).fire());
    onToolkit(() -> {
      new MergeDialog(workbench.modal())
          .show(
              "checkout.design.json",
              List.of(
                  new DocumentMerge.Conflict("component", "order", "Replicas", "4", "9", "6"),
                  new DocumentMerge.Conflict(
                      "link", "mail", "Timeout", "not declared", "2s", "500ms"),
                  new DocumentMerge.Conflict(
                      "component", "email", "", "there", "removed", "Replicas 2 → 4")),
              answer -> {});
    });
    picture("merge");
    onToolkit(() -> workbench.modal().close());
    onToolkit(() -> {
      Document mine = Editing.set(before, List.of("order"), ComponentAttributes.REPLICAS, 12);
      new Journal(new DiskFileOps(), new StateFolder(state).journals())
          .keep(
              new Journal.Head(
                  new Journal.Owner(2, 2),
                  1,
                  java.util.Optional.of(shop.toString()),
                  "Checkout",
                  java.util.Optional.empty()),
              DesignJson.write(mine),
              Instant.parse("2026-11-29T11:58:20Z"));
      workbench.safety().orElseThrow().recover(workbench.modal(), () -> {});
      scene.getRoot().lookupAll(".button").stream()
          .filter(node ->
              node instanceof javafx.scene.control.Button button
                  && button.getText().equals("Show differences"))
          .forEach(node -> ((javafx.scene.control.Button) node).fire());
    });
    picture("recovery");
    onToolkit(() -> workbench.modal().close());
    for (String action : List.of("file.settings", "help.about", "help.shortcuts")) {
      onToolkit(() ->
          workbench.actions().all().stream()
              .filter(a -> a.id().equals(action))
              .forEach(a -> a.run().run()));
      picture(action.replace('.', '-'));
      onToolkit(() -> workbench.modal().close());
    }
  }

  private void picture(String name) throws Exception {
    for (int i = 0; i < 3; i++) {
      onToolkit(() -> {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
      });
      Thread.sleep(120);
    }
    onToolkit(() ->
        Files.write(
            folder.resolve(name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png"),
            SnapshotPng.of(scene.snapshot(null))));
  }
}
