package dev.stillwater.ui;

import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.ComparedRow;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Document;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// Writes pictures of two versions compared, in both looks and two sizes; for people to look at.
final class ComparePictures {
  private ComparePictures() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    fx(Fonts::load);
    for (Looks look : Looks.values()) {
      write(folder, look, 1400, 900);
      write(folder, look, 1000, 700);
    }
    Platform.exit();
  }

  private static void fx(Runnable step) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        step.run();
        done.complete(null);
      } catch (RuntimeException | Error e) {
        done.completeExceptionally(e);
      }
    });
    done.get(60, TimeUnit.SECONDS);
  }

  private static CompareView.Source source(String name) {
    Document document = TemplateCatalog.find(name).orElseThrow().document();
    return new CompareView.Source(name + ".design.json", () -> Optional.of(document));
  }

  private static void write(Path folder, Looks look, double width, double height) throws Exception {
    Scene[] scenes = new Scene[1];
    fx(() -> {
      CompareView view =
          new CompareView(
              List.of(source("tight-coupling-before"), source("tight-coupling-after")),
              0,
              1,
              new Engines(
                  PresetsJson.shipped(),
                  Runnable::run,
                  Runnable::run,
                  () -> LocalDate.of(2026, 11, 30),
                  () -> 0),
              look == Looks.LIGHT ? Theme.LIGHT : Theme.DARK,
              () -> {});
      Scene scene = new Scene(view.node(), width, height);
      look.dress(scene);
      scene
          .getStylesheets()
          .add(
              Objects.requireNonNull(ComparePictures.class.getResource("documents.css"))
                  .toExternalForm());
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      scenes[0] = scene;
    });
    Scene scene = scenes[0];
    String end = "-" + (int) width + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
    picture(scene, folder.resolve("compare" + end));
    fx(() -> {
      Pane sections = (Pane) scene.lookup("#compare-sections");
      ((ButtonBase) sections.getChildren().get(2)).fire();
    });
    picture(scene, folder.resolve("compare-section" + end));
    fx(() -> {
      @SuppressWarnings("unchecked")
      ListView<ComparedRow> list = (ListView<ComparedRow>) scene.lookup("#compare-list");
      list.getSelectionModel().select(1);
    });
    picture(scene, folder.resolve("compare-row" + end));
  }

  private static void picture(Scene scene, Path file) throws Exception {
    for (int i = 0; i < 3; i++) {
      fx(() -> {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Platform.requestNextPulse();
      });
      Thread.sleep(80);
    }
    byte[][] png = new byte[1][];
    fx(() -> png[0] = SnapshotPng.of(scene.snapshot(null)));
    Files.write(file, png[0]);
  }
}
