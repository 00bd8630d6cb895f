package dev.stillwater.ui;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.model.DocumentMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the window asks a person in dialogs of their own. Tests answer in their place.
public interface Dialogs {
  /// What to do with changes that are not saved.
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /// What to do when the file changed on disk since it was read.
  enum Conflict {
    MERGE,
    OVERWRITE,
    SAVE_AS,
    CANCEL
  }

  List<Path> chooseDesigns();

  /// Where to write; empty when the person thought better of it.
  ///
  /// @param extensions with a star: `*.design.json`
  Optional<Path> chooseTarget(String title, String suggestedName, List<String> extensions);

  /// A picture in a file; empty when the person thought better of it.
  default Optional<Path> choosePicture() {
    return Optional.empty();
  }

  Unsaved unsaved(String name);

  /// @param canMerge whether it is known what both versions began with
  Conflict conflict(Path file, boolean canMerge);

  /// Whether to merge now what somebody else wrote while there are changes here.
  boolean mergeNow(Path file);

  /// Which side holds for each conflict, by its key; empty when the person thought better of it.
  Optional<Map<String, DocumentMerge.Side>> resolve(
      String file, List<DocumentMerge.Conflict> conflicts);

  /// Shows what is wrong with a file, place by place.
  void problem(String title, List<LocatedProblem> problems);

  /// Tells that something did not work.
  void failed(String title, String sentence);

  /// Is told where cards can be shown over the window.
  default void over(Modal modal) {}
}
