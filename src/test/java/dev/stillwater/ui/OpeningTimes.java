package dev.stillwater.ui;

import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.Document;
import dev.stillwater.templates.DesignSource;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures how long each design of the catalogue takes from its bytes to a judged drawing in the
/// window: read, placed, judged by all rules, laid out. Judging runs on the thread of the window
/// here, so that it is counted whole. Time is that of the clock: run it while the machine is quiet.
final class OpeningTimes {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 5;

  private record Opened(String name, double first, double median, double worst) {}

  private OpeningTimes() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        measure();
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }

  private static void measure() {
    Fonts.load();
    Workbench workbench =
        new Workbench(
            new Engines(
                PresetsJson.shipped(),
                Runnable::run,
                Runnable::run,
                () -> LocalDate.EPOCH,
                System::nanoTime),
            new SafeFile(new DiskFileOps()),
            new SilentDialogs(),
            Preferences.INITIAL.withReducedMotion(true),
            preferences -> {},
            () -> {});
    Scene scene = new Scene(workbench.view(), 1400, 900);
    workbench.attach(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    workbench.begin(List.of());
    DesignSource first = TemplateCatalog.shipped().templates().getFirst().source();
    double start = open(workbench, first);
    for (int i = 1; i < WARM_UP; i++) {
      open(workbench, first);
    }
    List<Opened> all = new ArrayList<>();
    for (Template template : TemplateCatalog.shipped().templates()) {
      all.add(opened(workbench, template.name(), template.source()));
      template
          .counterExample()
          .ifPresent(
              other -> all.add(opened(workbench, template.name() + " without", other.source())));
    }
    all.sort(Comparator.comparing(Opened::median).reversed());
    print("The very first after the start: %.0f ms%n", start);
    print("%-44s %9s %9s %9s%n", "design", "first", "median", "worst");
    for (Opened one : all) {
      print("%-44s %6.1f ms %6.1f ms %6.1f ms%n", one.name, one.first, one.median, one.worst);
    }
    print(
        "%d designs; the slowest first opening %.1f ms, the slowest median %.1f ms%n",
        all.size(),
        all.stream().mapToDouble(Opened::first).max().orElse(0),
        all.stream().mapToDouble(Opened::median).max().orElse(0));
  }

  private static Opened opened(Workbench workbench, String name, DesignSource source) {
    double first = open(workbench, source);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      times.add(open(workbench, source));
    }
    times.sort(Comparator.naturalOrder());
    return new Opened(name, first, times.get(ROUNDS / 2), Math.max(first, times.getLast()));
  }

  /// @return milliseconds
  private static double open(Workbench workbench, DesignSource source) {
    long begun = System.nanoTime();
    Document document = source.document();
    workbench.openFresh(document);
    workbench.fit();
    double millis = (System.nanoTime() - begun) / 1e6;
    if (!workbench.workspace().state().isReviewed()) {
      throw new IllegalStateException(source.fileName() + " was not judged");
    }
    workbench.files().close(workbench.front());
    return millis;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
