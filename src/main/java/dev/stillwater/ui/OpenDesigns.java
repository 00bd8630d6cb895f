package dev.stillwater.ui;

import dev.stillwater.editor.Tabs;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// The open designs of a window: their tabs, the gallery before there is any, and what is
/// remembered of them. Nothing is saved or left while something is tried, because nobody has said
/// which of the two designs is meant.
final class OpenDesigns {
  private final Bench bench;
  private final DesignFiles files;
  private final TabStrip strip;
  private final InspectorPane inspector;
  private final Supplier<Library> library;
  private final Menu recent = new Menu("Open recent");
  private Consumer<String> titles = title -> {};
  private Consumer<Path> visited = path -> {};

  /// @param inspector may hold what is still being typed
  /// @param library has the gallery; asked for when the window is put together
  OpenDesigns(Bench bench, InspectorPane inspector, Supplier<Library> library) {
    this.bench = bench;
    this.inspector = inspector;
    this.library = library;
    this.files =
        new DesignFiles(
            bench.workspace(),
            bench.engines().inForce(),
            bench.engines().known(),
            bench.safe(),
            bench.dialogs(),
            bench.toasts()::show,
            this::opened,
            this::settle);
    this.strip = new TabStrip(files.tabs(), this::showTab, this::closeTab);
    bench.window().setDocuments(strip.view());
    files.tabs().onChange(this::showTitle);
    bench
        .workspace()
        .onChange((before, after) -> {
          if (before.history() != after.history()) {
            showTitle();
          }
        });
    refillRecent();
  }

  DesignFiles files() {
    return files;
  }

  Menu recent() {
    return recent;
  }

  void onTitle(Consumer<String> listener) {
    titles = listener;
    showTitle();
  }

  /// Is told each file that was opened or saved.
  void onVisit(Consumer<Path> listener) {
    visited = listener;
  }

  /// Opens what the person asked for, or shows the gallery.
  void begin(List<Path> wanted) {
    if (wanted.isEmpty()) {
      showGallery();
    } else {
      openAll(wanted);
      // Once the panes have their sizes, the drawing has another one.
      Platform.runLater(this::fit);
    }
  }

  /// Opens files in tabs of their own.
  void openAll(List<Path> paths) {
    for (Path path : paths) {
      if (!isTrying() && files.open(path)) {
        hideGallery();
        bench.canvas().fit();
        bench.canvas().requestFocus();
      }
    }
  }

  void openFresh(Document document) {
    files.openFresh(document);
    hideGallery();
    showTitle();
    bench.canvas().fit();
  }

  void openEmpty() {
    openFresh(
        Document.of(
            Design.empty("Untitled").withSettings(bench.preferences().options().settings())));
  }

  void fit() {
    bench.canvas().applyCss();
    bench.canvas().layout();
    bench.canvas().fit();
  }

  /// Takes over what is still being typed, so that it belongs to what is in front now.
  void settle() {
    inspector.settle();
    Scene scene = bench.window().view().getScene();
    if (scene != null
        && scene.getFocusOwner() instanceof Node owner
        && "rename".equals(owner.getId())) {
      bench.canvas().requestFocus();
    }
  }

  /// Which of the open documents is in front.
  int front() {
    return files.tabs().front().number();
  }

  void showTab(int number) {
    if (number != front()) {
      bench.canvas().requestFocus();
      files.show(number);
      hideGallery();
    }
  }

  /// @param steps to the right, around the end
  void showBeside(int steps) {
    showTab(files.tabs().beside(steps).number());
  }

  void closeTab(int number) {
    boolean isFront = number == front();
    if (!(isFront && isTrying()) && files.close(number)) {
      bench.canvas().requestFocus();
      if (files.tabs().all().size() == 1 && !galleryMayClose()) {
        showGallery();
      }
    }
  }

  boolean save() {
    return !isTrying() && files.save();
  }

  boolean saveAs() {
    return !isTrying() && files.saveAs();
  }

  boolean mayClose() {
    files.tabs().all().stream()
        .filter(tab -> tab.state().trial().isPresent())
        .findFirst()
        .ifPresent(tab -> showTab(tab.number()));
    return !isTrying() && files.mayLeave();
  }

  private boolean isTrying() {
    boolean trying = bench.workspace().state().trial().isPresent();
    if (trying) {
      bench.toasts().show("Something is being tried. Keep or drop it first.");
      bench.window().showTab("plan");
    }
    return trying;
  }

  /// Remembers which files are open and how the window stands.
  void remember(double width, double height, boolean maximized) {
    List<Path> open = new ArrayList<>();
    int front = -1;
    for (Tabs.Tab<OpenFile> tab : files.tabs().all()) {
      if (tab.file().path().isPresent()) {
        if (tab.number() == front()) {
          front = open.size();
        }
        open.add(tab.file().path().get());
      }
    }
    int inFront = front;
    MainWindow window = bench.window();
    bench
        .preferences()
        .change(now -> {
          Preferences sized =
              maximized
                  ? now.withWindow(now.width(), now.height(), true)
                  : now.withWindow(width, height, false);
          return sized.with(
              sized.options().withWindow(open, inFront, window.dividers(), window.shownTab()));
        });
  }

  /// Opens the files that were open when the window was closed, and sets the panes as they stood.
  ///
  /// @param begin opens files
  void resume(Consumer<List<Path>> begin) {
    Options options = bench.preferences().options();
    bench.window().arrange(options.dividers(), options.pane());
    begin.accept(options.open().stream().filter(Files::isRegularFile).toList());
    if (options.front() >= 0 && options.front() < options.open().size()) {
      Path front = options.open().get(options.front());
      files.tabs().find(tab -> tab.file().isAt(front)).ifPresent(tab -> showTab(tab.number()));
    }
  }

  private void opened(Path path) {
    visited.accept(path);
    bench.preferences().change(now -> now.withRecent(path));
    refillRecent();
    showTitle();
  }

  private void refillRecent() {
    List<Path> paths = bench.preferences().get().recent();
    recent.getItems().clear();
    for (Path path : paths) {
      MenuItem item = new MenuItem(String.valueOf(path.getFileName()));
      item.setOnAction(event -> openAll(List.of(path)));
      recent.getItems().add(item);
    }
    recent.setDisable(paths.isEmpty());
  }

  private void showTitle() {
    strip.refresh();
    bench
        .window()
        .setSaved(
            bench.workspace().state().history().isDirty()
                ? "changes not saved"
                : files.file().isPresent() ? "saved" : "");
    titles.accept(files.title());
  }

  void showGallery() {
    var over = bench.window().view().getChildren();
    if (!over.contains(library.get().gallery())) {
      over.add(library.get().gallery());
    }
    library.get().showGallery(bench.preferences().get().recent(), galleryMayClose());
  }

  private boolean galleryMayClose() {
    return files.file().isPresent() || !bench.workspace().state().design().components().isEmpty();
  }

  void hideGallery() {
    bench.window().view().getChildren().remove(library.get().gallery());
    bench.canvas().requestFocus();
  }
}
