package dev.stillwater.ui;

import dev.stillwater.io.LocatedProblem;
import java.nio.file.Path;
import java.util.List;
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
    OVERWRITE,
    SAVE_AS,
    CANCEL
  }

  List<Path> chooseDesigns();

  /// Where to write; empty when the person thought better of it.
  ///
  /// @param extensions with a star: `*.design.json`
  Optional<Path> chooseTarget(String title, String suggestedName, List<String> extensions);

  Unsaved unsaved(String name);

  Conflict conflict(Path file);

  /// Shows what is wrong with a file, place by place.
  void problem(String title, List<LocatedProblem> problems);

  /// Tells that something did not work.
  void failed(String title, String sentence);

  /// Is told where cards can be shown over the window.
  default void over(Modal modal) {}
}
