package dev.stillwater.ui;

import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window on a desktop: starts the toolkit, opens one workbench, and ends with it.
public final class App {
  private final List<Path> files;
  private final LongConsumer shown;

  private App(List<Path> files, LongConsumer shown) {
    this.files = files;
    this.shown = shown;
  }

  /// Opens the workbench on some files and returns when its window is closed.
  ///
  /// @param shown is told the milliseconds since the start of the process when the window can be
  ///   used
  /// @throws IllegalStateException when the toolkit cannot start, because there is no display
  public static void open(List<Path> files, LongConsumer shown) {
    CountDownLatch closed = new CountDownLatch(1);
    App app = new App(files, shown);
    scale();
    Toolkit.start(() -> app.start(closed::countDown));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }

  /// The toolkit reads the scale of everything, menus and hints included, when it starts.
  private static void scale() {
    Path settings = PreferenceFile.usual(System.getenv(), Path.of(System.getProperty("user.home")));
    int percent =
        new PreferenceFile(settings, new SafeFile(new DiskFileOps())).read().options().scale();
    if (percent != 100) {
      for (String platform : List.of("gtk", "win")) {
        System.setProperty("glass." + platform + ".uiScale", percent + "%");
      }
    }
  }

  private void start(Runnable closed) {
    Fonts.load();
    Stage stage = new Stage();
    ExecutorService background = Engines.oneThread();
    SafeFile safe = new SafeFile(new DiskFileOps());
    Path settings = PreferenceFile.usual(System.getenv(), Path.of(System.getProperty("user.home")));
    PreferenceFile file = new PreferenceFile(settings, safe);
    Preferences preferences = file.read();
    AtomicReference<Preferences> chosen = new AtomicReference<>(preferences);
    Engines engines =
        new Engines(
            PresetsInForce.of(() ->
                Objects.requireNonNull(chosen.get())
                    .options()
                    .presets()
                    .or(() -> Optional.ofNullable(settings.getParent()))),
            background,
            Platform::runLater,
            LocalDate::now,
            System::nanoTime);
    Workbench workbench =
        new Workbench(
            engines,
            safe,
            new DesktopDialogs(stage),
            preferences,
            changed -> {
              chosen.set(changed);
              file.write(changed);
            },
            Reading.of(
                settings.resolveSibling("reading.txt"), safe, System.getProperty("user.name", "")),
            stage::close);
    workbench.settingsIn(settings);
    workbench.keepSafe(
        Safekeeping.onDisk(
            StateFolder.usual(System.getenv(), Path.of(System.getProperty("user.home")))));
    Optional.ofNullable(settings.getParent()).ifPresent(workbench.library()::own);
    Scene scene = new Scene(workbench.view(), preferences.width(), preferences.height());
    workbench.attach(scene);
    stage.setScene(scene);
    stage.setMaximized(preferences.maximized());
    stage.setMinWidth(760);
    stage.setMinHeight(560);
    workbench.onTitle(title -> stage.setTitle(title + " – Stillwater"));
    stage.setOnCloseRequest(event -> {
      if (!workbench.mayClose()) {
        event.consume();
      }
    });
    stage.setOnHidden(event -> {
      workbench.closed();
      workbench.remember(scene.getWidth(), scene.getHeight(), stage.isMaximized());
      background.shutdownNow();
      closed.run();
    });
    stage
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (is) {
            workbench.lookAtDisk();
          }
        });
    workbench.showHints();
    stage.show();
    if (files.isEmpty()) {
      workbench.resume();
    } else {
      workbench.begin(files);
    }
    Platform.runLater(() ->
        shown.accept(
            System.currentTimeMillis()
                - ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(Instant::toEpochMilli)
                    .orElse(System.currentTimeMillis())));
  }
}
