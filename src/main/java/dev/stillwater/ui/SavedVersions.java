package dev.stillwater.ui;

import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.LocalHistory.Version;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import java.util.List;
import java.util.Optional;

/// The versions of the local history in the window: listed, brought back, compared.
final class SavedVersions {
  private final Bench bench;
  private final OpenDesigns designs;
  private final Workspace workspace;
  private Optional<Safety> safety = Optional.empty();

  SavedVersions(Bench bench, OpenDesigns designs) {
    this.bench = bench;
    this.designs = designs;
    this.workspace = bench.workspace();
  }

  /// Keeps versions and edits from now on.
  ///
  /// @param kept told on the foreground when a version was added
  Safety keep(Safekeeping keeping, Runnable kept) {
    DesignFiles files = designs.files();
    Safety made =
        new Safety(keeping, workspace, files, bench.engines().foreground(), bench.toasts()::show);
    files.onSaved((path, content) ->
        made.saved(path, content, () -> bench.engines().foreground().execute(kept)));
    safety = Optional.of(made);
    return made;
  }

  Optional<Safety> safety() {
    return safety;
  }

  /// Those of the design in front, the latest first.
  List<Version> all() {
    return safety.map(Safety::versions).orElse(List.of());
  }

  /// A version as a document; empty, and told, when it is gone.
  private Optional<Document> document(Version version) {
    Optional<Document> read =
        safety
            .flatMap(kept -> kept.content(version))
            .flatMap(content ->
                DesignJson.read(content, version.file().toString(), bench.engines().presets())
                        instanceof ReadResult.Opened opened
                    ? Optional.of(opened.document())
                    : Optional.empty());
    if (read.isEmpty()) {
      bench.toasts().show("This version is gone or damaged.");
    }
    return read;
  }

  void restore(Version version) {
    document(version)
        .ifPresent(document -> {
          designs.settle();
          workspace.commit("Restore a saved version", document);
          bench.toasts().show("Restored; undo brings back what was there");
        });
  }

  /// Compares the design in front.
  ///
  /// @param with a version; else what is on disk or the design beside, else a file to choose
  void compare(Optional<Version> with) {
    new Counterparts(
            designs.files(),
            bench.engines(),
            bench.preferences().theme(),
            this::all,
            this::document,
            bench.dialogs(),
            bench.window().view(),
            bench.canvas()::requestFocus)
        .show(with);
  }
}
