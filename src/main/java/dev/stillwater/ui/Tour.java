package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.editor.Tool;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.Document;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// A walk through the real application with no display, written down as pictures: the same window,
/// the same clicks' worth of calls, in both themes. The day is fixed, so that equal programs give
/// equal pictures.
public final class Tour {
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;
  private static final String OUTAGE = "aws-kinesis-2020";
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static final List<String> CAPTIONS =
      List.of(
          "01-gallery|The gallery: reference designs, recent files, an empty design.",
          "02-drawing|The tightly coupled checkout, with its findings.",
          "03-ripple|email has just become ten times slower.",
          "04-ripple|After 2.0 s all workers of order wait for email: place-order is down.",
          "05-ripple|The end: who was hurt, and when.",
          "06-fix-preview|The ghost of a fix, with what it would change.",
          "07-after-fix|The fix is applied: one step of the history.",
          "08-report|The review that a board can read.",
          "11-replay|An outage that became public, replayed: what happened when, beside the"
              + " ripple.",
          "12-repaired|What they changed afterwards, applied and played again.");

  private final Path folder;
  private final PrintStream out;
  private final List<String> written = new ArrayList<>();

  private Tour(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /// Writes pictures, a review and an index into a folder.
  ///
  /// @return empty when all went well, else a sentence that says why it cannot draw
  public static Optional<String> run(Path folder, PrintStream out) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Tour tour = new Tour(folder, out);
    try {
      Files.createDirectories(folder);
      CompletableFuture<Void> started = new CompletableFuture<>();
      Toolkit.start(() -> started.complete(null));
      started.get(60, TimeUnit.SECONDS);
      Platform.setImplicitExit(false);
      tour.onToolkit(Fonts::load);
      for (Looks look : Looks.values()) {
        tour.walk(look);
      }
      tour.index();
      Platform.exit();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("The tour cannot write to " + folder + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("The tour was interrupted.");
    } catch (ExecutionException
        | TimeoutException
        | UnsupportedOperationException
        | UnsatisfiedLinkError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Optional.of("The tour cannot draw on this machine: " + cause);
    }
  }

  private void onToolkit(Runnable step)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        step.run();
        done.complete(null);
      } catch (RuntimeException | LinkageError e) {
        done.completeExceptionally(e);
      }
    });
    done.get(60, TimeUnit.SECONDS);
  }

  private void walk(Looks look)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Workbench[] made = new Workbench[1];
    Scene[] scenes = new Scene[1];
    Stage[] stages = new Stage[1];
    onToolkit(() -> {
      Engines engines =
          new Engines(PresetsJson.shipped(), Runnable::run, Runnable::run, () -> DAY, () -> 0);
      Workbench workbench =
          new Workbench(
              engines,
              new SafeFile(new DiskFileOps()),
              new SilentDialogs(),
              Preferences.INITIAL
                  .withTheme(look.name().toLowerCase(Locale.ROOT))
                  .withReducedMotion(true),
              preferences -> {},
              () -> {});
      Scene scene = new Scene(workbench.view(), WIDTH, HEIGHT);
      workbench.attach(scene);
      Stage stage = new Stage();
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
      made[0] = workbench;
      scenes[0] = scene;
      stages[0] = stage;
      workbench.begin(List.of());
    });
    Workbench workbench = made[0];
    Scene scene = scenes[0];
    onToolkit(workbench::paintGallery);
    picture(scene, "01-gallery", look);
    onToolkit(() -> workbench.openFresh(checkout()));
    onToolkit(workbench::fit);
    picture(scene, "02-drawing", look);
    onToolkit(() -> {
      workbench.workspace().use(new Tool.Failing());
      workbench.workspace().fail(new Injection("email", Failure.GREY));
      workbench.workspace().drill(drill -> drill.at(0).playing(false));
    });
    picture(scene, "03-ripple", look);
    onToolkit(() -> workbench.workspace().drill(drill -> drill.at(2000).playing(false)));
    picture(scene, "04-ripple", look);
    onToolkit(() -> workbench.workspace().drill(drill -> drill.at(drill.end()).playing(false)));
    picture(scene, "05-ripple", look);
    onToolkit(() -> {
      workbench.workspace().endDrill();
      workbench.workspace().use(new Tool.Selecting());
      workbench.previewBestFix(fanOut(workbench));
    });
    onToolkit(workbench::fit);
    picture(scene, "06-fix-preview", look);
    onToolkit(workbench::applyBestFix);
    onToolkit(workbench::fit);
    picture(scene, "07-after-fix", look);
    onToolkit(() -> {
      workbench.workspace().undo();
      workbench.showReport();
    });
    picture(scene, "08-report", look);
    if (look == Looks.LIGHT) {
      onToolkit(() -> {
        byte[] html = workbench.reviewHtml();
        write("review.html", html);
      });
    }
    replay(workbench, scene, look);
    onToolkit(stages[0]::close);
  }

  /// An outage from the gallery, played to the middle, then repaired as it was and played again.
  private void replay(Workbench workbench, Scene scene, Looks look)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    onToolkit(() -> {
      Template outage = TemplateCatalog.find(OUTAGE).orElseThrow();
      ((Button) scene.lookup("#report-close")).fire();
      workbench.library().open(outage, outage.document());
    });
    onToolkit(workbench::fit);
    onToolkit(() -> {
      workbench.library().replay().play();
      workbench.workspace().drill(drill -> drill.at(1_000).playing(false));
    });
    picture(scene, "11-replay", look);
    onToolkit(() -> {
      workbench.library().replay().applyLast();
      workbench.library().replay().play();
    });
    picture(scene, "12-repaired", look);
  }

  private static Document checkout() {
    return TemplateCatalog.find("tight-coupling-before").orElseThrow().document();
  }

  /// The finding about the fan-out that nobody waits for.
  private static String fanOut(Workbench workbench) {
    return workbench.workspace().state().review().orElseThrow().findings().stream()
        .map(ReviewedFinding::key)
        .filter(key -> key.startsWith("REL-LC-003"))
        .findFirst()
        .orElseThrow();
  }

  /// Takes a picture after the layout has settled and two frames have been painted.
  private void picture(Scene scene, String name, Looks look)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    for (int i = 0; i < 3; i++) {
      onToolkit(() -> {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
      });
      CompletableFuture<Void> painted = new CompletableFuture<>();
      onToolkit(() -> scene.addPostLayoutPulseListener(() -> painted.complete(null)));
      onToolkit(Platform::requestNextPulse);
      painted.get(30, TimeUnit.SECONDS);
    }
    byte[][] png = new byte[1][];
    onToolkit(() -> {
      WritableImage image = scene.snapshot(new WritableImage(WIDTH, HEIGHT));
      png[0] = SnapshotPng.of(image);
    });
    write(name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png", png[0]);
  }

  private void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written.add(name);
    out.println(folder.resolve(name));
  }

  private void index() {
    StringBuilder text = new StringBuilder("# A tour of Stillwater\n");
    for (String line : CAPTIONS) {
      String name = line.substring(0, line.indexOf('|'));
      String caption = line.substring(line.indexOf('|') + 1);
      text.append("\n").append(caption).append("\n\n");
      for (String theme : List.of("light", "dark")) {
        text.append("![").append(caption).append("](").append(name).append("-");
        text.append(theme).append(".png)\n");
      }
    }
    text.append("\nThe review itself: [review.html](review.html).\n");
    write("index.md", text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
