package dev.stillwater.ui;

import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.Tabs.Tab;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocalHistory.Version;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/// What the design in front can be compared with: what is on disk, the other open designs, its
/// saved versions, any other file.
///
/// @param engines judge what is compared
/// @param versions of the design in front, the latest first
/// @param content reads one of them
/// @param root what the comparison is laid over
record Counterparts(
    DesignFiles files,
    Engines engines,
    Theme theme,
    Supplier<List<Version>> versions,
    Function<Version, Optional<Document>> content,
    Dialogs dialogs,
    StackPane root,
    Runnable after) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

  /// Shows the comparison over the window.
  ///
  /// @param with a saved version; else what is on disk or the design beside, else a file to choose
  void show(Optional<Version> with) {
    List<CompareView.Source> sources = new ArrayList<>();
    Tab<OpenFile> front = files.tabs().front();
    Document now = front.state().document();
    sources.add(
        new CompareView.Source(DesignFiles.title(front) + ", open", () -> Optional.of(now)));
    front
        .file()
        .path()
        .ifPresent(path ->
            sources.add(
                new CompareView.Source(path.getFileName() + ", on disk", () -> read(path))));
    for (Tab<OpenFile> tab : files.tabs().all()) {
      if (tab.number() != front.number()) {
        Document other = tab.state().document();
        sources.add(
            new CompareView.Source(DesignFiles.title(tab) + ", open", () -> Optional.of(other)));
      }
    }
    int chosen = -1;
    for (Version version : versions.get()) {
      if (with.filter(version::equals).isPresent()) {
        chosen = sources.size();
      }
      sources.add(
          new CompareView.Source(
              "Version of " + WHEN.format(version.at().atZone(ZoneId.systemDefault())),
              () -> content.apply(version)));
    }
    sources.add(new CompareView.Source("Another file…", another()));
    lay(sources, Math.max(1, chosen));
  }

  /// Asks once which file, when it is chosen.
  private Supplier<Optional<Document>> another() {
    List<Optional<Document>> known = new ArrayList<>();
    return () -> {
      if (known.isEmpty() || known.getFirst().isEmpty()) {
        known.clear();
        known.add(dialogs.chooseDesigns().stream().findFirst().flatMap(this::read));
      }
      return known.getFirst();
    };
  }

  private Optional<Document> read(Path path) {
    return DesignJson.read(path, engines.presets()) instanceof ReadResult.Opened opened
        ? Optional.of(opened.document())
        : Optional.empty();
  }

  private void lay(List<CompareView.Source> sources, int before) {
    root.getChildren().removeIf(node -> "compare".equals(node.getId()));
    CompareView view =
        new CompareView(
            sources,
            before,
            0,
            engines,
            theme,
            () -> {
              root.getChildren().removeIf(node -> "compare".equals(node.getId()));
              after.run();
            });
    root.getChildren().add(view.node());
    view.focus();
  }
}
