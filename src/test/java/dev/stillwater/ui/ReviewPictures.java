package dev.stillwater.ui;

import dev.stillwater.editor.Editing;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Document;
import dev.stillwater.review.DecisionDraft;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.templates.TemplateCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Writes pictures of the whole window while findings are decided, tried and planned, in both
/// looks; for people to look at.
final class ReviewPictures {
  static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  static final String SLOW = "REL-RP-002@email -> order";

  private final Path folder;
  private final double width;
  private final double height;
  private final Looks look;
  private final Workbench workbench;
  private final Scene scene;

  private ReviewPictures(Path folder, Looks look, double width, double height) {
    this.folder = folder;
    this.look = look;
    this.width = width;
    this.height = height;
    SafeFile safe = new SafeFile(new DiskFileOps());
    this.workbench =
        new Workbench(
            new Engines(PresetsJson.shipped(), Runnable::run, Runnable::run, () -> DAY, () -> 0),
            safe,
            new SilentDialogs(),
            Preferences.INITIAL
                .withTheme(look.name().toLowerCase(Locale.ROOT))
                .withReducedMotion(true),
            preferences -> {},
            Reading.forgetful(safe, "Ann Lee"),
            () -> {});
    this.scene = new Scene(workbench.view(), width, height);
    workbench.attach(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    workbench.begin(List.of());
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        Fonts.load();
        for (Looks look : Looks.values()) {
          new ReviewPictures(folder, look, 1400, 900).walk();
        }
        new ReviewPictures(folder, Looks.LIGHT, 1000, 700).walk();
      } catch (Exception | Error e) {
        e.printStackTrace();
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }

  private Review review() {
    return workbench.workspace().state().review().orElseThrow();
  }

  private void decide(
      String key, DecisionKind kind, String reason, String ticket, LocalDate until) {
    Document document = workbench.workspace().state().document();
    DecisionDraft draft = new DecisionDraft(key, kind, reason, "Ann Lee", ticket, until);
    workbench.workspace().commit("Decide", draft.taken(document, review(), DAY.minusDays(20)));
  }

  private void walk() throws IOException {
    workbench.openFresh(TemplateCatalog.find("tight-coupling-before").orElseThrow().document());
    workbench.fit();
    picture("decisions-empty", "review.decisions");
    decide(
        SLOW,
        DecisionKind.ACCEPTED,
        "Mail is off at night; the shop has no traffic then.",
        "",
        null);
    List<String> open = review().open().stream().map(ReviewedFinding::key).toList();
    decide(open.get(2), DecisionKind.IN_PROGRESS, "Second region in sprint 12.", "OPS-7", DAY);
    decide(open.get(4), DecisionKind.MITIGATED, "The gateway limits it.", "", DAY.minusDays(1));
    workbench.workspace().focus(java.util.Optional.of(SLOW));
    picture("decided", "analyse.findings");
    workbench.actions().get("review.accepted").run().run();
    picture("decide-form", "");
    scene.lookup("#decision-decide").requestFocus();
    ((javafx.scene.control.Button) scene.lookup("#decision-decide")).fire();
    workbench
        .workspace()
        .commit(
            "Set concurrency",
            Editing.set(
                workbench.workspace().state().document(),
                List.of("order"),
                ComponentAttributes.CONCURRENCY,
                200));
    picture("reopened", "analyse.findings");
    picture("decisions", "review.decisions");
  }

  private void picture(String name, String action) throws IOException {
    if (!action.isEmpty()) {
      workbench.actions().get(action).run().run();
    }
    for (int i = 0; i < 3; i++) {
      Object loop = new Object();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      PauseTransition frames = new PauseTransition(Duration.millis(150));
      frames.setOnFinished(event -> Platform.exitNestedEventLoop(loop, null));
      frames.play();
      Platform.requestNextPulse();
      Platform.enterNestedEventLoop(loop);
    }
    String file = name + "-" + (int) width + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
    Files.write(folder.resolve(file), SnapshotPng.of(scene.snapshot(null)));
  }
}
