package dev.stillwater.ui;

import dev.stillwater.editor.Editing;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Document;
import dev.stillwater.review.DecisionDraft;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Snapshot;
import dev.stillwater.review.Vitals;
import dev.stillwater.rules.Severity;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;

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
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    fx(Fonts::load);
    if (args.length == 1) {
      for (Looks look : Looks.values()) {
        make(folder, look, 1400, 900).walk();
      }
    }
    make(folder, Looks.LIGHT, 1000, 700).walk();
    Platform.exit();
  }

  private static ReviewPictures make(Path folder, Looks look, double width, double height)
      throws Exception {
    ReviewPictures[] made = new ReviewPictures[1];
    fx(() -> made[0] = new ReviewPictures(folder, look, width, height));
    return made[0];
  }

  /// Runs on the thread of the window and waits for it.
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

  private void press(String id) throws Exception {
    fx(() -> ((Button) scene.lookup(id)).fire());
  }

  private void act(String id) throws Exception {
    fx(() -> workbench.actions().get(id).run().run());
  }

  private Review review() {
    return workbench.workspace().state().review().orElseThrow();
  }

  private void decide(String key, DecisionKind kind, String reason, String ticket, LocalDate until)
      throws Exception {
    fx(() -> {
      Document document = workbench.workspace().state().document();
      DecisionDraft draft = new DecisionDraft(key, kind, reason, "Ann Lee", ticket, until);
      workbench.workspace().commit("Decide", draft.taken(document, review(), DAY.minusDays(20)));
    });
  }

  private void walk() throws Exception {
    fx(() ->
        workbench.openFresh(
            TemplateCatalog.find("tight-coupling-before").orElseThrow().document()));
    fx(workbench::fit);
    picture("decisions-empty", "review.decisions");
    decide(SLOW, DecisionKind.ACCEPTED, "Mail is off at night; nobody shops then.", "", null);
    List<String> open = review().open().stream().map(ReviewedFinding::key).toList();
    decide(open.get(2), DecisionKind.IN_PROGRESS, "Second region in sprint 12.", "OPS-7", DAY);
    decide(open.get(4), DecisionKind.MITIGATED, "The gateway limits it.", "", DAY.minusDays(1));
    fx(() -> workbench.workspace().focus(Optional.of(SLOW)));
    picture("decided", "analyse.findings");
    picture("decide-form", "review.accepted");
    press("#decision-decide");
    fx(() ->
        workbench
            .workspace()
            .commit(
                "Set concurrency",
                Editing.set(
                    workbench.workspace().state().document(),
                    List.of("order"),
                    ComponentAttributes.CONCURRENCY,
                    200)));
    picture("reopened", "analyse.findings");
    picture("decisions", "review.decisions");
    picture("plan", "review.plan");
    press("#plan-try-set");
    fx(workbench::fit);
    picture("trying", "");
    act("review.drop");
    picture("trend-empty", "review.trend");
    Path design = Files.createTempDirectory("trend").resolve("shop.design.json");
    SnapshotsBeside store = new SnapshotsBeside(new SafeFile(new DiskFileOps()));
    Files.write(design, DesignJson.write(workbench.workspace().state().document()));
    for (int i = 0; i < 4; i++) {
      Map<Severity, Integer> findings =
          Map.of(
              Severity.CRITICAL,
              7 - i,
              Severity.HIGH,
              12 - 2 * i,
              Severity.MEDIUM,
              4,
              Severity.LOW,
              i);
      store.add(
          design,
          new Snapshot(
              "Review " + (i + 1),
              DAY.minusDays(120 - 30L * i),
              "",
              new Vitals(findings, i, 3, 3 - i, 5, 2000, 6)));
    }
    fx(() -> workbench.openAll(List.of(design)));
    picture("trend", "review.trend");
  }

  private void picture(String name, String action) throws Exception {
    if (!action.isEmpty()) {
      act(action);
    }
    for (int i = 0; i < 3; i++) {
      fx(() -> {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Platform.requestNextPulse();
      });
      Thread.sleep(80);
    }
    String file = name + "-" + (int) width + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
    byte[][] png = new byte[1][];
    fx(() -> png[0] = SnapshotPng.of(scene.snapshot(null)));
    Files.write(folder.resolve(file), png[0]);
  }
}
